import ArgumentParser
import Foundation
import RoadNetwork

/// Loading a network from the cache.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "A built network with its slopes, loaded from the cache.",
    discussion: """
      Counted: opening the file, its checksum, all columns. The file is in the page cache.

      EXAMPLE  yike-bench load --nodes 1000000
      """)

  @OptionGroup var road: RoadOptions
  @OptionGroup var measure: MeasureOptions

  func run() throws {
    let problem = try road.problem()
    let folder = try TemporaryFolder()
    let cache = RoadNetworkCache(folder: folder.path)
    let entry = RoadNetworkCache.Entry(network: problem.network, slopes: problem.slopes)
    let saving = try Measurement.of(runs: 1) { try cache.store(entry, key: "abc") }
    let check = try Self.check(cache.load(key: "abc"), entry)
    let time = Measurement.of(runs: measure.runs) { cache.load(key: "abc") }
    try [
      BenchmarkRecord(
        "load", input: problem.name, time, check: check,
        notes: "saving \(ResultTable.seconds(saving.median)) s, "
          + "file \(folder.mebibytes) MiB")
    ].report(to: measure.json)
  }

  /// Whether what was loaded is what was built.
  static func check(_ loaded: RoadNetworkCache.Entry?, _ built: RoadNetworkCache.Entry) throws
    -> String
  {
    guard let loaded else { throw CheckFailure(description: "nothing was loaded") }
    let (new, old) = (loaded.network, built.network)
    try CheckFailure.unless(
      new.nodeLongitude == old.nodeLongitude && new.nodeLatitude == old.nodeLatitude
        && new.tail == old.tail && new.head == old.head && new.lengthMetres == old.lengthMetres
        && new.interiorLongitude == old.interiorLongitude && new.line == old.line
        && loaded.slopes?.forwardFactor == built.slopes?.forwardFactor
        && loaded.slopes?.backwardFactor == built.slopes?.backwardFactor,
      "the loaded network differs from the built one")
    return "columns equal the built ones"
  }
}
