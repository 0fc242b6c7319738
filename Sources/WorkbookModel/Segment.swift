package import Diagnostics
package import LocatedYAML

/// A group of customers (tool T1).
package struct Segment: Record {
  package var id: Identifier<SegmentKind>?
  package var name: Text?
  package var role: SegmentRole?
  /// The segment that pays for this one.
  package var paidBy: Reference<SegmentKind>?
  package var who: [Note] = []
  package var jobs: [Note] = []
  package var channels: [Note] = []
  package var buying: [Note] = []
  package var using: [Note] = []
  /// How many customers it has.
  package var customers: CustomerCount?
  package var value: CustomerValue?
  package var audience: Audience?

  package init() {}

  package static let table = RecordTable<Segment>(
    "segment",
    [
      Field("id", \.id, required: true),
      Field("name", \.name, required: true),
      Field("role", \.role),
      Field("paidBy", \.paidBy),
      Field("who", \.who),
      Field("jobs", \.jobs),
      Field("channels", \.channels),
      Field("buying", \.buying),
      Field("using", \.using),
      Field("customers", \.customers),
      Field("value", \.value),
      Field("audience", \.audience),
    ],
    derived: [Derived("figures", .list(.text, loneAllowed: false), \.figures)])

  /// How many, and what one brings and costs a year, each under its words.
  private var figures: DataView {
    let figures: [(String, DataView)] = [
      ("customers", customers.view), ("revenue", value?.revenue.view ?? .nothing),
      ("cost", value?.cost.view ?? .nothing), ("years", value?.years.view ?? .nothing),
      ("discount", value?.discount?.percentView ?? .nothing),
      ("acquisition", value?.acquisition.view ?? .nothing),
    ]
    return .list(
      figures.compactMap { name, value in
        value.isNothing ? nil : .labelled(phrase: "figures." + name, value)
      })
  }
}

package struct CustomerCount: BoundedInteger {
  package static let bounds = 0...1_000_000_000
  package let value: Int
  package let text: Text
  package init(value: Int, text: Text) {
    self.value = value
    self.text = text
  }
  package var view: DataView { .number(Double(value), text) }
}

/// The yearly figures that a customer's net present value is made of (rule R11).
package struct CustomerValue: Record {
  package struct Years: BoundedInteger {
    package static let bounds = 1...100
    package let value: Int
    package let text: Text
    package init(value: Int, text: Text) {
      self.value = value
      self.text = text
    }
    package var view: DataView { .number(Double(value), text) }
  }

  package var revenue: Amount?
  package var cost: Amount?
  package var years: Years?
  package var discount: Percentage?
  package var acquisition: Amount?
  package var audience: Audience?

  package init() {}

  package static let table = RecordTable<CustomerValue>(
    "customerValue",
    [
      Field("revenue", \.revenue, required: true),
      Field("cost", \.cost, required: true),
      Field("years", \.years, required: true),
      Field("discount", \.discount, required: true),
      Field("acquisition", \.acquisition),
      Field("audience", \.audience),
    ])
}
