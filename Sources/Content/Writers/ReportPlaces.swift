/// Where things are in one file: names that links can use, and who links to what.
struct ReportPlaces {
  /// A name for each place of the report, of small ASCII letters, digits and hyphens, each only once.
  private(set) var names: [Place: String] = [:]
  /// Places that the report's texts link to.
  private(set) var linked: Set<Place> = []
  /// The number of each footnote in the whole report, from 1.
  private(set) var notes: [Place: Int] = [:]
  /// A name for each mark in the text that leads to a footnote, in reading order.
  private(set) var noteMarks: [Place: [String]] = [:]
  /// The sections that mention a place, each once; not the one that it stands in.
  private(set) var mentions: [Place: [Report.Entry]] = [:]

  private var used: Set<String>

  /// Names that are `taken` go to no place.
  init(_ report: Report, taken: Set<String> = []) {
    used = taken
    let steps = report.steps
    for part in report.parts {
      for number in part.footnotes.indices {
        notes[.footnote(part.name, number + 1)] = notes.count + 1
      }
    }
    var homes: [Place: Place] = [:]
    var section: Report.Entry?
    for step in steps {
      switch step {
      case .section(let entry): section = entry
      case .place(let place) where names[place] == nil:
        names[place] = name(for: place.name)
        homes[place] = section?.place
      case .place, .words: break
      }
    }
    for step in steps {
      switch step {
      case .section(let entry): section = entry
      case .place: break
      case .words(let prose):
        for group in prose.groups { note(group, in: section, homes) }
      }
    }
  }

  private mutating func note(_ group: Prose.Group, in section: Report.Entry?, _ homes: [Place: Place]) {
    guard case .place(let place)? = group.link, let name = names[place] else { return }
    linked.insert(place)
    if notes[place] != nil {
      noteMarks[place, default: []].append(self.name(for: "ref-" + name))
    } else if let section, homes[place] != section.place,
      mentions[place, default: []].allSatisfy({ $0.place != section.place })
    {
      mentions[place, default: []].append(section)
    }
  }

  private mutating func name(for text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
      case "A"..."Z": name += String(scalar).lowercased()
      default: if !name.hasSuffix("-") { name += "-" }
      }
    }
    while name.hasSuffix("-") { name.removeLast() }
    // Names that begin with a letter need no escape in a style sheet.
    if !(name.first?.isLetter ?? false) {
      name = name.isEmpty || name.hasPrefix("-") ? "p" + name : "p-" + name
    }
    var unique = name
    var count = 2
    while !used.insert(unique).inserted {
      unique = "\(name)-\(count)"
      count += 1
    }
    return unique
  }
}
