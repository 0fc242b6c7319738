import Diagnostics
package import LocatedYAML
package import WorkbookModel

/// The nine blocks of the Business Model Canvas, in their order, by the names that files give them.
package enum BusinessBlock: String, Sendable, CaseIterable {
  case segments, propositions, channels, relationships, revenue, resources, activities, partners, costs

  /// The phrase key of its name.
  package var phrase: String { "bmc.blocks.\(rawValue).label" }

  /// What the model says in it. Block 4 shows the relationships with the segments (T11) when it says nothing itself.
  package func statements(in model: BusinessModel) -> [DataView] {
    model.view(of: self == .relationships ? "relationshipsShown" : rawValue).list
  }
}
