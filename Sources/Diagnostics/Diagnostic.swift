/// One thing to tell the user: a code with arguments. Its sentence lives in `layouts/languages` and is worded when printed.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: Int, Sendable, Comparable, CaseIterable {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    /// The English word, as options and JSON use it.
    package var keyword: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// What a diagnostic is about: the file cannot be used as it stands, or it can and there is something to know.
  package enum Kind: Sendable { case fault, finding }

  /// A value that a sentence names.
  package enum Argument: Sendable, Hashable {
    case text(String)
    /// A key of the catalogues, worded with the sentence.
    case phrase(String)
    case count(Int)
    /// Several, with commas between.
    case texts([String])
    case phrases([String])
  }

  /// Another place that the sentence leans on, such as the first of two equal keys.
  package struct Related: Sendable, Hashable {
    package var key: String
    package var span: Span

    package init(key: String, span: Span) {
      self.key = key
      self.span = span
    }
  }

  package var code: String
  package var kind: Kind
  package var severity: Severity
  package var arguments: [String: Argument]
  package var span: Span?
  /// The key of a hint under `hints`; set when there is exactly one way out.
  package var hint: String?
  package var related: [Related] = []

  package init(
    fault code: String, at span: Span?, _ arguments: [String: Argument] = [:], hint: String? = nil,
    related: [Related] = []
  ) {
    self.init(
      code: code, kind: .fault, severity: .error, span: span, arguments: arguments, hint: hint,
      related: related)
  }

  package init(
    finding code: String, _ severity: Severity, at span: Span?, _ arguments: [String: Argument] = [:],
    hint: String? = nil
  ) {
    self.init(code: code, kind: .finding, severity: severity, span: span, arguments: arguments, hint: hint)
  }

  private init(
    code: String, kind: Kind, severity: Severity, span: Span?, arguments: [String: Argument],
    hint: String?, related: [Related] = []
  ) {
    self.code = code
    self.kind = kind
    self.severity = severity
    self.span = span
    self.arguments = arguments
    self.hint = hint
    self.related = related
  }
}

extension [Diagnostic] {
  /// True when a file named here cannot be used as it stands.
  package var haveFaults: Bool { contains { $0.kind == .fault && $0.severity == .error } }

  /// In the order of files, then of places; what has no place comes first.
  package func sortedByPlace() -> [Diagnostic] {
    var order: [ObjectIdentifier: Int] = [:]
    for case let file? in map({ $0.span?.file }) where order[ObjectIdentifier(file)] == nil {
      order[ObjectIdentifier(file)] = order.count
    }
    func key(_ offset: Int, _ diagnostic: Diagnostic) -> (Int, Int, Int, Int) {
      guard let span = diagnostic.span else { return (-1, 0, 0, offset) }
      return (
        order[ObjectIdentifier(span.file)] ?? 0, span.range.lowerBound, -diagnostic.severity.rawValue, offset
      )
    }
    return enumerated().sorted { key($0.offset, $0.element) < key($1.offset, $1.element) }.map(\.element)
  }
}
