public import Planning
public import PlanningModel
import Targets

/// A repair as a scenario file, ready for `yike run` and `yike compare`.
public enum RepairScenario {
  /// The YAML text.
  ///
  /// - Parameters:
  ///   - kind: what the new sites offer; it has to be a kind that the target counts.
  ///   - base: the name of the scenario file on which the repair rests; nil for the baseline.
  ///   - activity: the activity that the new sites run, where the target asks for records of it.
  public static func text(
    _ repair: TargetRepair, kind: String, base: String?, asOf: CivilDate, activity: String?
  ) -> String {
    let id = "repair-\(repair.verdict.id)"
    var lines = [
      "# Written by yike site --for \(repair.verdict.id): the fewest sites that keep the promise.",
      "schema: yike-scenario/1", "id: \(id)", "title: \(repair.verdict.id)补救方案",
      "title_en: Repair of \(repair.verdict.id)",
    ]
    if let base { lines.append("extends: \(base)") }
    lines += ["as_of: \(asOf)", "assumptions:"]
    for assumption in repair.assumptions {
      lines.append(
        "  - {id: \(assumption.id), text: \(quoted(assumption.text)), "
          + "text_en: \(quoted(assumption.textEnglish))}")
    }
    lines.append("open:")
    for site in repair.sites {
      var fields = [
        "id: \(quoted("\(id)-\(site.id)"))", "name: \(quoted(site.name))", "kind: \(kind)",
        "host: \(quoted(site.unit?.rawValue ?? ""))",
      ]
      if let position = site.position {
        fields += ["lon: \(position.longitude)", "lat: \(position.latitude)"]
      }
      fields += ["state: operating", "opened: \(asOf)", "provenance: illustrative"]
      lines.append("  - {\(fields.joined(separator: ", "))}")
    }
    if let activity {
      lines.append("activities:")
      for unit in Set(repair.sites.compactMap(\.unit)).sorted() {
        lines.append(
          "  - {unit: \(quoted(unit.rawValue)), activity: \(activity), year: \(asOf.year), "
            + "sessions: 1, provenance: illustrative}")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
