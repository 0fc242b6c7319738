import CairoBackend
import Diagnostics
import LayoutEngine
import PageModel
import WorkbookModel

/// Reads the pictures that a workbook names, from its own folder unless more is allowed.
struct PictureLoader {
  let workbookPath: String
  let allowOutside: Bool
  /// The fonts that text in drawings is set in.
  let fonts: FontShelf

  /// The logo of who funds the workshop, which stands on every sheet, and the portraits where they are shown.
  func load(_ workbook: Workbook, portraits: Bool) -> (shelf: PictureShelf, findings: [Diagnostic]) {
    load(
      [workbook.project.funding?.logo].compactMap { $0 }
        + (portraits ? workbook.personas.compactMap(\.picture) : []))
  }

  /// Each path once.
  func load(_ paths: [Text]) -> (shelf: PictureShelf, findings: [Diagnostic]) {
    var pictures: [Picture] = []
    var findings: [Diagnostic] = []
    var seen: Set<String> = []
    if !paths.isEmpty { fonts.serveThisThread() }
    for path in paths where seen.insert(path.string).inserted {
      do {
        pictures.append(try load(path))
      } catch {
        findings.append(error.finding)
      }
    }
    return (PictureShelf(pictures), findings)
  }

  private struct Refused: Error {
    var finding: Diagnostic
  }

  private func load(_ text: Text) throws(Refused) -> Picture {
    let folder = Disk.folder(of: workbookPath)
    let path = Disk.join(folder, text.string)
    func refused(_ code: String, _ more: [String: Diagnostic.Argument] = [:], hint: String? = nil) -> Refused
    {
      let arguments = more.merging(["path": .text(text.string)]) { first, _ in first }
      return Refused(finding: Diagnostic(finding: code, .warning, at: text.span, arguments, hint: hint))
    }
    guard Disk.entry(at: path) == .file, let real = Disk.realPath(path), let home = Disk.realPath(folder)
    else {
      throw refused("picture/missing")
    }
    guard allowOutside || real.hasPrefix(home == "/" ? home : home + "/") else {
      throw refused("picture/outside", hint: "picture-inside")
    }
    do {
      let bytes = try Disk.read(real, atMost: 256 << 20)
      do {
        return try PictureReader.read(path: text.string, bytes: bytes)
      } catch {
        switch error {
        case .unknownFormat: throw refused("picture/format", hint: "picture-formats")
        case .damaged: throw refused("picture/damaged")
        case .cmyk: throw refused("picture/cmyk", hint: "picture-rgb")
        case .tooLarge(let megapixels): throw refused("picture/too-large", ["megapixels": .count(megapixels)])
        case .tooLong(let megabytes): throw refused("picture/too-long", ["megabytes": .count(megabytes)])
        case .unavailable: throw refused("picture/no-svg", hint: "install-svg")
        }
      }
    } catch let refusal as Refused {
      throw refusal
    } catch {
      throw refused("picture/missing")
    }
  }
}
