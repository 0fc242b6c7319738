import Foundation
import Testing

/// What independent tools find wrong with finished PDF files: nothing, when they find nothing.
enum PDFJudges {
  private static let folder = home + "/Tests/Judges/"

  /// Damaged or unusual syntax, by qpdf.
  static func syntax(_ files: [String]) throws -> String {
    try files.map { file in
      let result = try run("qpdf", ["--check", file])
      return result.code == 0 ? "" : result.output + result.errors
    }.joined()
  }

  /// Whatever PDF/A and PDF/UA ask of files that claim to be `claim`, such as `2U+UA`.
  ///
  /// - Parameter boxes: what lies around a trimmed sheet, such as `slug=10,bleed=3`, in millimetres.
  static func claim(_ claim: String, boxes: String?, _ files: [String]) throws -> String {
    try complaint("python3", ["-B", folder + "accessible.py", claim] + press(boxes) + files)
  }

  /// Damages that the judge of claims does not name when files are damaged one thing at a time.
  static func unnoticedDamages(_ claim: String, boxes: String?, _ files: [String]) throws -> String {
    try complaint("python3", ["-B", folder + "damage.py", claim] + press(boxes) + files)
  }

  /// Faults by PDF/A-1b, by PDFBox.
  static func archive1b(_ files: [String]) throws -> String {
    let jars = [
      "preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "javax.activation", "jaxb-api",
    ]
    .map { "/usr/share/java/\($0).jar" }.joined(separator: ":")
    let quickStart = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m"]
    return try complaint("java", quickStart + ["-cp", jars, folder + "Preflight.java"] + files)
  }

  private static func press(_ boxes: String?) -> [String] { boxes.map { ["--press", $0] } ?? [] }

  private static func complaint(_ tool: String, _ arguments: [String]) throws -> String {
    let result = try run(tool, arguments)
    return result.code == 0 ? "" : result.output + result.errors
  }

  /// A tagged file as it is read aloud: types of elements, and their words.
  static func reading(_ file: String) throws -> [(kind: String, words: String)] {
    let result = try run("python3", ["-B", folder + "reading.py", file])
    try #require(result.code == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let words = String(parts.last ?? "").replacing("\u{AD}", with: "").replacing(/\s+/, with: " ")
      return (String(parts[0]), words)
    }
  }
}

/// The boxes of a page in millimetres: left, bottom, right and top of each.
struct PageBoxes {
  var media = [0.0], crop = [0.0], bleed = [0.0], trim = [0.0]

  /// The boxes of each page of a file, by Poppler.
  static func pages(of file: String) throws -> [PageBoxes] {
    var pages: [PageBoxes] = []
    let line = /Page\s+(\d+) (\w+)Box:\s+(.*)/
    for match in try run("pdfinfo", ["-box", "-f", "1", "-l", "9999", file]).output.matches(of: line) {
      let sides = match.3.split(separator: " ").compactMap(Double.init).map { $0 * 25.4 / 72 }
      try #require(sides.count == 4)
      if match.2 == "Media" { pages.append(PageBoxes()) }
      let page = pages.count - 1
      switch match.2 {
      case "Media": pages[page].media = sides
      case "Crop": pages[page].crop = sides
      case "Bleed": pages[page].bleed = sides
      case "Trim": pages[page].trim = sides
      default: break
      }
    }
    return pages
  }

  static func size(_ box: [Double]) -> [Double] { [box[2] - box[0], box[3] - box[1]] }

  /// Whether lengths agree as well as a cutter can see.
  static func agree(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 0.05 }
  }
}
