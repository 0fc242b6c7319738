package import Diagnostics
import Languages
import LocatedYAML
import Spreadsheet

/// Scores and names of a workbook as a table for spreadsheets, and back.
package struct ScoreFiles {
  /// What came of it.
  package struct Outcome: Sendable {
    /// The file written; nothing when none was.
    package var path: String?
    /// The table, when it goes to no file; or what an import changes, line by line.
    package var text = ""
    /// Values that an import changes.
    package var changes = 0
    package var diagnostics: [Diagnostic] = []
    /// In which to speak of it: the workbook's, if it names one that there is.
    package var language: String
  }

  package static let separatorNames = CSVSeparator.allCases.map(\.rawValue)

  private let library: Library
  private let language: String

  /// `language`: the one to speak in when a workbook names none.
  package init(_ library: Library, language: String) {
    self.library = library
    self.language = language
  }

  /// Writes the table of a workbook, to a file that is not there yet or into the outcome. The separator is one of the
  /// names, or else the one that spreadsheets expect in the workbook's language.
  package func export(
    _ path: String, to target: String?, separator name: String?
  ) throws(Press.Failure) -> Outcome {
    let file = WorkbookFile.read(path, languages: library.languageCodes)
    var outcome = outcome(of: file)
    guard !outcome.diagnostics.haveFaults else { return outcome }
    let rows = ScoreColumns.rows(of: file.workbook)
    if rows.count == 1 {
      outcome.diagnostics.append(Diagnostic(finding: "scores/nothing", .warning, at: nil))
    }
    let usual = CSVSeparator.usual(decimalMark: library.catalogue(outcome.language).decimalMark)
    let text = CSVText.written(rows, separator: name.flatMap(CSVSeparator.init) ?? usual)
    if let target { try create(target, text, &outcome) } else { outcome.text = text }
    outcome.diagnostics += library.diagnostics
    return outcome
  }

  /// Writes what the table says into the workbook, unless anything of it does not fit.
  package func bringIn(
    _ tablePath: String, to path: String, isDryRun: Bool
  ) throws(Press.Failure) -> Outcome {
    let document = YAMLFile.read(path)
    let file = WorkbookFile.read(document, languages: library.languageCodes)
    var outcome = outcome(of: file)
    guard !outcome.diagnostics.haveFaults, let root = document.root,
      let table = table(tablePath, &outcome)
    else { return outcome }
    var scores = ScoreImport(root, file.workbook)
    scores.take(table)
    outcome.diagnostics += scores.diagnostics
    guard !outcome.diagnostics.haveFaults, scores.changes > 0 else { return outcome }
    guard let edited = scores.edit.result,
      !WorkbookFile.read(edited, languages: library.languageCodes).diagnostics.haveFaults
    else {
      outcome.diagnostics.append(Diagnostic(fault: "scores/not-safe", at: nil))
      return outcome
    }
    outcome.changes = scores.changes
    outcome.text = LineDifference(scores.edit.patch).text(name: path)
    if !isDryRun {
      // A link goes on pointing at the workbook.
      do { try Disk.replace(Disk.realPath(path) ?? path, with: edited.file.bytes) } catch {
        throw .disk(error)
      }
      outcome.path = path
    }
    outcome.diagnostics += library.diagnostics
    return outcome
  }

  private func outcome(of file: WorkbookFile) -> Outcome {
    let known = file.language.flatMap { library.languageCodes.contains($0) ? $0 : nil }
    return Outcome(diagnostics: file.diagnostics, language: known ?? language)
  }

  private func create(_ path: String, _ text: String, _ outcome: inout Outcome) throws(Press.Failure) {
    do {
      if Disk.entry(at: path) == .folder {
        outcome.diagnostics.append(Diagnostic(fault: "file/folder", at: nil, ["file": .text(path)]))
      } else {
        try Disk.makeFolder(Disk.folder(of: path))
        if try Disk.create(path, with: Array(text.utf8)) {
          outcome.path = path
        } else {
          outcome.diagnostics.append(
            Diagnostic(fault: "file/exists", at: nil, ["file": .text(path)], hint: "other-name"))
        }
      }
    } catch { throw .disk(error) }
  }

  private func table(_ path: String, _ outcome: inout Outcome) -> CSVTable? {
    let limit = YAMLDocument.Limits().bytes
    let file: SourceFile
    switch TextFile.read(path, atMost: limit) {
    case .read(let text): file = text
    case .unreadable(let fault):
      outcome.diagnostics.append(fault)
      return nil
    }
    if let fault = file.unusable(atMost: limit) {
      outcome.diagnostics.append(fault)
      return nil
    }
    let (table, faults) = CSVTable.read(file)
    outcome.diagnostics += faults
    return table.head.isEmpty ? nil : table
  }
}
