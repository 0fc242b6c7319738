import CCMark
import Synchronization

/// The door to cmark: a text becomes a tree that lives as long as it is read.
enum Markup {
  // cmark keeps its extensions in a list of its own, and attaching one changes tables that all parsers share.
  private static let areExtensionsKnown: Void = cmark_gfm_core_extensions_ensure_registered()
  private static let parsing = Mutex(())

  /// Nodes must not leave `read`: the tree ends with it.
  static func withTree<Value>(of source: ProseSource, _ read: (MarkupNode) -> Value) -> Value {
    _ = areExtensionsKnown
    let address = parsing.withLock { _ in UInt(bitPattern: parse(source)) }
    guard let root = OpaquePointer(bitPattern: address) else { preconditionFailure("cmark gave no tree") }
    defer { cmark_node_free(root) }
    return read(MarkupNode(root))
  }

  private static func parse(_ source: ProseSource) -> OpaquePointer? {
    let options = source.hasFootnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT
    guard let parser = cmark_parser_new(options) else { preconditionFailure("no memory for a text") }
    defer { cmark_parser_free(parser) }
    for name in source.extensions {
      guard let syntax = cmark_find_syntax_extension(name) else {
        preconditionFailure("cmark-gfm has no extension \(name)")
      }
      _ = cmark_parser_attach_syntax_extension(parser, syntax)
    }
    source.bytes.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    return cmark_parser_finish(parser)
  }
}

/// A block or an inline of cmark's tree.
struct MarkupNode {
  enum Kind {
    case paragraph, heading, quote, list, item, task, code, html, pause, table, row, cell, footnote
    case text, softBreak, hardBreak, codeSpan, inlineHTML, emphasis, strong, struck, link, picture, reference
    case other
  }

  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) { self.pointer = pointer }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: typeName == "tasklist" ? .task : .item
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_THEMATIC_BREAK: .pause
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .hardBreak
    case CMARK_NODE_CODE: .codeSpan
    case CMARK_NODE_HTML_INLINE: .inlineHTML
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .picture
    case CMARK_NODE_FOOTNOTE_REFERENCE: .reference
    default: extensionKind
    }
  }

  /// Numbers of extensions' types are given when the program runs; their names are fixed.
  private var extensionKind: Kind {
    switch typeName {
    case "table": .table
    case "table_row", "table_header": .row
    case "table_cell": .cell
    case "strikethrough": .struck
    default: .other
    }
  }

  private var typeName: String { Self.string(cmark_node_get_type_string(pointer)) }

  private static func string(_ characters: UnsafePointer<CChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }

  /// What stands in it as it is; a footnote reference's is its rank, in digits.
  var literal: String { Self.string(cmark_node_get_literal(pointer)) }
  /// A link's or a picture's.
  var address: String { Self.string(cmark_node_get_url(pointer)) }
  var title: String { Self.string(cmark_node_get_title(pointer)) }
  /// What follows the fence of a code block.
  var info: String { Self.string(cmark_node_get_fence_info(pointer)) }
  /// A heading's, from 1.
  var level: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// Of the whole source, from 1.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  var isDone: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// The number of a counted list's first item.
  var start: Int? {
    guard cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
    return Int(cmark_node_get_list_start(pointer))
  }

  /// One for each column of a table.
  var alignments: [ReportTable.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else {
      return Array(repeating: .start, count: count)
    }
    return (0..<count).map { column in
      switch letters[column] {
      case UInt8(ascii: "c"): .middle
      case UInt8(ascii: "r"): .end
      default: .start
      }
    }
  }

  var children: [MarkupNode] {
    Array(sequence(first: MarkupNode(cmark_node_first_child(pointer))) { $0?.next }.prefix { $0 != nil })
      .compactMap { $0 }
  }

  private var next: MarkupNode? { MarkupNode(cmark_node_next(pointer)) }

  /// Calls at the start of every node below this one and at the end of those that may hold others, however
  /// deep they stand.
  func walk(_ visit: (_ node: MarkupNode, _ isStart: Bool) -> Void) {
    guard let iterator = cmark_iter_new(pointer) else { preconditionFailure("no memory for a text") }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = MarkupNode(cmark_iter_get_node(iterator)) else { return }
      if node.pointer != pointer { visit(node, event == CMARK_EVENT_ENTER) }
    }
  }
}
