import Certificates
import PlanningModel
import Targets

extension RepairQuestion {
  /// The seat of a unit as a place for a site.
  func site(_ unit: AdministrativeUnit) -> TargetRepair.Site {
    TargetRepair.Site(
      id: unit.id.rawValue, name: unit.name, position: unit.seat, unit: unit.id,
      provenance: unit.seatProvenance ?? .derived)
  }

  /// A village as a place for a site.
  func site(_ place: DemandPoint) -> TargetRepair.Site {
    TargetRepair.Site(
      id: place.id.rawValue, name: place.name, position: place.position, unit: place.unit,
      provenance: place.positionProvenance)
  }

  /// The place of a unit or village that a verdict names.
  func site(_ finding: UnitFinding) -> TargetRepair.Site {
    if let unit = situation.district.units.first(where: { $0.id.rawValue == finding.id }) {
      return site(unit)
    }
    if let place = situation.district.demandPoints.first(where: {
      $0.id.rawValue == finding.id
    }) {
      return site(place)
    }
    return TargetRepair.Site(
      id: finding.id, name: finding.name, position: nil, unit: nil, provenance: .derived)
  }

  /// What a repair under a rule of single units takes for granted.
  func runsInItsUnit(_ rule: CoveredRuleKind) -> Assumption {
    Assumption(
      id: "new_site_serves_its_unit",
      text: "新建站点在所在单元开展服务，按“\(rule.label)”口径计入；每个单元一处，\(costWords.chinese)",
      textEnglish: "A new site runs the service in the unit it stands in, which then counts by the "
        + "rule “\(rule.labelEnglish)”; one site a unit, \(costWords.english)")
  }

  private var costWords: Bilingual {
    request.costs.byPlace.isEmpty
      ? Bilingual("费用相同", "all at equal cost") : Bilingual("费用按地点给出", "costs as given by place")
  }

  /// What a repair under a limit of travel takes for granted.
  var operatesAtItsPlace: Assumption {
    Assumption(
      id: "new_site_operates_at_its_place",
      text: "新建站点设在所列位置并运营，服务到时限内的所有人；各处\(costWords.chinese)",
      textEnglish: "A new site operates at the place named and serves everybody within the limit; "
        + costWords.english)
  }

  /// Units of which nothing is known are taken not to count.
  var undecidedAssumption: [Assumption] {
    guard !verdict.undecided.isEmpty else { return [] }
    return [
      Assumption(
        id: "undecided_taken_as_missing",
        text: "\(verdict.undecided.count) 个单元现状不明，按未覆盖计；若其中有已开展的，所需更少",
        textEnglish:
          "\(verdict.undecided.count) units are undecided and taken not to count; if some do, "
          + "fewer sites are needed")
    ]
  }
}

extension SitingStatement {
  /// The candidates that stand already.
  var fixedSites: [Int] { states.indices.filter { states[$0] == .fixed } }
}
