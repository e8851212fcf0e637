/// What several runs of one job took.
struct Measurement: Codable {
  /// Wall-clock seconds of the counted runs, sorted.
  var seconds: [Double]
  /// User and system seconds of the process in the same runs, sorted.
  var cpuSeconds: [Double]
  /// Runs before the counted ones.
  var warmUps: Int

  /// Runs a job and keeps what it took; `prepare` makes its input anew each time, not counted.
  static func of<Input, Answer>(
    runs: Int, warmUps: Int = 1, prepare: () throws -> Input, _ job: (Input) throws -> Answer
  ) rethrows -> Measurement {
    var measurement = Measurement(seconds: [], cpuSeconds: [], warmUps: warmUps)
    for run in 0..<warmUps + max(1, runs) {
      let input = try prepare()
      let cpu = ProcessUse.cpuSeconds
      let clock = ContinuousClock()
      let start = clock.now
      let answer = try job(input)
      let duration = clock.now - start
      let used = ProcessUse.cpuSeconds - cpu
      // Freed after the clock has stopped.
      withExtendedLifetime(answer) {}
      guard run >= warmUps else { continue }
      let (whole, attoseconds) = duration.components
      measurement.seconds.append(Double(whole) + Double(attoseconds) / 1e18)
      measurement.cpuSeconds.append(used)
    }
    measurement.seconds.sort()
    measurement.cpuSeconds.sort()
    return measurement
  }

  /// Runs a job without input of its own.
  static func of<Answer>(runs: Int, warmUps: Int = 1, _ job: () throws -> Answer) rethrows
    -> Measurement
  {
    try of(runs: runs, warmUps: warmUps, prepare: {}, { try job() })
  }

  /// The median of the wall-clock seconds.
  var median: Double { Self.median(seconds) }
  /// The median of the CPU seconds.
  var cpuMedian: Double { Self.median(cpuSeconds) }

  private static func median(_ sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
