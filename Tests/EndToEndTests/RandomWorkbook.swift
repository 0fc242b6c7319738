import Seeded

/// A workbook of opportunities and solutions, laid out at random as people and programs write YAML.
struct RandomWorkbook {
  private(set) var text = ""
  private(set) var records: [(kind: String, id: String)] = []
  private var random: Seeded

  static let scores = [
    "opportunity": ["important", "unsatisfied", "doable", "lucrative"],
    "solution": ["investment", "effort", "marketRisk", "technologyRisk", "change"],
  ]

  init(_ random: inout Seeded) {
    self.random = random
    text = "# Invented.\ncanvaspress: 1\nproject: { company: Città }\n"
    add("opportunities", "opportunity", 3)
    text += one("", "\n", "# Between the two\n")
    add("solutions", "solution", 3)
    if one(true, false) { text.removeLast() }
    if one(true, false) { text = text.replacing("\n", with: "\r\n") }
    random = self.random
  }

  private mutating func one<Choice>(_ choices: Choice...) -> Choice { choices.randomElement(using: &random)! }

  private mutating func add(_ section: String, _ kind: String, _ count: Int) {
    let isFlow = one(true, false, false)
    let dash = one("", "  ", "    ")
    let elements = (1...count).map { number in
      let id = kind.prefix(1) + String(number)
      records.append((kind, String(id)))
      let fields = fields(kind, String(id))
      return isFlow || one(true, false) ? flow(fields, indentation: dash + "  ") : block(fields, dash + "  ")
    }
    text += section + ":"
    if isFlow {
      text += " [\n" + elements.map { "  " + $0 }.joined(separator: ",\n") + " ] # all\n"
    } else {
      text += one("\n", "   # a list\n")
      for element in elements { text += dash + "- " + element + "\n" + one("", "", "\n", "# - { id: x }\n") }
    }
  }

  /// Keys with values; a value with a line end is for block style only and has another for flow style.
  private mutating func fields(_ kind: String, _ id: String) -> [(key: String, flow: String, block: String)] {
    let name = one("Name of \(id)", "'it''s'", "\"a: \\\"b\\\"\"")
    var fields = [
      (key: "id", flow: id, block: one(id, "\"\(id)\"", "&anchor-\(id) \(id)")),
      ("name", name, one(name, "|-\n  Name\n  of it", ">\n  Name: #1\n", "Name\n  on two lines")),
    ]
    if one(true, false) {
      fields.append(
        ("description", "[one, \"t, wo\"]", one("|+\n  text\n\n", "\n- one\n- two # 2", "text # text")))
    }
    for score in Self.scores[kind]! where one(true, true, false) {
      let value = one(
        "1", "2", "3", "4", "5", "5", "'3'", "\"4\"", "&\(id)-\(score) 3", "!!int 2", "~", "null", "", "+3",
        "03", "7")
      fields.append((key(score), value, value))
    }
    if one(true, false) { fields.shuffle(using: &random) }
    return fields
  }

  private mutating func key(_ name: String) -> String { one(name, name, name, "\"\(name)\"") }

  private mutating func flow(
    _ fields: [(key: String, flow: String, block: String)], indentation: String
  ) -> String {
    let pairs = fields.map { $0.key + ": " + $0.flow + one("", " ") }
    if one(true, false) { return one("{", "{ ") + pairs.joined(separator: one(",", ", ")) + "}" }
    let separators = pairs.map { _ in
      one(",\n", ", # 3, 4\n", "\n# { x: 1 }\n,\n", ", ") + indentation + "   "
    }
    var text = "{ # flow\n" + indentation + "  "
    for (pair, separator) in zip(pairs, separators.dropLast() + [one("\n ", ",\n ", " ")]) {
      text += pair + separator
    }
    return text + indentation + "}"
  }

  private mutating func block(
    _ fields: [(key: String, flow: String, block: String)], _ indentation: String
  ) -> String {
    fields.map { field in
      let lines = String(
        field.block.split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? "" : indentation + $0 }.joined(separator: "\n").drop { $0 == " " })
      let comment = field.block.contains("\n") ? "" : one("", "", " # 3", "   #")
      return field.key + ":" + (lines.isEmpty || lines.first == "\n" ? "" : one(" ", "  ")) + lines + comment
    }.joined(separator: one("\n", "\n", "\n\n", "\n" + indentation + "# doable: 9\n") + indentation)
  }
}
