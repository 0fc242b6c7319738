package import PageModel

/// Writes the display list of a page as an `<svg>` element whose unit is a point.
package struct SVGPainting {
  /// What the drawing is to its surroundings.
  package enum Use: Sendable {
    /// A file of its own, as large as the page.
    case file(title: String, language: String)
    /// A picture in a web page, named for those who cannot see it.
    case figure(label: String)
    /// Passed over by those who cannot see it: what it shows is said beside it.
    case decoration
  }

  /// Texts last, as on paper. A picture for which `pictures` gives nothing is left out.
  package static func svg(
    of page: Page, as use: Use, pictures: (PictureID) -> SVGPicture? = { _ in nil }
  ) -> String {
    var lines = opening(page.size, use)
    lines.append("<g stroke-miterlimit=\"10\">")
    for item in page.items {
      switch item.paint {
      case .text: break
      case .path(let path, let fill, let stroke):
        if let element = SVGPath.element(path, fill: fill, stroke: stroke) { lines.append(element) }
      case .picture(let id, let frame, let fit):
        if let picture = pictures(id) { lines.append(picture.element(in: frame, fit)) }
      }
    }
    lines.append("</g>")
    lines.append("<g font-family=\"Lato, 'Helvetica Neue', Arial, sans-serif\">")
    for line in page.textLines { lines += SVGText.elements(line) }
    return (lines + ["</g>", "</svg>"]).joined(separator: "\n")
  }

  private static func opening(_ size: Size, _ use: Use) -> [String] {
    let (width, height) = (SVGNumber.text(size.width), SVGNumber.text(size.height))
    let frame = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\""
    switch use {
    case .file(let title, let language):
      return [
        frame + " width=\"\(width)pt\" height=\"\(height)pt\" xml:lang=\"\(XMLText.escaped(language))\">",
        "<title>\(XMLText.escaped(title))</title>",
      ]
    case .figure(let label):
      return [frame + " role=\"img\" aria-label=\"\(XMLText.escaped(label))\">"]
    case .decoration: return [frame + " aria-hidden=\"true\">"]
    }
  }
}
