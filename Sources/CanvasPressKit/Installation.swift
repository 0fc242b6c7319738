import CairoBackend
import Diagnostics
import Languages
import LayoutModel
import PageModel

/// Where canvaspress keeps its data: the folders `layouts`, `fonts` and `samples`, which anyone can edit.
package struct Installation: Sendable {
  package var layouts: String
  package var fonts: String
  package var samples: String
  package var hyphenation: [String]

  /// Looks in `CANVASPRESS_HOME`, then above the program's own place, then in the current folder.
  package static func find() -> Installation? {
    var candidates: [String] = []
    if let home = Disk.environment("CANVASPRESS_HOME") { candidates.append(home) }
    if let program = Disk.realPath("/proc/self/exe") {
      var folder = Disk.folder(of: program)
      for _ in 0..<6 {
        candidates += [folder, Disk.join(folder, "share/canvaspress")]
        folder = Disk.folder(of: folder)
      }
    }
    candidates.append(".")
    return candidates.lazy.filter { Disk.entry(at: Disk.join($0, "layouts/languages")) == .folder }.first.map
    { at($0) }
  }

  package static func at(_ home: String) -> Installation {
    Installation(
      layouts: Disk.join(home, "layouts"), fonts: Disk.join(home, "fonts"),
      samples: Disk.join(home, "samples"),
      hyphenation: ["/usr/share/hyphen", "/usr/local/share/hyphen", "/opt/homebrew/share/hyphen"])
  }

  /// The languages that there are words for pages in.
  var languageCodes: [String] { names(in: "languages").filter { !$0.contains(".") } }

  func catalogue(_ code: String) -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
    Catalogue.read(YAMLFile.read(Disk.join(layouts, "languages/\(code).yml")))
  }

  /// The files of a folder in `layouts`, without their ending.
  func names(in folder: String) -> [String] {
    Disk.names(in: folder.isEmpty ? layouts : Disk.join(layouts, folder))
      .filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }
  }

  func families() -> (families: FontFamilies, diagnostics: [Diagnostic]) {
    FontFamilies.read(YAMLFile.read(Disk.join(fonts, "families.yml")))
  }

  /// The font files on this machine, and a fault for each that is missing. Those that lean only for running text, because
  /// opening each takes its time.
  func fontFiles(italic: Bool = false) -> (files: FontFiles, diagnostics: [Diagnostic]) {
    var (families, diagnostics) = families()
    let packages = families.packages.joined(separator: ", ")
    func miss(_ file: String, at span: Span?) {
      diagnostics.append(
        Diagnostic(
          fault: "fonts/missing", at: span, ["file": .text(file), "packages": .text(packages)],
          hint: "install-fonts"))
    }
    if !families.text.contains(where: { $0.weight == .regular }) { miss("regular", at: nil) }
    func found(_ entries: [FontFamilies.Entry]) -> [TextStyle.Weight: String] {
      var files: [TextStyle.Weight: String] = [:]
      for entry in entries {
        if let path = find(entry.file.string, families) {
          files[entry.weight] = path
        } else {
          miss(entry.file.string, at: entry.file.span)
        }
      }
      return files
    }
    let (text, leaning) = (found(families.text), italic ? found(families.italic) : [:])
    let files = FontFiles(
      text: text, italic: leaning, fallbacks: fallbackFamilies(), folders: [fonts] + families.folders)
    return (files, diagnostics)
  }

  private func fallbacks() -> (fallbacks: FontFallbacks, diagnostics: [Diagnostic]) {
    let path = Disk.join(fonts, "fallbacks.yml")
    guard Disk.entry(at: path) == .file else { return (FontFallbacks(), []) }
    return FontFallbacks.read(YAMLFile.read(path))
  }

  private func fallbackFamilies() -> [FallbackFamily] {
    fallbacks().fallbacks.families.map { family in
      FallbackFamily(
        regular: family.file.string, bold: family.bold == family.file.string ? nil : family.bold,
        scripts: family.scripts, isPictures: family.isPictures, faces: family.faces, zoom: family.size,
        package: family.package)
    }
  }

  /// What is wrong with a file that was to be a font, at the place in `families.yml` or `fallbacks.yml` that names it.
  func fault(ofFont path: String, _ fault: FontFault) -> Diagnostic {
    let families = families().families
    let named =
      (families.text + families.italic).map(\.file) + fallbacks().fallbacks.families.map(\.file)
    let span = named.first { path.hasSuffix($0.string) }?.span
    let arguments: [String: Diagnostic.Argument] = ["file": .text(path)]
    return switch fault {
    case .variable: Diagnostic(fault: "fonts/variable", at: span, arguments, hint: "static-font")
    case .collection: Diagnostic(fault: "fonts/collection", at: span, arguments, hint: "single-font")
    case .notAFont: Diagnostic(fault: "fonts/not-a-font", at: span, arguments)
    }
  }

  /// Fallbacks that could not be used when they were needed, and faults of the file that names them.
  func faults(of shelf: FontShelf) -> [Diagnostic] {
    guard shelf.fallbacks.isAsked else { return [] }
    return fallbacks().diagnostics + shelf.fallbacks.refused.map { fault(ofFont: $0.path, $0.fault) }
  }

  /// The shelf, or what is wrong with its files.
  func shelf(_ files: FontFiles, _ diagnostics: inout [Diagnostic]) throws(Press.Failure) -> FontShelf? {
    do throws(BackendError) {
      return try FontShelf(files: files)
    } catch {
      guard case .fontUnusable(let path, let fault) = error else { throw .backend(error) }
      diagnostics.append(self.fault(ofFont: path, fault))
      return nil
    }
  }

  /// Where a font file is on this machine.
  func place(ofFont file: String) -> String? { find(file, families().families) }

  private func find(_ file: String, _ families: FontFamilies) -> String? {
    ([fonts] + families.folders).lazy.map { Disk.join($0, file) }.first { Disk.entry(at: $0) == .file }
  }

  /// The places of files with hyphenation patterns, the likeliest first.
  func dictionaries(_ names: [String]) -> [String] {
    names.flatMap { name in hyphenation.map { Disk.join($0, name) } }
  }
}
