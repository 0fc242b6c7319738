/// Takes out of a PDF what it was made from.
package enum AttachmentReader {
  /// The file that a PDF names as its source, else the first of those attached to it that has a name as wanted; nothing
  /// when there is none. One of more than `limit` bytes is refused before it takes the memory.
  package static func source(
    in bytes: [UInt8], orNamed isWanted: (String) -> Bool, atMost limit: Int
  ) throws(PDFError) -> AttachedFile? {
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
    var found: [Found] = []
    for specification in specifications {
      let number = file.number(specification)
      guard number == 0 || seen.insert(number).inserted, let streams = file.find(specification, "/EF"),
        let stream = file.find(streams, "/UF") ?? file.find(streams, "/F"), file.isStream(stream)
      else { continue }
      let name = file.find(specification, "/UF") ?? file.find(specification, "/F")
      let isSource = file.find(specification, "/AFRelationship").map { file.isName($0, "/Source") } ?? false
      found.append(Found(name: name.map { file.text($0) } ?? "", isSource: isSource, stream: stream))
    }
    try file.check()
    guard let wanted = found.first(where: \.isSource) ?? found.first(where: { isWanted($0.name) }) else {
      return nil
    }
    let content = try content(of: wanted.stream, in: file, atMost: limit)
    try file.check()
    return AttachedFile(name: wanted.name, bytes: content, isSource: wanted.isSource)
  }

  /// An attachment that nobody has looked into.
  private struct Found {
    var name: String
    var isSource: Bool
    var stream: QPDFFile.Object
  }

  /// All of it, and as much as the file says that there is.
  private static func content(
    of stream: QPDFFile.Object, in file: borrowing QPDFFile, atMost limit: Int
  ) throws(PDFError) -> [UInt8] {
    let bytes = try unpacked(stream, in: file, atMost: limit)
    guard bytes.count <= limit else { throw .attachmentTooLarge }
    if let parameters = file.find(file.dictionary(stream), "/Params"),
      let size = file.find(parameters, "/Size").map({ file.value($0) }), size != Double(bytes.count)
    {
      let said = Int(exactly: size).map(String.init) ?? "\(size)"
      throw .library("an attachment of \(bytes.count) bytes should have \(said)")
    }
    return bytes
  }

  /// By how much each way of packing can make bytes grow; others are for pictures.
  private static let growth = [
    "/FlateDecode": Deflate.mostGrowth, "/LZWDecode": 2560, "/RunLengthDecode": 64, "/ASCII85Decode": 4,
    "/ASCIIHexDecode": 1, "/Crypt": 1,
  ]
  /// Nobody packs anything more often.
  private static let mostFilters = 4

  /// libqpdf unpacks whatever there is, if it takes gigabytes: it is asked only where it cannot be that much.
  private static func unpacked(
    _ stream: QPDFFile.Object, in file: borrowing QPDFFile, atMost limit: Int
  ) throws(PDFError) -> [UInt8] {
    let packed = try file.rawData(stream)
    let dictionary = file.dictionary(stream)
    let filter = file.find(dictionary, "/Filter")
    let filters = filter.map { file.isArray($0) ? file.items($0) : [$0] } ?? []
    let names = filters.map { file.name($0) ?? "" }
    if names.isEmpty { return packed }
    if names == ["/FlateDecode"], file.find(dictionary, "/DecodeParms") == nil {
      switch Deflate.inflated(packed, atMost: limit) {
      case .whole(let bytes): return bytes
      case .damaged: throw .library("damaged stream")
      case .tooLarge: throw .attachmentTooLarge
      }
    }
    guard names.count <= mostFilters else { throw .library("an attachment packed \(names.count) times") }
    var most = packed.count
    for name in names {
      guard let growth = growth[name] else { throw .library("an attachment packed with \(name)") }
      most *= growth
      guard most <= limit * 8 else { throw .attachmentTooLarge }
    }
    return try file.wholeData(stream)
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
