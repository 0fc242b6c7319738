import Foundation

/// The outline of a PDF, as qpdf tells it.
struct PDFOutline: Decodable {
  private var title: String
  private var destpageposfrom1: Int
  private var kids: [PDFOutline]

  private struct File: Decodable { var outlines: [PDFOutline] }

  /// What qpdf says of a file, as JSON.
  static func json(of file: String) throws -> Data {
    Data(try run("qpdf", ["--json", "--json-key=outlines", file]).output.utf8)
  }

  static func entries(_ json: Data) throws -> [(depth: Int, title: String, page: Int)] {
    func flat(_ entries: [PDFOutline], _ depth: Int) -> [(depth: Int, title: String, page: Int)] {
      entries.flatMap { [(depth, $0.title, $0.destpageposfrom1)] + flat($0.kids, depth + 1) }
    }
    return flat(try JSONDecoder().decode(File.self, from: json).outlines, 1)
  }

  /// An entry a line: its depth, its title, its page.
  static func lines(of file: String) throws -> [String] {
    try entries(json(of: file)).map { "\($0.depth) \($0.title) \($0.page)" }
  }
}
