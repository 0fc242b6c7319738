/// What stands for things of a list on other sheets, segments and solutions: A to Z, then AA.
enum Letters {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  static subscript(index: Int) -> String {
    (index < 26 ? "" : self[index / 26 - 1]) + String(alphabet[index % 26])
  }
}
