import Foundation
import Testing

/// `yike targets --quarter`.
@Suite struct QuarterlyFormTests {
  @Test func theVerdictsAreThoseOfTheLastDay() throws {
    let copy = try WorkspaceCopy()
    var form = try copy.run("targets", "--quarter", "Q3", "--format", "json").json()
    let day = try copy.run("targets", "--as-of", "2024-09-30", "--format", "json").json()
    let quarter = try #require(form.removeValue(forKey: "quarter") as? [String: Any])
    #expect(form as NSDictionary == day as NSDictionary)
    #expect(quarter["day"] as? String == "2024-09-30")
    #expect(quarter["over"] as? Bool == true)
    let targets = try #require(quarter["targets"] as? [[String: Any]])
    let verdicts = try #require(day["targets"] as? [[String: Any]])
    #expect(targets.count == verdicts.count)
    let lights = [
      "met": "green", "on_track": "green", "behind": "yellow", "missed": "red",
      "infeasible": "red", "unknown": "grey", "informational": "grey", "not_applicable": "grey",
    ]
    for (target, verdict) in zip(targets, verdicts) {
      let status = try #require(verdict["status"] as? String)
      #expect(target["id"] as? String == verdict["id"] as? String)
      #expect(target["light"] as? String == lights[status])
      let quarters = try #require(target["quarters"] as? [[String: Any]])
      #expect(quarters.map { $0["quarter"] as? String } == ["Q1", "Q2", "Q3"])
      #expect(quarters.last?["achieved"] as? Int == verdict["achieved"] as? Int)
    }
  }

  @Test func theCSVBeginsWithTheColumnsOfTargets() throws {
    let copy = try WorkspaceCopy()
    let form = try copy.run("targets", "--quarter", "Q2", "--format", "csv").output
    let day = try copy.run("targets", "--as-of", "2024-06-30", "--format", "csv").output
    let rows = form.split(separator: "\n")
    let plain = day.split(separator: "\n")
    #expect(rows.count == plain.count && rows.count == 32)
    #expect(rows[0] == plain[0] + ",quarter,day,due,planned,light,leads")
    for (row, verdict) in zip(rows, plain).dropFirst() {
      #expect(row.hasPrefix(verdict + ",2024Q2,2024-06-30,"))
    }
  }

  @Test func aQuarterThatIsNotOverIsNotJudged() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run(
      "targets", "--quarter", "Q3", "--as-of", "2024-08-01", "--format", "json")
    let document = try run.json()
    #expect(document["as_of"] as? String == "2024-08-01")
    let quarter = try #require(document["quarter"] as? [String: Any])
    #expect(quarter["over"] as? Bool == false)
    for target in try #require(quarter["targets"] as? [[String: Any]]) {
      let quarters = try #require(target["quarters"] as? [[String: Any]])
      #expect(target["light"] as? String == "grey")
      #expect(quarters[2]["status"] is NSNull && quarters[2]["achieved"] is NSNull)
      #expect(quarters[1]["status"] is String)
    }
    let table = try copy.run("targets", "--quarter", "Q3", "--as-of", "2024-08-01").output
    #expect(table.contains("本季度未结束"))
  }

  @Test func whatItCannotDoIsWrongUsage() throws {
    let copy = try WorkspaceCopy()
    for wrong in [
      ["--quarter", "Q5"], ["--quarter", "Q1", "--robustness"],
      ["--quarter", "Q1", "--format", "geojson"],
    ] {
      #expect(try YikeProcess.run(["targets"] + wrong, in: copy.folder).exitCode == 64)
    }
  }

  @Test func aGapShowsInTheExitCode() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run("targets", "--quarter", "Q4", "--fail-on-gap", "--format", "json")
    let quarter = try #require(try run.json()["quarter"] as? [String: Any])
    let lights = try #require(quarter["targets"] as? [[String: Any]]).map {
      $0["light"] as? String
    }
    #expect(run.exitCode == (lights.contains { $0 == "red" || $0 == "yellow" } ? 2 : 0))
  }
}
