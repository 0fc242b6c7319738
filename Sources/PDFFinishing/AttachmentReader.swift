/// Takes out of a PDF what it was made from.
package enum AttachmentReader {
  /// The files that a PDF names as its sources; else all that are attached to it.
  package static func sources(in bytes: [UInt8]) throws(PDFError) -> [AttachedFile] {
    // Some put a line before the header; readers look for it in the first kilobyte.
    let start = bytes.prefix(1024 + 5)
    guard start.indices.contains(where: { start[$0...].starts(with: "%PDF-".utf8) }) else { throw .notPDF }
    let file = try QPDFFile.read(bytes)
    var specifications: [QPDFFile.Object] = []
    if let associated = file.find(file.root, "/AF") { specifications += file.items(associated) }
    if let names = file.find(file.root, "/Names"), let tree = file.find(names, "/EmbeddedFiles") {
      var known: Set<Int> = []
      specifications += values(of: tree, in: file, &known)
    }
    var seen: Set<Int> = []
    var all: [AttachedFile] = []
    for specification in specifications {
      let number = file.number(specification)
      guard number == 0 || seen.insert(number).inserted, let streams = file.find(specification, "/EF"),
        let stream = file.find(streams, "/UF") ?? file.find(streams, "/F"), file.isStream(stream)
      else { continue }
      let name = file.find(specification, "/UF") ?? file.find(specification, "/F")
      let isSource = file.find(specification, "/AFRelationship").map { file.isName($0, "/Source") } ?? false
      all.append(
        AttachedFile(
          name: name.map { file.text($0) } ?? "", bytes: try content(of: stream, in: file), isSource: isSource
        )
      )
    }
    try file.check()
    let sources = all.filter(\.isSource)
    return sources.isEmpty ? all : sources
  }

  /// All of them, and as many as the file says that there are.
  private static func content(
    of stream: QPDFFile.Object, in file: borrowing QPDFFile
  ) throws(PDFError) -> [UInt8] {
    let bytes = try file.wholeData(stream)
    if let parameters = file.find(file.dictionary(stream), "/Params"),
      let size = file.find(parameters, "/Size"), Int(file.value(size)) != bytes.count
    {
      throw .library("an attachment of \(bytes.count) bytes should have \(Int(file.value(size)))")
    }
    return bytes
  }

  /// The values of a name tree, which damaged files may make endless.
  private static func values(
    of node: QPDFFile.Object, in file: borrowing QPDFFile, _ known: inout Set<Int>
  ) -> [QPDFFile.Object] {
    let number = file.number(node)
    guard number > 0 ? known.insert(number).inserted : known.isEmpty else { return [] }
    var values: [QPDFFile.Object] = []
    if let names = file.find(node, "/Names") {
      for (index, item) in file.items(names).enumerated() where index % 2 == 1 { values.append(item) }
    }
    if let kids = file.find(node, "/Kids") {
      for kid in file.items(kids) { values += Self.values(of: kid, in: file, &known) }
    }
    return values
  }
}
