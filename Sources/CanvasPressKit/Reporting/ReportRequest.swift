package import WorkbookModel

/// What someone wants of a report.
package struct ReportRequest: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case pdf, markdown, html

    var ending: String { self == .markdown ? "md" : rawValue }

    /// By the ending of a file's name.
    init?(ending: String) {
      switch ending.lowercased() {
      case "pdf": self = .pdf
      case "md", "markdown": self = .markdown
      case "html", "htm": self = .html
      default: return nil
      }
    }
  }

  package var workbook: String
  /// A flow of the user's own; the one that comes with canvaspress when nothing is said.
  package var flow: String?
  package var audience = Audience.company
  /// The workbook's when nothing is said.
  package var language: String?
  package var theme = "standard"
  package var allowOutside = false
  package var pdf = PDFOptions()
  /// Paths with their formats.
  package private(set) var files: [(path: String, format: Format)] = []

  package init(workbook: String) { self.workbook = workbook }

  package var writesPDF: Bool { files.contains { $0.format == .pdf } }

  // MARK: By name, for command lines

  package static let formatNames = Format.allCases.map(\.rawValue)
  package static let audienceNames = Audience.allCases.map(\.rawValue)

  /// False when there is no such audience.
  package mutating func choose(audience name: String) -> Bool {
    guard let audience = Audience(rawValue: name) else { return false }
    self.audience = audience
    return true
  }

  /// Where the report goes: a file, whose ending says the format, or a folder. Further formats stand beside it. The name
  /// that is no format, if there is one.
  package mutating func choose(output: String?, formats names: [String]) -> String? {
    var formats: [Format] = []
    for name in names {
      guard let format = Format(rawValue: name) ?? Format(ending: name) else { return name }
      if !formats.contains(format) { formats.append(format) }
    }
    var stem = Disk.stem(of: workbook) + "-report"
    if let language { stem += "-" + language }
    if audience != .company { stem += "-" + audience.rawValue }
    stem += pdf.suffix
    if let output {
      let path = OutputPath(output)
      guard !path.isUnusable else { return output }
      if let ending = path.ending {
        guard let format = Format(ending: ending) else { return ending }
        files = [(output, format)]
        stem = path.stem
        formats.removeAll { $0 == format }
      } else {
        stem = Disk.join(output, stem)
      }
    }
    if files.isEmpty, formats.isEmpty { formats = [.pdf] }
    files += formats.map { (stem + "." + $0.ending, $0) }
    return nil
  }
}
