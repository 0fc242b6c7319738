import Foundation
import Testing

/// What an independent reader finds in a PNG file.
struct PNGFile: Decodable {
  var chunks: [String]
  var width: Int
  var height: Int
  /// Dots a metre; 0 when they are not square.
  var perMetre: Int
  /// How colours are to be rendered, as the sRGB chunk counts it.
  var intent: Int
  var filters: [Int]
  /// Rows with a pixel that is not grey.
  var coloured: Int
  var pixels: String

  static func read(_ paths: [String]) throws -> [PNGFile] {
    let result = try run("python3", [home + "/Tests/EndToEndTests/png.py"] + paths)
    #expect(result.code == 0, "\(result.errors)")
    return try JSONDecoder().decode([PNGFile].self, from: Data(result.output.utf8))
  }
}
