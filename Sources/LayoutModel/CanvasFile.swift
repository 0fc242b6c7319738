import Diagnostics
import LocatedYAML
import PageModel

/// A canvas's file as written, before it is checked: one field table each for its maps.
struct CanvasFile: Record {
  var canvas: Text?
  var tool: Text?
  var title: Text?
  var purpose: Text?
  var family: CanvasFamily?
  var reads: Text?
  var about: [AboutFile] = []
  var sheets: Text?
  var needs: Text?
  /// `all`, or the names of cells whose notes are counted by their evidence.
  var evidence: [LoneText] = []
  var when: Text?
  var licence: Text?
  var page = PageFile()
  var grid = GridFile()
  var cells = Keyed<CellFile>()

  static let table = RecordTable<CanvasFile>(
    "canvas",
    [
      Field("canvas", \.canvas, required: true),
      Field("tool", \.tool),
      Field("title", \.title, required: true),
      Field("purpose", \.purpose),
      Field("family", \.family, required: true),
      Field("reads", \.reads),
      Field("about", \.about),
      Field("sheets", \.sheets),
      Field("needs", \.needs),
      Field("evidence", \.evidence),
      Field("when", \.when),
      Field("licence", \.licence),
      Field("page", \.page),
      Field("grid", \.grid, required: true),
      Field("cells", \.cells, required: true),
    ])
}

/// What the head names after the title; with a label, blank sheets have a line to write it on.
struct AboutFile: Record {
  var from: Text?
  var label: Text?

  static let table = RecordTable<AboutFile>(
    "about", [Field("from", \.from, required: true), Field("label", \.label)])
}

struct PageFile: Record {
  var paper: Text?
  var margin: LayoutLength?
  var bleed: LayoutLength?

  static let table = RecordTable<PageFile>(
    "page", [Field("paper", \.paper), Field("margin", \.margin), Field("bleed", \.bleed)])
}

struct GridFile: Record {
  var columns: [TrackText] = []
  var rows: [TrackText] = []
  var columnGap: LayoutLength?
  var rowGap: LayoutLength?
  var areas: [Text] = []

  static let table = RecordTable<GridFile>(
    "grid",
    [
      Field("columns", \.columns, required: true),
      Field("rows", \.rows, required: true),
      Field("columnGap", \.columnGap),
      Field("rowGap", \.rowGap),
      Field("areas", \.areas, required: true),
    ])
}

struct CellFile: Record {
  var block: Text?
  var from: Text?
  var heading: Text?
  var label: Text?
  var prompts: Text?
  var order: Order?
  var icon: Text?
  var role: Text?
  var style: CellStyle?
  var tone: CellTone?
  var ground: CellGround?
  var joins: CellJoin?
  var lines: Order?
  var columns: Order?
  var also: [AlsoFile] = []
  /// The beginnings of the keys of a criterion's phrases.
  var criteria: [LoneText] = []
  var ticks: [TicksFile] = []
  var missing: Text?
  var evidence: Text?
  var mark: CellMark?

  static let table = RecordTable<CellFile>(
    "cell",
    [
      Field("block", \.block, required: true),
      Field("from", \.from),
      Field("heading", \.heading),
      Field("label", \.label),
      Field("prompts", \.prompts),
      Field("order", \.order),
      Field("icon", \.icon),
      Field("role", \.role),
      Field("style", \.style),
      Field("tone", \.tone),
      Field("ground", \.ground),
      Field("joins", \.joins),
      Field("lines", \.lines),
      Field("columns", \.columns),
      Field("also", \.also),
      Field("criteria", \.criteria),
      Field("ticks", \.ticks),
      Field("missing", \.missing),
      Field("evidence", \.evidence),
      Field("mark", \.mark),
    ])
}

/// More values of the same record, set below the first.
struct AlsoFile: Record {
  var from: Text?
  /// A phrase with a place for the value.
  var words: Text?
  var role: Text?

  static let table = RecordTable<AlsoFile>(
    "also", [Field("from", \.from, required: true), Field("words", \.words), Field("role", \.role)])
}

/// A list of words to tick.
struct TicksFile: Record {
  var from: Text?
  var label: Text?
  /// The key of phrases, one a word, that explain them.
  var explain: Text?
  /// Only these words of the list.
  var words: [Text] = []
  var only: TickState?

  static let table = RecordTable<TicksFile>(
    "ticks",
    [
      Field("from", \.from, required: true), Field("label", \.label), Field("explain", \.explain),
      Field("words", \.words), Field("only", \.only),
    ])
}

/// Boxes that only a blank sheet has.
enum TickState: String, Word {
  case blank
  static let group = "tickState"
}

struct Order: BoundedInteger {
  static let bounds = 1...99
  let value: Int
  let text: Text
  init(value: Int, text: Text) {
    self.value = value
    self.text = text
  }
  var view: DataView { .nothing }
}
