import Certificates

/// Finds the sites and points that need not be considered.
///
/// A site that covers no more than another and costs no less stays closed; a point that has to be
/// covered and is wherever another is need not be looked at (Toregas and ReVelle 1972). Done in
/// turns until nothing changes.
struct CoveringReductions {
  private(set) var isSiteLeftOut: [Bool]
  private(set) var isRowLeftOut: [Bool]
  /// What was left out, in order.
  private(set) var reductions: [SitingProof.Reduction] = []

  private let problem: SitingProblem
  private let prices: [Double]
  private let rows: CoveringRows
  private let states: SiteStates
  private let pointsOfRow: RowPoints
  private var sitesOfRow: BitTable
  private var rowsOfSite: BitTable
  /// Comparisons left; large instances are reduced only so far.
  private var patience = 50_000_000

  /// Reduces a problem with some sites decided.
  init(
    _ problem: SitingProblem, _ prices: [Double], rows: CoveringRows, states: SiteStates
  ) {
    self.problem = problem
    self.prices = prices
    self.rows = rows
    self.states = states
    isSiteLeftOut = states.state.map { $0 == .closed }
    isRowLeftOut = rows.isLeftOut
    sitesOfRow = BitTable(rows: rows.count, columns: rows.siteCount)
    rowsOfSite = BitTable(rows: rows.siteCount, columns: rows.count)
    pointsOfRow = RowPoints(rows)
    for row in 0..<rows.count where !rows.isLeftOut[row] {
      let pairs = rows.starts[row]..<rows.starts[row + 1]
      if let pair = pairs.first(where: { states[Int(rows.sites[$0])] == .open }) {
        isRowLeftOut[row] = true
        for point in pointsOfRow[row] {
          reductions.append(.met(point, by: Int(rows.sites[pair])))
        }
        continue
      }
      for pair in pairs where states[Int(rows.sites[pair])] == .free {
        sitesOfRow.set(row, Int(rows.sites[pair]))
        rowsOfSite.set(Int(rows.sites[pair]), row)
      }
    }
    let mayDropPoints = problem == .lscp || problem == .pCentre
    while patience > 0 {
      let before = reductions.count
      if mayDropPoints { dropPoints() }
      dropSites()
      if reductions.count == before || !mayDropPoints { break }
    }
  }

  private mutating func dropPoints() {
    for row in 0..<rows.count where !isRowLeftOut[row] {
      // A row that contains this one shares its rarest site.
      var rarest: Int?
      for site in sitesOfRow.members(row) {
        if let other = rarest, rowsOfSite.sizes[other] <= rowsOfSite.sizes[site] { continue }
        rarest = site
      }
      guard let rarest else { continue }
      for other in rowsOfSite.members(rarest) where other != row {
        let (size, otherSize) = (sitesOfRow.sizes[row], sitesOfRow.sizes[other])
        guard otherSize > size || (otherSize == size && other > row) else { continue }
        patience -= sitesOfRow.width
        guard sitesOfRow.isSubset(row, of: other) else { continue }
        isRowLeftOut[other] = true
        rowsOfSite.clearColumn(other, in: sitesOfRow.members(other))
        for point in pointsOfRow[other] {
          reductions.append(.point(point, by: pointsOfRow.first(row)))
        }
        sitesOfRow.clearRow(other)
      }
      if patience <= 0 { return }
    }
  }

  private mutating func dropSites() {
    for site in 0..<rows.siteCount where states[site] == .free && !isSiteLeftOut[site] {
      guard let stronger = dominator(of: site) else { continue }
      isSiteLeftOut[site] = true
      reductions.append(.site(site, by: stronger))
      sitesOfRow.clearColumn(site, in: rowsOfSite.members(site))
      rowsOfSite.clearRow(site)
      if patience <= 0 { return }
    }
  }

  /// A site that covers all that this one does, at no higher price; of equals, a smaller one.
  private mutating func dominator(of site: Int) -> Int? {
    var rarest: Int?
    for row in rowsOfSite.members(site) {
      if let other = rarest, sitesOfRow.sizes[other] <= sitesOfRow.sizes[row] { continue }
      rarest = row
    }
    let size = rowsOfSite.sizes[site]
    // Nothing left to cover: any site can stand for it.
    let candidates = rarest.map { sitesOfRow.members($0) } ?? states.free
    for other in candidates where other != site && !isSiteLeftOut[other] {
      let otherSize = rowsOfSite.sizes[other]
      guard otherSize >= size, !isDearer(other, than: site) else { continue }
      // Of two that cover the same at the same price the smaller id stays, unless one is fixed.
      if otherSize == size, other > site, states[other] == .free, !isDearer(site, than: other) {
        continue
      }
      patience -= rowsOfSite.width
      if rowsOfSite.isSubset(site, of: other) { return other }
    }
    return nil
  }

  private func isDearer(_ site: Int, than other: Int) -> Bool {
    switch problem {
    case .partialCover, .budget, .unitShare: prices[site] > prices[other]
    case .lscp, .mclp, .pMedian, .pCentre, .backup: false
    }
  }
}

/// The points of each row.
private struct RowPoints {
  private var starts: [Int]
  private var points: [Int]

  init(_ rows: CoveringRows) {
    starts = Array(repeating: 0, count: rows.count + 1)
    for row in rows.rowOfPoint { starts[row + 1] += 1 }
    for row in 0..<rows.count { starts[row + 1] += starts[row] }
    var next = starts
    points = Array(repeating: 0, count: rows.rowOfPoint.count)
    for (point, row) in rows.rowOfPoint.enumerated() {
      points[next[row]] = point
      next[row] += 1
    }
  }

  subscript(_ row: Int) -> ArraySlice<Int> { points[starts[row]..<starts[row + 1]] }

  func first(_ row: Int) -> Int { points[starts[row]] }
}
