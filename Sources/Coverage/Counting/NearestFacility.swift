public import PlanningModel
public import TravelTimes

/// Finds the nearest operating facility of each demand point from one table of times.
///
/// Own and neighbours' facilities come from the same table, so that the two figures of a share
/// can only differ by who counts, never by how times were found (DESIGN §5.8, §5.10).
public struct NearestFacility {
  /// The facilities that count for a query on a date, in the district's order.
  public let facilities: [Facility]
  private let district: District
  private let query: ReachQuery

  /// Selects the facilities of a query that operate on a date.
  public init(_ query: ReachQuery, in district: District, on date: CivilDate) {
    self.query = query
    self.district = district
    facilities = district.facilities.filter {
      query.kinds.contains($0.kind) && $0.isOperating(on: date)
    }
  }

  /// Those of them that are the district's own, in the same order.
  public var ownFacilities: [Facility] { facilities.filter { $0.band == .own } }

  /// Answers the query from searches that only find the nearest.
  ///
  /// - Parameters:
  ///   - own: the two nearest of ``ownFacilities`` for every demand point of the district, in
  ///     its order.
  ///   - all: the nearest of ``facilities``; nil where no neighbours are loaded.
  ///   - provenance: the weakest of what the times rest on besides the positions.
  /// - Returns: the same as from the whole table of times.
  public func reach(own: NearestTimes, all: NearestTimes?, provenance: Provenance) -> Reach {
    let ownFacilities = ownFacilities
    func named(_ entries: [NearestTimes.Entry?], _ facilities: [Facility]) -> [Nearest?] {
      entries.map { entry in
        entry.map {
          Nearest(
            facility: facilities[Int($0.destination)].id, time: $0.time,
            isEstimated: $0.isEstimated)
        }
      }
    }
    return Reach(
      query: query, own: named(own.entries, ownFacilities),
      second: named(own.second, ownFacilities),
      withNeighbours: all.map { named($0.entries, facilities) },
      reasons: zip(own.entries, district.demandPoints).map { entry, point in
        entry == nil ? reason(for: point) : nil
      },
      provenance: weakest(provenance))
  }

  /// Answers the query.
  ///
  /// - Parameters:
  ///   - matrix: times from every demand point of the district, in its order, to
  ///     ``facilities``, in theirs.
  ///   - provenance: the weakest of what the times rest on besides the positions.
  ///   - servingOnly: whether only facilities count that serve the place: their declared range
  ///     holds it, or without a range they stand in its unit.
  /// - Returns: the nearest facility of each demand point and the next; equal times go to the
  ///   smallest id.
  public func reach(
    from matrix: TravelTimeMatrix, provenance: Provenance, servingOnly: Bool = false
  ) -> Reach {
    let count = district.demandPoints.count
    var own: [Nearest?] = []
    var second: [Nearest?] = []
    var all: [Nearest?] = []
    var reasons: [Reason?] = []
    own.reserveCapacity(count)
    for (index, point) in district.demandPoints.enumerated() {
      let isEstimated = matrix.isEstimated[index]
      var nearest: Nearest?
      var nearestOwn: Nearest?
      var nextOwn: Nearest?
      var isOutsideRange = false
      for entry in matrix.firstEntry[index]..<matrix.firstEntry[index + 1] {
        let facility = facilities[Int(matrix.destination[entry])]
        if servingOnly, !facility.serves(point) {
          isOutsideRange = isOutsideRange || facility.band == .own
          continue
        }
        let candidate = Nearest(
          facility: facility.id, time: TravelTime(milliseconds: matrix.milliseconds[entry]),
          isEstimated: isEstimated)
        if isNearer(candidate, than: nearest) { nearest = candidate }
        guard facility.band == .own else { continue }
        if isNearer(candidate, than: nearestOwn) {
          nextOwn = nearestOwn
          nearestOwn = candidate
        } else if isNearer(candidate, than: nextOwn) {
          nextOwn = candidate
        }
      }
      own.append(nearestOwn)
      second.append(nextOwn)
      all.append(nearest)
      reasons.append(
        nearestOwn != nil ? nil : isOutsideRange ? .outsideRange : reason(for: point))
    }
    return Reach(
      query: query, own: own, second: second,
      withNeighbours: district.hasNeighbours ? all : nil, reasons: reasons,
      provenance: weakest(provenance))
  }

  private func weakest(_ provenance: Provenance) -> Provenance {
    let positions =
      district.demandPoints.map(\.positionProvenance) + facilities.map(\.provenance.position)
    return Provenance.weakest(of: positions + [provenance]) ?? provenance
  }

  private func isNearer(_ candidate: Nearest, than other: Nearest?) -> Bool {
    guard let other else { return true }
    return (candidate.time, candidate.facility) < (other.time, other.facility)
  }

  private func reason(for point: DemandPoint) -> Reason {
    if facilities.contains(where: { $0.band == .own }) {
      return point.position == nil ? .noData : .unreachable
    }
    let known = district.facilities.contains {
      query.kinds.contains($0.kind) && $0.band == .own
    }
    return known ? .notOperating : .noSite
  }
}

extension Facility {
  /// Whether its declared range holds a place; without a range it serves the unit and the village
  /// it stands in (服务范围).
  func serves(_ point: DemandPoint) -> Bool {
    if servedUnits.contains(where: { $0 == point.unit || $0.rawValue == point.id.rawValue }) {
      return true
    }
    return serviceRange == nil && village == point.id
  }
}
