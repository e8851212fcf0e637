import Coverage
import Geometry
import Planning
import PlanningModel
import Targets
import Workspace

/// What a run on ``SmallDistrict`` could have found: one verdict of each kind.
enum SmallEvaluation {
  static let evaluation = Evaluation(
    asOf: CivilDate(year: 2024, month: 12, day: 31)!, scenario: "2024-plan",
    district: SmallDistrict.district, results: results,
    coverage: [
      table("elder_service", "养老服务设施", "elderly service facilities", "pop_60plus", own: 1),
      table("mh_service", "精神障碍社区康复服务", "mental-health rehabilitation", "registered", own: 4),
    ],
    layers: layers,
    findings: [
      InputFault(
        check: "year.mismatch", severity: .warning, file: "geodata/units.csv", row: 3,
        column: "population", value: "2010",
        rule: Bilingual("人口为2010年普查数，与计划年份不一致", "the population is that of the 2010 census"),
        remedy: Bilingual("补充最新人口数", "add recent figures")),
      InputFault(
        check: "network.island", severity: .hint, file: "geodata/villages.csv", row: 9,
        rule: Bilingual("红宝村没有道路相连", "no road leads to 红宝村"),
        remedy: Bilingual("核对道路数据", "check the roads")),
    ],
    waivers: ["unit.unmatched geodata/facilities.csv 第7行：已核实，属邻区"],
    inputs: [
      InputRecord(
        path: "geodata/units.csv", role: "units",
        sha256: SHA256Digest.hexadecimal(of: Array("units".utf8)),
        provenance: .official, publisher: "国家统计局"),
      InputRecord(
        path: "geodata/roads.geojson", role: "roads",
        sha256: SHA256Digest.hexadecimal(of: Array("r".utf8)),
        provenance: .illustrative, publisher: nil),
    ],
    parameters: [("as_of", "2024-12-31"), ("travel.elder.pace", "0.9")])

  static var results: TargetResults {
    TargetResults(
      verdicts: [count, share, open, access, silent],
      crossChecks: [
        CrossCheck(
          id: "T-units", kind: "limited_by", text: "新建站点8个，不可能在全部9个单元设点。",
          textEnglish: "8 new stations cannot be hosted in all 9 units.")
      ],
      assumptions: [
        Assumption(
          id: "assume_complete:mh_rehab", text: "康复服务台账完整", textEnglish: "the register is complete")
      ])
  }

  private static let document = "武隆民政发〔2024〕8号"
  private static let endOfYear = CivilDate(year: 2024, month: 12, day: 31)

  private static var count: Verdict {
    var verdict = Verdict(
      id: "T-count", title: "新建设老年食堂2家", status: .met, rule: "count",
      citation: .init(document: document, clause: "五、(二十三)", quote: "新建设老年食堂2家"),
      dueDate: endOfYear, dueKind: "inferred")
    verdict.titleEnglish = "Two new canteens"
    verdict.required = 2
    verdict.requiredText = "2"
    verdict.achieved = 2
    verdict.unknown = 0
    verdict.gap = 0
    (verdict.rangeLow, verdict.rangeHigh) = (2, 2)
    verdict.provenance = .official
    return verdict
  }

  private static var share: Verdict {
    var verdict = Verdict(
      id: "T-units", title: "60%的乡镇开展精康服务", status: .missed, rule: "activity",
      citation: .init(
        document: document, clause: "十、(四十二)", quote: "到2024年底,…60%的乡镇开展精康服务"),
      dueDate: endOfYear, dueKind: "hard")
    verdict.titleEnglish = "60% of towns and townships run the service"
    (verdict.universe, verdict.universeID) = (2, "WL.town_xiang")
    (verdict.required, verdict.requiredText) = (2, "60%")
    (verdict.achieved, verdict.unknown, verdict.gap) = (1, 0, 1)
    (verdict.numerator, verdict.denominator) = (1, 2)
    (verdict.rangeLow, verdict.rangeHigh) = (1, 1)
    verdict.met = [.init(code: "500156101", id: "500156101", name: "白马镇", by: ["rehab-1"])]
    verdict.missing = [
      .init(code: "500156205", id: "500156205", name: SmallDistrict.hostile, reason: .noRecord)
    ]
    verdict.alternatives = [
      .init(rule: "hosted", achieved: 1, unknown: 0, status: .missed),
      .init(rule: "assigned", achieved: 2, unknown: 0, status: .met),
    ]
    verdict.upper = UpperFigure(
      value: "50%", due: CivilDate(year: 2025, month: 12, day: 31),
      document: "重庆“精康融合行动”实施方案(2023-2025年)", binds: false)
    verdict.provenance = .derived
    verdict.assumptions = ["assume_complete:mh_rehab"]
    verdict.leads = ["区民政局"]
    return verdict
  }

  private static var open: Verdict {
    var verdict = Verdict(
      id: "T-streets", title: "100%的街道开展精康服务", status: .unknown, rule: "activity",
      citation: .init(document: document, clause: "十、(四十二)", quote: "100%的街道"),
      dueDate: endOfYear, dueKind: "hard")
    (verdict.universe, verdict.universeID) = (1, "WL.street")
    (verdict.required, verdict.requiredText) = (1, "100%")
    (verdict.achieved, verdict.unknown, verdict.gap) = (0, 1, 1)
    (verdict.numerator, verdict.denominator) = (0, 1)
    (verdict.rangeLow, verdict.rangeHigh) = (0, 1)
    verdict.undecided = [
      .init(code: "500156001", id: "500156001", name: "凤山街道", reason: .noRecord)
    ]
    verdict.reason = "台账未声明完整"
    verdict.reasonEnglish = "the register is not declared complete"
    return verdict
  }

  private static var access: Verdict {
    var verdict = Verdict(
      id: "T-access", title: "“一刻钟”养老服务圈", status: .informational, rule: "within_time",
      citation: .init(document: document, clause: "五、(二十二)", quote: "打造“一刻钟”养老服务圈"),
      dueKind: "continuous")
    (verdict.universe, verdict.achieved, verdict.unknown) = (11_500, 5_000, 0)
    (verdict.numerator, verdict.denominator) = (5_000, 11_500)
    (verdict.rangeLow, verdict.rangeHigh) = (5_000, 5_000)
    verdict.persons = PersonsFigure(covered: 5_000, total: 11_500, gap: nil)
    verdict.withNeighbours = NeighbourFigure(
      achieved: 5_650, share: 5_650.0 / 11_500, shareText: "49.1%", status: .informational)
    verdict.missing = SmallDistrict.district.demandPoints.filter { $0.band == .own }.dropFirst()
      .map { .init(code: nil, id: $0.id.rawValue, name: $0.name, reason: .tooFar) }
    verdict.provenance = .illustrative
    verdict.reason = "文件未规定比例"
    verdict.reasonEnglish = "no share was promised"
    return verdict
  }

  private static var silent: Verdict {
    var verdict = Verdict(
      id: "T-silent", title: "规划编制", status: .unknown, rule: "milestone",
      citation: .init(document: document, clause: "十二、(四十七)", quote: "完成专项规划编制"),
      dueKind: "soft")
    verdict.reason = "暂不支持节点类目标"
    verdict.reasonEnglish = "milestones are not evaluated yet"
    return verdict
  }

  private static var layers: MapLayers {
    func square(_ west: Double, _ south: Double, _ size: Double) -> Shape {
      // Clockwise on purpose: writers have to turn it.
      .polygon(
        Polygon(exterior: [
          Position(x: west, y: south), Position(x: west, y: south + size),
          Position(x: west + size, y: south + size), Position(x: west + size, y: south),
          Position(x: west, y: south),
        ]))
    }
    var roads = TaggedLines(keys: ["highway"])
    roads.longitude = [107.70, 107.751, 107.85]
    roads.latitude = [29.30, 29.321, 29.421]
    roads.firstVertex = [0, 3]
    roads.lineIDs = [1]
    roads.strings = ["", "primary"]
    roads.values = [1]
    return MapLayers(
      unitShapes: [
        "500156001": square(107.70, 29.30, 0.08), "500156101": square(107.82, 29.38, 0.1),
        "500156205": square(107.75, 29.46, 1.0 / 17),
      ],
      unitShapesProvenance: .illustrative, roads: roads, roadsProvenance: .illustrative,
      rivers: [
        .init(
          name: "乌江", positions: [.init(x: 107.7, y: 29.37), .init(x: 107.92, y: 29.36)],
          provenance: .illustrative)
      ])
  }
}
