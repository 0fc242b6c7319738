import CPangoCairo
import PageModel

/// Links, their targets and the outline, as Cairo writes them into a PDF.
enum PDFLinks {
  /// A place that links lead to. Its name stays inside the file.
  static func mark(_ anchor: PageAnchor, _ context: OpaquePointer) {
    let attributes = "name='\(name(anchor.number))' x=0 y=\(number(anchor.y))"
    cairo_tag_begin(context, CAIRO_TAG_DEST, attributes)
    cairo_tag_end(context, CAIRO_TAG_DEST)
  }

  /// Inside an element of the structure: links without one leave Cairo's table of objects damaged.
  static func add(_ links: [PageLink], _ context: OpaquePointer) {
    guard !links.isEmpty else { return }
    cairo_tag_begin(context, "Sect", nil)
    for link in links { add(link, context) }
    cairo_tag_end(context, "Sect")
  }

  private static func add(_ link: PageLink, _ context: OpaquePointer) {
    let frame = link.frame
    let box = [frame.x, frame.y, frame.width, frame.height].map(number).joined(separator: " ")
    let target =
      switch link.target {
      case .anchor(let anchor): "dest='\(name(anchor))'"
      case .web(let address): "uri='\(quoted(address))'"
      }
    cairo_tag_begin(context, CAIRO_TAG_LINK, "rect=[\(box)] \(target)")
    cairo_tag_end(context, CAIRO_TAG_LINK)
  }

  /// Entries below each other as their levels say; the first two levels are open.
  static func add(_ outline: [OutlineEntry], _ surface: OpaquePointer) {
    var open: [(level: Int, id: Int32)] = []
    for entry in outline {
      while let last = open.last, last.level >= entry.level { open.removeLast() }
      let flags = entry.level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(rawValue: 0)
      let id = cairo_pdf_surface_add_outline(
        surface, open.last?.id ?? CAIRO_PDF_OUTLINE_ROOT, entry.title, "dest='\(name(entry.anchor))'", flags)
      open.append((entry.level, id))
    }
  }

  private static func name(_ anchor: Int) -> String { "p\(anchor)" }

  /// Cairo ends an attribute at a quote, and writes parentheses and backslashes as they are, which would end the PDF's string.
  private static func quoted(_ address: String) -> String {
    var quoted = ""
    for byte in address.utf8 {
      let mustBeHidden = byte <= 0x20 || byte >= 0x7F || [0x22, 0x27, 0x28, 0x29, 0x5C].contains(byte)
      if mustBeHidden {
        let digits = String(byte, radix: 16, uppercase: true)
        quoted += "%" + (digits.count == 1 ? "0" : "") + digits
      } else {
        quoted.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return quoted
  }

  private static func number(_ length: Length) -> String {
    let hundredths = Int((length.points * 100).rounded())
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    return (hundredths < 0 ? "-" : "") + "\(whole)." + (part < 10 ? "0" : "") + "\(part)"
  }
}
