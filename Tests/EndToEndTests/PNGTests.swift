import CanvasPressKit
import Foundation
import Testing

@Suite struct PNGTests {
  /// Prints one canvas of a sample; the files.
  private func print(_ options: [String], into folder: TemporaryFolder) throws -> [String] {
    let result = try canvaspress(
      ["print", samples[2], "business-model-canvas", "--paper", "A5", "--format", "png", "-o", folder.path]
        + options)
    #expect(result.code == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [(36.0, 1417), (72.5, 2854), (300, 11811)])
  func aPictureSaysItsResolutionAndItsColours(dotsPerInch: Double, perMetre: Int) throws {
    let folder = TemporaryFolder()
    let file = try #require(try PNGFile.read(print(["--dpi", "\(dotsPerInch)"], into: folder)).first)
    #expect(file.perMetre == perMetre && file.intent == 0)
    #expect(abs(Double(file.width) - 210 / 25.4 * dotsPerInch) <= 0.5)
    #expect(abs(Double(file.height) - 148 / 25.4 * dotsPerInch) <= 0.5)
    // The resolution and the colours come before the pixels, or they would not count.
    #expect(Set(file.chunks.prefix(3)) == ["IHDR", "sRGB", "pHYs"])
    #expect(Array(file.chunks.dropFirst(3)) == ["IDAT", "IEND"])
  }

  @Test func aSmallFileHasTheSamePixels() throws {
    let (large, small) = (TemporaryFolder(), TemporaryFolder())
    let paths = try print([], into: large) + print(["--small"], into: small)
    let files = try PNGFile.read(paths)
    #expect(files[0].pixels == files[1].pixels)
    let sizes = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)).count }
    #expect(sizes[1] * 5 < sizes[0] * 4, "\(sizes)")
  }

  @Test(arguments: [
    (["--small"], "--small is about PNG"), (["--dpi", "300"], "--dpi is about PNG"),
    (["--dpi", "300", "--format", "pdf,svg"], "--dpi is about PNG"),
    (["--outline-text"], "--outline-text is about SVG"),
    (["--format", "svg", "--small"], "--small is about PNG"),
    (["--format", "pdf,png", "--outline-text"], "--outline-text is about SVG"),
  ])
  func whatIsForAnotherFormatIsRefused(options: [String], reason: String) throws {
    let folder = TemporaryFolder()
    let result = try canvaspress(["print", samples[2], "-o", folder.path] + options)
    #expect(result.code == 64 && result.errors.contains(reason))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func aPictureTooLargeIsRefusedWithItsSizeAndLeavesNothing() throws {
    let folder = TemporaryFolder()
    func printed(_ dotsPerInch: String, _ options: [String] = []) throws -> (errors: String, code: Int32) {
      let result = try canvaspress(
        [
          "print", samples[2], "business-model-canvas", "--paper", "A0", "--format", "png", "--dpi",
          dotsPerInch,
          "-o", folder.path,
        ] + options)
      return (result.errors, result.code)
    }
    let result = try printed("1200")
    #expect(result.code == 74)
    #expect(result.errors.contains("56173 x 39732 pixels is too large; on this paper --dpi goes up to 699"))
    #expect(try printed("700.5", ["--language", "it"]).errors.contains("su questa carta --dpi arriva a 699"))
    #expect(try printed("700").code == 74)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(try printed("699").code == 0)
  }
}

@Suite struct FileReplacementTests {
  private func add(_ text: String, to file: FileReplacement) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { file.add($0) }
  }

  @Test func theOldFileStaysUntilTheNewOneIsComplete() throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.txt", "old")
    let file = try FileReplacement(of: path)
    #expect(add("ne", to: file))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(add("w", to: file))
    try file.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
  }

  @Test func aFileThatNobodyFinishesGoesAway() throws {
    let folder = TemporaryFolder()
    do {
      let file = try FileReplacement(of: folder.path + "/a.txt")
      #expect(add("half", to: file))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func aFolderIsNotReplaced() throws {
    let folder = TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/a", withIntermediateDirectories: true)
    let file = try FileReplacement(of: folder.path + "/a")
    #expect(throws: DiskError.self) { try file.finish() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }
}
