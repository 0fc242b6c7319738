package import Diagnostics
import LocatedYAML
import PDFFinishing

/// Takes the workbook out of a PDF that it came along in, byte for byte.
package struct Extraction {
  /// What came of it; no path when nothing was written.
  package struct Outcome: Sendable {
    package var path: String?
    /// What is to go to the standard output instead of a file.
    package var bytes: [UInt8]?
    package var diagnostics: [Diagnostic] = []
  }

  private let pdf: String

  package init(_ pdf: String) { self.pdf = pdf }

  /// Writes it under its own name beside the PDF, or to a path; `-` is the standard output. A file that is there
  /// and says something else is never replaced.
  package func extract(to output: String?) throws(Press.Failure) -> Outcome {
    func refused(_ code: String, _ more: [String: Diagnostic.Argument] = [:], hint: String? = nil) -> Outcome
    {
      let arguments = more.merging(["file": .text(pdf)]) { first, _ in first }
      return Outcome(diagnostics: [Diagnostic(fault: code, at: nil, arguments, hint: hint)])
    }
    if Disk.entry(at: pdf) == .folder { return refused("file/folder") }
    let bytes: [UInt8]
    do { bytes = try Disk.read(pdf) } catch {
      return error.isMissing
        ? refused("file/missing") : refused("file/unreadable", ["reason": .text(error.reason)])
    }
    let found: AttachedFile?
    let limit = YAMLDocument.Limits().bytes
    do throws(PDFError) {
      found = try AttachmentReader.source(in: bytes, orNamed: Self.isWorkbook, atMost: limit)
    } catch {
      switch error {
      case .libraryMissing: throw .pdf(error)
      case .notPDF: return refused("extract/not-pdf")
      case .encrypted: return refused("extract/encrypted")
      case .attachmentTooLarge: return refused("extract/too-large", ["megabytes": .count(limit >> 20)])
      case .library(let reason): return refused("extract/damaged", ["reason": .text(reason)])
      case .unexpected, .transparent: return refused("extract/damaged", ["reason": .text("")])
      }
    }
    guard let workbook = found else { return refused("extract/nothing") }
    if output == "-" { return Outcome(bytes: workbook.bytes) }
    return try write(workbook, to: path(for: workbook, output))
  }

  private func write(_ workbook: AttachedFile, to path: String) throws(Press.Failure) -> Outcome {
    do {
      try Disk.makeFolder(Disk.folder(of: path))
      if try Disk.create(path, with: workbook.bytes) { return Outcome(path: path) }
      if Disk.isRegular(path), try Disk.read(path) == workbook.bytes { return Outcome(path: path) }
    } catch { throw .disk(error) }
    return Outcome(diagnostics: [
      Diagnostic(fault: "file/exists", at: nil, ["file": .text(path)], hint: "other-name")
    ])
  }

  /// Whatever else came along is nothing to take out here.
  private static func isWorkbook(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".yml") || name.hasSuffix(".yaml")
  }

  /// A name that comes out of a file may not lead out of its folder.
  private func path(for workbook: AttachedFile, _ output: String?) -> String {
    let last = workbook.name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let isUsable =
      !last.isEmpty && last.first != "." && last.first != "-"
      && last.unicodeScalars.allSatisfy {
        ![.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
      }
    let name = isUsable ? last : Disk.stem(of: pdf) + ".yml"
    guard let output else { return Disk.join(Disk.folder(of: pdf), name) }
    return output.hasSuffix("/") || Disk.entry(at: output) == .folder ? Disk.join(output, name) : output
  }
}
