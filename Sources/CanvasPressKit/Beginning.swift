import CairoBackend
import Diagnostics
import Languages
import LocatedYAML
import PageModel
import Synchronization
import Threads

/// What a job begins with, read on a thread of its own while something else goes on: the workbook, the words of its language,
/// the fonts, and its own words already shaped with them. A command line may begin before all its options are understood;
/// what then turns out to be another file or language is read anew.
package final class Beginning: Sendable {
  /// One thread at a time has it: first the one that reads, then the one that waits.
  struct Value: @unchecked Sendable {
    var file: WorkbookFile?
    /// The code of the language that was asked for, or the workbook's, or English.
    var language: String
    var catalogue: Catalogue
    /// Of the catalogue's file.
    var catalogueFaults: [Diagnostic]
    /// Nothing when the one who waits opens the fonts.
    fileprivate var letters: Letters?
  }

  /// What text is set with.
  struct Letters {
    var fonts: FontFiles
    /// Nothing when the files cannot be used; the diagnostics say why.
    var shaper: (shelf: FontShelf, words: PangoShaper)?
    var diagnostics: [Diagnostic]
  }

  private let path: String?
  private let italic: Bool
  private let work: Background<Result<Value, Press.Failure>>
  private let isAwaited = Flag()
  /// Raised by the thread that opens the fonts: the one that waits, if it has nothing else to do by then.
  private let fontsAreOpened: Flag

  /// `italic`: with the fonts of running text.
  init(_ path: String?, language: String?, italic: Bool, _ installation: Installation) {
    self.path = path
    self.italic = italic
    let fontsAreOpened = Flag()
    self.fontsAreOpened = fontsAreOpened
    work = Background { [isAwaited] in
      do throws(Press.Failure) {
        var value = Self.read(path, language: language, installation)
        if fontsAreOpened.raise() { value.letters = try Self.open(installation, italic: italic) }
        value.rehearse { !isAwaited.isUp }
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
  }

  /// With the workbook that a command line names; nothing when none of its words is a file in YAML.
  package convenience init?(_ words: some Sequence<String>, italic: Bool) {
    let path = words.first { word in
      (word.hasSuffix(".yml") || word.hasSuffix(".yaml")) && Disk.isRegular(word)
    }
    guard let path, let installation = Installation.find() else { return nil }
    self.init(path, language: nil, italic: italic, installation)
  }

  /// What a job needs: of this beginning, where it fits, and else of a new one.
  static func of(
    _ path: String?, language: String?, italic: Bool, _ installation: Installation, _ begun: Beginning?
  ) -> Beginning {
    guard let begun, begun.path == path else {
      return Beginning(path, language: language, italic: italic, installation)
    }
    return begun
  }

  /// Waits for everything but words that are not shaped by now.
  func value(
    language: String?, _ installation: Installation
  ) throws(Press.Failure) -> (begun: Value, letters: Letters) {
    isAwaited.raise()
    let opened = fontsAreOpened.raise() ? try Self.open(installation, italic: italic) : nil
    var value = try work.value.get()
    guard let letters = opened ?? value.letters else {
      preconditionFailure("one of the two opened the fonts")
    }
    if let language, language != value.language, installation.languageCodes.contains(language) {
      value.language = language
      (value.catalogue, value.catalogueFaults) = installation.catalogue(language)
    }
    return (value, letters)
  }

  /// Waits until nothing of it goes on: a program that ends meanwhile would take away what it works with.
  package func end() {
    isAwaited.raise()
    _ = work.value
  }

  // MARK: Reading

  private static func read(
    _ path: String?, language: String?, _ installation: Installation
  ) -> Value {
    let codes = installation.languageCodes
    let file = path.map { WorkbookFile.read($0, languages: codes) }
    let code = [language, file?.language].compactMap { $0 }.first(where: codes.contains) ?? "en"
    let (catalogue, faults) = installation.catalogue(code)
    return Value(file: file, language: code, catalogue: catalogue, catalogueFaults: faults)
  }

  private static func open(_ installation: Installation, italic: Bool) throws(Press.Failure) -> Letters {
    let (fonts, fontFaults) = installation.fontFiles(italic: italic)
    var letters = Letters(fonts: fonts, diagnostics: fontFaults)
    if !fontFaults.haveFaults, let shelf = try installation.shelf(fonts, &letters.diagnostics) {
      letters.shaper = (shelf, PangoShaper(shelf: shelf))
    }
    return letters
  }

  /// Raised once, seen by another thread.
  private final class Flag: Sendable {
    private let state = Atomic(false)
    var isUp: Bool { state.load(ordering: .relaxed) }
    /// True for the one who raises it first.
    @discardableResult
    func raise() -> Bool { !state.exchange(true, ordering: .relaxed) }
  }
}

extension Beginning.Value {
  /// Shapes the workbook's words as long as there is time.
  fileprivate func rehearse(while hasTime: () -> Bool) {
    guard let words = letters?.shaper?.words else { return }
    let style = TextStyle(weight: .regular, language: language)
    file?.document.root?.eachText { text in
      guard hasTime() else { return false }
      words.remember(text, style)
      return true
    }
  }
}

extension LocatedNode {
  /// All texts from the first on, until one is answered with false.
  @discardableResult
  fileprivate func eachText(_ take: (String) -> Bool) -> Bool {
    switch content {
    case .nothing: true
    case .scalar(let text): take(text)
    case .sequence(let elements): elements.allSatisfy { $0.eachText(take) }
    case .mapping(let entries): entries.allSatisfy { $0.value.eachText(take) }
    }
  }
}
