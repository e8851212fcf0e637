import ArgumentParser
import Geometry
import PlanningModel
import Terrain

/// Walking times over a slope.
struct SurfaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surface",
    abstract: "Walking times over a height model from 100 places, eight moves, both ways unlike.",
    discussion: """
      Counted: the search alone, with the nearest place of every cell. Laying the surface and the \
      table of move times are printed beside it.

      EXAMPLES
        yike-bench surface --size 2000 --seed 1 --slope langmuir
        yike-bench surface --size 2000 --peer-folder data --slope tobler --reference ref.npy
      """)

  @Option(help: "Cells along one side.")
  var size = 2_000
  @Option(help: "The seed of what is generated.")
  var seed: UInt64 = 1
  @Option(
    help: ArgumentHelp("Read dem_SIZE.npy and friction_SIZE.npy there instead.", valueName: "dir"))
  var peerFolder: String?
  @Option(help: "The form: langmuir (bare ground) or tobler (with land cover).")
  var slope: SlopeForm = .langmuir
  @Option(
    help: ArgumentHelp(
      "Another tool's seconds of every cell, to say how far apart.", valueName: "npy"))
  var reference: String?
  @OptionGroup var measure: MeasureOptions

  func run() throws {
    let problem =
      try peerFolder.map { try TerrainProblem(folder: $0, size: size) }
      ?? TerrainProblem(size: size, seed: seed, sourceCount: 100)
    let laying = try Measurement.of(runs: 1, warmUps: 0) { try laidOut(problem) }
    let surface = try laidOut(problem)
    var travel = SurfaceTravelTimes(surface, threads: measure.threads)
    let preparing = Measurement.of(runs: 1, warmUps: 0) { travel.prepare(.from) }
    let places = problem.places
    let times = travel.times(sources: places, direction: .from)
    let check = try SurfaceCheck(times).check(against: NaiveSurface(problem, slope).seconds())
    let agreement = try reference.map { try SurfaceCheck(times).agreement(with: $0) }
    let time = Measurement.of(runs: measure.runs) {
      travel.times(sources: places, direction: .from)
    }
    try [
      BenchmarkRecord(
        "surface-\(slope.rawValue)", input: "\(problem.name), \(places.count) sources", time,
        check: check,
        notes: "lay \(ResultTable.seconds(laying.median)) s, "
          + "move times \(ResultTable.seconds(preparing.median)) s; search on one thread"
          + (agreement.map { "; \($0)" } ?? ""))
    ].report(to: measure.json)
  }

  private func laidOut(_ problem: TerrainProblem) throws -> CostSurface {
    var rules = CostSurfaceRules(neighbours: .eight)
    switch slope {
    case .langmuir:
      let langmuir = LangmuirCoefficients()
      rules.slope = .langmuir(langmuir)
      rules.paceMetresPerSecond = langmuir.paceMetresPerSecond
      var bare = problem.elevation
      for (cell, pace) in problem.secondsPerMetre.enumerated() where pace.isNaN {
        bare.cells[cell] = .nan
      }
      return try CostSurface(elevation: bare, unit: .metres, rules: rules, landCover: nil)
    case .tobler:
      rules.slope = .walking(
        WalkingSpeed(function: .tobler, steepestSlope: .infinity, isCappedAtFlat: false))
      var classes = problem.elevation
      classes.cells = problem.secondsPerMetre.map { ($0 * 100).rounded() }
      var speeds: [Int: GroundSpeed] = [:]
      for kilometresPerHour in [5.0, 4, 3, 2] {
        let number = Int((Float(3.6 / kilometresPerHour) * 100).rounded())
        speeds[number] = GroundSpeed(kilometresPerHour: kilometresPerHour)
      }
      let cover = LandCover(
        raster: classes, speeds: LandCoverSpeeds(byClass: speeds), file: "ground")
      return try CostSurface(
        elevation: problem.elevation, unit: .metres, rules: rules, landCover: cover)
    }
  }
}

extension SlopeForm: ExpressibleByArgument {}
