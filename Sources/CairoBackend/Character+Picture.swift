extension Character {
  /// Meant as a coloured picture and not as a letter: by its nature, or because its author said so. `☎` is a letter,
  /// `☎` with the variation selector 16 is a picture.
  var isMeantAsPicture: Bool {
    guard let first = unicodeScalars.first, first.value > 0x22 else { return false }
    var others = unicodeScalars.dropFirst()
    if others.first == "\u{FE0E}" { return false }
    if others.contains("\u{FE0F}") { return first.properties.isEmoji }
    if first.properties.isEmojiPresentation { return true }
    guard first.properties.isEmoji, let second = others.popFirst() else { return false }
    return second.properties.isEmojiModifier
      || second == "\u{200D}" && others.first?.properties.isEmoji == true
  }
}
