import Diagnostics
import WorkbookModel

/// The files that something is made of, which nothing that is made may replace.
struct InputFiles {
  private let paths: Set<String>

  /// Paths as they were given, and pictures by their places beside the workbook.
  init(_ given: [String?], pictures: [String], of workbook: String?) {
    let folder = workbook.map { Disk.folder(of: $0) } ?? "."
    let all = given.compactMap { $0 } + pictures.map { Disk.join(folder, $0) }
    paths = Set(all.compactMap(Disk.realPath))
  }

  /// Whether a path leads to one of them, by whatever links.
  func contain(_ path: String) -> Bool { Disk.realPath(path).map(paths.contains) ?? false }
}

extension Workbook {
  /// The pictures that its fields name: portraits and logos.
  var pictures: [Text] {
    personas.compactMap(\.picture) + [project.funding?.logo, report?.logo].compactMap { $0 }
  }
}
