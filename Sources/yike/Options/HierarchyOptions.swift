import ArgumentParser
import Planning
import PlanningModel

/// The levels of a service network whose links are asked for.
struct HierarchyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "分级网络：级:服务，由低到高，最低级可为 *（各村）；每一步一个 --within · levels linked to the next, lowest "
        + "first; * for the villages themselves; a limit of --within for each step",
      valueName: "level:service,…"))
  var hierarchy: String?

  func validate() throws { _ = try levels() }

  /// The levels; nil when none were asked for.
  func levels() throws -> [HierarchyRequest.Level]? {
    guard let hierarchy else { return nil }
    let levels = try hierarchy.split(separator: ",", omittingEmptySubsequences: false).map { text in
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw ValidationError(
          "--hierarchy “\(text)” is not level:service; write for example "
            + "village:elder_mutual_aid_point,township:elder_town_center")
      }
      return HierarchyRequest.Level(name: String(parts[0]), service: String(parts[1]))
    }
    guard levels.count >= 2 else {
      throw ValidationError("--hierarchy needs two levels or more, lowest first")
    }
    guard !levels.dropFirst().contains(where: { $0.service == "*" }) else {
      throw ValidationError("--hierarchy: only the lowest level may be *")
    }
    return levels
  }
}
