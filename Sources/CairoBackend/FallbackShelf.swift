import CPangoCairo
import PageModel

/// The fonts that stand in for characters that the text's own lacks, each looked for when it is first needed.
/// A class because it keeps them open; it belongs to one font shelf.
package final class FallbackShelf {
  private struct Key: Hashable {
    var family: Int
    var isBold: Bool
    var index: Int
  }

  private let files: FontFiles
  private lazy var families: [FallbackFamily] = {
    isAsked = true
    return files.fallbacks()
  }()
  /// Some character was looked for here.
  package private(set) var isAsked = false
  private var fonts: [Key: OpenFont?] = [:]
  /// Files that are there and cannot be used.
  package private(set) var refused: [(path: String, fault: FontFault)] = []

  init(files: FontFiles) { self.files = files }

  /// Paths of the files opened so far.
  package var opened: [String] { Set(fonts.values.compactMap { $0?.face.file }).sorted() }

  /// Fonts for letters of a script, the likeliest first: those for it, those for everything, and for signs of no script
  /// all others.
  func letters(of script: String, _ style: TextStyle) -> some Sequence<OpenFont> {
    let candidates = families.indices.filter { !families[$0].isPictures }
    let own = candidates.filter { families[$0].scripts.contains(script) }
    let common = candidates.filter { families[$0].scripts.isEmpty }
    let isOfAnyScript = ["Zyyy", "Zinh"].contains(script)
    let others = isOfAnyScript ? candidates.filter { !families[$0].scripts.isEmpty } : []
    return (own + common + others).lazy.compactMap { self.font($0, style) }
  }

  /// Fonts for whole words of a script: those for it; only when none of them is here, those for everything.
  func words(of script: String, _ style: TextStyle) -> [OpenFont] {
    let candidates = families.indices.filter { !families[$0].isPictures }
    let own = candidates.filter { families[$0].scripts.contains(script) }.compactMap { font($0, style) }
    if !own.isEmpty { return own }
    return candidates.filter { families[$0].scripts.isEmpty }.compactMap { font($0, style) }
  }

  /// Fonts of coloured pictures.
  func pictures(_ style: TextStyle) -> some Sequence<OpenFont> {
    families.indices.filter { families[$0].isPictures }.lazy.compactMap { self.font($0, style) }
  }

  /// The package of a family that would have been asked for a character and is not on this machine.
  func package(for character: Character) -> String? {
    let script = Self.script(of: character)
    let isPicture = character.isMeantAsPicture
    let isSymbol = character.unicodeScalars.first.map(Self.isSymbol) ?? false
    let family = families.indices.first { index in
      let family = families[index]
      let isFor =
        family.isPictures
        ? isPicture : family.scripts.contains(script) || family.scripts.isEmpty && isSymbol && !isPicture
      return isFor && font(index, TextStyle(weight: .regular, language: "")) == nil
    }
    return family.flatMap { families[$0].package }
  }

  private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherSymbol, .mathSymbol, .modifierSymbol, .currencySymbol, .otherPunctuation, .dashPunctuation:
      true
    default: false
    }
  }

  /// By ISO 15924: of the first scalar that is of one script only. Brackets and full stops of ideographs are theirs.
  static func script(of character: Character) -> String {
    switch character.unicodeScalars.first?.value ?? 0 {
    case 0x3000...0x303F, 0xFF00...0xFFEF: return "Hani"
    default: break
    }
    var found = "Zyyy"
    for scalar in character.unicodeScalars {
      found = name(g_unichar_get_script(scalar.value))
      if found != "Zyyy", found != "Zinh" { return found }
    }
    return found
  }

  /// By ISO 15924.
  static func name(_ script: GUnicodeScript) -> String {
    let tag = g_unicode_script_to_iso15924(script)
    return String(decoding: (0..<4).map { UInt8(truncatingIfNeeded: tag >> (24 - 8 * $0)) }, as: UTF8.self)
  }

  private func font(_ family: Int, _ style: TextStyle) -> OpenFont? {
    let asked = families[family]
    let isBold = style.weight == .semibold && asked.bold != nil
    let language = String(style.language.prefix { $0 != "-" })
    let key = Key(
      family: family, isBold: isBold, index: asked.faces[style.language] ?? asked.faces[language] ?? 0)
    if let known = fonts[key] { return known }
    var font: OpenFont?
    for name in isBold ? [asked.bold ?? asked.regular, asked.regular] : [asked.regular] {
      for path in files.places(of: name) where font == nil {
        do {
          font = try OpenFont(path: path, index: key.index, zoom: asked.zoom)
        } catch {
          if !refused.contains(where: { $0.path == path }) { refused.append((path, error.fault)) }
        }
      }
    }
    fonts[key] = .some(font)
    return font
  }
}
