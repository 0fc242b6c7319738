/// Diagnostics as a log in SARIF 2.1.0, which editors and code hosts show beside the lines; sorted as the text is.
package struct SARIFReport: Sendable {
  package var wording: any Wording
  /// Of canvaspress.
  package var version: String

  package init(wording: any Wording, version: String) {
    self.wording = wording
    self.version = version
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    let diagnostics = diagnostics.sortedByPlace()
    // The rules are the codes that occur; the level of one is the gravest that it has here.
    let levels = Dictionary(diagnostics.map { ($0.code, $0.severity) }, uniquingKeysWith: max)
    let codes = levels.keys.sorted()
    let indices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    let run: [(String, JSONValue)] = [
      ("tool", .object([("driver", driver(codes.map { rule($0, levels[$0] ?? .error) }))])),
      ("language", .string(wording.language)),
      // A column of ours is one Unicode scalar, lines end with LF or CRLF, and a byte order mark counts for nothing.
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(diagnostics.map { result($0, index: indices[$0.code] ?? -1) })),
    ]
    let log: [(String, JSONValue)] = [
      ("version", .string("2.1.0")),
      ("$schema", .string(Self.schema)),
      ("runs", .array([.object(run)])),
    ]
    return JSONValue.object(log).text + "\n"
  }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private func driver(_ rules: [JSONValue]) -> JSONValue {
    .object([
      ("name", .string("canvaspress")), ("version", .string(version)),
      ("language", .string(wording.language)), ("rules", .array(rules)),
    ])
  }

  private func rule(_ code: String, _ level: Diagnostic.Severity) -> JSONValue {
    var members: [(String, JSONValue)] = [("id", .string(code))]
    if let explanation = wording.explanation(of: code) {
      let whole = [explanation.means, explanation.why].compactMap { $0 }.joined(separator: " ")
      members += [
        ("shortDescription", message(explanation.summary)), ("fullDescription", message(whole)),
        ("help", message(explanation.remedy)),
      ]
    } else {
      members.append(("shortDescription", message(code)))
    }
    members.append(("defaultConfiguration", .object([("level", .string(level.keyword))])))
    return .object(members)
  }

  private func result(_ diagnostic: Diagnostic, index: Int) -> JSONValue {
    let hint = wording.hint(of: diagnostic).map { " (\(wording.hintLabel): \($0))" } ?? ""
    var members: [(String, JSONValue)] = [
      ("ruleId", .string(diagnostic.code)), ("ruleIndex", .integer(index)),
      ("level", .string(diagnostic.severity.keyword)),
      ("message", message(wording.sentence(of: diagnostic) + hint)),
      ("locations", .array(place(of: diagnostic).map { [.object([$0])] } ?? [])),
    ]
    if !diagnostic.related.isEmpty {
      let related = diagnostic.related.map { related in
        JSONValue.object([
          physical(related.span), ("message", message(wording.related(related.key, of: diagnostic))),
        ])
      }
      members.append(("relatedLocations", .array(related)))
    }
    return .object(members)
  }

  /// The span, or the whole of a file that could not be read.
  private func place(of diagnostic: Diagnostic) -> (String, JSONValue)? {
    if let span = diagnostic.span { return physical(span) }
    guard diagnostic.code.hasPrefix("file/"), case .text(let path)? = diagnostic.arguments["file"] else {
      return nil
    }
    return ("physicalLocation", .object([("artifactLocation", artifact(path))]))
  }

  private func physical(_ span: Span) -> (String, JSONValue) {
    let start = span.start
    let end = span.end
    let region: [(String, JSONValue)] = [
      ("startLine", .integer(start.line)), ("startColumn", .integer(start.column)),
      ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
    ]
    return (
      "physicalLocation",
      .object([("artifactLocation", artifact(span.file.name)), ("region", .object(region))])
    )
  }

  /// A path as a URI: what is relative stays so, and means the folder in which canvaspress was called.
  private func artifact(_ path: String) -> JSONValue {
    let steps = path.split(separator: "/").filter { $0 != "." }.map(Self.escaped).joined(separator: "/")
    if path.hasPrefix("/") { return .object([("uri", .string("file:///" + steps))]) }
    return .object([("uri", .string(steps)), ("uriBaseId", .string("%SRCROOT%"))])
  }

  /// One step of a path: letters and digits of ASCII and `-._~` as they are, all other bytes as `%C3`.
  private static func escaped(_ step: Substring) -> String {
    step.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "%0" + digits : "%" + digits
      }
    }.joined()
  }

  /// In SARIF a brace starts a place for an argument; two stand for one.
  private func message(_ text: String) -> JSONValue {
    .object([("text", .string(text.replacing("{", with: "{{").replacing("}", with: "}}")))])
  }
}
