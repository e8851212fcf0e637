import Testing

/// Verdicts under varied settings, through the command line.
@Suite struct RobustnessTests {
  private func rows(_ copy: WorkspaceCopy) throws -> [[String]] {
    let run = try copy.run("targets", "--robustness", "--format", "csv")
    #expect(run.exitCode == 0, "\(run.stderr)")
    return run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `a share has its range over every setting, and the verdict says if it holds`() throws {
    let copy = try WorkspaceCopy()
    try copy.replace(
      "local_thresholds: {}\n", with: "local_thresholds: {WL24-22a: 0.35}\n", in: "yike.yaml")
    let all = try rows(copy)
    #expect(
      all.first?.prefix(7) == [
        "id", "setting", "achieved", "universe", "share_text", "status", "holds",
      ])
    let circle = all.filter { $0[0] == "WL24-22a" && !$0[1].hasPrefix("flip:") }
    #expect(
      circle.map { $0[1] } == [
        "as_set", "pace+20%", "pace-20%", "limit-1/3", "limit+1/3", "limit×2", "slope_off",
        "snap_cap_half", "snap_cap_double", "people_even", "rule:within_time:motor",
      ])
    let achieved = circle.compactMap { Int($0[2]) }
    // Slower, or a shorter limit, never covers more.
    #expect(achieved[2] <= achieved[0] && achieved[0] <= achieved[1])
    #expect(achieved[3] <= achieved[0] && achieved[0] <= achieved[4])
    #expect(circle.allSatisfy { $0[6] == "false" }, "people spread evenly turn it")
    #expect(Set(circle.map { $0[5] }).count > 1)
    // The same as asked for one setting by one.
    let once = try copy.run(
      "coverage", "--target", "WL24-22a", "--by", "district", "--format", "csv")
    #expect(once.output.contains(",\(circle[0][2]),\(circle[0][3]),"))
  }

  @Test func `the plan's verdict on streets holds, and says so in Chinese`() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run("targets", "--robustness", "--scenario", "scenarios/2024-plan.yaml")
    #expect(run.output.contains("WL24-42a 100%的街道开展精康服务：占比50.0%；各种设定下结论不变"))
    #expect(run.output.contains("结论随设定改变"))
  }
}
