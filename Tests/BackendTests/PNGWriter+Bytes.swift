import PageModel

@testable import CairoBackend

extension PNGWriter {
  /// The whole file at once.
  static func write(
    _ page: Page, pictures: [Picture], dotsPerInch: Double, isSmall: Bool = false, bandBytes: Int = 4 << 20
  ) throws -> [UInt8] {
    final class Sink: @unchecked Sendable { var bytes: [UInt8] = [] }
    let sink = Sink()
    try write(
      page, pictures: pictures, dotsPerInch: dotsPerInch, isSmall: isSmall, bandBytes: bandBytes
    ) { bytes in
      sink.bytes += bytes
      return true
    }
    return sink.bytes
  }
}
