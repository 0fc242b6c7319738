// swift-tools-version: 6.1
import PackageDescription

/// A C library of the system, found through pkg-config.
func system(_ name: String, pkgConfig: String?, apt: String, brew: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

/// A program that is done in 30 ms should not spend one of them on 50,000 pointers of its own to be set and on 9,000 names
/// that no library asks it for.
let quickStart = ["-Xlinker", "-no-pie", "-Xlinker", "--no-export-dynamic"]

let package = Package(
  name: "canvaspress",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "canvaspress", targets: ["CanvasPressCLI"])],
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")],
  targets: [
    system("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev", brew: "libyaml"),
    system("CPangoCairo", pkgConfig: "pangocairo", apt: "libpango1.0-dev", brew: "pango"),
    system("CPNG", pkgConfig: "libpng", apt: "libpng-dev", brew: "libpng"),
    system("CTurboJPEG", pkgConfig: "libturbojpeg", apt: "libturbojpeg0-dev", brew: "jpeg-turbo"),
    system("CHyphen", pkgConfig: nil, apt: "libhyphen-dev", brew: "hyphen"),
    system("CCMark", pkgConfig: nil, apt: "libcmark-gfm-extensions-dev", brew: "cmark-gfm"),
    system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
    .target(name: "CThreads"),
    .target(name: "CPNGWriter", dependencies: ["CPNG", "CThreads"]),
    .target(name: "CRSVG"),
    .target(
      name: "CQPDF",
      linkerSettings: [":libqpdf.a", ":libjpeg.a", "z", "glib-2.0", "stdc++"].map {
        .linkedLibrary($0, .when(platforms: [.linux]))
      }),

    .target(name: "Threads", dependencies: ["CThreads"]),
    .target(name: "Diagnostics"),
    .target(name: "LocatedYAML", dependencies: ["Diagnostics", "CYAML"]),
    .target(name: "WorkbookModel", dependencies: ["Diagnostics", "LocatedYAML"]),
    .target(name: "Rules", dependencies: ["Diagnostics", "LocatedYAML", "WorkbookModel"]),
    .target(name: "Spreadsheet", dependencies: ["Diagnostics"]),
    .target(name: "Languages", dependencies: ["Diagnostics", "LocatedYAML"]),
    .target(name: "PageModel", dependencies: ["Diagnostics"]),
    .target(name: "LayoutModel", dependencies: ["Diagnostics", "LocatedYAML", "PageModel"]),
    .target(name: "Hyphenation", dependencies: ["PageModel", "CHyphen"]),
    .target(
      name: "Content",
      dependencies: [
        "Diagnostics", "LocatedYAML", "WorkbookModel", "Rules", "Languages", "LayoutModel", "CCMark",
      ]),
    .target(
      name: "LayoutEngine",
      dependencies: [
        "Diagnostics", "LocatedYAML", "WorkbookModel", "Rules", "Languages", "PageModel", "LayoutModel",
        "Content",
      ]),
    .target(name: "SVGBackend", dependencies: ["PageModel"]),
    .target(name: "PDFFinishing", dependencies: ["Threads", "PageModel", "CQPDF", "CZlib"]),
    .target(
      name: "CairoBackend",
      dependencies: ["Diagnostics", "PageModel", "CPangoCairo", "CPNGWriter", "CRSVG", "CTurboJPEG"]),
    .target(
      name: "CanvasPressKit",
      dependencies: [
        "Threads", "Diagnostics", "LocatedYAML", "WorkbookModel", "Rules", "Languages", "PageModel",
        "LayoutModel",
        "Hyphenation", "Content", "LayoutEngine", "CairoBackend", "SVGBackend", "PDFFinishing",
        "Spreadsheet",
      ]),
    .executableTarget(
      name: "CanvasPressCLI",
      dependencies: [
        "CanvasPressKit", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], linkerSettings: [.unsafeFlags(quickStart, .when(platforms: [.linux], configuration: .release))]),

    .target(name: "Seeded", path: "Tests/Seeded"),
    .testTarget(name: "LocatedYAMLTests", dependencies: ["Seeded", "LocatedYAML", "Diagnostics"]),
    .testTarget(
      name: "WorkbookModelTests", dependencies: ["Seeded", "WorkbookModel", "LocatedYAML", "Diagnostics"]),
    .testTarget(
      name: "RulesTests", dependencies: ["Seeded", "Rules", "WorkbookModel", "LocatedYAML", "Diagnostics"]),
    .testTarget(name: "SpreadsheetTests", dependencies: ["Spreadsheet", "Diagnostics"]),
    .testTarget(
      name: "ContentTests",
      dependencies: [
        "Seeded", "Content", "LayoutModel", "LocatedYAML", "WorkbookModel", "Rules", "Languages",
        "Diagnostics",
      ], exclude: ["cmark.py"]),
    .testTarget(
      name: "LayoutTests",
      dependencies: [
        "Seeded", "LayoutEngine", "Content", "LayoutModel", "PageModel", "LocatedYAML", "WorkbookModel",
        "Rules",
        "Languages",
        "Diagnostics",
      ], exclude: ["Golden"]),
    .testTarget(
      name: "BackendTests",
      dependencies: ["Seeded", "CairoBackend", "SVGBackend", "Hyphenation", "PageModel", "Diagnostics"]),
    .testTarget(
      name: "PDFFinishingTests", dependencies: ["PDFFinishing", "CairoBackend", "PageModel", "Threads"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Seeded", "CanvasPressKit", "CanvasPressCLI", "Diagnostics", "LocatedYAML", "WorkbookModel",
        "PageModel", "Rules", "Languages", "Content", "LayoutEngine", "LayoutModel",
      ], exclude: ["judge.py", "png.py", "sarif.schema.json", "Golden"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
