import CanvasPressKit
import Diagnostics
import Foundation
import Languages
import LocatedYAML
import Testing

/// What `check --explain` says of each code.
@Suite struct ExplanationTests {
  private let library = CanvasPressKit.Library(Installation.at(home))

  @Test func everyCodeIsExplainedInEveryLanguageAndNoExplanationIsForNothing() {
    let codes = Set(
      library.messages("en").phrases.keys.filter { $0.hasPrefix("messages.") }.map { String($0.dropFirst(9)) }
    )
    for language in library.languageCodes {
      let explained = Set(library.explanations(language).explainedCodes)
      #expect(codes.subtracting(explained).sorted() == [], "\(language)")
      #expect(explained.subtracting(codes).sorted() == [], "\(language)")
    }
    #expect(library.diagnostics.isEmpty)
  }

  @Test func theLanguagesExplainTheSameParts() {
    func keys(_ language: String) -> Set<String> {
      Set(
        library.explanations(language).phrases.keys.filter {
          $0.hasPrefix("codes.") || $0.hasPrefix("explain.")
        })
    }
    for language in library.languageCodes { #expect(keys(language) == keys("en"), "\(language)") }
    let parts = Set(keys("en").map { $0.split(separator: ".").last.map(String.init) ?? "" })
    #expect(parts == ["means", "why", "do"])
  }

  /// Short enough to be read, with a first sentence that stands alone, and examples that are YAML.
  @Test func anExplanationIsAFewSentences() throws {
    for language in library.languageCodes {
      let messages = library.explanations(language)
      for code in messages.explainedCodes {
        let explanation = try #require(messages.explanation(of: code))
        #expect((15...125).contains(explanation.summary.count), "\(language) \(code): \(explanation.summary)")
        for part in [explanation.means, explanation.why, explanation.remedy].compactMap({ $0 }) {
          #expect(part.count <= 330 && !part.contains("\n"), "\(language) \(code): \(part)")
          #expect(part.hasSuffix(".") || part.hasSuffix("?"), "\(language) \(code): \(part)")
          let pieces = part.split(separator: "`", omittingEmptySubsequences: false)
          #expect(pieces.count % 2 == 1, "\(language) \(code): a backtick stands alone")
          for (index, example) in pieces.enumerated() where index % 2 == 1 && Self.isYAML(example) {
            let file = SourceFile(name: code, text: example + "\n")
            #expect(YAMLDocument.parse(file).diagnostics.isEmpty, "\(language) \(code): \(example)")
          }
        }
      }
    }
  }

  /// An example of something to write, not a sign, a command or a path.
  private static func isYAML(_ example: Substring) -> Bool {
    let isCollection = example.count > 3 && (example.hasPrefix("{ ") || example.hasPrefix("[\""))
    return isCollection && !example.hasPrefix("{ }")
      || example.contains(": ") && !example.hasPrefix("canvaspress check")
  }

  @Test(arguments: [
    ("en_GB.UTF-8", "Why it matters: ", "What to do: Take the name"),
    ("it_IT.UTF-8", "Perché conta: ", "Che cosa fare: Usate il nome"),
    ("fr_FR.UTF-8", "Why it matters: ", "What to do: Take the name"),
  ])
  func aCodeIsExplainedInTheLanguageOfTheSession(session: String, why: String, remedy: String) throws {
    let result = try canvaspress(
      ["check", "--explain", "[key/unknown]"], environment: ["LC_ALL": session])
    #expect(result.code == 0 && result.errors.isEmpty)
    #expect(result.output.hasPrefix("key/unknown\n\n"))
    #expect(result.output.contains("\n\n" + why) && result.output.contains("\n\n" + remedy))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 90 })
  }

  @Test func theLanguageAskedForWins() throws {
    let result = try canvaspress(
      ["check", "--explain", "score/missing", "--language", "it"], environment: ["LC_ALL": "en_US.UTF-8"])
    #expect(result.output.contains("resta fuori classifica"))
  }

  @Test(arguments: [
    ("key/unknwon", "'key/unknwon'", "did you mean 'key/unknown'?"),
    ("pain-unanswered", "'pain-unanswered'", "did you mean 'chain/pain-unanswered'?"),
    ("step", "'step'", "did you mean 'step/unknown'?"),
    ("limits", "'limits'", "known here: limits/only-demographics, limits/personas, limits/segments"),
    ("weather", "'weather'", "canvaspress check --explain list names them all"),
    ("", "''", "canvaspress check --explain list names them all"),
  ])
  func aCodeThatIsNoneIsMetWithTheNearest(word: String, name: String, hint: String) throws {
    let result = try canvaspress(["check", "--explain", word, "--language", "en"])
    #expect(result.code == 64 && result.output.isEmpty)
    #expect(result.errors.contains("No message has the code \(name) [code/unknown]"), "\(result.errors)")
    #expect(result.errors.contains(hint), "\(result.errors)")
  }

  @Test func theListHasEveryCodeOnce() throws {
    let lines = try canvaspress(["check", "--explain", "list", "--language", "it"]).output.split(
      separator: "\n")
    let codes = lines.map { $0.prefix { $0 != " " } }.map(String.init)
    #expect(codes == library.explanations("it").explainedCodes)
    #expect(lines.allSatisfy { $0.hasSuffix(".") })
  }

  @Test func aLanguageWithoutExplanationsExplainsInEnglish() throws {
    let folder = TemporaryFolder()
    for name in ["layouts", "fonts"] {
      try FileManager.default.copyItem(atPath: home + "/" + name, toPath: folder.path + "/" + name)
    }
    let italian = folder.path + "/layouts/languages/it.explain.yml"
    try FileManager.default.removeItem(atPath: italian)
    let result = try canvaspress(
      ["check", "--explain", "key/unknown", "--language", "it"],
      environment: ["CANVASPRESS_HOME": folder.path])
    #expect(result.code == 0 && result.output.contains("What to do: "))
  }
}
