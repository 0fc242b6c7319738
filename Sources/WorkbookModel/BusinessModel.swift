import Diagnostics
package import LocatedYAML

/// The nine blocks of the Business Model Canvas (T10).
package struct BusinessModel: Record {
  package var concept: Reference<ConceptKind>?
  package var types = BlockTypes()
  package var segments: [Note] = []
  package var propositions: [Note] = []
  package var channels: [ChannelItem] = []
  package var relationships: [TypedItem<RelationshipType>] = []
  package var revenue: [RevenueItem] = []
  package var resources: [TypedItem<ResourceType>] = []
  package var activities: [TypedItem<ActivityType>] = []
  package var partners: [TypedItem<PartnerType>] = []
  package var orientation: CostOrientation?
  package var costs: [TypedItem<CostType>] = []

  package init() {}

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

/// An item of a block with the types it belongs to.
package struct TypedItem<Kind: Word>: NoteRecord {
  package var note = Note()
  package var types: [Kind] = []

  package init() {}

  package static var table: RecordTable<Self> {
    RecordTable("item", Note.fields.map { $0.inside(\Self.note) } + [Field("types", \.types)])
  }
}

/// A channel with the phases it serves.
package struct ChannelItem: NoteRecord {
  package var note = Note()
  package var phases: [ChannelPhase] = []

  package init() {}

  package static let table = RecordTable<ChannelItem>(
    "channel", Note.fields.map { $0.inside(\ChannelItem.note) } + [Field("phases", \.phases)])
}

/// A revenue stream with its types and its share of the total.
package struct RevenueItem: NoteRecord {
  package var note = Note()
  package var types: [RevenueType] = []
  package var share: Percentage?

  package init() {}

  package static let table = RecordTable<RevenueItem>(
    "revenue",
    Note.fields.map { $0.inside(\RevenueItem.note) } + [Field("types", \.types), Field("share", \.share)])
}
