import Diagnostics
package import LocatedYAML

/// How the company keeps a service in hand that arises together with the customer (T12).
package struct Governance: Record {
  package var salesMethod: [Note] = []
  package var communication: [Note] = []
  package var time: [Note] = []
  package var peaks: [Note] = []
  package var measurement: [Note] = []
  package var customerPart: [Note] = []
  package var judgement: [Note] = []
  package var effects: [Effect] = []

  package init() {}

  package static let table = RecordTable<Governance>(
    "governance",
    [
      Field("salesMethod", \.salesMethod),
      Field("communication", \.communication),
      Field("time", \.time),
      Field("peaks", \.peaks),
      Field("measurement", \.measurement),
      Field("customerPart", \.customerPart),
      Field("judgement", \.judgement),
      Field("effects", \.effects),
    ],
    derived: [
      Derived("effectsInside", [Effect].shape) { $0.effects.filter { $0.type?.isInside != false }.view },
      Derived("effectsOutside", [Effect].shape) { $0.effects.filter { $0.type?.isInside == false }.view },
      Derived("insideTypes", [InsideEffect].shape) { governance in
        InsideEffect.allCases.filter { type in
          governance.effects.contains { $0.type?.rawValue == type.rawValue }
        }.view
      },
      Derived("outsideTypes", [OutsideEffect].shape) { governance in
        OutsideEffect.allCases.filter { type in
          governance.effects.contains { $0.type?.rawValue == type.rawValue }
        }.view
      },
    ])
}

/// What the service does to the company and beyond.
package struct Effect: NoteRecord {
  package var note = Note()
  package var type: EffectType?

  package init() {}

  package static let table = RecordTable<Effect>(
    note: "effect", [Field("type", \.type)])
}
