import Diagnostics
import LayoutModel
import LocatedYAML
import PageModel
import Testing

@Suite struct IconSetTests {
  private final class Shelf {
    var read: [String] = []
    let files: [String: String]

    init(_ files: [String: String]) { self.files = files }

    func icons() -> IconSet {
      IconSet(files.keys.sorted()) { name in
        self.read.append(name)
        return YAMLDocument.parse(SourceFile(name: name + ".yml", text: self.files[name] ?? ""))
      }
    }
  }

  private let frame = Rect(x: .zero, y: .zero, width: .mm(24), height: .mm(24))

  @Test func anIconIsReadOnceAndOnlyWhenItIsShown() {
    let shelf = Shelf(["gear": "paths: [M 1 2 L 3 4]\n", "leaf": "paths: [M 0 0 L 1 1]\n"])
    let icons = shelf.icons()
    #expect(icons.names == ["gear", "leaf"] && shelf.read.isEmpty)
    for _ in 0..<2 {
      #expect(
        icons.paths("gear", in: frame).map(\.elements) == [
          [.move(Point(.mm(1), .mm(2))), .line(Point(.mm(3), .mm(4)))]
        ])
    }
    #expect(icons.paths("nobody", in: frame).isEmpty)
    #expect(shelf.read == ["gear"])
  }

  @Test func faultsAreThoseOfTheFilesThatWereRead() {
    let shelf = Shelf(["gear": "paths: [M 1 2 L 3 4]\n", "leaf": "path: []\n", "wave": "paths: [m 1 2]\n"])
    let icons = shelf.icons()
    icons.read(["gear"])
    #expect(icons.diagnostics.isEmpty)
    icons.read(["leaf", "wave"])
    #expect(icons.diagnostics.map(\.code) == ["key/unknown"])
    #expect(icons.faults().map(\.code) == ["key/unknown", "icons/path"])
    #expect(icons.faults().allSatisfy { $0.span != nil })
  }
}
