import PlanningModel

/// A thing that was asked about, and the answer.
protocol AnsweredFinding {
  /// The thing, without what the answer adds.
  var finding: UnitFinding { get }
  var answer: Answer { get }
  var provenance: Provenance? { get }
}

extension Verdict {
  /// Files the answers under met, missing and undecided, each by code, then id.
  mutating func list(_ answered: [some AnsweredFinding]) {
    met = []
    missing = []
    undecided = []
    for one in answered {
      var finding = one.finding
      switch one.answer {
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
    provenance = Provenance.weakest(of: answered.compactMap(\.provenance))
  }
}

extension [UnitFinding] {
  /// By code, then id, numbers in it by their value; places without a code come first.
  mutating func sortByCode() {
    sort { left, right in
      let first = Array<UInt8>((left.code ?? "").utf8)
      let second = Array<UInt8>((right.code ?? "").utf8)
      if first != second { return first.lexicographicallyPrecedes(second) }
      return NaturalOrder.precedes(left.id, right.id)
    }
  }
}
