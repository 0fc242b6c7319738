import CairoBackend
import Content
import Languages
import LayoutEngine
import LayoutModel
import PageModel
import SVGBackend

/// A report as one HTML file: its figures as drawings, its pictures inside it.
struct ReportPage {
  let draft: ReportPress.Draft
  let job: ReportComposer.Job
  let typesetter: Typesetter

  func html(of report: Report) -> String {
    let catalogue = draft.catalogue
    func word(_ name: String) -> String { catalogue.phrase("report.html." + name) }
    func colour(_ name: String) -> String { (draft.theme.colours[name] ?? .white).hex }
    var drawings: [Place: String] = [:]
    for (place, figure, page) in ReportComposer.figures(of: job, typesetter: typesetter) {
      drawings[place] = SVGPainting.svg(of: page, as: .figure(label: figure.alternative))
    }
    let pictures = Dictionary(draft.pictures.pictures.map { ($0.path, Self.address(of: $0)) }) { first, _ in
      first
    }
    return HTMLWriter.write(
      report, pictures: pictures, drawings: drawings,
      words: HTMLWords(
        skip: word("skip"), contents: word("contents"), mentionedIn: word("mentionedIn"),
        notes: word("notes"), note: word("note"), backToText: word("backToText"), table: word("table"),
        done: word("done"), open: word("open")),
      look: HTMLLook(
        ink: colour("ink"), quiet: colour("quiet"), rule: colour("rule"),
        accent: colour(draft.flow.family.rawValue), segments: draft.theme.segments.map(\.hex)))
  }

  /// The picture itself as an address, so that the page needs nothing beside it.
  private static func address(of picture: Picture) -> String {
    let kind =
      switch picture.format {
      case .png: "png"
      case .jpeg: "jpeg"
      case .svg: "svg+xml"
      }
    return "data:image/\(kind);base64," + Base64.text(picture.bytes)
  }
}

/// Bytes as the sixty-four letters that addresses may hold (RFC 4648).
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for position in 0..<4 {
        let isThere = position <= group.count
        text.append(isThere ? letters[Int(bits >> UInt32(18 - 6 * position) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
