import CPangoCairo
package import PageModel

/// What font files call themselves.
package enum FontNames {
  /// Nothing when the file is no font.
  package static func name(of face: Face) -> FontName? {
    FontShelf.withoutSystemFonts
    var count: Int32 = 0
    guard let pattern = FcFreeTypeQuery(face.file, UInt32(face.index), nil, &count) else { return nil }
    defer { FcPatternDestroy(pattern) }
    var family: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, FC_FAMILY, 0, &family) == FcResultMatch, let family else { return nil }
    var (weight, slant): (Int32, Int32) = (0, 0)
    let isWeighed = FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight) == FcResultMatch
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant)
    return FontName(
      family: String(cString: family), weight: isWeighed ? Int(FcWeightToOpenType(weight)) : 400,
      isItalic: slant != FC_SLANT_ROMAN)
  }
}
