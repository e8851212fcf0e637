public import PlanningModel

/// Which unverified records hold up a verdict that is kept, on units.
///
/// A verdict with `m` units to spare falls when `m + 1` of the units that rest on unverified
/// records alone turn out otherwise; each of them is listed with that number.
public struct UnitFlips {
  private let verdict: Verdict
  private let facilities: [FacilityID: Facility]

  /// Prepares the search.
  public init(_ verdict: Verdict, in district: District) {
    self.verdict = verdict
    facilities = Dictionary(
      district.facilities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The units, empty where the verdict is not kept or would stand without them.
  public func found() -> [VerdictFlip] {
    guard verdict.status == .met, let achieved = verdict.achieved,
      let required = verdict.required, !verdict.met.isEmpty
    else { return [] }
    let resting = verdict.met.compactMap { unit -> (UnitFinding, Provenance)? in
      guard !unit.by.isEmpty else { return nil }
      // The strongest of several facilities holds the unit up.
      guard let best = unit.by.compactMap({ provenance($0) }).min(),
        VerdictFlip.isUnverified(best)
      else { return nil }
      return (unit, best)
    }
    let needed = achieved - required + 1
    guard needed > 0, resting.count >= needed else { return [] }
    return resting.map { unit, provenance in
      VerdictFlip(
        kind: .record, id: unit.id, name: unit.name, amount: needed,
        effortPerMille: VerdictFlip.perMille(needed, of: achieved), isIncrease: false,
        provenance: provenance)
    }.inOrder()
  }

  private func provenance(_ id: FacilityID) -> Provenance? {
    guard let facility = facilities[id] else { return nil }
    let own = facility.provenance
    return switch verdict.rule {
    case "hosted": max(own.record, own.host)
    case "assigned": max(own.record, own.range)
    case "within_time", "catchment": max(own.record, own.position)
    default: own.record
    }
  }
}
