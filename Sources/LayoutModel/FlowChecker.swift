import Diagnostics
import LocatedYAML
import PageModel

/// Turns a report's file into a definition, or says what is wrong with it. Needs no workbook.
struct FlowChecker {
  let vocabulary: LayoutVocabulary
  let audiences: [String]
  var reading = Reading()
  var phrases: [Text] = []

  init(vocabulary: LayoutVocabulary, audiences: [String]) {
    self.vocabulary = vocabulary
    self.audiences = audiences
  }

  mutating func define(_ file: FlowFile) -> FlowDefinition {
    phrase(file.title)
    var paper = Paper.a4
    if let text = file.page.paper {
      let known: [Paper] = [.a4, .letter]
      if let named = Paper(named: text.string), known.contains(named) {
        paper = named
      } else {
        reading.unknown("flow/paper", text, known: known.map(\.rawValue))
      }
    }
    var parts: [FlowDefinition.Part] = []
    for part in file.flow {
      guard let name = part.part else { continue }
      if let first = parts.first(where: { $0.name.string == name.string }) {
        reading.report(
          Diagnostic(
            fault: "flow/part-twice", at: name.span,
            ["name": .text(name.string), "key": .text(name.string)],
            related: first.name.span.map { [Diagnostic.Related(key: "first-given-here", span: $0)] } ?? []))
        continue
      }
      phrase(part.title)
      phrase(part.opening)
      parts.append(
        FlowDefinition.Part(
          name: name, title: part.title?.string, opening: part.opening?.string,
          matter: part.matter ?? .body, audience: audience(part.audience),
          blocks: part.blocks.compactMap { block($0) }))
    }
    return FlowDefinition(
      name: file.report?.string ?? "", title: file.title?.string ?? "", family: file.family ?? .concept,
      paper: paper, parts: parts)
  }

  private mutating func block(_ file: FlowBlockFile) -> FlowDefinition.Block? {
    guard let name = file.block else { return nil }
    guard let traits = vocabulary.blocks.first(where: { $0.name == name.string }) else {
      reading.unknown("layout/unknown-block", name, known: vocabulary.blocks.map(\.name))
      return nil
    }
    phrase(file.heading)
    var columns: [FlowDefinition.Column] = []
    let path = file.from.map(DataPath.init)
    if let path, let shape = vocabulary.shape(at: path, from: vocabulary.root, &reading) {
      if let accepts = traits.accepts, !accepts(shape) {
        reading.report(
          Diagnostic(
            fault: "layout/block-shape", at: path.text.span,
            [
              "block": .text(name.string), "path": .text(path.text.string), "shape": .phrase(shape.phrase),
            ]))
      }
      if case .list(.record(let element), _) = shape {
        for column in file.columns {
          guard let from = column.from, let heading = column.heading else { continue }
          phrase(heading)
          _ = vocabulary.shape(at: DataPath(from), from: element, &reading)
          columns.append(FlowDefinition.Column(from: DataPath(from), heading: heading.string))
        }
      }
    } else if file.from == nil, traits.accepts != nil {
      reading.report(
        Diagnostic(
          fault: "key/missing", at: name.span, ["key": .text("from"), "record": .phrase("record.flowBlock")]))
    }
    return FlowDefinition.Block(
      name: name.string, from: path, heading: file.heading?.string, columns: columns,
      text: Dictionary(file.text.entries.map { ($0.key.string, $0.value) }) { first, _ in first },
      canvases: file.canvases.map(\.text), audience: audience(file.audience))
  }

  private mutating func phrase(_ text: Text?) {
    if let text { phrases.append(text) }
  }

  private mutating func audience(_ word: Text?) -> String? {
    guard let word else { return nil }
    if !audiences.contains(word.string) { reading.unknownWord(word, known: audiences) }
    return word.string
  }
}
