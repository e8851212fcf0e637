import Journeys
import PlanningModel
import TravelTimes
import Workspace

extension WorkspaceSession {
  /// The tables of a location problem on the workspace.
  ///
  /// Villages are the demand, in their units. Candidates are the facilities that operate, by their
  /// ids, and new sites, `new/` and the name of a unit or the id of another place; where there are
  /// several services a place has a candidate for each, in one building.
  ///
  /// - Throws: `WorkError` for a service, cohort or candidate that is not known, a sensitive
  ///   cohort, villages without a count, and as ``places(_:_:)``.
  public func sitingTables(
    _ asked: WorkspaceSiting, needsBetween: Bool
  ) throws -> WorkspaceSitingTables {
    let situation = try situation(asked.evaluation)
    let points = try demand(asked, situation)
    let rows = try candidates(asked, situation)
    let profile = try profile(mode: asked.mode, pace: nil, direction: nil, situation)
    let names = Dictionary(
      situation.district.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    func times(_ origins: [GeographicPosition?], _ ids: [String], _ header: String) throws -> String
    {
      let matrix = try situation.field.source.times(
        from: origins, to: rows.map(\.site.position), profile: profile, within: nil)
      var lines = [header]
      for (origin, id) in ids.enumerated() {
        for entry in matrix.firstEntry[origin]..<matrix.firstEntry[origin + 1] {
          let seconds = TravelTime(milliseconds: matrix.milliseconds[entry]).secondsText
          let site = rows[Int(matrix.destination[entry])]
          lines.append(Self.line([id, site.id, seconds]))
        }
      }
      return lines.joined(separator: "\n") + "\n"
    }
    let people = points.map { point in
      Self.line([
        point.id.rawValue, "\(point.people[asked.cohort] ?? 0)",
        point.unit.flatMap { names[$0] } ?? "",
      ])
    }
    return WorkspaceSitingTables(
      demand: (["id,demand,unit"] + people).joined(separator: "\n") + "\n",
      candidates: table(rows, asked, names),
      costs: try times(points.map(\.position), points.map(\.id.rawValue), "from,to,seconds"),
      between: needsBetween
        ? try times(rows.map(\.site.position), rows.map(\.id), "candidate,candidate,seconds") : "")
  }

  private func demand(_ asked: WorkspaceSiting, _ situation: Situation) throws -> [DemandPoint] {
    guard let cohort = settings.cohorts.first(where: { $0.id == asked.cohort }) else {
      throw unknown(
        "cohort", Bilingual("人群", "cohorts"), asked.cohort.rawValue,
        known: settings.cohorts.map(\.id.rawValue))
    }
    guard !cohort.isSensitive else {
      throw WorkError(
        .unsupported, operation: "site", subject: cohort.id.rawValue,
        message: Bilingual("敏感人群的村级数不对外给出", "counts of a sensitive cohort are not told by village"),
        remedy: Bilingual("换一个人群，如 total", "take another cohort, such as total"))
    }
    let points = situation.district.demandPoints.filter { $0.band == .own }
    let uncounted = points.filter { $0.people[cohort.id] == nil }
    guard uncounted.isEmpty else {
      throw WorkError(
        .unsupported, operation: "site", subject: cohort.id.rawValue,
        message: Bilingual(
          "\(uncounted.count) 个村（社区）没有这一人群的人数，首个为 \(uncounted[0].name)",
          "\(uncounted.count) villages have no count of the cohort, the first is "
            + uncounted[0].name),
        remedy: Bilingual("补全村级台账", "complete the ledger of villages"))
    }
    return points
  }

  /// A row of the table of candidates.
  private struct Candidate {
    var id: String
    var site: TargetRepair.Site
    var service: String
    var state: String
    var capacity: Int?
    var cost: ExactDecimal?
  }

  private func candidates(
    _ asked: WorkspaceSiting, _ situation: Situation
  ) throws -> [Candidate] {
    let places = try places(asked.places, situation)
    var rows: [Candidate] = []
    for name in asked.services {
      let kinds = try service(name).kinds
      let costs = priced(asked, kinds)
      if asked.existing != .none {
        rows += situation.district.facilities.filter {
          kinds.contains($0.kind) && $0.band == .own && $0.isOperating(on: situation.asOf)
            && $0.position != nil
        }.map { facility in
          Candidate(
            id: facility.id.rawValue,
            site: .init(
              id: facility.id.rawValue, name: facility.name, position: facility.position,
              unit: facility.host, provenance: facility.provenance.position),
            service: name, state: asked.existing == .fixed ? "1" : "0",
            capacity: facility.capacity, cost: ExactDecimal(0))
        }
      }
      rows += places.map { place in
        let own = asked.places == .units ? place.name : place.id
        return Candidate(
          id: asked.services.count > 1 ? "new/\(own)/\(name)" : "new/\(own)", site: place,
          service: name, state: "0", capacity: asked.capacity, cost: costs.cost(of: place))
      }
    }
    try setStates(&rows, asked)
    return rows
  }

  /// Marks what has to be open and what may not be.
  private func setStates(_ rows: inout [Candidate], _ asked: WorkspaceSiting) throws {
    for (words, state) in [(asked.required, "1"), (asked.forbidden, "forbidden")] {
      for word in words {
        let named = rows.indices.filter {
          [rows[$0].id, rows[$0].site.id, rows[$0].site.name].contains(word)
        }
        guard !named.isEmpty else {
          throw WorkError(
            .notFound, operation: "find candidate", subject: word,
            message: Bilingual("候选地点中没有“\(word)”", "no candidate is called “\(word)”"),
            remedy: Bilingual(
              "写地点的名称或 id；用 --tables 可看全部候选地点",
              "give the name or id of a place; --tables writes all of them"))
        }
        for index in named { rows[index].state = state }
      }
    }
  }

  private func priced(_ asked: WorkspaceSiting, _ kinds: [ServiceKind]) -> RepairCosts {
    guard !asked.costs.isKnown,
      let each = kinds.compactMap({ settings.siteCosts.kinds[$0] }).min()
    else { return asked.costs }
    var costs = asked.costs
    costs.each = each
    return costs
  }

  private func table(
    _ rows: [Candidate], _ asked: WorkspaceSiting, _ names: [UnitID: String]
  ) -> String {
    // Half a column of costs could not be added up.
    let hasCosts = rows.allSatisfy { $0.cost != nil }
    let hasCapacities = rows.allSatisfy { $0.capacity != nil }
    let header =
      ["id", "fixed"] + (hasCapacities ? ["capacity"] : []) + (hasCosts ? ["cost"] : [])
      + ["unit", "building", "service"]
    let lines = rows.map { row in
      Self.line(
        [row.id, row.state] + (hasCapacities ? ["\(row.capacity ?? 0)"] : [])
          + (hasCosts ? [row.cost?.description ?? ""] : [])
          + [row.site.unit.flatMap { names[$0] } ?? "", row.site.id, row.service])
    }
    return ([header.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      cell.contains { ",\"\n\r".contains($0) }
        ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: ",")
  }
}
