import Content
import Languages

/// What would be in a report, part by part, and why the rest is not.
struct ReportOutline {
  let outline: Outline

  init(_ built: ReportBuilder.Built, _ catalogue: Catalogue) {
    let numbers = Dictionary(built.report.parts.map { ($0.name, $0.number) }) { first, _ in first }
    let width = built.outline.map(\.name.count).max() ?? 0
    var outline = Outline()
    for part in built.outline {
      let name = part.name + String(repeating: " ", count: width - part.name.count + 2)
      let title = [numbers[part.name].flatMap { $0 }, part.title.text].compactMap { $0 }
      var text = [Outline.Part(title.joined(separator: "  "), part.reason == nil ? .strong : .quiet)]
      if let reason = part.reason {
        let words = catalogue.phrase("report.leftOutBecause", ["reason": reason.text])
        text.append(Outline.Part(" – " + words, .quiet))
      } else if !part.headings.isEmpty {
        text.append(Outline.Part(": " + part.headings.map(\.text).joined(separator: "; ")))
      }
      outline.add(Outline.Line(label: [Outline.Part(name, .quiet)], text: text))
    }
    self.outline = outline
  }
}
