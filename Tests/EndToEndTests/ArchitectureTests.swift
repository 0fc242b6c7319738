import Foundation
import Testing

/// Who may import whom: the table of Sources/ARCHITECTURE.md, held against every import of the sources.
@Suite struct ArchitectureTests {
  private static let allowed: [String: Set<String>] = [
    "Threads": ["CThreads", "Glibc"],
    "Diagnostics": [],
    "LocatedYAML": ["Diagnostics", "CYAML"],
    "WorkbookModel": ["Diagnostics", "LocatedYAML"],
    "Languages": ["Diagnostics", "LocatedYAML"],
    "PageModel": ["Diagnostics"],
    "LayoutModel": ["Diagnostics", "LocatedYAML", "PageModel"],
    "Hyphenation": ["PageModel", "CHyphen", "Glibc"],
    "Rules": ["Diagnostics", "LocatedYAML", "WorkbookModel"],
    "Spreadsheet": ["Diagnostics"],
    "Content": [
      "Diagnostics", "LocatedYAML", "WorkbookModel", "Rules", "Languages", "LayoutModel", "CCMark",
      "Synchronization",
    ],
    "LayoutEngine": [
      "Diagnostics", "LocatedYAML", "WorkbookModel", "Rules", "Languages", "PageModel", "LayoutModel",
      "Content",
    ],
    "SVGBackend": ["PageModel"],
    "PDFFinishing": ["Threads", "PageModel", "CQPDF", "CZlib", "Glibc"],
    "CairoBackend": ["Diagnostics", "PageModel", "CPangoCairo", "CPNGWriter", "CRSVG", "CTurboJPEG"],
    "CanvasPressKit": [
      "Threads", "Diagnostics", "LocatedYAML", "WorkbookModel", "Rules", "Languages", "PageModel",
      "LayoutModel",
      "Hyphenation",
      "Content", "LayoutEngine", "CairoBackend", "SVGBackend", "PDFFinishing", "Spreadsheet",
      "Glibc", "Synchronization",
    ],
    "CanvasPressCLI": ["CanvasPressKit", "Diagnostics", "ArgumentParser", "Glibc"],
  ]

  private func files() -> [String] {
    let all = FileManager.default.enumerator(atPath: home + "/Sources")?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".swift") }
  }

  @Test func everyImportIsInTheTable() throws {
    #expect(files().count > 60)
    for file in files() {
      let target = String(file.split(separator: "/")[0])
      let allowed = try #require(Self.allowed[target], "\(target) is not in the table")
      let text = try String(contentsOfFile: home + "/Sources/" + file, encoding: .utf8)
      for match in text.matches(of: /(?m)^(?:@\w+ |package |public |internal )*import (\w+)/) {
        #expect(allowed.contains(String(match.1)), "\(file) imports \(match.1)")
      }
    }
  }

  @Test func theTableStandsInTheArchitecture() throws {
    let text = try String(contentsOfFile: home + "/Sources/ARCHITECTURE.md", encoding: .utf8)
    for (target, imports) in Self.allowed {
      let row = try #require(
        text.split(separator: "\n").first { $0.hasPrefix("| `\(target)` |") }, "\(target)")
      for name in imports where name != "Glibc" {
        #expect(row.contains(name), "\(target) may import \(name)")
      }
    }
  }

  @Test func noFileHoldsSeveralIdeas() throws {
    for file in files() {
      let lines = try String(contentsOfFile: home + "/Sources/" + file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).count
      #expect(lines < 500, "\(file) has \(lines) lines")
    }
  }
}
