import PageModel

/// Gathers what a shaper says of a stretch of text, glyph by glyph from left to right, in em.
struct RunBuilder {
  private var glyphs: [UInt32] = []
  private var x: [Float] = []
  private var y: [Float] = []
  private var advance: Float = 0
  private var starts: [(byte: Int, glyphs: Int32)] = []

  /// `glyph` is nothing for what is not seen, and 0 for what the font lacks; `byte` is the start of its cluster.
  mutating func add(_ glyph: UInt32?, x offset: Float, y rise: Float, advance step: Float, byte: Int) {
    if let glyph {
      glyphs.append(glyph)
      x.append(advance + offset)
      y.append(rise)
    }
    advance += step
    if let last = starts.last, last.byte == byte {
      starts[starts.count - 1].glyphs += glyph == nil ? 0 : 1
    } else {
      starts.append((byte, glyph == nil ? 0 : 1))
    }
  }

  func run(_ text: String, _ face: Face, level: UInt8, zoom: Float = 1) -> GlyphRun {
    GlyphRun(
      text: text, face: face, glyphs: glyphs, x: x, y: y, clusters: clusters(text.utf8.count, level),
      advance: advance, level: level, zoom: zoom)
  }

  /// In the order of the text, as Cairo wants them. What is not seen belongs to what stands before it, so that it is not
  /// lost when the text is taken out.
  private func clusters(_ length: Int, _ level: UInt8) -> [GlyphRun.Cluster] {
    let starts = level & 1 == 1 ? starts.reversed() : starts
    var clusters: [GlyphRun.Cluster] = []
    clusters.reserveCapacity(starts.count)
    var from = 0
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].byte : length
      if start.glyphs > 0 {
        clusters.append(GlyphRun.Cluster(bytes: Int32(end - from), glyphs: start.glyphs))
        from = end
      } else if !clusters.isEmpty {
        clusters[clusters.count - 1].bytes += Int32(end - from)
        from = end
      }
    }
    return clusters
  }
}
