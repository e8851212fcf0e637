import Coverage
import Journeys
import PlanningModel
import TravelTimes

/// What one service costs to reach from every place of a situation: the input of catchments and
/// floating catchments on a workspace.
///
/// Demand `i` of ``table`` is `points[i]`, supply `j` is `facilities[j]`; costs are seconds with
/// three decimals, so that they are the milliseconds of the cost field (DESIGN §5.10).
struct ServiceCosts {
  /// Costs within the limit, in milliseconds.
  var table: CostTable
  /// The places where people are counted, sorted by id.
  var points: [DemandPoint]
  /// The operating facilities that count, sorted by id.
  var facilities: [Facility]
  /// People of the cohort at each place; nil where nobody counted.
  var demand: [Int?]
  /// How many each facility can serve.
  var capacities: SupplyCapacities
  /// Why a place has no entry in the table; nil where it has one.
  var reasons: [Reason?]
  /// Whether times of a place rest on the straight-line fallback.
  var isEstimated: [Bool]
  /// The weakest of what times, positions and records rest on; counts have their own.
  var provenance: Provenance
}

/// Which places and facilities beyond the border count.
struct NeighbourChoice {
  /// Neighbours' facilities serve too.
  var facilities = false
  /// Neighbours' people ask too.
  var people = false
}

extension Situation {
  /// The costs of a service for a cohort.
  ///
  /// - Parameters:
  ///   - query: the kinds of facility and how people travel.
  ///   - cohort: who is counted.
  ///   - limit: a time equal to it is within; nil for no limit.
  ///   - neighbours: what counts beyond the border.
  ///   - nearestOnly: whether the nearest facility of each place is enough; ties go to the
  ///     smallest id.
  func costs(
    _ query: ReachQuery, cohort: CohortID, within limit: TravelTime?,
    neighbours: NeighbourChoice = NeighbourChoice(), nearestOnly: Bool = false
  ) throws -> ServiceCosts {
    let points = district.demandPoints.filter { neighbours.people || $0.band == .own }
    let known = district.facilities.filter {
      query.kinds.contains($0.kind) && (neighbours.facilities || $0.band == .own)
    }
    let facilities = known.filter { $0.isOperating(on: asOf) }
    let (from, to) = (points.map(\.position), facilities.map(\.position))
    let matrix =
      nearestOnly
      ? TravelTimeMatrix(
        try field.nearest(from: from, to: to, query.profile), within: limit)
      : try field.source.times(from: from, to: to, profile: query.profile, within: limit)
    let positions =
      points.map(\.positionProvenance)
      + facilities.map { max($0.provenance.position, $0.provenance.record) }
    let missing: Reason = known.isEmpty ? .noSite : .notOperating
    return ServiceCosts(
      table: CostTable(
        of: matrix, demandIDs: points.map(\.id.rawValue), supplyIDs: facilities.map(\.id.rawValue)),
      points: points, facilities: facilities, demand: points.map { $0.people[cohort] },
      capacities: SupplyCapacities(of: facilities),
      reasons: points.indices.map { index in
        facilities.isEmpty ? missing : Self.reason(matrix.status[index])
      },
      isEstimated: matrix.isEstimated,
      provenance: Provenance.weakest(of: positions + [field.provenance]) ?? field.provenance)
  }

  private static func reason(_ status: OriginStatus) -> Reason? {
    switch status {
    case .reached: nil
    case .tooFar: .tooFar
    case .unreachable, .notSnapped: .unreachable
    case .invalid: .noData
    }
  }
}

extension CostTable {
  /// The times of a matrix as a table of seconds with three decimals.
  ///
  /// - Parameters:
  ///   - matrix: times in rows sorted by time.
  ///   - demandIDs: the ids of its origins, sorted bytewise.
  ///   - supplyIDs: the ids of its destinations, sorted bytewise.
  init(of matrix: TravelTimeMatrix, demandIDs: [String], supplyIDs: [String]) {
    var supplies: [UInt32] = []
    var costs: [Int64] = []
    supplies.reserveCapacity(matrix.destination.count)
    costs.reserveCapacity(matrix.destination.count)
    for origin in demandIDs.indices {
      let entries = (matrix.firstEntry[origin]..<matrix.firstEntry[origin + 1]).sorted {
        matrix.destination[$0] < matrix.destination[$1]
      }
      for entry in entries {
        supplies.append(matrix.destination[entry])
        costs.append(Int64(matrix.milliseconds[entry]))
      }
    }
    self.init(
      demandIDs: demandIDs, supplyIDs: supplyIDs, rowStarts: matrix.firstEntry,
      supplies: supplies, costs: costs, unit: .seconds, decimals: 3)
  }
}

extension SupplyCapacities {
  /// The declared capacities of facilities; those that share one draw on the pool of their site.
  ///
  /// The import has seen to it that the facilities of a site give the same shared number.
  init(of facilities: [Facility]) {
    self.init(own: facilities.map(\.capacity))
    var numbers: [String: Int] = [:]
    for (index, facility) in facilities.enumerated() {
      guard let site = facility.site, let shared = facility.sharedCapacity else { continue }
      if numbers[site] == nil {
        numbers[site] = pools.count
        pools.append(Pool(id: site, persons: shared))
      }
      own[index] = nil
      poolOfSupply[index] = numbers[site]
    }
  }
}
