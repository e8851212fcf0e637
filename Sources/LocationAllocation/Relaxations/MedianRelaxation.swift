import Certificates

/// The p-median problem with the condition that every point is served taken into the objective.
///
/// With a multiplier `u` for each point the bound is Σ u plus, for each chosen site, the sum of
/// min(0, d − u) over its pairs (Beasley 1985; Cornuejols, Fisher and Nemhauser 1977), where `d`
/// is demand times cost. Pairs stand in each row by distance, so a row is read only as far as its
/// multiplier.
struct MedianRelaxation: Relaxation {
  let siteCount: Int
  /// Start of each point's pairs, and one past the last.
  var starts: [Int]
  /// The site of each pair.
  var sites: [UInt32]
  /// Demand times cost of each pair, ascending in each row.
  var distances: [Double]

  var pairCount: Int { sites.count }
  var multiplierCount: Int { starts.count - 1 }

  func evaluate(_ multipliers: [Double], terms: inout [Double]) -> Double {
    for site in terms.indices { terms[site] = 0 }
    var constant = 0.0
    let sites = sites.span
    let distances = distances.span
    var out = terms.mutableSpan
    for row in multipliers.indices {
      let multiplier = multipliers[row]
      constant += multiplier
      var pair = starts[row]
      let end = starts[row + 1]
      while pair < end {
        let distance = distances[unchecked: pair]
        if distance >= multiplier { break }
        out[unchecked: Int(sites[unchecked: pair])] += distance - multiplier
        pair += 1
      }
    }
    return constant
  }

  func slopes(_ multipliers: [Double], chosen: [UInt8], into slopes: inout [Double]) {
    let sites = sites.span
    let distances = distances.span
    let chosen = chosen.span
    for row in multipliers.indices {
      let multiplier = multipliers[row]
      var pair = starts[row]
      let end = starts[row + 1]
      var servers = 0
      while pair < end {
        if distances[unchecked: pair] >= multiplier { break }
        servers += Int(chosen[unchecked: Int(sites[unchecked: pair])])
        pair += 1
      }
      slopes[row] = 1 - Double(servers)
    }
  }

  func bestMultipliers(_ states: SiteStates) -> [Double]? { nil }

  func project(_ multipliers: inout [Double]) {}

  func written(_ multipliers: [Double], scale: Int64) -> [Int64] {
    multipliers.map { WholeMultiples.rounded($0, scale: scale) }
  }

  func consequence(_ states: SiteStates) -> Consequence? {
    for row in 0..<multiplierCount {
      var last = -1
      var count = 0
      for pair in starts[row]..<starts[row + 1] {
        let site = Int(sites[pair])
        switch states[site] {
        case .closed: continue
        case .open: count = 2
        case .free:
          last = site
          count += 1
        }
        if count > 1 { break }
      }
      if count == 0 { return .impossible(multiplier: row) }
      if count == 1 { return .needed(site: last, multiplier: row) }
    }
    return nil
  }

  func reduced(
    _ states: SiteStates
  ) -> (relaxation: MedianRelaxation, reductions: [SitingProof.Reduction])? { nil }

  /// The parts share the number of sites.
  func parts(_ states: SiteStates) -> [[Int]] { [] }

  func without(_ states: SiteStates) -> MedianRelaxation {
    var result = MedianRelaxation(siteCount: siteCount, starts: [0], sites: [], distances: [])
    result.starts.reserveCapacity(starts.count)
    for row in 0..<multiplierCount {
      for pair in starts[row]..<starts[row + 1] where states[Int(sites[pair])] != .closed {
        result.sites.append(sites[pair])
        result.distances.append(distances[pair])
      }
      result.starts.append(result.sites.count)
    }
    return result
  }
}
