import CanvasPressKit
import Diagnostics
import Foundation
import LocatedYAML
import Seeded
import Testing
import WorkbookModel

/// Scores to a spreadsheet and back, by files as users have them.
@Suite struct ScoresTests {
  private static let small = """
    canvaspress: 1
    project: { company: A }
    opportunities:
      - { id: o1, name: One, important: 3, doable: 4 } # first
      - { id: o2, name: =Two, important: &three 3 }
    solutions:
      - id: s1
        name: "Three; 3" # third
        opportunity: o1
        effort: 2
        change: *three

    """

  /// Brings a table into a workbook; what came of it, and the workbook's text after it.
  private func bringIn(
    _ table: String, to workbook: String, isDryRun: Bool = false
  ) throws -> (outcome: ScoreFiles.Outcome, text: String) {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", workbook)
    let files = ScoreFiles(library(), language: "en")
    let outcome = try files.bringIn(folder.write("s.csv", table), to: path, isDryRun: isDryRun)
    return (outcome, String(decoding: try Disk.read(path), as: UTF8.self))
  }

  private func faults(_ table: String, _ workbook: String = small) throws -> [String] {
    let (outcome, text) = try bringIn(table, to: workbook)
    #expect(text == workbook, "a refused table changes nothing")
    return outcome.diagnostics.sortedByPlace().map { fault in
      "\(fault.code) \(fault.span.map { "\($0.file.name.suffix(5)):\($0.start.line):\($0.start.column)" } ?? "-")"
    }
  }

  private func table(of workbook: String, separator: String? = nil) throws -> String {
    let folder = TemporaryFolder()
    let files = ScoreFiles(library(), language: "en")
    let outcome = try files.export(folder.write("w.yml", workbook), to: nil, separator: separator)
    #expect(outcome.diagnostics.haveFaults == false)
    return outcome.text
  }

  // MARK: There and back

  @Test func aTableHasARowForEachWithTheNamesOfFields() throws {
    #expect(
      try table(of: Self.small) == """
        \u{FEFF}kind,id,name,opportunity,important,unsatisfied,doable,lucrative,investment,effort,marketRisk,\
        technologyRisk,change\r
        opportunity,o1,One,,3,,4,,,,,,\r
        opportunity,o2,'=Two,,3,,,,,,,,\r
        solution,s1,"Three; 3",o1,,,,,,2,,,3\r

        """)
    let italian = Self.small.replacing("canvaspress: 1", with: "canvaspress: 1\nlanguage: it")
    #expect(try table(of: italian).hasPrefix("\u{FEFF}kind;id;"))
    #expect(try table(of: italian, separator: "comma") == table(of: Self.small))
  }

  @Test(arguments: samples)
  func aTableBroughtBackUnchangedChangesNoByte(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for workbook in [text, text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text] {
      for separator in ScoreFiles.separatorNames {
        let result = try bringIn(table(of: workbook, separator: separator), to: workbook)
        #expect(result.outcome.diagnostics.isEmpty && result.outcome.changes == 0)
        #expect(result.outcome.path == nil && Array(result.text.utf8) == Array(workbook.utf8))
      }
    }
  }

  @Test func oneChangedScoreChangesOneLine() throws {
    let text = try String(contentsOfFile: samples[0], encoding: .utf8)
    let old = try table(of: text)
    let new = old.replacing(";o3;;;;;5;3;3;1;4", with: ";o3;;;;;4,0;3;3;1;4")
    #expect(old != new)
    let result = try bringIn(new, to: text)
    let changed = zip(text.split(separator: "\n"), result.text.split(separator: "\n")).filter { $0 != $1 }
    #expect(changed.count == 1 && result.outcome.changes == 1)
    #expect(
      changed.first.map { $0.0.replacing("investment: 5", with: "investment: 4") == $0.1 } == true)
    #expect(text.utf8.count == result.text.utf8.count)
  }

  @Test(arguments: [
    ("kind,id,important\nopportunity,o1,5\n", "important: 3, doable", "important: 5, doable"),
    ("\u{FEFF}important;kind;id\r\n 3,00 ;opportunity;o1\r\n2.0;opportunity; o1", nil, nil),
    ("kind;id;effort\r\nsolution;s1;4,0", "effort: 2", "effort: 4"),
    ("id,kind,lucrative\no1,opportunity,\"1,0\"\n", "doable: 4 }", "doable: 4, lucrative: 1 }"),
    ("kind,id,investment\nsolution,s1,1\n", "o1\n    effort", "o1\n    investment: 1\n    effort"),
    ("kind,id,name\nopportunity,o1,\"a, \"\"b\"\"\"\n", "name: One,", "name: \"a, \\\"b\\\"\","),
    ("kind,id,name\nopportunity,o2,'+Two\n", "name: =Two,", "name: +Two,"),
    ("kind,id,name\nopportunity,o2,-Two\n", "name: =Two,", "name: \"-Two\","),
    ("kind,id,name\nsolution,s1,\"two\r\nlines\"\n", "\"Three; 3\"", "\"two\\nlines\""),
    ("kind,id,opportunity\nsolution,s1,o2\n", "opportunity: o1", "opportunity: o2"),
    ("kind,id,name,effort\nsolution,s1,,\n\n,,,\n", "", ""),
  ])
  func whatATableSaysIsWrittenAndNothingElse(table: String, old: String?, new: String?) throws {
    guard let old, let new else {
      #expect(try faults(table) == ["id/duplicate s.csv:3:17"])
      return
    }
    let result = try bringIn(table, to: Self.small)
    #expect(result.outcome.diagnostics.isEmpty)
    #expect(result.text == Self.small.replacing(old.isEmpty ? "\n\n\n" : old, with: new))
    let dry = try bringIn(table, to: Self.small, isDryRun: true)
    #expect(
      dry.text == Self.small && dry.outcome.changes == result.outcome.changes && dry.outcome.path == nil)
  }

  // MARK: Refusals

  @Test(arguments: [
    ("kind,id,important\nopportunity,o1,6\n", "value/not-an-integer s.csv:2:16"),
    ("kind,id,important\nopportunity,o1,0\n", "value/not-an-integer s.csv:2:16"),
    ("kind,id,important\nopportunity,o1,3.5\n", "value/not-an-integer s.csv:2:16"),
    ("kind;id;important\nopportunity;o1;3,05\n", "value/not-an-integer s.csv:2:16"),
    ("kind,id,important\nopportunity,o1,high\n", "value/not-an-integer s.csv:2:16"),
    ("kind,id,important\nopportunity,o1,3.\n", "value/not-an-integer s.csv:2:16"),
    ("kind,id,important\nopportunity,o1,\"1,000.0\"\n", "value/not-an-integer s.csv:2:16"),
    ("kind,id,important\nopportunity,o9,3\n", "scores/unknown-id s.csv:2:13"),
    ("kind,id,effort\nsolution,o1,3\n", "scores/unknown-id s.csv:2:10"),
    ("kind,id,effort\nsolution,,3\n", "key/empty s.csv:2:10"),
    ("kind,id,effort\nidea,o1,3\n", "value/unknown-word s.csv:2:1"),
    ("kind,id,effort\nopportunity,o1,3\n", "key/unknown s.csv:2:16"),
    ("kind,id,opportunity\nopportunity,o1,o2\n", "key/unknown s.csv:2:16"),
    ("kind,id,opportunity\nsolution,s1,o9\n", "id/unknown s.csv:2:13"),
    ("kind,id,important\nopportunity,o2,4\n", "scores/shared-value s.csv:2:16"),
    ("kind,id,change\nsolution,s1,4\n", "scores/shared-value s.csv:2:13"),
    ("kind,id,name\nopportunity,o1,a\u{7}\n", "value/control-character s.csv:2:16"),
    ("kind,id,imprtant\nopportunity,o1,3\n", "scores/unknown-column s.csv:1:9"),
    ("kind,id,important,\nopportunity,o1,3,\n", "scores/unknown-column s.csv:1:19"),
    ("kind,id,id\nopportunity,o1,o1\n", "scores/column-twice s.csv:1:9"),
    ("kind,important\nopportunity,3\n", "scores/missing-column s.csv:1:1"),
    ("opportunity,o1,3\n", "scores/unknown-column s.csv:1:13 scores/unknown-column s.csv:1:16"),
    ("kind,id,important\nopportunity,o1\n", "csv/row-length s.csv:2:1"),
    ("kind,id,name\nopportunity,o1,\"x\ny\"\nopportunity,o1,z\n", "id/duplicate s.csv:4:13"),
    ("kind,id,name\nopportunity,o1,\"x\n", "csv/unclosed-quote s.csv:2:16"),
    ("kind,id,important\nopportunity,o1,5\nopportunity,o9,5\n", "scores/unknown-id s.csv:3:13"),
    ("", "file/empty s.csv:1:1"),
  ])
  func aTableThatDoesNotFitIsRefusedAtItsRow(table: String, expected: String) throws {
    #expect(try faults(table).joined(separator: " ") == expected)
  }

  @Test func filesThatCannotBeUsedAreNamed() throws {
    #expect(
      try faults("kind,id\n", "canvaspress: 1\nproject: { company: A }\nsolutions: [{ id: s }]\n") == [
        "key/missing w.yml:3:15"
      ])
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", Self.small)
    let files = ScoreFiles(library(), language: "en")
    let excel = Data("kind,id,name\nopportunity,o1,perch\u{e9}\n".unicodeScalars.map { UInt8($0.value) })
    for (table, code) in [
      (folder.write("latin.csv", excel), "file/not-utf8"), (folder.path, "file/folder"),
      (folder.path + "/none.csv", "file/missing"),
      (folder.write("utf16.csv", Data([0xFF, 0xFE, 0x6B, 0])), "file/utf16"),
    ] {
      let outcome = try files.bringIn(table, to: path, isDryRun: false)
      #expect(outcome.diagnostics.map(\.code) == [code] && outcome.path == nil)
    }
  }

  /// A score out of range is content, not a fault: it may stay, and it may be mended.
  @Test func aScoreOutOfRangeStaysAsItIsOrIsMended() throws {
    let workbook = Self.small.replacing("effort: 2", with: "effort: 9")
    let table = try table(of: workbook)
    #expect(try bringIn(table, to: workbook).text == workbook)
    #expect(
      try bringIn(table.replacing(",9,", with: ",5,"), to: workbook).text
        == workbook.replacing("effort: 9", with: "effort: 5"))
  }

  // MARK: Files

  @Test func theFileKeepsItsLinkAndItsPermissions() throws {
    let folder = TemporaryFolder()
    let path = folder.write("real.yml", Self.small)
    let link = folder.path + "/link.yml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let table = folder.write("s.csv", "kind,id,effort\nsolution,s1,5\n")
    #expect(try canvaspress(["scores", "import", link, table]).code == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("effort: 5"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
  }

  @Test func theCommandsSayWhatTheyDid() throws {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", Self.small)
    let table = folder.path + "/sub/s.csv"
    let export = try canvaspress(["scores", "export", path, "--to", table], environment: ["LC_ALL": "C"])
    #expect(
      export.code == 0 && export.errors.isEmpty && export.output.contains("scores import \(path) \(table)"))
    #expect(try Disk.read(table) == Array(self.table(of: Self.small).utf8))
    let again = try canvaspress(["scores", "export", path, "--to", table])
    #expect(again.code == 2 && again.errors.contains("[file/exists]") && again.output.isEmpty)
    #expect(try canvaspress(["scores", "export", path]).output == self.table(of: Self.small))
    let same = try canvaspress(["scores", "import", path, table], environment: ["LC_ALL": "C"])
    #expect(same.code == 0 && same.output == "\(path): nothing to change\n" && same.errors.isEmpty)
    _ = folder.write("sub/s.csv", "kind,id,doable,lucrative\nopportunity,o1,1,2\n")
    let dry = try canvaspress(["scores", "import", path, table, "--dry-run"], environment: ["LC_ALL": "C"])
    #expect(
      dry.output == """
        --- \(path)
        +++ \(path)
        @@ -4 +4 @@
        -  - { id: o1, name: One, important: 3, doable: 4 } # first
        +  - { id: o1, name: One, important: 3, doable: 1, lucrative: 2 } # first
        \(path): 2 values would change; nothing was written

        """)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.small)
    _ = folder.write("sub/s.csv", "kind,id,doable\nopportunity,o1,9\n")
    let refused = try canvaspress(["scores", "import", path, table], environment: ["LC_ALL": "it"])
    #expect(refused.code == 2 && refused.output.isEmpty)
    #expect(
      refused.errors.contains("s.csv:2:16: errore: ")
        && refused.errors.contains("Non è stato cambiato niente"))
    #expect(try canvaspress(["scores", "export", path, "--separator", "tab"]).code == 64)
    #expect(try canvaspress(["scores", "export", path, "--to", "/dev/null/s.csv"]).code == 74)
    #expect(try canvaspress(["scores", "import", path, folder.path + "/none.csv"]).code == 2)
    let nothing = try canvaspress(["scores", "export", samples[2]])
    #expect(nothing.code == 0 && nothing.errors.contains("[scores/nothing]"))
  }
}

/// Whatever a workbook looks like, and whatever is changed.
@Suite struct RandomScoresTests {
  @Test func changesOfAnyWorkbookAreReadBackAndTakenBackByteForByte() throws {
    var random = Seeded(31)
    let folder = TemporaryFolder()
    var (changed, added) = (0, 0)
    let files = ScoreFiles(library(), language: "en")
    for round in 0..<250 {
      let workbook = RandomWorkbook(&random)
      let path = folder.write("w.yml", workbook.text)
      let before = try root(of: workbook.text)
      let unchanged = try files.export(path, to: nil, separator: nil)
      try #require(
        !unchanged.diagnostics.haveFaults, "\(unchanged.diagnostics.map(\.code))\n\(workbook.text)")
      let same = try files.bringIn(folder.write("s.csv", unchanged.text), to: path, isDryRun: false)
      #expect(same.path == nil && same.changes == 0, "\(workbook.text)")

      let wanted = wanted(workbook, &random)
      let outcome = try files.bringIn(
        folder.write("s.csv", table(wanted, &random)), to: path, isDryRun: false)
      #expect(outcome.diagnostics.filter { $0.kind == .fault }.map(\.code) == [], "\(workbook.text)")
      let text = String(decoding: try Disk.read(path), as: UTF8.self)
      let after = try root(of: text)
      var takenBack: [(range: Range<Int>, bytes: ArraySlice<UInt8>)] = []
      for (id, field, value) in wanted {
        let (old, new) = (entry(field, of: id, in: before), try #require(entry(field, of: id, in: after)))
        #expect(new.value.string.map { Int($0) ?? -1 } == Int(value) || new.value.string == value)
        if let old {
          guard old.value.string != new.value.string else { continue }
          changed += 1
          var range = new.value.span.range
          if old.value.span.range.isEmpty { range = range.lowerBound - 1..<range.upperBound }
          takenBack.append((range, old.value.span.file.bytes[old.value.span.range]))
          let isQuoted = [LocatedNode.Style.singleQuoted, .doubleQuoted].contains(old.value.style)
          #expect(!isQuoted || field == "name" || new.value.style == old.value.style)
        } else {
          added += 1
          takenBack.append((addition(new), []))
        }
      }
      var bytes = Array(text.utf8)
      for (range, old) in takenBack.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        bytes.replaceSubrange(range, with: old)
      }
      #expect(bytes == Array(workbook.text.utf8), "round \(round):\n\(workbook.text)\n\(text)")
      #expect(try lines(of: workbook.text, after: outcome.text) == lines(text), "\(outcome.text)")
    }
    #expect(changed > 500 && added > 200, "\(changed) \(added)")
  }

  private func root(of text: String) throws -> LocatedNode {
    try #require(YAMLDocument.parse(SourceFile(name: "w.yml", text: text)).root)
  }

  private func entry(_ field: String, of id: String, in root: LocatedNode) -> LocatedNode.Entry? {
    (["opportunities", "solutions"].flatMap { root[$0]?.elements ?? [] })
      .first { $0["id"]?.string == id }?.entries.first { $0.key.string == field }
  }

  private func wanted(
    _ workbook: RandomWorkbook, _ random: inout Seeded
  ) -> [(id: String, field: String, value: String)] {
    workbook.records.flatMap { record in
      let scores = RandomWorkbook.scores[record.kind]!.filter { _ in Bool.random(using: &random) }
        .map { (record.id, $0, String(Int.random(in: 1...5, using: &random))) }
      let name = ["New \(record.id)", "a: 'b', \"c\" #d", "=1+1", "- two\nlines"].randomElement(
        using: &random)!
      return scores + (Bool.random(using: &random) ? [(record.id, "name", name)] : [])
    }
  }

  /// Only the columns with something to change, rows and columns in any order, numbers in any spelling.
  private func table(
    _ wanted: [(id: String, field: String, value: String)], _ random: inout Seeded
  ) -> String {
    let separator = [",", ";"].randomElement(using: &random)!
    let end = ["\n", "\r\n"].randomElement(using: &random)!
    let head = Set(["kind", "id"] + wanted.map(\.field)).sorted().shuffled(using: &random)
    var rows = [head]
    for id in Set(wanted.map(\.id)).sorted().shuffled(using: &random) {
      rows.append(
        head.map { column in
          if column == "kind" { return id.hasPrefix("o") ? "opportunity" : "solution" }
          if column == "id" { return id }
          guard let value = wanted.first(where: { $0.id == id && $0.field == column })?.value else {
            return ""
          }
          if column == "name" { return value.hasPrefix("=") || value.hasPrefix("-") ? "'" + value : value }
          return value + ["", ".0", ",00", " "].randomElement(using: &random)!
        })
    }
    return ["", "\u{FEFF}"].randomElement(using: &random)!
      + rows.map {
        $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator) + end
      }
      .joined()
  }

  /// A new field with what separates it from the one before.
  private func addition(_ entry: LocatedNode.Entry) -> Range<Int> {
    let bytes = entry.key.span.file.bytes
    var start = entry.key.span.range.lowerBound
    while bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    if bytes[start - 1] == UInt8(ascii: ",") { return start - 1..<entry.value.span.range.upperBound }
    start -= bytes[start - 2] == UInt8(ascii: "\r") ? 2 : 1
    return start..<entry.value.span.range.upperBound
  }

  /// The lines of a text after the hunks of a difference, whose old lines must be there.
  private func lines(of text: String, after difference: String) throws -> [String] {
    var lines = lines(text)
    var shift = 0
    var place = 0
    for line in difference.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2) {
      if let head = line.wholeMatch(of: /@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/) {
        place = try #require(Int(head.1)) - (head.2 == "0" ? 0 : 1) + shift
        #expect(place == (Int(head.3) ?? -1) - (head.4 == "0" ? 0 : 1))
      } else if line.hasPrefix("-") {
        #expect(lines.remove(at: place) == line.dropFirst())
        shift -= 1
      } else if line.hasPrefix("+") {
        lines.insert(String(line.dropFirst()), at: place)
        place += 1
        shift += 1
      }
    }
    return lines
  }

  private func lines(_ text: String) -> [String] {
    text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }
}
