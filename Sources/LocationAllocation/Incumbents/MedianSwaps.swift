/// A local search for the p-median problem on rows of pairs sorted by distance.
struct MedianSwaps {
  private let pairs: MedianRelaxation
  private let states: SiteStates
  private let siteCount: Int
  private let unserved: Double
  /// The open sites, in no order.
  private(set) var open: [Int] = []
  /// Where each site stands in ``open``; −1 when it is not there.
  private var place: [Int]
  private var nearest: [Int]
  private var first: [Double]
  private var second: [Double]

  init(_ pairs: MedianRelaxation, states: SiteStates, siteCount: Int, unserved: Double) {
    self.pairs = pairs
    self.states = states
    self.siteCount = siteCount
    self.unserved = unserved
    place = Array(repeating: -1, count: pairs.siteCount)
    nearest = Array(repeating: -1, count: pairs.multiplierCount)
    first = Array(repeating: unserved, count: pairs.multiplierCount)
    second = first
  }

  /// Opens sites, as many as may be open.
  mutating func start(with chosen: [Int]) {
    for site in states.open where place[site] < 0 { add(site) }
    for site in chosen where place[site] < 0 && open.count < siteCount { add(site) }
    update()
  }

  private mutating func add(_ site: Int) {
    place[site] = open.count
    open.append(site)
  }

  /// Opens the site that helps most until enough are open.
  mutating func fill() {
    while open.count < siteCount {
      let gains = gains()
      var choice = -1
      for site in gains.indices where place[site] < 0 && states[site] != .closed {
        if choice < 0 || gains[site] > gains[choice] { choice = site }
      }
      guard choice >= 0 else { return }
      add(choice)
      update()
    }
  }

  private func gains() -> [Double] {
    var gains = Array(repeating: 0.0, count: pairs.siteCount)
    for row in first.indices {
      var pair = pairs.starts[row]
      while pair < pairs.starts[row + 1], pairs.distances[pair] < first[row] {
        gains[Int(pairs.sites[pair])] += first[row] - pairs.distances[pair]
        pair += 1
      }
    }
    return gains
  }

  /// Swaps an open site for another while that lowers the sum.
  mutating func swapWhileBetter() {
    guard !open.isEmpty else { return }
    var rounds = 0
    while rounds < 400, let (comes, goes) = bestSwap() {
      let site = open[goes]
      place[site] = -1
      open[goes] = comes
      place[comes] = goes
      update()
      rounds += 1
    }
  }

  private func bestSwap() -> (comes: Int, goes: Int)? {
    let count = open.count
    var gain = Array(repeating: 0.0, count: pairs.siteCount)
    var loss = Array(repeating: 0.0, count: count)
    var shared = Array(repeating: 0.0, count: pairs.siteCount * count)
    let sites = pairs.sites.span
    let distances = pairs.distances.span
    for row in first.indices {
      let (least, next) = (first[row], second[row])
      let at = nearest[row]
      if at >= 0 { loss[at] += next - least }
      var pair = pairs.starts[row]
      let end = pairs.starts[row + 1]
      while pair < end {
        let distance = distances[unchecked: pair]
        if distance >= next { break }
        let site = Int(sites[unchecked: pair])
        if distance < least { gain[site] += least - distance }
        if at >= 0 { shared[site * count + at] += next - max(least, distance) }
        pair += 1
      }
    }
    var best = (comes: -1, goes: -1)
    var most = 1e-9 * unserved
    for site in gain.indices where place[site] < 0 && states[site] != .closed {
      for goes in 0..<count where states[open[goes]] != .open {
        let profit = gain[site] - loss[goes] + shared[site * count + goes]
        if profit > most {
          most = profit
          best = (site, goes)
        }
      }
    }
    return best.comes < 0 ? nil : best
  }

  private mutating func update() {
    for row in first.indices {
      var (least, next) = (unserved, unserved)
      var at = -1
      for pair in pairs.starts[row]..<pairs.starts[row + 1] {
        let opened = place[Int(pairs.sites[pair])]
        guard opened >= 0 else { continue }
        if at < 0 {
          at = opened
          least = pairs.distances[pair]
        } else {
          next = pairs.distances[pair]
          break
        }
      }
      nearest[row] = at
      first[row] = least
      second[row] = next
    }
  }
}
