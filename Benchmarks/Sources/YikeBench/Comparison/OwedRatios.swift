/// A promise about one job: so many times as fast as another tool, or within so many seconds.
struct OwedRatio {
  /// What the table calls it.
  var name: String
  /// The job of ours, by its record and the beginning of its input's words after the count.
  var job: String
  /// Words that the record's input contains.
  var input = ""
  /// Where the other tool's time is; nil for a promise in seconds.
  var peer: Peer?
  /// How many times as fast.
  var least: Double?
  /// Within so many seconds.
  var withinSeconds: Double?

  /// A step among the results of other tools.
  struct Peer {
    /// What the table calls it.
    var name: String
    /// The group of the run.
    var group: String
    /// Its label.
    var label: String
    /// The beginning of the tool's name, where a run has several.
    var tool = ""
    /// The keys that lead to the time; one step of the run.
    var path: [String]
    /// The keys of a second step that counts too: building a model before solving it.
    var before: [String]?
  }

  private static func scipy(_ group: String, _ label: String) -> Peer {
    Peer(name: "scipy", group: group, label: label, path: ["query"])
  }

  private static func access(_ name: String, _ call: String) -> Peer {
    Peer(name: name, group: "B6", label: "access-60min", path: ["calls", call])
  }

  /// All promises.
  static let all = travelTimes + access + siting

  private static let travelTimes: [OwedRatio] = [
    OwedRatio(
      name: "nearest of 1,000 for 10⁶ nodes", job: "nearest", peer: scipy("B1", "scipy-g1m-1k"),
      least: 5),
    OwedRatio(
      name: "nearest of 1,000 for 10⁶ nodes", job: "nearest",
      peer: Peer(name: "networkit", group: "B1", label: "networkit-g1m-1k", path: ["query"]),
      least: 10),
    OwedRatio(name: "loading the cached network", job: "load", withinSeconds: 0.3),
    OwedRatio(
      name: "10,000 × 1,000 within 60 min, plain", job: "pairs",
      peer: Peer(
        name: "scipy, two processes", group: "B2", label: "scipy2-g1m-3600", path: ["query"]),
      least: 4),
    OwedRatio(
      name: "10,000 × 1,000 within 60 min, prepared", job: "pairs-prepared",
      peer: Peer(
        name: "scipy, two processes", group: "B2", label: "scipy2-g1m-3600", path: ["query"]),
      least: 10),
    OwedRatio(
      name: "OSM PBF to cached network", job: "read-roads",
      peer: Peer(
        name: "valhalla_build_tiles", group: "B3", label: "valhalla-g1m", path: ["to_graph"]),
      least: 30, withinSeconds: 2),
    OwedRatio(
      name: "100 isochrones of 15 min, 10⁶ nodes", job: "isochrones", input: "g1m",
      peer: Peer(
        name: "Valhalla", group: "B3", label: "valhalla-query-g1m",
        path: ["steps", "isochrone_100_x_15min"]),
      least: 8),
    OwedRatio(
      name: "100 isochrones of 15 min, 10⁵ nodes", job: "isochrones", input: "g100k",
      peer: Peer(
        name: "Valhalla", group: "B3", label: "valhalla-query-g100k",
        path: ["steps", "isochrone_100_x_15min"]),
      least: 8),
    OwedRatio(
      name: "surface 2000², 8 moves, 100 sources", job: "surface-langmuir",
      peer: Peer(
        name: "GRASS r.walk", group: "B4", label: "grass-2000", tool: "GRASS r.walk (8",
        path: ["sources_100"]), least: 8),
    OwedRatio(
      name: "surface 2000², 8 moves, 100 sources", job: "surface-tobler",
      peer: Peer(
        name: "scipy on its ready graph", group: "B4", label: "skimage-scipy-2000",
        tool: "scipy", path: ["sources_100"]), least: 4),
    OwedRatio(name: "one facility moved", job: "moved", withinSeconds: 0.020),
  ]

  private static let access: [OwedRatio] = [
    OwedRatio(
      name: "2SFCA on 692,341 pairs", job: "access-2sfca",
      peer: access("PySAL access", "two_stage_fca"), least: 15),
    OwedRatio(
      name: "2SFCA on 692,341 pairs", job: "access-2sfca",
      peer: access("numpy alone", "numpy_2sfca"), least: 1),
    OwedRatio(
      name: "E2SFCA on 692,341 pairs", job: "access-e2sfca",
      peer: access("PySAL access", "enhanced_two_stage_fca"), least: 100),
    OwedRatio(
      name: "capacities, 10,000 × 1,000, ≤ 50 pairs", job: "capacity", withinSeconds: 3),
  ]
}
