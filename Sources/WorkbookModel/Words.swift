import LocatedYAML

/// How sure a statement is (rule R8).
package enum Evidence: String, Word {
  case assumption, observed, confirmed
  package static let group = "evidence"
}

/// Who may read something; each may read what those before it may.
package enum Audience: String, Word, Comparable {
  case `public`, company, mentor
  package static let group = "audience"

  package static func < (left: Audience, right: Audience) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .public: 0
    case .company: 1
    case .mentor: 2
    }
  }
}

/// Where a finding comes from.
package enum SourceType: String, Word {
  case interview, observation, contextMapping, contacts, forms, salesTeam, complaints
  package static let group = "sourceType"
}

/// What a segment does with the product.
package enum SegmentRole: String, Word {
  case buyer, user, both
  package static let group = "segmentRole"
}

/// Which of the method's two persona sheets a persona fills.
package enum PersonaTemplate: String, Word {
  case a = "A"
  case b = "B"
  package static let group = "personaTemplate"
}

/// The method's seven generic stages of a customer journey.
package enum GenericStage: String, Word {
  case information, purchase, delivery, use, supplements, maintenance, disposal
  package static let group = "journey.stages"
}

/// The five phases of a channel (block 3 of the business model).
package enum ChannelPhase: String, Word {
  case awareness, evaluation, purchase, delivery, after
  package static let group = "channelPhase"
}

/// Kinds of market (block 1).
package enum MarketType: String, Word {
  case mass, niche, segmented, diversified, multisided
  package static let group = "types.segments"
}

/// What makes an offer worth it (block 2).
package enum PropositionType: String, Word {
  case novelty, performance, customisation
  case jobDone = "job-done"
  case design, brand, price
  case costCut = "cost-cut"
  case riskCut = "risk-cut"
  case access, convenience
  package static let group = "types.propositions"
}

/// Kinds of relationship (block 4 and the relationship sheet).
package enum RelationshipType: String, Word {
  case personal, dedicated
  case selfService = "self"
  case automated, community, cocreation
  package static let group = "types.relationships"
}

/// Kinds of revenue (block 5).
package enum RevenueType: String, Word {
  case assetSale = "asset-sale"
  case usageFee = "usage-fee"
  case subscription, lending, brokerage, advertising, licensing
  case outcomeFee = "outcome-fee"
  package static let group = "types.revenue"
}

/// How a price comes about, fixed first, then dynamic (block 5).
package enum PricingType: String, Word {
  case list, feature, segment, volume
  case negotiation, yield
  case realTime = "real-time"
  package static let group = "types.pricing"
}

/// Kinds of resource (block 6).
package enum ResourceType: String, Word {
  case physical, intellectual, human, financial
  package static let group = "types.resources"
}

/// Kinds of activity (block 7).
package enum ActivityType: String, Word {
  case production, solving, platform
  package static let group = "types.activities"
}

/// Why firms team up (block 8).
package enum PartnerType: String, Word {
  case economy, risk, acquisition
  package static let group = "types.partners"
}

/// Kinds of cost (block 9).
package enum CostType: String, Word {
  case fixed, variable, scale, scope
  package static let group = "types.costs"
}

/// What a cost structure leans towards (block 9).
package enum CostOrientation: String, Word {
  case cost, value
  package static let group = "orientation"
}

/// Ways of being useful to a customer (T5b), from top to bottom of the map.
package enum UtilityLever: String, Word {
  case productivity, simplicity, convenience, risk, fun, environment
  package static let group = "utilityLever"
}

/// What a mark on the utility map says.
package enum UtilityMarkKind: String, Word {
  case today, blocker, new
  package static let group = "utility.marks"
}

/// What an opportunity would be to the product (T6).
package enum OpportunityType: String, Word {
  case addedService, productAsService, improvement, radical
  package static let group = "opportunityKind"
}

/// Where an opportunity came from: the company's strengths, or the customer.
package enum OpportunityOrigin: String, Word {
  case insideOut = "inside-out"
  case outsideIn = "outside-in"
  package static let group = "origin"
}

/// How large a solution could be done: a tenth, as now, ten times (T7).
package enum SolutionScale: String, Word {
  case tenth = "0.1x"
  case same = "1x"
  case tenfold = "10x"
  package static let group = "types.scale"
}

/// Whether an activity is new or altered (T9).
package enum ProcessChange: String, Word {
  case new, altered
  package static let group = "processChange"
}

/// What a relationship is for (T11).
package enum RelationshipPurpose: String, Word {
  case acquire, retain, grow
  package static let group = "relationshipPurpose"
}

/// What good service governance brings (T12).
package enum EffectType: String, Word {
  case waste, resources, motivation, improvement, innovation, loyalty, wordOfMouth, reputation
  package static let group = "types.effects"
  package var isInside: Bool { InsideEffect(rawValue: rawValue) != nil }
}

/// Effects inside the company, as ticked on the sheet.
package enum InsideEffect: String, Word {
  case waste, resources, motivation, improvement, innovation
  package static let group = "types.effects"
}

/// Effects outside the company, as ticked on the sheet.
package enum OutsideEffect: String, Word {
  case loyalty, wordOfMouth, reputation
  package static let group = "types.effects"
}

/// Where a step of the phase takes place (T13).
package enum WorkflowPlace: String, Word {
  case workshop, homework, field
  package static let group = "workflow.where"
}

/// The steps that the method names (T13).
package enum GenericStep: String, Word {
  case start, segments, personas, journey, questions, map, customers, update, opportunities, priorities
  case matrix, concept, model, governance
  package static let group = "workflow.steps"
}
