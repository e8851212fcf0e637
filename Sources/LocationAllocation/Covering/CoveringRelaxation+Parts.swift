import Certificates

extension CoveringRelaxation {
  func parts(_ states: SiteStates) -> [[Int]] {
    guard side.problem == .lscp else { return [] }
    let lefts = (0..<rows.count).filter { row in
      !rows.isLeftOut[row]
        && !rows.sites[rows.starts[row]..<rows.starts[row + 1]].contains {
          states[Int($0)] == .open
        }
    }
    // Sites of one row belong together.
    var parent = Array(0..<rows.siteCount)
    func root(_ site: Int) -> Int {
      var site = site
      while parent[site] != site {
        parent[site] = parent[parent[site]]
        site = parent[site]
      }
      return site
    }
    var firstSite = Array(repeating: -1, count: rows.count)
    for row in lefts {
      for pair in rows.starts[row]..<rows.starts[row + 1] {
        let site = Int(rows.sites[pair])
        guard states[site] == .free else { continue }
        if firstSite[row] < 0 { firstSite[row] = site }
        parent[root(site)] = root(firstSite[row])
      }
    }
    var firstPoint = Array(repeating: -1, count: rows.count)
    for (point, row) in rows.rowOfPoint.enumerated() where firstPoint[row] < 0 {
      firstPoint[row] = point
    }
    var partOfRoot: [Int: Int] = [:]
    var parts: [[Int]] = []
    for row in lefts where firstSite[row] >= 0 {
      let root = root(firstSite[row])
      let part = partOfRoot[root] ?? parts.count
      if part == parts.count {
        partOfRoot[root] = part
        parts.append([])
      }
      parts[part].append(firstPoint[row])
    }
    return parts.map { $0.sorted() }
  }
}
