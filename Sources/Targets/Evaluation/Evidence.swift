import PlanningModel

/// What is known of one unit: absence from a register that is not complete is not a no.
enum Answer: Hashable {
  /// Covered, by these facilities; by none where an activity or a record shows it.
  case yes([FacilityID])
  /// Known not to be covered.
  case no(Reason)
  /// Not known.
  case unknown(Reason)

  /// An absence: a no if the register is complete, else unknown.
  static func absent(_ reason: Reason, isComplete: Bool) -> Answer {
    isComplete ? .no(reason) : .unknown(.noData)
  }
}

/// The answer for one unit, and how good the fields are that were read.
struct UnitEvidence: Hashable {
  var member: UnitMember
  var answer: Answer
  var provenance: Provenance?
}

extension UnitEvidence: AnsweredFinding {
  var finding: UnitFinding { UnitFinding(code: member.code, id: member.id, name: member.name) }
}

extension [UnitEvidence] {
  var yesCount: Int {
    reduce(0) { if case .yes = $1.answer { $0 + 1 } else { $0 } }
  }
  var unknownCount: Int {
    reduce(0) { if case .unknown = $1.answer { $0 + 1 } else { $0 } }
  }
}
