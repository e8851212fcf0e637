import Coverage
import Geometry
import Planning
import PlanningModel
import Targets

/// The interactive map as data: places with what a reader may ask of them, in one JSON text.
struct LiveMap {
  let context: ReportContext
  /// Whose targets and kinds are shown, so that two maps have the same choices; nil for its own.
  var reference: ReportContext?
  private var language: Language { context.language }

  /// The data; nil when no place is known.
  var json: String? {
    let units = self.units
    let villages = self.villages
    guard !units.isEmpty || !villages.isEmpty else { return nil }
    let object = OrderedJSON.object([
      ("units", .array(units)), ("villages", .array(villages)),
      ("facilities", .array(facilities)), ("rivers", .array(rivers)),
      (
        "targets",
        .array(
          asked.map {
            .object([
              ("id", .text($0.id)), ("title", .text("\($0.id) \($0.title(in: language))")),
            ])
          })
      ),
      (
        "services",
        .array(
          context.tables.map {
            .text("\(context.label($0))（\(context.wording.limit($0.limit))）")
          })
      ), ("kinds", .array(kinds.map { .text(kindName($0)) })),
      ("first", .integer(asked.firstIndex { $0.id == shown } ?? 0)),
      ("words", .object(words.map { ($0.0, .text($0.1)) })),
    ])
    var text = ""
    object.write(to: &text)
    // Nothing in a script element may look like its end.
    return text.replacing("<", with: "\\u003c")
  }

  /// The targets that say something of units.
  private var asked: [Verdict] {
    if let reference {
      return LiveMap(context: reference).asked.compactMap { shown in
        context.verdicts.first { $0.id == shown.id }
      }
    }
    let ids = Set(context.evaluation.district.units.map(\.id.rawValue))
    return context.verdicts.filter { verdict in
      (verdict.met + verdict.missing + verdict.undecided).contains { ids.contains($0.id) }
    }
  }

  /// The target that the printed map shows.
  private var shown: String? { MapSubject(context.evaluation, table: nil).verdict?.id }

  private var units: [OrderedJSON] {
    var answers: [String: [OrderedJSON]] = [:]
    for unit in context.evaluation.district.units {
      answers[unit.id.rawValue] = asked.map { verdict in
        let id = unit.id.rawValue
        if verdict.met.contains(where: { $0.id == id }) { return .integer(1) }
        if verdict.missing.contains(where: { $0.id == id }) { return .integer(2) }
        return .integer(verdict.undecided.contains { $0.id == id } ? 3 : 0)
      }
    }
    return context.evaluation.district.units.compactMap { unit in
      guard let shape = context.evaluation.layers.unitShapes[unit.id] else { return nil }
      let rings = shape.outline.map { ring in
        // About thirty metres, which nobody sees on a screen.
        OrderedJSON.array(LineThinning.thinned(ring, tolerance: 0.0003).map(Self.place))
      }
      return .object([
        ("n", .text(context.name(of: unit))), ("g", .array(rings)),
        ("a", .array(answers[unit.id.rawValue] ?? [])),
      ])
    }
  }

  private var villages: [OrderedJSON] {
    var rows: [String: [Int: CoverageRow]] = [:]
    for (index, table) in context.tables.enumerated() {
      for row in table.rows where row.level == .village { rows[row.id, default: [:]][index] = row }
    }
    return context.ownPoints.compactMap { point in
      guard let position = point.position else { return nil }
      let unit = point.unit.flatMap { context.unitsByID[$0] }
      let answers = context.tables.indices.map { index -> OrderedJSON in
        guard let row = rows[point.id.rawValue]?[index] else { return .null }
        return .array([
          .optional(row.time.map { "\($0.minutesText)" }),
          .integer(row.reason == nil && row.time != nil ? 1 : row.reason == .noData ? 3 : 2),
          .optional(row.nearest.map { context.facilityNames[$0] }),
          .text(people(row)),
        ])
      }
      return .object([
        ("n", .text(point.name)), ("u", .text(unit.map { context.name(of: $0) } ?? "")),
        ("p", Self.place(Position(x: position.longitude, y: position.latitude))),
        ("s", .array(answers)),
      ])
    }
  }

  private func people(_ row: CoverageRow) -> String {
    guard let total = row.total else {
      return row.isWithheld ? language("不公布", "withheld") : "—"
    }
    let cohort = context.cohort(row.cohort)
    let mark = row.provenance.needsMark ? DataMark.text(row.provenance, language) : ""
    return language(
      "\(cohort)\(context.wording.count(total))\(mark)",
      "\(context.wording.count(total))\(mark) \(cohort)")
  }

  private var kinds: [ServiceKind] {
    let all =
      context.evaluation.district.facilities
      + (reference?.evaluation.district.facilities ?? [])
    return Set(all.map(\.kind)).sorted()
  }

  private func kindName(_ kind: ServiceKind) -> String {
    let type = context.evaluation.district.serviceTypes.first { $0.id == kind }
    return type.map { language($0.label, $0.labelEnglish) } ?? kind.rawValue
  }

  private var facilities: [OrderedJSON] {
    let indices = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    let date = context.evaluation.asOf
    return context.evaluation.district.facilities.compactMap { facility in
      guard let position = facility.position else { return nil }
      let mark: Int =
        switch MapMarks.mark(facility, on: date) {
        case .operating: 0
        case .notYet: 1
        case .stopped: 2
        }
      let kind = indices[facility.kind] ?? 0
      return .object([
        ("n", .text(facility.name)), ("k", .integer(kind)), ("m", .integer(mark)),
        ("c", .text(MapPalette.kind(kind).colour)),
        ("o", .bool(facility.band == .own)), ("s", .text(context.wording.state(facility.state))),
        ("p", Self.place(Position(x: position.longitude, y: position.latitude))),
      ])
    }
  }

  private var rivers: [OrderedJSON] {
    context.evaluation.layers.rivers.map { river in
      .array(LineThinning.thinned(river.positions, tolerance: 0.0003).map(Self.place))
    }
  }

  /// Latitude, longitude, to a metre or so.
  private static func place(_ position: Position) -> OrderedJSON {
    func rounded(_ value: Double) -> OrderedJSON {
      .number((value * 100_000).rounded() / 100_000)
    }
    return .array([rounded(position.y), rounded(position.x)])
  }

  private var words: [(String, String)] {
    let weakest = MapFigure(
      evaluation: context.evaluation, subject: MapSubject(context.evaluation, table: nil),
      wording: context.wording
    ).weakest
    let note = language("示意图，界线不作划界依据", "Sketch map; boundaries are not authoritative")
    let data =
      weakest.flatMap { $0.needsMark ? context.wording.provenance($0) : nil }
      .map { language("；含\($0)", "; contains \($0) data") } ?? ""
    return [
      ("units", language("单元：", "Units: ")), ("villages", language("村（社区）：", "Villages: ")),
      ("facilities", language("设施", "Facilities")), ("minutes", language("分钟", " minutes")),
      ("nearest", language("最近：", "nearest: ")), ("met", language("已覆盖", "covered")),
      ("missing", language("未覆盖", "not covered")),
      ("undecided", language("待核实", "undecided")),
      ("outside", language("不在考核范围", "not in the universe")), ("note", note + data),
      ("neighbour", language("毗邻区县", "neighbour")),
    ]
  }
}
