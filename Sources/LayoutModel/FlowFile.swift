import Diagnostics
import LocatedYAML

/// A report's file as written, before it is checked.
struct FlowFile: Record {
  var report: Text?
  var title: Text?
  var family: CanvasFamily?
  var page = FlowPageFile()
  var flow: [PartFile] = []

  static let table = RecordTable<FlowFile>(
    "flow",
    [
      Field("report", \.report, required: true),
      Field("title", \.title, required: true),
      Field("family", \.family, required: true),
      Field("page", \.page),
      Field("flow", \.flow, required: true),
    ])
}

struct FlowPageFile: Record {
  var paper: Text?

  static let table = RecordTable<FlowPageFile>("flowPage", [Field("paper", \.paper)])
}

struct PartFile: Record {
  var part: Text?
  var title: Text?
  var opening: Text?
  var matter: FlowDefinition.Matter?
  var audience: Text?
  var blocks: [FlowBlockFile] = []

  static let table = RecordTable<PartFile>(
    "part",
    [
      Field("part", \.part, required: true),
      Field("title", \.title),
      Field("opening", \.opening),
      Field("matter", \.matter),
      Field("audience", \.audience),
      Field("blocks", \.blocks, required: true),
    ])
}

/// A block by its name alone, or with what it is told.
struct FlowBlockFile: Record {
  var block: Text?
  var from: Text?
  var heading: Text?
  var columns: [FlowColumnFile] = []
  var text = Keyed<Text>()
  var canvases: [LoneText] = []
  var audience: Text?

  static let table = RecordTable<FlowBlockFile>(
    "flowBlock",
    [
      Field("block", \.block, required: true),
      Field("from", \.from),
      Field("heading", \.heading),
      Field("columns", \.columns),
      Field("text", \.text),
      Field("canvases", \.canvases),
      Field("audience", \.audience),
    ], writtenAs: "block")
}

struct FlowColumnFile: Record {
  var from: Text?
  var heading: Text?

  static let table = RecordTable<FlowColumnFile>(
    "flowColumn", [Field("from", \.from, required: true), Field("heading", \.heading, required: true)])
}
