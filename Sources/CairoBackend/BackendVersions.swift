import CPNGWriter
import CPangoCairo
import CRSVG

/// The versions of the libraries that draw, for `doctor`.
package enum BackendVersions {
  package static var all: [(name: String, version: String)] {
    let fontconfig = Int(FcGetVersion())
    let drawings = svg_version().map { [(name: "librsvg", version: String(cString: $0))] } ?? []
    return [
      ("Cairo", String(cString: cairo_version_string())),
      ("Pango", String(cString: pango_version_string())),
      ("Fontconfig", "\(fontconfig / 10000).\(fontconfig / 100 % 100).\(fontconfig % 100)"),
    ] + drawings
  }
}
