extension Prose {
  /// Stretches that lead to the same place, whatever they look like.
  struct Group {
    var link: Link?
    var spans: [Inline]

    var text: String { spans.map(\.text).joined() }
  }

  /// Without empty stretches; neighbours that look the same are one.
  var groups: [Group] {
    var groups: [Group] = []
    for span in spans where !span.text.isEmpty {
      guard var group = groups.last, group.link == span.link else {
        groups.append(Group(link: span.link, spans: [span]))
        continue
      }
      if let last = group.spans.last, last.style == span.style {
        group.spans[group.spans.count - 1].text += span.text
      } else {
        group.spans.append(span)
      }
      groups[groups.count - 1] = group
    }
    return groups
  }

  /// As a title is repeated elsewhere: without links, and without the marks of the notes in `notes`.
  func withoutLinks(notes: [Place: Int]) -> Prose {
    Prose(
      spans.compactMap { span in
        if case .place(let place)? = span.link, notes[place] != nil { return nil }
        var span = span
        span.link = nil
        return span
      })
  }
}

extension Link {
  /// The address as a file may hold it; nothing for addresses that could do something but lead somewhere.
  var webAddress: String? {
    guard case .web(let address) = self else { return nil }
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard scheme.count < address.count, ["http", "https", "mailto", "tel", "ftp"].contains(scheme) else {
      return nil
    }
    return WebAddress.encoded(address)
  }
}

/// Addresses with what may not stand in them as `%20`.
enum WebAddress {
  static func encoded(_ address: String) -> String {
    var result = ""
    for byte in address.utf8 {
      switch byte {
      case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}
