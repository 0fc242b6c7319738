import Diagnostics
import Foundation
import LayoutModel
import LocatedYAML

/// The icons that come with canvaspress.
enum ProjectIcons {
  static func read() throws -> IconSet {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("layouts/icons")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yml" }
    return IconSet(files.map { $0.deletingPathExtension().lastPathComponent }.sorted()) { name in
      let path = folder.appendingPathComponent(name + ".yml")
      return YAMLDocument.parse(
        SourceFile(name: name, text: (try? String(contentsOf: path, encoding: .utf8)) ?? ""))
    }
  }
}
