import Content
import PageModel

/// What each page of a report is called, and which page has what: known once all are laid out.
struct PageIndex {
  struct Part {
    var matter: ReportPart.Matter
    /// The places on each page, with how far down they are.
    var pages: [[(place: Place, y: Length)]]
    /// Sheets that follow, by the place that leads to the first of them.
    var sheets: [(place: Place, count: Int)]
  }

  /// Such as `iv`, `12`, `A-3`.
  private(set) var labels: [String] = []
  /// The last label of the pages that are counted together with each page.
  private(set) var lasts: [String] = []
  private var places: [Place: (page: Int, anchor: Int)] = [:]
  private var anchors: [[PageAnchor]] = []

  init(_ parts: [Part], coverName: String) {
    var counts: [ReportPart.Matter: Int] = [:]
    var matters: [ReportPart.Matter] = []
    var next = 0
    func label(_ matter: ReportPart.Matter, _ number: Int) -> String {
      switch matter {
      case .cover: number == 1 ? coverName : "\(coverName) \(number)"
      case .front: Self.roman(number)
      case .body: String(number)
      case .annex: "A-\(number)"
      }
    }
    func open(_ matter: ReportPart.Matter) {
      counts[matter, default: 0] += 1
      labels.append(label(matter, counts[matter, default: 1]))
      matters.append(matter)
      // Every page can be led to.
      anchors.append([PageAnchor(number: next, y: .zero)])
      next += 1
    }
    func add(_ place: Place, _ y: Length) {
      guard places[place] == nil else { return }
      places[place] = (labels.count - 1, next)
      anchors[anchors.count - 1].append(PageAnchor(number: next, y: y))
      next += 1
    }
    for part in parts {
      for page in part.pages {
        open(part.matter)
        for (place, y) in page { add(place, y) }
      }
      for (place, count) in part.sheets {
        for sheet in 0..<count {
          open(part.matter)
          if sheet == 0 { add(place, .zero) }
        }
      }
    }
    lasts = matters.map { label($0, counts[$0, default: 1]) }
  }

  func page(of place: Place) -> Int? { places[place]?.page }

  func anchor(of place: Place) -> Int? { places[place]?.anchor }

  /// The place that leads to the head of a page.
  func anchor(ofPage page: Int) -> Int { anchors[page][0].number }

  func anchors(on page: Int) -> [PageAnchor] { anchors[page] }

  private static func roman(_ number: Int) -> String {
    let signs = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
      (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    return signs.reduce(into: "") { text, sign in
      while rest >= sign.0 {
        text += sign.1
        rest -= sign.0
      }
    }
  }
}
