import PlanningModel
import Scenarios
import Targets

/// The candidates of a plan with everything that the plan leaves to defaults.
struct PlanCandidates {
  let plan: MultiYearPlan
  let district: District

  /// The sites by id, and faults: no kind, an id twice, a feeder of something unknown.
  ///
  /// - Parameter units: the units of which each may have a site besides those listed.
  func sites(units: [UnitID]) -> (sites: [PlanOutcome.Site], faults: [InputFault]) {
    var faults: [InputFault] = []
    var listed = plan.candidates.sites
    let taken = Set(listed.map(\.unit))
    listed += units.filter { !taken.contains($0) }.map {
      MultiYearPlan.Candidate(id: $0.rawValue, unit: $0, origin: plan.candidates.origin)
    }
    let names = Set(listed.map(\.id))
    let standing = Set(district.facilities.map(\.id.rawValue))
    var seen: Set<String> = []
    var sites: [PlanOutcome.Site] = []
    for candidate in listed {
      if !seen.insert(candidate.id).inserted {
        faults.append(
          fault(
            "plan.twice", candidate, "id", candidate.id, Bilingual("编号重复", "the id is given twice"),
            Bilingual("为每个候选点另取编号", "give each candidate an id of its own")))
      }
      for fed in candidate.feeds where !names.contains(fed) && !standing.contains(fed) {
        faults.append(
          fault(
            "plan.unknown_service", candidate, "feeds", fed,
            Bilingual("没有编号为“\(fed)”的候选点或设施", "no candidate and no facility has the id “\(fed)”"),
            Bilingual("写候选点或设施台账中的编号", "write the id of a candidate or of a facility")))
      }
      guard let kind = candidate.kind ?? plan.candidates.kind else {
        faults.append(
          fault(
            "plan.no_kind", candidate, "kind", candidate.id,
            Bilingual("没有写明服务类型", "it does not say what the site offers"),
            Bilingual("为候选点写 kind", "give the candidate a kind")))
        continue
      }
      sites.append(site(candidate, kind))
    }
    return (sites.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }, faults)
  }

  private func site(
    _ candidate: MultiYearPlan.Candidate, _ kind: ServiceKind
  ) -> PlanOutcome.Site {
    let unit = district.units.first { $0.id == candidate.unit }
    let type = district.serviceTypes.first { $0.id == kind }
    let unitName = unit?.name ?? candidate.unit.rawValue
    let first = candidate.from.flatMap { plan.index(of: $0, atStart: true) } ?? 0
    let last = candidate.until.flatMap { plan.index(of: $0) } ?? plan.periods.count - 1
    var provenance = max(candidate.provenance ?? plan.provenance, plan.provenance)
    if candidate.position == nil {
      provenance = max(provenance, unit?.seatProvenance ?? .derived)
    }
    return PlanOutcome.Site(
      id: candidate.id, name: candidate.name ?? unitName + (type?.label ?? kind.rawValue),
      kind: kind, unit: candidate.unit, unitName: unitName,
      position: candidate.position ?? unit?.seat, serves: candidate.serves,
      cost: candidate.cost ?? plan.candidates.cost ?? ExactDecimal(0),
      staff: candidate.staff ?? plan.candidates.staff, window: first..<max(first, last + 1),
      isRequired: candidate.isRequired, feeds: candidate.feeds, provenance: provenance)
  }

  private func fault(
    _ check: String, _ candidate: MultiYearPlan.Candidate, _ column: String, _ value: String,
    _ rule: Bilingual, _ remedy: Bilingual
  ) -> InputFault {
    InputFault(
      check: check, severity: .blocking, file: candidate.origin.file,
      row: candidate.origin.line, column: column, value: value, rule: rule, remedy: remedy)
  }
}
