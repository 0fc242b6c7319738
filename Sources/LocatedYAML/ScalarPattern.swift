/// Regular expressions for the texts that values are read from, in the common part of all dialects.
enum ScalarPattern {
  /// No control characters but tabs and line ends.
  static let text = #"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*$"#

  /// As `PlainDecimal` reads it.
  static let amount = "^\(decimal)$"

  /// A decimal with a percent sign, or a bare one from -1 to 1.
  static let percent = #"^(\#(decimal) *%|-?(0*\.[0-9]+|0+\.?|0*1(\.0*)?))$"#

  /// A day of the Gregorian calendar from year 1 to 9999.
  static let date: String = {
    let long = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    let short = "(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    let february = "02-(0[1-9]|1[0-9]|2[0-8])"
    let leap = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29"
    return "^(?!0000)([0-9]{4}-(\(long)|\(short)|\(february))|\(leap))$"
  }()

  private static let decimal = #"-?([0-9]+\.?[0-9]*|\.[0-9]+)"#

  /// A decimal from 0 to a number, with three decimals and any zeros after them.
  static func factor(upTo highest: Int) -> String {
    let below = digits(0...max(0, highest - 1))
    return #"^(0*(\#(below))(\.[0-9]{0,3}0*)?|0*\#(highest)(\.0*)?|\.[0-9]{1,3}0*)$"#
  }

  // MARK: Whole numbers

  /// The digits of a number in a range, with a sign and zeros in front or without.
  static func integer(_ range: ClosedRange<Int>) -> String {
    var signed: [String] = []
    if range.upperBound >= 0 {
      signed.append("[+]?0*(\(digits(max(0, range.lowerBound)...range.upperBound)))")
    }
    if range.lowerBound <= 0 {
      signed.append("-0*(\(digits(max(0, -range.upperBound)...(-range.lowerBound))))")
    }
    return "^(\(signed.joined(separator: "|")))$"
  }

  /// Alternatives that match the numbers of a range and no others, length by length.
  private static func digits(_ range: ClosedRange<Int>) -> String {
    var alternatives: [String] = []
    var low = range.lowerBound
    while low <= range.upperBound {
      var longest = 9
      while longest < low { longest = longest * 10 + 9 }
      let high = min(longest, range.upperBound)
      alternatives += between(Array(String(low)), Array(String(high)))
      low = high + 1
    }
    return alternatives.joined(separator: "|")
  }

  /// Numbers of one length: those that share their first digit, or whole tens, hundreds … between two ends.
  private static func between(_ low: [Character], _ high: [Character]) -> [String] {
    guard let first = low.first, let last = high.first else { return [""] }
    let (lowRest, highRest) = (Array(low.dropFirst()), Array(high.dropFirst()))
    let zeros = lowRest.map { _ in Character("0") }
    let nines = lowRest.map { _ in Character("9") }
    if lowRest == zeros, highRest == nines { return [digit(first, last) + any(lowRest.count)] }
    if first == last { return between(lowRest, highRest).map { String(first) + $0 } }
    if lowRest != zeros {
      return between(low, [first] + nines) + between([next(first, 1)] + zeros, high)
    }
    return between(low, [next(last, -1)] + nines) + between([last] + zeros, high)
  }

  private static func digit(_ low: Character, _ high: Character) -> String {
    low == high ? String(low) : "[\(low)-\(high)]"
  }

  private static func any(_ count: Int) -> String {
    count == 0 ? "" : count == 1 ? "[0-9]" : "[0-9]{\(count)}"
  }

  private static func next(_ digit: Character, _ step: Int) -> Character {
    Character(String((digit.wholeNumberValue ?? 0) + step))
  }
}
