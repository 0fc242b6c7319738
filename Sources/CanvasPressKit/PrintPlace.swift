/// Where the files of one print stand: beside each other, told apart by their endings.
struct PrintPlace {
  /// Without what tells pages apart, and without ending.
  let stem: String
  let folder: String
  private let suffix: String
  private let chosen: OutputPath?

  /// `name` is what its files are called, unless somebody chose another name.
  init(_ name: String, of request: PrintRequest) {
    chosen = request.chosenFile
    stem = chosen?.stem ?? Disk.join(request.outputFolder, name)
    folder = chosen == nil ? request.outputFolder : Disk.folder(of: stem)
    suffix = chosen == nil ? request.pdf.suffix : ""
  }

  var pdf: String { stem + suffix + "." + ending(.pdf) }

  /// With a number where there are several pages.
  func pages(_ count: Int, as format: PrintRequest.Format) -> [String] {
    (0..<count).map { stem + (count == 1 ? "" : "-\($0 + 1)") + "." + ending(format) }
  }

  /// As it was written, where somebody chose it.
  private func ending(_ format: PrintRequest.Format) -> String {
    guard let ending = chosen?.ending, PrintRequest.Format(ending: ending) == format else {
      return format.rawValue
    }
    return ending
  }
}
