package import Diagnostics
package import LocatedYAML

/// The nine blocks of the Business Model Canvas (T10).
package struct BusinessModel: Record {
  package var concept: Reference<ConceptKind>?
  package var types = BlockTypes()
  package var segments: [Note] = []
  package var propositions: [Note] = []
  package var channels: [ChannelItem] = []
  package var relationships: [RelationshipItem] = []
  package var revenue: [RevenueItem] = []
  package var resources: [ResourceItem] = []
  package var activities: [ActivityItem] = []
  package var partners: [PartnerItem] = []
  package var orientation: CostOrientation?
  package var costs: [CostItem] = []
  /// Where it begins, for what it lacks as a whole.
  package private(set) var place: Span?
  /// What block 4 shows when it says nothing itself: the relationships with the segments (T11).
  var relationshipSheets: [Relationship] = []

  package init() {}

  package static func read(_ node: LocatedNode, _ reading: inout Reading) -> BusinessModel? {
    guard case .mapping = node.content else {
      reading.wrongType(node, expected: shape)
      return nil
    }
    var model = table.read(node, &reading)
    model.place = node.span
    return model
  }

  package static let table = RecordTable<BusinessModel>(
    "businessModel",
    [
      Field("concept", \.concept),
      Field("types", \.types),
      Field("segments", \.segments),
      Field("propositions", \.propositions),
      Field("channels", \.channels),
      Field("relationships", \.relationships),
      Field("revenue", \.revenue),
      Field("resources", \.resources),
      Field("activities", \.activities),
      Field("partners", \.partners),
      Field("orientation", \.orientation),
      Field("costs", \.costs),
    ],
    derived: [
      Derived("relationshipsShown", [RelationshipItem].shape) { model in
        model.relationships.isEmpty ? model.relationshipSheets.view : model.relationships.view
      },
      Derived("phasesUsed", [ChannelPhase].shape) { model in
        ChannelPhase.allCases.filter { phase in model.channels.contains { $0.phases.contains(phase) } }.view
      },
      Derived("kindsUsed", [RelationshipType].shape) { model in
        RelationshipType.allCases.filter { kind in
          model.relationships.contains { $0.types.contains(kind) }
        }.view
      },
    ])
}

/// Which types of each block the model uses, as ticked on the blank sheet.
package struct BlockTypes: Record {
  package var segments: [MarketType] = []
  package var propositions: [PropositionType] = []
  package var revenue: [RevenueType] = []
  package var pricing: [PricingType] = []
  package var resources: [ResourceType] = []
  package var activities: [ActivityType] = []
  package var partners: [PartnerType] = []
  package var costs: [CostType] = []

  package init() {}

  package static let table = RecordTable<BlockTypes>(
    "blockTypes",
    [
      Field("segments", \.segments),
      Field("propositions", \.propositions),
      Field("revenue", \.revenue),
      Field("pricing", \.pricing),
      Field("resources", \.resources),
      Field("activities", \.activities),
      Field("partners", \.partners),
      Field("costs", \.costs),
    ])
}

/// A relationship with its kinds.
package struct RelationshipItem: NoteRecord {
  package var note = Note()
  package var types: [RelationshipType] = []

  package init() {}

  package static let table = RecordTable<RelationshipItem>(
    note: "relationshipItem", [Field("types", \.types)])
}

/// A resource with its kinds.
package struct ResourceItem: NoteRecord {
  package var note = Note()
  package var types: [ResourceType] = []

  package init() {}

  package static let table = RecordTable<ResourceItem>(
    note: "resourceItem", [Field("types", \.types)])
}

/// An activity with its kinds.
package struct ActivityItem: NoteRecord {
  package var note = Note()
  package var types: [ActivityType] = []

  package init() {}

  package static let table = RecordTable<ActivityItem>(
    note: "activityItem", [Field("types", \.types)])
}

/// A partner with the reasons to team up.
package struct PartnerItem: NoteRecord {
  package var note = Note()
  package var types: [PartnerType] = []

  package init() {}

  package static let table = RecordTable<PartnerItem>(
    note: "partnerItem", [Field("types", \.types)])
}

/// A cost with its kinds.
package struct CostItem: NoteRecord {
  package var note = Note()
  package var types: [CostType] = []

  package init() {}

  package static let table = RecordTable<CostItem>(
    note: "costItem", [Field("types", \.types)])
}

/// A channel with the phases it serves.
package struct ChannelItem: NoteRecord {
  package var note = Note()
  package var phases: [ChannelPhase] = []

  package init() {}

  package static let table = RecordTable<ChannelItem>(
    note: "channel", [Field("phases", \.phases)])
}

/// A revenue stream with its types and its share of the total.
package struct RevenueItem: NoteRecord {
  package var note = Note()
  package var types: [RevenueType] = []
  package var share: Percentage?

  package init() {}

  package static let table = RecordTable<RevenueItem>(
    note: "revenue",
    [Field("types", \.types), Field("share", \.share)])
}
