import Diagnostics

/// The inline content of one block while it is read: a paragraph, a heading, a cell.
struct ProseLine {
  /// What links and footnotes of the line lead to.
  struct Surroundings {
    let part: String
    let origin: Span?
    let names: (String) -> (place: Place, title: String)?
    /// The id that stands for an address made by `ProseSource`.
    let id: (String) -> String?
  }

  private struct Opening {
    /// Where its words begin.
    var start: Int
    var address: String
  }

  private let around: Surroundings
  /// Pictures leave no words, because nothing else stands here.
  private let isOfPictures: Bool
  private var spans: [Inline] = []
  private(set) var figures: [Figure] = []
  /// Ids that its links lead to and nothing has.
  private(set) var unknown: [String] = []
  private var links: [Opening] = []
  private var picture: Opening?
  private var pictureDepth = 0
  private var emphasis = 0
  private var strong = 0
  private var struck = 0
  private var isAfterComment = false

  init(_ node: MarkupNode, _ around: Surroundings, numbers: inout FootnoteNumbers) {
    self.around = around
    isOfPictures = Self.isOfPictures(node)
    node.walk { read($0, $1, &numbers) }
  }

  private static func isOfPictures(_ node: MarkupNode) -> Bool {
    guard node.kind == .paragraph else { return false }
    var count = 0
    for child in node.children {
      switch child.kind {
      case .picture where !ProseAddress(child.address).isRemote && !child.address.isEmpty: count += 1
      case .softBreak, .hardBreak: continue
      case .text where child.literal.allSatisfy(\.isWhitespace): continue
      case .inlineHTML where HTMLComments.removed(from: child.literal).isEmpty: continue
      default: return false
      }
    }
    return count > 0
  }

  /// Neighbours that look and lead the same are one.
  var prose: Prose {
    var merged: [Inline] = []
    for span in spans where !span.text.isEmpty {
      if let last = merged.last, last.style == span.style, last.link == span.link {
        merged[merged.count - 1].text += span.text
      } else {
        merged.append(span)
      }
    }
    if let first = merged.first, first.style.isDisjoint(with: .code) {
      merged[0].text = String(first.text.drop(while: \.isWhitespace))
    }
    if let last = merged.last, last.style.isDisjoint(with: .code) {
      merged[merged.count - 1].text = String(last.text.withoutSpaceAtEnd)
    }
    return Prose(merged.filter { !$0.text.isEmpty })
  }

  private mutating func read(_ node: MarkupNode, _ isStart: Bool, _ numbers: inout FootnoteNumbers) {
    switch node.kind {
    case .emphasis: emphasis += isStart ? 1 : -1
    case .strong: strong += isStart ? 1 : -1
    case .struck: struck += isStart ? 1 : -1
    case .link:
      if isStart {
        links.append(Opening(start: spans.count, address: node.address))
      } else if let link = links.popLast() {
        close(link)
      }
    case .picture: isStart ? openPicture(node) : closePicture(node)
    case .softBreak: say(" ")
    case .hardBreak: say("\n")
    case .codeSpan: say(node.literal, .code)
    case .inlineHTML:
      let visible = HTMLComments.removed(from: node.literal)
      if visible.isEmpty { isAfterComment = true } else { say(visible) }
    case .reference:
      if isStart { refer(to: node, &numbers) }
    default:
      if isStart { say(node.literal) }
    }
  }

  private mutating func say(_ words: String, _ style: Inline.Style = [], link: Link? = nil) {
    var words = words.withoutControls
    if isAfterComment, words.hasPrefix(" "), spans.last.map({ $0.text.hasSuffix(" ") }) ?? true {
      words.removeFirst()
    }
    isAfterComment = false
    var style = style
    if emphasis > 0 { style.insert(.emphasis) }
    if strong > 0 { style.insert(.strong) }
    if struck > 0 { style.insert(.struck) }
    spans.append(Inline(words, style: style, link: link, origin: around.origin))
  }

  private mutating func close(_ link: Opening) {
    // What stands for a picture is plain text.
    guard pictureDepth == 0 else { return }
    let words = spans[link.start...].map(\.text).joined()
    if let id = around.id(link.address), let known = around.names(words) ?? around.names(id) {
      // Brackets alone stand for the name of what they hold.
      if words.isEmpty || words.lowercased() == id.lowercased() {
        spans.removeSubrange(link.start...)
        say(known.title)
      }
      lead(from: link.start, to: .place(known.place))
      return
    }
    let address = ProseAddress(link.address)
    if let known = address.id.flatMap(around.names) {
      if words.isEmpty { say(known.title) }
      lead(from: link.start, to: .place(known.place))
    } else if let id = address.id {
      // Nothing has it, or these readers may not see what has it.
      unknown.append(id)
      if words.isEmpty { say(address.text) }
    } else if let web = address.web {
      if words.isEmpty { say(address.text) }
      lead(from: link.start, to: .web(web))
    } else if words.isEmpty {
      say(address.text)
    } else if !address.text.isEmpty, words != address.text {
      say(" (\(address.text))")
    }
  }

  private mutating func lead(from start: Int, to link: Link) {
    for index in start..<spans.count where spans[index].link == nil { spans[index].link = link }
  }

  private mutating func openPicture(_ node: MarkupNode) {
    pictureDepth += 1
    if pictureDepth == 1 { picture = Opening(start: spans.count, address: node.address) }
  }

  private mutating func closePicture(_ node: MarkupNode) {
    pictureDepth -= 1
    guard pictureDepth == 0, let picture else { return }
    let address = ProseAddress(picture.address)
    let alternative = spans[picture.start...].map(\.text).joined()
    if around.id(picture.address) != nil {
      spans.insert(Inline("!", origin: around.origin), at: picture.start)
      close(Opening(start: picture.start + 1, address: picture.address))
    } else if address.isRemote {
      close(picture)
      if !node.title.isEmpty { say(" (\(node.title))") }
    } else if !address.text.isEmpty {
      if isOfPictures { spans.removeSubrange(picture.start...) }
      figures.append(
        Figure(
          .picture(address.path), caption: Prose(node.title.withoutControls, at: around.origin),
          alternative: alternative, origin: around.origin))
    }
  }

  private mutating func refer(to node: MarkupNode, _ numbers: inout FootnoteNumbers) {
    guard pictureDepth == 0 else { return }
    guard let rank = Int(node.literal), let number = numbers.number(ofRank: rank) else {
      return say(node.literal)
    }
    say(String(number), .raised, link: .place(.footnote(around.part, number)))
  }
}

extension StringProtocol {
  /// A text turned round twice says the same at a hundred times the cost.
  var withoutSpaceAtEnd: SubSequence {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self[startIndex..<startIndex] }
    return self[...last]
  }
}

extension String {
  /// With the sign for what cannot be shown in place of control characters, which `&#27;` can make.
  var withoutControls: String {
    guard unicodeScalars.contains(where: Self.isControl) else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.map { Self.isControl($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isControl(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }
}
