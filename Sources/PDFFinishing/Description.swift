import PageModel

/// What a file says of itself, twice: in its document information and as XMP, which must agree.
struct Description {
  let title: String
  let author: String
  let subject: String
  let language: String
  /// `2026-11-21`
  let day: String
  let creator: String
  let producer: String
  let profile: PDFProfile
  let hasAttachment: Bool

  init(_ document: Document, creator: String, producer: String, profile: PDFProfile, hasAttachment: Bool) {
    author = Self.plain(document.author)
    subject = Self.plain(document.subject)
    // A file without a title is none that can be read aloud.
    title = [Self.plain(document.title), subject, creator].first { !$0.isEmpty } ?? creator
    language = document.language
    day = document.date
    self.creator = creator
    self.producer = producer
    self.profile = profile
    self.hasAttachment = hasAttachment
  }

  /// What both forms can hold: a line of text without control characters and what is no character at all.
  private static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.value < 0x20 || scalar.value == 0x7F || (0x80..<0xA0).contains(scalar.value) ? " " : scalar
    }.filter { $0.value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains($0.value) }
    return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
  }

  /// The document information as a dictionary.
  var information: String {
    let texts = [
      ("Title", title), ("Author", author), ("Subject", subject), ("Creator", creator),
      ("Producer", producer),
    ]
    let entries = texts.filter { !$0.1.isEmpty }.map { "/\($0.0) \(PDFSyntax.text($0.1))" }
    let date = PDFSyntax.date(day)
    return "<< " + entries.joined(separator: " ") + " /CreationDate \(date) /ModDate \(date) >>"
  }

  /// The part and level of PDF/A that is claimed.
  var conformance: (part: Int, level: String) {
    switch profile {
    case .screen: (hasAttachment ? 3 : 2, "U")
    case .press: (2, "B")
    case .archive1b: (1, "B")
    }
  }

  /// The same as an XMP packet.
  var packet: [UInt8] {
    var lines = [
      "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">",
      "<dc:format>application/pdf</dc:format>",
      "<dc:language><rdf:Bag><rdf:li>\(escaped(language))</rdf:li></rdf:Bag></dc:language>",
    ]
    if !title.isEmpty { lines.append("<dc:title>\(alternative(title))</dc:title>") }
    if !author.isEmpty {
      lines.append("<dc:creator><rdf:Seq><rdf:li>\(escaped(author))</rdf:li></rdf:Seq></dc:creator>")
    }
    if !subject.isEmpty { lines.append("<dc:description>\(alternative(subject))</dc:description>") }
    let time = day + "T00:00:00Z"
    lines += [
      "<pdf:Producer>\(escaped(producer))</pdf:Producer>",
      "<xmp:CreatorTool>\(escaped(creator))</xmp:CreatorTool>",
      "<xmp:CreateDate>\(time)</xmp:CreateDate>",
      "<xmp:ModifyDate>\(time)</xmp:ModifyDate>",
      "<xmp:MetadataDate>\(time)</xmp:MetadataDate>",
      "</rdf:Description>",
      "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">",
      "<pdfaid:part>\(conformance.part)</pdfaid:part>",
      "<pdfaid:conformance>\(conformance.level)</pdfaid:conformance>",
      "</rdf:Description>",
    ]
    if profile == .screen { lines += accessibility }
    lines += ["</rdf:RDF>", "</x:xmpmeta>", "<?xpacket end=\"w\"?>"]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// The claim of PDF/UA-1, and the description of its schema, which PDF/A asks for of every schema that is not its own.
  private var accessibility: [String] {
    [
      "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">",
      "<pdfuaid:part>1</pdfuaid:part>",
      "</rdf:Description>",
      "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
        + " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
        + " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">",
      "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">",
      "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>",
      "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
      "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
      "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">",
      "<pdfaProperty:name>part</pdfaProperty:name>",
      "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
      "<pdfaProperty:category>internal</pdfaProperty:category>",
      "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>",
      "</rdf:li></rdf:Seq></pdfaSchema:property>",
      "</rdf:li></rdf:Bag></pdfaExtension:schemas>",
      "</rdf:Description>",
    ]
  }

  private func alternative(_ text: String) -> String {
    "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li></rdf:Alt>"
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
