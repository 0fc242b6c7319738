import LocatedYAML

/// This release of canvaspress.
package enum Release {
  package static let version = "0.1.0"
  package static var creator: String { "canvaspress " + version }

  /// The day of this release, for files of workbooks that name no day: never the clock, so that the same
  /// workbook gives the same bytes. `SOURCE_DATE_EPOCH` goes before it.
  package static var fallbackDate: String {
    if let epoch = Disk.environment("SOURCE_DATE_EPOCH"), let seconds = Int(epoch), abs(seconds) < 1 << 40 {
      return CalendarDate(secondsSince1970: seconds).iso
    }
    return "2026-11-22"
  }
}
