import ArgumentParser

/// Times the engines of Yike on generated, given or real inputs.
@main
struct YikeBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yike-bench",
    abstract: "Times the engines of Yike on generated, given or real inputs.",
    discussion: """
      Every job checks its answer against a naive one, or against another tool's where that is \
      given, before it is timed; then it warms up, runs several times and prints the median \
      (min–max), the CPU seconds and the peak memory of the process.

      EXAMPLES
        yike-bench nearest --nodes 1000000 --seed 1
        yike-bench nearest --peer-graph data/g1m --reference data/ref_b1_g1m_1000.npy
        yike-bench pairs --nodes 100000 --villages 10000 --facilities 1000 --threads 2 --prepared
        yike-bench read-roads city.osm.pbf
        yike-bench isochrones --roads city.osm.pbf --minutes 15
        yike-bench surface --size 2000 --slope langmuir
        yike-bench access --method e2sfca --nodes 1000000
        yike-bench capacity --nodes 1000000 --pairs 50
        yike-bench county --program .build/release/yike
        yike-bench edits --keep /data/county
        yike-bench siting --problem mclp --size 100000 --nearest 50 --minutes 8
        yike-bench growth --sizes 100000,1000000,10000000
        yike-bench compare --own own.jsonl --peers results.json
      """,
    subcommands: [
      NearestCommand.self, LoadCommand.self, PairsCommand.self, ReadRoadsCommand.self,
      IsochronesCommand.self, SurfaceCommand.self, MovedCommand.self, AccessCommand.self,
      CapacityCommand.self, SitingCommand.self, CountyCommand.self, EditsCommand.self,
      GrowthCommand.self, CompareCommand.self,
    ])
}
