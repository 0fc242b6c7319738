import Diagnostics
import Spreadsheet
import Testing

@Suite struct CSVTests {
  private func read(_ text: String) -> (cells: [[String]], faults: [String]) {
    let (table, diagnostics) = CSVTable.read(SourceFile(name: "t.csv", text: text))
    let rows = table.head.isEmpty ? [] : [table.head] + table.rows
    let faults = diagnostics.map { fault in
      "\(fault.code) \(fault.span!.start.line):\(fault.span!.start.column)"
    }
    return (rows.map { $0.map(\.string) }, faults)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a;b\r\n1;2,0", [["a", "b"], ["1", "2,0"]]),
    ("a,b\n\"1,5\",\"say \"\"hello\"\"\"\n", [["a", "b"], ["1,5", "say \"hello\""]]),
    ("a;b\n\"two\r\nlines\";\n", [["a", "b"], ["two\r\nlines", ""]]),
    ("\"a;\",b\n1,2\n", [["a;", "b"], ["1", "2"]]),
    ("a,b\n\n,\n1,2\n,\n", [["a", "b"], ["1", "2"]]),
    ("a\rb,c\n1,2\n", [["a\rb", "c"], ["1", "2"]]),
    ("a,b\nè,€\n", [["a", "b"], ["è", "€"]]),
  ])
  func cellsAreReadInEverySpelling(text: String, cells: [[String]]) {
    let result = read(text)
    #expect(result.cells == cells)
    #expect(result.faults == [])
  }

  @Test(arguments: [
    ("a,b\n\"1,2\n3,4\n", "csv/unclosed-quote 2:1"),
    ("a,b\n1,2\"x\"\n\"3,4\n", "csv/stray-quote 2:4"),
    ("a,b\n\"1\" ,2\n", "csv/after-quote 2:4"),
    ("a,b\n1,2,3\n", "csv/row-length 2:1"),
    ("a,b\n\"x\ny\",2\n1\n", "csv/row-length 4:1"),
    ("", "file/empty 1:1"),
    (",\n,\n", "file/empty 1:1"),
  ])
  func whatIsNoTableIsNamedAtItsPlace(text: String, fault: String) {
    #expect(read(text).faults == [fault])
  }

  @Test func randomBytesNeverCrashTheReader() {
    var state: UInt32 = 5
    let alphabet = Array("ab,;\"\"\r\n\n' ".utf8)
    for _ in 0..<3000 {
      let bytes = (0..<12).map { _ -> UInt8 in
        state = state &* 1_664_525 &+ 1_013_904_223
        return alphabet[Int(state >> 16) % alphabet.count]
      }
      let file = SourceFile(name: "t.csv", bytes: bytes)
      let (table, diagnostics) = CSVTable.read(file)
      #expect(!table.head.isEmpty || !diagnostics.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == table.head.count })
      #expect(diagnostics.allSatisfy { $0.span.map { $0.range.upperBound <= bytes.count } ?? false })
    }
  }

  @Test func whatIsWrittenIsReadAgain() {
    let rows = [
      ["a", "b"], ["1,5", "2;5"], ["\"", "\"\u{301}"], ["line\nend", "line\r\nend"], ["", "è"], [" x ", "'"],
    ]
    for separator in CSVSeparator.allCases {
      let text = CSVText.written(rows, separator: separator)
      #expect(read(text).cells == rows)
      #expect(text.hasPrefix("\u{FEFF}a\(separator.character)b\r\n"))
    }
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+39 0521", "'+39 0521"), ("-", "'-"), ("@home", "'@home"), ("\t=1", "'\t=1"),
    ("'=1", "''=1"), ("''", "''"), ("'tis", "'tis"), ("1=1", "1=1"), ("", ""), ("'", "'"),
  ])
  func aFormulaBecomesATextAndComesBack(text: String, cell: String) {
    #expect(FormulaGuard.guarded(text) == cell)
    #expect(FormulaGuard.unguarded(cell) == text)
  }
}
