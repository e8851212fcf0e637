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

extension [UnitEvidence] {
  var yesCount: Int {
    reduce(0) { if case .yes = $1.answer { $0 + 1 } else { $0 } }
  }
  var unknownCount: Int {
    reduce(0) { if case .unknown = $1.answer { $0 + 1 } else { $0 } }
  }
}

extension Verdict {
  /// Files the answers under met, missing and undecided, each by code, then id.
  mutating func list(_ evidence: [UnitEvidence]) {
    met = []
    missing = []
    undecided = []
    for unit in evidence {
      var finding = UnitFinding(
        code: unit.member.code, id: unit.member.id, name: unit.member.name)
      switch unit.answer {
      case .yes(let facilities):
        finding.by = facilities
        met.append(finding)
      case .no(let reason):
        finding.reason = reason
        missing.append(finding)
      case .unknown(let reason):
        finding.reason = reason
        undecided.append(finding)
      }
    }
    met.sortByCode()
    missing.sortByCode()
    undecided.sortByCode()
    provenance = Provenance.weakest(of: evidence.compactMap(\.provenance))
  }
}

extension [UnitFinding] {
  /// By code, then id, bytewise; places without a code come first.
  mutating func sortByCode() {
    sort { left, right in
      let first = Array<UInt8>((left.code ?? "").utf8)
      let second = Array<UInt8>((right.code ?? "").utf8)
      if first != second { return first.lexicographicallyPrecedes(second) }
      return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
  }
}
