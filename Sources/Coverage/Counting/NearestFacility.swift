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

  /// Answers the query.
  ///
  /// - Parameters:
  ///   - matrix: times from every demand point of the district, in its order, to
  ///     ``facilities``, in theirs.
  ///   - provenance: the weakest of what the times rest on besides the positions.
  /// - Returns: the nearest facility of each demand point; equal times go to the smallest id.
  public func reach(from matrix: TravelTimeMatrix, provenance: Provenance) -> Reach {
    let count = district.demandPoints.count
    var own: [Nearest?] = []
    var all: [Nearest?] = []
    var reasons: [Reason?] = []
    own.reserveCapacity(count)
    for (index, point) in district.demandPoints.enumerated() {
      let isEstimated = matrix.isEstimated[index]
      var nearest: Nearest?
      var nearestOwn: Nearest?
      for entry in matrix.firstEntry[index]..<matrix.firstEntry[index + 1] {
        let facility = facilities[Int(matrix.destination[entry])]
        let candidate = Nearest(
          facility: facility.id, time: TravelTime(milliseconds: matrix.milliseconds[entry]),
          isEstimated: isEstimated)
        if isNearer(candidate, than: nearest) { nearest = candidate }
        if facility.band == .own, isNearer(candidate, than: nearestOwn) {
          nearestOwn = candidate
        }
      }
      own.append(nearestOwn)
      all.append(nearest)
      reasons.append(nearestOwn == nil ? reason(for: point) : nil)
    }
    let positions =
      district.demandPoints.map(\.positionProvenance)
      + facilities.map(\.provenance.position)
    return Reach(
      query: query, own: own, withNeighbours: district.hasNeighbours ? all : nil,
      reasons: reasons,
      provenance: Provenance.weakest(of: positions + [provenance]) ?? provenance)
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
