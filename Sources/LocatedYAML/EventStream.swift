import CYAML

/// One event of libyaml with marks in characters from the start of the text given.
struct YAMLEvent {
  enum Kind {
    case streamEnd, documentStart, documentEnd
    case alias(String)
    case scalar(String, LocatedNode.Style)
    case sequenceStart(LocatedNode.Style)
    case mappingStart(LocatedNode.Style)
    case collectionEnd
    case other
  }

  var kind: Kind
  var anchor: String?
  var tag: String?
  var start: Int
  var end: Int
}

/// What libyaml says when it cannot go on; marks in characters.
struct YAMLProblem: Error {
  var problem: String
  var context: String
  var problemMark: Int
  var contextMark: Int
  /// The reader's own trouble (a control character), counted in bytes.
  var byteOffset: Int?
}

/// Owns a libyaml parser over bytes that outlive it.
struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    precondition(yaml_parser_initialize(parser) == 1, "libyaml has no memory for a parser")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  func next() throws(YAMLProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { yaml_event_delete(&event) }
    var result = YAMLEvent(kind: .other, start: event.start_mark.index, end: event.end_mark.index)
    switch event.type {
    case YAML_STREAM_END_EVENT: result.kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: result.kind = .collectionEnd
    case YAML_ALIAS_EVENT: result.kind = .alias(Self.string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let value = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      result.kind = .scalar(value, Self.style(scalar.style))
      result.anchor = Self.string(scalar.anchor)
      result.tag = Self.string(scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      result.kind = .sequenceStart(start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block)
      result.anchor = Self.string(start.anchor)
      result.tag = Self.string(start.tag)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      result.kind = .mappingStart(start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block)
      result.anchor = Self.string(start.anchor)
      result.tag = Self.string(start.tag)
    default: break
    }
    return result
  }

  private var problem: YAMLProblem {
    let state = parser.pointee
    return YAMLProblem(
      problem: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      problemMark: state.problem_mark.index,
      contextMark: state.context_mark.index,
      byteOffset: state.error == YAML_READER_ERROR ? state.problem_offset : nil)
  }

  private static func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private static func style(_ style: yaml_scalar_style_t) -> LocatedNode.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
