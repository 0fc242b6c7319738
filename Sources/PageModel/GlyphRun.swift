/// A font file's face, without a size; every worker opens it for itself.
package struct Face: Hashable, Sendable {
  package var file: String
  package var index: Int

  package init(file: String, index: Int = 0) {
    self.file = file
    self.index = index
  }
}

/// Text shaped once, in em (1 = the font size); what measuring, drawing and extraction share.
/// A class because thousands of lines point at the same few words; immutable, so a page holding it is sendable.
package final class GlyphRun: Sendable {
  /// How many bytes of the text belong to how many glyphs.
  package struct Cluster: Sendable {
    package var bytes: Int32
    package var glyphs: Int32

    package init(bytes: Int32, glyphs: Int32) {
      self.bytes = bytes
      self.glyphs = glyphs
    }
  }

  /// How it is seen.
  package enum Drawing: Sendable {
    case letters
    /// No font has the character: a space carries the text, and a sign of `MissingSign` is drawn there.
    case box
    /// A picture made of the glyphs of another run, in a font of pictures; a space carries the text.
    case picture(GlyphRun)
  }

  /// What a reader of the PDF gets.
  package let text: String
  package let face: Face
  package let glyphs: [UInt32]
  package let x: [Float]
  package let y: [Float]
  package let clusters: [Cluster]
  package let advance: Float
  /// Where it stands among texts of other directions, as Unicode's bidirectional algorithm counts: even ones run
  /// from left to right, odd ones from right to left.
  package let level: UInt8
  package let drawing: Drawing
  /// The size of its letters, where they are drawn smaller than those of the text around them.
  package let zoom: Float

  /// Set from right to left: the clusters run backwards.
  package var isRightToLeft: Bool { level & 1 == 1 }

  package init(
    text: String, face: Face, glyphs: [UInt32] = [], x: [Float] = [], y: [Float] = [],
    clusters: [Cluster] = [],
    advance: Float, level: UInt8 = 0, drawing: Drawing = .letters, zoom: Float = 1
  ) {
    self.text = text
    self.face = face
    self.glyphs = glyphs
    self.x = x
    self.y = y
    self.clusters = clusters
    self.advance = advance
    self.level = level
    self.drawing = drawing
    self.zoom = zoom
  }
}
