import CanvasPressKit
import Foundation
import Languages
import LocatedYAML
import Testing
import WorkbookModel

/// What helps to write a workbook: a line on every field, and a file to start from.
@Suite struct HelpTests {
  /// Every record that a workbook can hold, by its name.
  private var records: [String: RecordDescription] {
    var records: [String: RecordDescription] = [:]
    func visit(_ shape: Shape) {
      switch shape {
      case .record(let record):
        if let known = records[record.name] {
          #expect(
            known.fields.map(\.name) == record.fields.map(\.name), "two records are called \(record.name)")
          return
        }
        records[record.name] = record
        for field in record.fields { visit(field.shape()) }
      case .list(let element, _), .keyed(let element): visit(element)
      case .either(let shapes): shapes.forEach(visit)
      default: break
      }
    }
    visit(Workbook.shape)
    return records
  }

  private var helpKeys: Set<String> { Set(records.values.flatMap { $0.fields.map(\.helpKey) }) }

  @Test func everyFieldHasItsHelpInEveryLanguageAndNoHelpIsForNothing() {
    let library = library()
    for code in library.languageCodes {
      let phrases = library.help(code).phrases
      let helps = Set(phrases.keys.filter { $0.hasPrefix("fields.") })
      #expect(helpKeys.subtracting(helps).sorted() == [], "\(code)")
      #expect(helps.subtracting(helpKeys).sorted() == [], "\(code)")
      for name in records.keys { #expect(phrases["record." + name] != nil, "\(code): \(name)") }
    }
    #expect(helpKeys.count > 190)
  }

  @Test func everyHelpIsOneShortSentence() {
    let library = library()
    for code in library.languageCodes {
      for key in helpKeys {
        let help = library.help(code).phrase(key)
        #expect(help.count <= 115 && !help.contains("\n"), "\(code): \(key)")
        #expect(help.hasSuffix(".") || help.hasSuffix("?"), "\(code): \(key)")
      }
    }
  }

  @Test func everyExampleOfTheStarterIsForAField() {
    let library = library()
    let fields = Set(records.values.flatMap { record in record.fields.map { "\(record.name).\($0.name)" } })
    for code in library.languageCodes {
      let examples = library.help(code).phrases.keys.filter { $0.hasPrefix("starter.") }
        .map { String($0.dropFirst(8)) }
      #expect(Set(examples).subtracting(fields) == ["head"], "\(code)")
    }
  }

  @Test(arguments: ["en", "it"])
  func theStarterExplainsEveryFieldOnceAndNamesEverySection(code: String) {
    let library = library()
    let lines = WorkbookHelp(library, language: code).starter().split(separator: "\n").map { line in
      String(line.drop { "# ".contains($0) })
    }
    let help = library.help(code)
    let helps = helpKeys.map { help.phrase($0) }
    for sentence in Set(helps) {
      let found = lines.filter { $0 == sentence || $0.hasPrefix(sentence + " (") }.count
      #expect(found == helps.filter { $0 == sentence }.count, "\(sentence)")
    }
    for section in Workbook.table.description.fields {
      #expect(lines.contains { $0.hasPrefix(section.name + ":") }, "\(section.name)")
    }
  }
}

/// The first thing that a new user does.
@Suite struct NewCommandTests {
  @Test(arguments: [("en", "canvaspress print"), ("it", "Compilatelo")])
  func aNewWorkbookHasNoFaultsAndPrintsWithoutAnythingToSay(language: String, words: String) throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/kunde/w.yml"
    let new = try canvaspress(["new", path, "--language", language])
    #expect(new.code == 0 && new.errors.isEmpty && new.output.contains(words))
    #expect(new.output.split(separator: "\n").count == 2)
    let check = try canvaspress(["check", path])
    #expect(check.code == 0 && check.errors.isEmpty && !check.output.contains("error:"))
    let print = try canvaspress(["print", path, "-o", folder.path, "--fail-on", "note"])
    #expect(print.code == 0 && print.errors.isEmpty)
    #expect(print.output.split(separator: "\n").count >= 4)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("# yaml-language-server: $schema=canvaspress.schema.json\n"))
    let schema = try String(contentsOfFile: folder.path + "/kunde/canvaspress.schema.json", encoding: .utf8)
    #expect(try canvaspress(["schema", "--language", language]).output == schema)
  }

  @Test(arguments: ["en", "it"])
  func theExampleHasItsPicturesAndNothingIsWrongWithIt(language: String) throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/w.yml"
    #expect(try canvaspress(["new", path, "--example", "--language", language]).code == 0)
    let check = try canvaspress(["check", path])
    #expect(check.code == 0 && check.errors.isEmpty && !check.output.contains("error:"))
    let print = try canvaspress(["print", path, "persona-a", "-o", folder.path])
    #expect(print.code == 0 && !print.errors.contains("picture/"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/img").count == 3)
  }

  @Test func whatIsThereStaysAsItIs() throws {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", "mine")
    let schema = folder.write("canvaspress.schema.json", "mine too")
    let refused = try canvaspress(["new", path, "--language", "it"])
    #expect(refused.code == 2 && refused.output.isEmpty)
    #expect(refused.errors.contains("esiste già") && refused.errors.contains("[file/exists]"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    #expect(try canvaspress(["new", folder.path + "/other.yml"]).code == 0)
    #expect(try String(contentsOfFile: schema, encoding: .utf8) == "mine too")
    // A link to nowhere is something as well.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.yml", withDestinationPath: folder.path + "/elsewhere.yml")
    #expect(try canvaspress(["new", folder.path + "/link.yml"]).code == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/elsewhere.yml"))
  }

  @Test(arguments: [
    ("w", 0, "w.yml"), ("w.yaml", 0, "w.yaml"), ("W.YML", 0, "W.YML"), ("w.2", 0, "w.2.yml"), ("", 64, nil),
  ])
  func aWorkbookGetsItsEnding(name: String, code: Int, file: String?) throws {
    let folder = TemporaryFolder()
    #expect(try canvaspress(["new", name.isEmpty ? "" : folder.path + "/" + name]).code == Int32(code))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files) == (file.map { [$0, "canvaspress.schema.json"] } ?? []))
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    let folder = TemporaryFolder()
    #expect(try canvaspress(["new", folder.path]).errors.contains("[file/folder]"))
    let language = try canvaspress(["new", folder.path + "/w.yml", "--language", "tlh"])
    #expect(language.code == 2 && language.errors.contains("known here: en, it"))
    #expect(try canvaspress(["new", "/dev/null/w.yml"]).code == 74)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let spaced = try canvaspress(["new", folder.path + "/my client.yml"])
    #expect(spaced.output.contains("canvaspress print '\(folder.path)/my client.yml'"))
  }
}
