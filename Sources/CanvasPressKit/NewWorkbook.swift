package import Diagnostics
import LocatedYAML
import WorkbookModel

/// Writes a workbook to start from, with the schema that editors explain it by. What is there already stays.
package struct NewWorkbook {
  package enum Content: Sendable {
    /// Every section, explained and empty.
    case starter
    /// A whole one of an invented company, with its pictures.
    case example
  }

  /// What came of it; no path when nothing was written.
  package struct Outcome: Sendable {
    package var path: String?
    package var diagnostics: [Diagnostic] = []
  }

  private let library: Library
  private let language: String
  private let help: WorkbookHelp

  package init(_ library: Library, language: String) {
    self.library = library
    self.language = language
    help = WorkbookHelp(library, language: language)
  }

  package func write(_ name: String, _ content: Content) throws(Press.Failure) -> Outcome {
    var outcome = Outcome(diagnostics: help.diagnostics)
    let path = Self.path(name)
    if Disk.entry(at: path) == .folder {
      outcome.diagnostics.append(Diagnostic(fault: "file/folder", at: nil, ["file": .text(path)]))
    }
    var text: [UInt8] = []
    var pictures: [(name: String, bytes: [UInt8])] = []
    switch content {
    case .starter: text = Array(help.starter().utf8)
    case .example:
      let sample = WorkbookFile.read(samplePath, languages: library.languageCodes)
      outcome.diagnostics += sample.diagnostics
      text = Array(WorkbookHelp.modeline.utf8) + ((try? Disk.read(samplePath)) ?? [])
      pictures = Self.pictures(of: sample)
    }
    guard !outcome.diagnostics.haveFaults else { return outcome }
    do {
      let folder = Disk.folder(of: path)
      try Disk.makeFolder(folder)
      guard try Disk.create(path, with: text) else {
        outcome.diagnostics.append(
          Diagnostic(fault: "file/exists", at: nil, ["file": .text(path)], hint: "other-name"))
        return outcome
      }
      outcome.path = path
      _ = try Disk.create(Disk.join(folder, WorkbookHelp.schemaName), with: Array(help.schema.utf8))
      for picture in pictures {
        let path = Disk.join(folder, picture.name)
        try Disk.makeFolder(Disk.folder(of: path))
        _ = try Disk.create(path, with: picture.bytes)
      }
    } catch { throw .disk(error) }
    outcome.diagnostics += library.diagnostics
    return outcome
  }

  /// A workbook ends in `.yml`, so that editors and `print` know it for one.
  private static func path(_ name: String) -> String {
    let ending = name.lowercased()
    return ending.hasSuffix(".yml") || ending.hasSuffix(".yaml") || Disk.entry(at: name) == .folder
      ? name : name + ".yml"
  }

  /// The sample whose name ends in the language's code.
  private var samplePath: String {
    let names = Disk.names(in: library.installation.samples)
    let ending = "-\(language).yml"
    return Disk.join(library.installation.samples, names.first { $0.hasSuffix(ending) } ?? "example" + ending)
  }

  /// Pictures that lie below the sample's folder.
  private static func pictures(of sample: WorkbookFile) -> [(name: String, bytes: [UInt8])] {
    let folder = Disk.folder(of: sample.path)
    let logos = [sample.workbook.project.funding?.logo, sample.workbook.report?.logo]
    let named = sample.workbook.personas.map(\.picture) + logos
    return named.compactMap { $0?.string }
      .filter { !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") }
      .compactMap { name in (try? Disk.read(Disk.join(folder, name))).map { (name, $0) } }
  }
}
