public import PlanningModel

/// A cell or a point of a population grid.
public struct PopulationCell: Sendable, Hashable {
  /// Its name within the grid, unique.
  public var id: String
  /// Where its people are taken to live (WGS 84).
  public var position: GeographicPosition
  /// How many people it stands for, in any unit: only ratios within a village matter.
  public var weight: Int64
  /// The township it lies in; nil when not known.
  public var unit: UnitID?
  /// The village it belongs to, where the grid says so.
  public var village: DemandPointID?

  /// Describes a cell.
  public init(
    id: String, position: GeographicPosition, weight: Int64, unit: UnitID? = nil,
    village: DemandPointID? = nil
  ) {
    self.id = id
    self.position = position
    self.weight = weight
    self.unit = unit
    self.village = village
  }
}

/// The people of villages spread over the cells of a population grid, village totals kept.
///
/// A grid says where people live inside a village, not how many they are: the counts stay those
/// of the village, cohort by cohort, split by ``LargestRemainder``. A village without a weighted
/// cell keeps its people at its own place.
public struct PopulationSpread: Sendable {
  /// The district with cells in place of the villages that were spread.
  public let district: District
  /// The village that each place of ``district`` belongs to, by the place's id.
  public let villageOf: [DemandPointID: DemandPointID]
  /// The villages as they were, own and neighbours', sorted by id.
  public let villages: [DemandPoint]
  private let positions: [DemandPointID: Int]
  /// How many own villages have no cell with people.
  public let unspreadCount: Int
  /// Cells whose village is not in the district.
  public let outsideCount: Int

  /// Spreads the people of the district's own villages.
  ///
  /// - Parameters:
  ///   - cells: a cell without a village goes to the nearest village of its township, by straight
  ///     line, equal distances to the smallest id; without a township to the nearest of all.
  ///     The order of cells changes nothing but the split of equal remainders, which follows ids.
  public init(_ cells: [PopulationCell], over district: District) {
    villages = district.demandPoints
    positions = Dictionary(
      district.demandPoints.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let own = district.demandPoints.filter { $0.band == .own }
    let index = VillageIndex(own)
    var cellsOf: [DemandPointID: [PopulationCell]] = [:]
    var outside = 0
    let sorted = cells.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    for cell in sorted where cell.weight > 0 {
      guard let village = index.village(of: cell) else {
        outside += 1
        continue
      }
      cellsOf[village, default: []].append(cell)
    }
    var points: [DemandPoint] = district.demandPoints.filter { $0.band != .own }
    var villageOf: [DemandPointID: DemandPointID] = [:]
    var unspread = 0
    for village in own {
      let spread = Self.spread(village, over: cellsOf[village.id] ?? [])
      if spread.isEmpty { unspread += 1 }
      for point in spread.isEmpty ? [village] : spread {
        points.append(point)
        villageOf[point.id] = village.id
      }
    }
    var copy = district
    copy.demandPoints = points.sorted { $0.id < $1.id }
    self.district = copy
    self.villageOf = villageOf
    unspreadCount = unspread
    outsideCount = outside
  }

  /// A village by its id.
  func village(_ id: DemandPointID) -> DemandPoint? { positions[id].map { villages[$0] } }

  /// The populated cells of a village as demand points; empty where nothing can be spread.
  private static func spread(
    _ village: DemandPoint, over cells: [PopulationCell]
  ) -> [DemandPoint] {
    var people = [[CohortID: Int]](repeating: [:], count: cells.count)
    for (cohort, total) in village.people {
      guard let parts = LargestRemainder.split(total, over: cells.map(\.weight)) else { return [] }
      for (position, part) in parts.enumerated() { people[position][cohort] = part }
    }
    return cells.indices.compactMap { position in
      guard people[position].values.contains(where: { $0 > 0 }) else { return nil }
      return DemandPoint(
        id: DemandPointID("\(village.id)#\(cells[position].id)"), name: village.name,
        unitClass: village.unitClass, unit: village.unit, position: cells[position].position,
        people: people[position], band: .own, positionProvenance: .estimated,
        peopleProvenance: max(village.peopleProvenance, .derived))
    }
  }
}

/// Finds the village of a cell.
private struct VillageIndex {
  private let byID: Set<DemandPointID>
  private let all: [DemandPoint]
  private let byUnit: [UnitID: [DemandPoint]]

  init(_ own: [DemandPoint]) {
    byID = Set(own.map(\.id))
    all = own.filter { $0.position != nil }
    byUnit = Dictionary(grouping: all.filter { $0.unit != nil }, by: { $0.unit ?? "" })
  }

  func village(of cell: PopulationCell) -> DemandPointID? {
    if let named = cell.village { return byID.contains(named) ? named : nil }
    guard let unit = cell.unit else { return nearest(all, to: cell.position) }
    return nearest(byUnit[unit] ?? [], to: cell.position)
  }

  /// By metres on a plane tangent at the cell; villages come in the order of their ids.
  private func nearest(
    _ villages: [DemandPoint], to place: GeographicPosition
  ) -> DemandPointID? {
    let squeeze = Self.cosine(ofDegrees: place.latitude)
    var best: (squared: Double, id: DemandPointID)?
    for village in villages {
      guard let position = village.position else { continue }
      let east = (position.longitude - place.longitude) * squeeze
      let north = position.latitude - place.latitude
      let squared = east * east + north * north
      if squared < best?.squared ?? .infinity { best = (squared, village.id) }
    }
    return best?.id
  }

  /// The cosine by its series, the same to the bit on every machine.
  private static func cosine(ofDegrees degrees: Double) -> Double {
    let angle = degrees * .pi / 180
    var term = 1.0
    var sum = 1.0
    for step in 1...12 {
      term *= -angle * angle / Double((2 * step - 1) * (2 * step))
      sum += term
    }
    return sum
  }
}
