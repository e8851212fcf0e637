import Geometry
import Journeys
import PlanningModel
import RoadNetwork
import Workspace

/// Looks for people whom the road network cannot serve: off the roads, or on an island of them.
struct NetworkChecks {
  let settings: WorkspaceSettings
  let district: District
  let field: CostField

  /// Findings on the network as seen on foot.
  func run() -> [InputFault] {
    let roads = field.source.roads
    guard roads.network.edgeCount > 0 else {
      return [
        InputFault(
          check: "network.empty", severity: .warning, file: file,
          rule: Bilingual("没有可用道路，全部时间按直线估计", "no roads: every time is an estimate"),
          remedy: Bilingual("在 sources 中加入道路图层", "add a roads source"))
      ]
    }
    return islands(roads, file: file) + offNetwork(roads, file: file)
      + slopes(roads, file: file) + RoadFindings.joinedEnds(field.joints, file: file)
  }

  /// Crossings that lack a junction; slow, and of no use to a figure, so for `yike check` alone.
  func crossings(_ lines: TaggedLines) -> [InputFault] {
    RoadFindings.crossings(
      UnjoinedCrossing.all(
        in: lines, rules: field.source.roads.network.rules,
        toleranceMetres: settings.travel.joinEndsMetres.doubleValue), file: file)
  }

  private var file: String {
    settings.sources.first { $0.role == .roads }?.file ?? WorkspaceFolder.settingsName
  }

  private var villages: [DemandPoint] {
    district.demandPoints.filter { $0.band == .own && $0.position != nil }
  }

  private func islands(_ roads: RoadTravelTimes, file: String) -> [InputFault] {
    let components = roads.components(mode: .walk)
    let snapped = roads.snap(villages.map(\.position), mode: .walk)
    var people: [UInt32: (names: [String], total: Int)] = [:]
    for (index, village) in villages.enumerated() where snapped.isSnapped(index) {
      let pieces = snapped.range(index).map {
        components.component[Int(roads.network.tail[Int(snapped.candidates[$0].edge)])]
      }
      // A village that can also reach the main network is not on an island.
      guard let piece = pieces.min(), piece > 0 else { continue }
      people[piece, default: ([], 0)].names.append(village.name)
      people[piece, default: ([], 0)].total += village.people["total"] ?? 0
    }
    return people.sorted { $0.key < $1.key }.map { piece, found in
      let kilometres = components.lengthMetres[Int(piece)] / 1000
      let length = "\(Int(kilometres * 10) / 10).\(Int(kilometres * 10) % 10)"
      return InputFault(
        check: "network.island", severity: .warning, file: file,
        value: found.names.joined(separator: "、"),
        rule: Bilingual(
          "这段 \(length) 公里的路网与主路网不相连，其上有 \(found.total) 人",
          "\(found.total) people live on \(length) km of roads that join no others"),
        remedy: Bilingual("核对路网是否缺少一段", "look for a missing link"))
    }
  }

  private func offNetwork(_ roads: RoadTravelTimes, file: String) -> [InputFault] {
    let snapped = roads.snap(villages.map(\.position), mode: .walk)
    let off = villages.enumerated().filter { !snapped.isSnapped($0.offset) }.map(\.element)
    guard !off.isEmpty else { return [] }
    let people = off.reduce(0) { $0 + ($1.people["total"] ?? 0) }
    let cap = settings.travel.snap.capMetres
    let walking = settings.travel.profile(mode: .walk).flatMap { profile in
      try? roads.tied(destinations: off.map(\.position), profile: profile)
    }
    let estimated = off.indices.filter { walking?.isSnapped($0) != true }.map { off[$0].name }
    let how =
      estimated.isEmpty
      ? Bilingual("其时间按翻坡步行到路计", "they walk across the slopes to the road")
      : estimated.count == off.count
        ? Bilingual("其时间为估计", "their times are estimates")
        : Bilingual(
          "其时间按翻坡步行到路计，\(estimated.joined(separator: "、"))为估计",
          "they walk across the slopes to the road; the times of "
            + "\(estimated.joined(separator: ", ")) are estimates")
    return [
      InputFault(
        check: "network.off_road", severity: .warning, file: file,
        value: off.map(\.name).joined(separator: "、"),
        rule: Bilingual(
          "\(off.count) 个村（社区）距道路超过 \(cap) 米，共 \(people) 人，\(how.chinese)",
          "\(off.count) villages with \(people) people are more than \(cap) m from any road; "
            + how.english),
        remedy: Bilingual("补充道路，或核对坐标", "add roads, or check the coordinates"))
    ]
  }

  private func slopes(_ roads: RoadTravelTimes, file: String) -> [InputFault] {
    guard field.unknownSlopeMetres >= 1 else { return [] }
    return [
      InputFault(
        check: "network.no_elevation", severity: .hint, file: file,
        value: "\(Int(field.unknownSlopeMetres)) m",
        rule: Bilingual(
          "这些道路在高程数据范围之外，按平路计", "roads outside the elevation grid count as flat"),
        remedy: Bilingual("使用覆盖更大范围的高程", "use a larger elevation grid"))
    ]
  }
}
