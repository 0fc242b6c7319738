import Diagnostics
import LocatedYAML
import PageModel

/// A theme's file as written.
struct ThemeFile: Record {
  var theme: Text?
  var extends: Text?
  var colours = Keyed<HexColour>()
  var segments: [HexColour] = []
  var groundTint: Percentage?
  var outlines: OutlineWord?
  var floors = Keyed<PointSize>()
  var hairlines = Keyed<PointSize>()
  var roles = Keyed<RoleFile>()
  var report = Keyed<ReportRoleFile>()

  static let table = RecordTable<ThemeFile>(
    "theme",
    [
      Field("theme", \.theme, required: true),
      Field("extends", \.extends),
      Field("colours", \.colours),
      Field("segments", \.segments),
      Field("groundTint", \.groundTint),
      Field("outlines", \.outlines),
      Field("floors", \.floors),
      Field("hairlines", \.hairlines),
      Field("roles", \.roles),
      Field("report", \.report),
    ])
}

struct RoleFile: Record {
  var weight: WeightWord?
  var colour: Text?
  var sizes = Keyed<SizeAndLeading>()

  static let table = RecordTable<RoleFile>(
    "role", [Field("weight", \.weight), Field("colour", \.colour), Field("sizes", \.sizes)])
}

/// A role of the report's pages, of one size.
struct ReportRoleFile: Record {
  var weight: WeightWord?
  var colour: Text?
  var size: SizeAndLeading?

  static let table = RecordTable<ReportRoleFile>(
    "reportRole", [Field("weight", \.weight), Field("colour", \.colour), Field("size", \.size)])
}

/// Whether grounds and marks are drawn as outlines.
enum OutlineWord: String, Word {
  case yes = "true"
  case no = "false"
  static let group = "outlines"
}

enum WeightWord: String, Word {
  case regular, medium, semibold
  static let group = "weight"
  var weight: TextStyle.Weight { TextStyle.Weight(rawValue: rawValue) ?? .regular }
}

/// `#1D2228`
struct HexColour: FieldValue {
  var colour: Colour

  static var shape: Shape { .text }

  static func read(_ node: LocatedNode, _ reading: inout Reading) -> HexColour? {
    guard let text = Text.read(node, &reading) else { return nil }
    if let colour = Colour(hex: text.string) { return HexColour(colour: colour) }
    reading.report(
      Diagnostic(fault: "theme/colour", at: text.span, ["word": .text(text.string)], hint: "colour-form"))
    return nil
  }

  var view: DataView { .nothing }
}

/// `10/13`: ten points on thirteen.
struct SizeAndLeading: FieldValue {
  var value: Theme.TypeSize

  static var shape: Shape { .text }

  static func read(_ node: LocatedNode, _ reading: inout Reading) -> SizeAndLeading? {
    guard let text = Text.read(node, &reading) else { return nil }
    let parts = text.string.split(separator: "/")
    if parts.count == 2, let size = LayoutLength.number(parts[0]),
      let leading = LayoutLength.number(parts[1]),
      size > 0, leading >= size
    {
      return SizeAndLeading(value: Theme.TypeSize(size: size, leading: leading))
    }
    reading.report(
      Diagnostic(fault: "theme/size", at: text.span, ["word": .text(text.string)], hint: "size-form"))
    return nil
  }

  var view: DataView { .nothing }
}

/// A number of points.
struct PointSize: FieldValue {
  var value: Double

  static var shape: Shape { .amount }

  static func read(_ node: LocatedNode, _ reading: inout Reading) -> PointSize? {
    guard let amount = Amount.read(node, &reading) else { return nil }
    if amount.value > 0, amount.value <= 500 { return PointSize(value: amount.value) }
    reading.report(
      Diagnostic(
        fault: "theme/size", at: amount.text.span, ["word": .text(amount.text.string)], hint: "size-form"))
    return nil
  }

  var view: DataView { .nothing }
}
