import Testing
import WorkbookModel

@testable import Rules

@Suite struct CustomerWorthTests {
  private func segment(_ fields: String) -> Segment {
    RuleTests.workbook("segments: [{ id: a, name: A, \(fields) }]\n").segments[0]
  }

  @Test func theMethodsOwnExampleComesOutAsStated() throws {
    let worth = try #require(
      CustomerWorth(segment("value: { revenue: 42000, cost: 30500, years: 7, discount: 6% }")))
    #expect((worth.perCustomer * 100).rounded() / 100 == 64197.39)
    #expect(worth.total == nil)
  }

  @Test func acquisitionIsPaidAtTheStartAndCustomersMakeTheTotal() throws {
    let worth = try #require(
      CustomerWorth(
        segment("customers: 3, value: { revenue: 10, cost: 4, years: 2, discount: 0, acquisition: 5 }")))
    #expect(worth.perCustomer == 7 && worth.total == 21)
  }

  @Test func aBlankIsNotZero() {
    #expect(CustomerWorth(segment("customers: 3")) == nil)
  }

  @Test func segmentsAreOrderedByTotalIfAllHaveOneAndBlanksComeLast() {
    let figures = "years: 1, discount: 0"
    func order(_ first: String, _ second: String) -> [Int] {
      CustomerWorth.order(
        RuleTests.workbook(
          "segments: [{ id: n, name: N }, { id: a, name: A, \(first) value: { revenue: 9, cost: 4, \(figures) } }, "
            + "{ id: b, name: B, \(second) value: { revenue: 8, cost: 4, \(figures) } }]\n"
        ).segments)
    }
    #expect(order("customers: 1,", "customers: 100,") == [2, 1, 0])
    #expect(order("customers: 1,", "") == [1, 2, 0])
  }
}
