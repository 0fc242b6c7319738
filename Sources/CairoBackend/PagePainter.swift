import CPangoCairo
import PageModel

/// Paints display items on a Cairo surface. It decides nothing: what is painted where was settled before.
/// A class because it gathers the glyphs of a line in buffers that it uses again.
final class PagePainter {
  private let context: OpaquePointer
  private let faces: CairoFaces
  private let pictures: PictureSurfaces
  /// Device units a point.
  private let scale: Double
  private var tags: ContentTags
  private var glyphs: [cairo_glyph_t] = []
  private var clusters: [cairo_text_cluster_t] = []
  private var text: [UInt8] = []
  /// Some of the letters gathered are more than spaces.
  private var hasInk = false
  /// What is drawn after the letters, in their places.
  private var signs: [(run: GlyphRun, start: Point, size: Length, colour: Colour)] = []

  /// `isTagging` is for PDFs whose content says what it is.
  init(
    context: OpaquePointer, faces: CairoFaces, pictures: PictureSurfaces, scale: Double,
    isTagging: Bool = false
  ) {
    self.context = context
    self.faces = faces
    self.pictures = pictures
    self.scale = scale
    tags = ContentTags(context: context, isOn: isTagging)
  }

  /// The colour of the whole paper, and of what is cut off around it.
  func paintGround(_ page: Page, bleed: Length = .zero) {
    guard let ground = page.ground else { return }
    set(ground)
    cairo_rectangle(
      context, -bleed.points, -bleed.points, (page.size.width + bleed * 2).points,
      (page.size.height + bleed * 2).points)
    cairo_fill(context)
  }

  /// Texts last: nothing lies over a text. Each call costs Cairo as much as dozens of points or letters, so what
  /// looks the same, belongs to the same element and follows each other goes out in one. Gives the tags that it set.
  @discardableResult
  func paint(_ page: Page) throws(BackendError) -> [ContentMark] {
    var open: OpenPath?
    for item in page.items {
      if case .text = item.paint { continue }
      if tags.wouldChange(to: item) {
        finish(open)
        open = nil
        tags.change(to: item)
      }
      switch item.paint {
      case .text: break
      case .path(let path, let fill, let stroke):
        let next = OpenPath(fill: fill, stroke: stroke, box: fill == nil ? nil : path.bounds)
        if let before = open, let joined = before.joined(with: next) {
          open = joined
        } else {
          finish(open)
          open = next
        }
        path.trace(on: context)
      case .picture(let id, let frame, let fit):
        finish(open)
        open = nil
        try paint(pictures.surface(id, in: frame, fit), in: frame, fit)
      }
    }
    finish(open)
    var look: TextLook?
    for item in page.items {
      guard case .text(let line) = item.paint else { continue }
      if tags.wouldChange(to: item) {
        finishText(&look)
        tags.change(to: item)
      }
      gather(line, &look)
    }
    finishText(&look)
    return tags.finish()
  }

  /// The last letters gathered, and what is drawn in the places of others.
  private func finishText(_ look: inout TextLook?) {
    show(look)
    look = nil
    for sign in signs {
      faces.signs.paint(sign.run, at: sign.start, size: sign.size, sign.colour, on: context)
    }
    signs.removeAll(keepingCapacity: true)
  }

  // MARK: Texts

  /// What the letters of one call have in common.
  private struct TextLook: Equatable {
    var face: Face
    var size: Double
    var colour: Colour
    var isRightToLeft: Bool
    /// Hyphens at the ends of lines.
    var isHyphen: Bool
  }

  /// Adds a line to the letters gathered; those before go out when they look otherwise.
  private func gather(_ line: TextLine, _ look: inout TextLook?) {
    let size = line.size.points
    let (x, y) = (line.baseline.x.points, line.baseline.y.points)
    for placed in line.line.runs {
      let run = placed.run
      let next = TextLook(
        face: run.face, size: size * Double(run.zoom), colour: line.colour, isRightToLeft: run.isRightToLeft,
        isHyphen: run.text == "\u{AD}")
      // Clusters from right to left run backwards through the letters of one call, so each run has its own.
      if look != next || run.isRightToLeft {
        show(look)
        look = next
      }
      let start = x + Double(placed.x) * size
      for glyph in run.glyphs.indices {
        glyphs.append(
          cairo_glyph_t(
            index: UInt(run.glyphs[glyph]), x: start + Double(run.x[glyph]) * size,
            y: y + Double(run.y[glyph]) * size))
      }
      gatherText(run)
      if case .letters = run.drawing {
        hasInk = hasInk || run.text != " " && run.text != "\u{A0}"
        continue
      }
      let place = Point(line.baseline.x + line.size * Double(placed.x), line.baseline.y)
      signs.append((run, place, line.size, line.colour))
    }
  }

  /// What the glyphs of a run mean. A space that lines do not break at has the glyph of other spaces, and their meaning: a
  /// font of a PDF knows one character for a glyph, and what is said beside it not all who read aloud understand.
  private func gatherText(_ run: GlyphRun) {
    let bytes = run.text.utf8
    guard bytes.contains(0xC2), run.text.unicodeScalars.contains("\u{A0}") else {
      for cluster in run.clusters {
        clusters.append(cairo_text_cluster_t(num_bytes: cluster.bytes, num_glyphs: cluster.glyphs))
      }
      text.append(contentsOf: bytes)
      return
    }
    var rest = bytes[...]
    for cluster in run.clusters {
      var letters = Array(rest.prefix(Int(cluster.bytes)))
      rest = rest.dropFirst(Int(cluster.bytes))
      if letters == [0xC2, 0xA0] { letters = [0x20] }
      clusters.append(cairo_text_cluster_t(num_bytes: Int32(letters.count), num_glyphs: cluster.glyphs))
      text.append(contentsOf: letters)
    }
  }

  private func show(_ look: TextLook?) {
    guard let look else { return }
    set(look.colour)
    cairo_set_scaled_font(
      context, faces.font(look.face, size: look.size, scale: scale, isForHyphens: look.isHyphen))
    if !hasInk { keepSpaces() }
    hasInk = false
    let flags = cairo_text_cluster_flags_t(rawValue: look.isRightToLeft ? 1 : 0)
    text.withUnsafeBytes { bytes in
      cairo_show_text_glyphs(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), glyphs,
        Int32(glyphs.count), clusters, Int32(clusters.count), flags)
    }
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  /// Cairo leaves out spaces that stand alone, and their text with them, unless they take some room on the page: another one
  /// takes it.
  private func keepSpaces() {
    guard let last = glyphs.last, !clusters.isEmpty else { return }
    glyphs.append(cairo_glyph_t(index: last.index, x: last.x + 2, y: last.y - 2))
    clusters.append(cairo_text_cluster_t(num_bytes: 1, num_glyphs: 1))
    text.append(0x20)
  }

  // MARK: Paths

  /// How the path that Cairo holds is to be painted, and where it lies if it is to be filled.
  private struct OpenPath {
    var fill: Colour?
    var stroke: Stroke?
    var box: Rect?

    /// Both as one path, if that looks the same as one after the other: strokes always do, fills beside each other
    /// do; over each other, one might cut a hole into the other.
    func joined(with next: OpenPath) -> OpenPath? {
      guard fill == next.fill, stroke == next.stroke else { return nil }
      guard fill != nil else { return self }
      guard stroke == nil, let box, let other = next.box, !box.intersects(other) else { return nil }
      return OpenPath(fill: fill, box: box.union(other))
    }
  }

  /// Paints the path that Cairo holds.
  private func finish(_ path: OpenPath?) {
    guard let path else { return }
    if let fill = path.fill {
      set(fill)
      if path.stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    if let stroke = path.stroke {
      set(stroke.colour)
      cairo_set_line_width(context, stroke.width.points)
      cairo_set_line_cap(context, stroke.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
      cairo_set_line_join(context, stroke.cap == .round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
      cairo_set_dash(context, stroke.dashes.map(\.points), Int32(stroke.dashes.count), 0)
      cairo_stroke(context)
    }
    cairo_new_path(context)
  }

  private func paint(_ picture: PictureSurfaces.Entry, in frame: Rect, _ fit: PictureFit) {
    let place = fit.place(width: picture.uprightWidth, height: picture.uprightHeight, in: frame)
    let zoom = place.width.points / picture.uprightWidth
    cairo_save(context)
    cairo_rectangle(context, frame.x.points, frame.y.points, frame.width.points, frame.height.points)
    cairo_clip(context)
    cairo_translate(context, place.x.points, place.y.points)
    cairo_scale(context, zoom, zoom)
    var upright = picture.uprightMatrix
    cairo_transform(context, &upright)
    cairo_set_source_surface(context, picture.surface, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
    cairo_rectangle(context, 0, 0, picture.width, picture.height)
    cairo_fill(context)
    cairo_restore(context)
  }

  private func set(_ colour: Colour) {
    cairo_set_source_rgb(
      context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
  }
}
