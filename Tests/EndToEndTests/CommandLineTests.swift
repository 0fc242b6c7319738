import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test(arguments: [
    (["--version"], 0), (["layouts"], 0), (["layouts", "show", "customer-journey"], 0),
    (["layouts", "check"], 0),
    (["doctor"], 0), (["doctor", "--text", "così €"], 0), (["print"] + ["--help"], 0), (["prnt"], 64),
    (["print", "--paper", "A9"], 64), (["print", "--state", "filled"], 64), (["print", "--dpi", "nan"], 64),
    (["print", "--format", "docx"], 64), (["print", "--theme", "nobody", "-o", "/tmp"], 2),
    (["print", "no-such-file.yml"], 2), (["print", "nothing-like-this"], 2), (["check", "/"], 2),
    (["layouts", "show", "nothing"], 2), (["check"], 64),
    (["check", "--explain", "key/unknown"], 0), (["check", "--explain", "list"], 0),
    (["check", "--explain", "key/unknwon"], 64), (["check", "w.yml", "--explain", "key/unknown"], 64),
    (["check", "no-such-file.yml", "--format", "sarif"], 2),
  ])
  func exitCodesAreAsDocumented(arguments: [String], code: Int) throws {
    let result = try canvaspress(arguments)
    #expect(result.code == Int32(code), "\(result.errors)")
    #expect(!result.errors.contains("Fatal") && !result.errors.contains("Stack"))
  }

  @Test func theSamplesHaveNoFaults() throws {
    let result = try canvaspress(["check"] + samples)
    #expect(result.code == 0 && result.errors.isEmpty)
  }

  @Test func checkSpeaksTheWorkbooksLanguage() throws {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", "canvaspress: 1\nlanguage: it\nproject: { company: A, dat: 1 }\n")
    let result = try canvaspress(["check", path])
    #expect(result.code == 2)
    #expect(
      result.output.contains(
        "w.yml:3:24: errore: 'dat' non è un campo che il progetto possa avere [key/unknown]"))
    #expect(result.output.contains("suggerimento: intendevate 'date'?"))
  }

  @Test func jsonIsReadByAnotherProgram() throws {
    let folder = TemporaryFolder()
    let path = folder.write("w.yml", "canvaspress: 1\nproject: { company: A }\nsegmnts: [\"x\ty\"]\n")
    let result = try canvaspress(["check", path, "--format", "json"])
    #expect(result.code == 2)
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
    #expect(json?.count == 1)
    #expect(json?.first?["code"] as? String == "key/unknown")
    #expect(json?.first?["line"] as? Int == 3)
    #expect(json?.first?["hint"] as? String == "did you mean 'segments'?")
  }

  @Test func failOnDecidesWhichFindingsCount() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "w.yml",
      "canvaspress: 1\nproject: { company: A }\npersonas:\n  - { id: p, name: Ada, picture: nobody.png }\n")
    #expect(try canvaspress(["print", path, "-o", folder.path]).code == 0)
    #expect(try canvaspress(["print", path, "-o", folder.path, "--fail-on", "warning"]).code == 1)
  }

  @Test func aCharacterThatNoFontHasIsNamedWithItsPlace() throws {
    let folder = TemporaryFolder()
    let path = folder.write(
      "w.yml", "canvaspress: 1\nproject: { company: A }\nbusinessModel: { costs: [\"a \u{12000} b\"] }\n")
    let result = try canvaspress(["print", path, "-o", folder.path])
    #expect(result.code == 0)
    #expect(result.errors.contains("3:29: warning:") && result.errors.contains("U+12000"))
  }

  @Test func filesThatAreNoWorkbookGetOneClearLine() throws {
    let folder = TemporaryFolder()
    let cases: [(Data, String)] = [
      (Data(), "file/empty"), (Data([0x25, 0x50, 0x44, 0x46, 0, 1, 2]), "file/binary"),
      (Data([0xFF, 0xFE, 0x61, 0]), "file/utf16"), (Data("a:\n\t- b\n".utf8), "yaml/tab"),
    ]
    for (data, code) in cases {
      let result = try canvaspress(["check", folder.write("w.yml", data)])
      #expect(result.code == 2)
      #expect(result.output.contains("[\(code)]"))
      #expect(result.output.components(separatedBy: "error:").count == 2, "\(result.output)")
    }
  }
}
