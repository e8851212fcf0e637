public import PlanningModel

/// Reads facilities.
///
/// Columns: `id`, `name`, `kind`, `township`, `township_code_<system>`, `village`, `lon`, `lat`,
/// `state`, `opened`, `closed`, `designation`, `capacity`, `shared_capacity`, `floor_area_m2`,
/// `service_range`, `site`, `provenance`, `host_provenance`, `position_provenance`, `range_provenance`, `source`,
/// `note`.
public enum FacilityLedger {
  /// The columns of the ledger.
  public static let columns = ColumnRules(
    required: ["id", "name", "kind", "township", "state"],
    optional: [
      "village", "lon", "lat", "opened", "closed", "designation", "capacity",
      "shared_capacity", "floor_area_m2", "service_range", "site", "provenance", "host_provenance",
      "position_provenance", "range_provenance", "source", "note",
    ],
    prefixes: ["township_code_"], units: ["township"])

  /// The words for the states, in files and in Chinese ledgers.
  static let states: [(String, FacilityState)] =
    FacilityState.allCases.map { ($0.rawValue, $0) } + [
      ("规划", .planned), ("批复", .approved), ("在建", .underConstruction), ("建成", .completed),
      ("验收", .accepted), ("运营", .operating), ("暂停", .suspended), ("关闭", .closed),
    ]

  /// Reads the rows; hosts of the neighbours' band are not matched.
  public static func read(_ table: HeaderedTable, in context: LedgerContext) -> Reading<Facility> {
    var reading = Reading<Facility>(table)
    if let missing = PlaceColumns.missing(from: table) { reading.faults.append(missing) }
    let villages = FacilityVillages(context)
    var firsts = FirstRows()
    for row in table.rows {
      var reader = RowReader(row, of: table)
      let facility = facility(&reader, table, context, villages)
      if let facility {
        firsts.check(&reader, .facilityDuplicateID, "id", facility.id.rawValue)
      }
      reading.take(facility, from: reader)
    }
    return reading
  }

  private static func facility(
    _ reader: inout RowReader, _ table: HeaderedTable, _ context: LedgerContext,
    _ villages: FacilityVillages
  ) -> Facility? {
    let id = reader.required("id")
    let name = reader.required("name")
    let kind = kind(&reader, context)
    let state = reader.word("state", states)
    let host = host(&reader, table, context)
    let village = villages.find(&reader, host: host)
    let position = reader.position(context.coordinates)
    let (opened, closed) = (reader.date("opened"), reader.date("closed"))
    if let opened, let closed, closed < opened {
      reader.note(
        .facilityClosedEarly, "closed", value: closed.description,
        Bilingual("停办早于开办（\(opened)）", "it closed before it opened on \(opened)"),
        Bilingual("更正其中一个日期", "correct one of the two dates"))
    }
    let range = range(&reader, context)
    let record = reader.provenance("provenance", else: context.provenance)
    let provenance = FacilityProvenance(
      record: record, host: reader.provenance("host_provenance", else: record),
      position: reader.provenance("position_provenance", else: record),
      range: reader.provenance("range_provenance", else: record))
    let (capacity, area) = (reader.count("capacity"), reader.measure("floor_area_m2"))
    let (designations, site) = (reader.names("designation") ?? [], reader.text("site"))
    let shared = reader.count("shared_capacity")
    if let shared, capacity != nil || site == nil {
      reader.note(
        .facilityCapacityTwice, "shared_capacity", value: String(shared),
        Bilingual(
          "共用容量属于场所：须填写 site，且不能另填 capacity",
          "a shared capacity is the site's: it needs a site, and no capacity beside it"),
        Bilingual(
          "各服务容量分开的填 capacity，合用的填 shared_capacity 和 site",
          "fill in capacity where it is its own, shared_capacity and site where it is shared"))
    }
    guard let id, let name, let kind, let state else { return nil }
    return Facility(
      id: FacilityID(id), name: name, kind: kind, host: host, village: village,
      position: position, state: state, opened: opened, closed: closed,
      designations: designations, capacity: capacity, sharedCapacity: shared,
      floorAreaSquareMetres: area, serviceRange: range, site: site, band: context.band,
      provenance: provenance)
  }

  private static func kind(_ reader: inout RowReader, _ context: LedgerContext) -> ServiceKind? {
    guard let text = reader.required("kind") else { return nil }
    let known = context.serviceTypes
    if let type = known.first(where: { $0.id.rawValue == text || $0.label == text }) {
      return type.id
    }
    let near = HeaderSearch.nearest(to: text, in: known.map(\.id.rawValue))
    let words = known.map(\.id.rawValue).joined(separator: ", ")
    reader.note(
      .facilityKindUnknown, "kind", value: text,
      Bilingual("yike.yaml 未声明这种服务类型", "the kind of service is not declared in yike.yaml"),
      near.map { Bilingual("是否为“\($0)”？", "is “\($0)” meant?") }
        ?? Bilingual("先声明，或改写为 \(words) 之一", "declare it, or write one of \(words)"))
    return nil
  }

  private static func host(
    _ reader: inout RowReader, _ table: HeaderedTable, _ context: LedgerContext
  ) -> UnitID? {
    guard context.band == .own else { return nil }
    let count = reader.faults.count
    let host = reader.unit(name: "township", codes: "township_code_", of: table, in: context)
    if host == nil, reader.faults.count == count {
      reader.note(
        .facilityNoHost, "township",
        Bilingual("未填写设施所在的乡镇街道", "the facility names no unit that hosts it"),
        Bilingual(
          "填写乡镇街道；不填则按驻点口径不计入任何单元",
          "fill in the township; without it no rule of hosting counts the facility"))
    }
    return host
  }

  /// The declared units; 全区 or the district's name is all of them.
  private static func range(_ reader: inout RowReader, _ context: LedgerContext) -> [UnitID]? {
    guard let names = reader.names("service_range") else { return nil }
    if names == ["全区"] || names == [context.districtName] {
      return context.units.map(\.id).sorted()
    }
    var units: [UnitID] = []
    for name in names {
      if let unit = context.names.find(name: name)
        ?? context.names.find(code: name, in: context.codeSystem)
      {
        if !units.contains(unit) { units.append(unit) }
      } else if context.band == .own {
        reader.noteUnmatched(name, "service_range", in: context, check: .facilityRangeUnresolved)
      }
    }
    return units
  }
}

/// Finds the village that a facility names.
struct FacilityVillages {
  private let points: [DemandPoint]
  private let byName: [String: [DemandPoint]]
  private let context: LedgerContext

  init(_ context: LedgerContext) {
    self.context = context
    points = context.demandPoints.filter { $0.band == context.band }
    byName = Dictionary(grouping: points, by: \.name)
  }

  /// The village in the column `village`, inside the host where there is one.
  ///
  /// Nothing is looked up where no villages are loaded.
  func find(_ reader: inout RowReader, host: UnitID?) -> DemandPointID? {
    guard let name = reader.text("village"), !points.isEmpty else { return nil }
    let found = (byName[name] ?? []).filter { context.band == .neighbour || $0.unit == host }
    if found.count == 1 { return found.first?.id }
    if context.band == .neighbour || host == nil { return nil }
    let unit = host.flatMap { context.names[$0]?.name } ?? ""
    let near = points.filter { $0.unit == host }.map(\.name)
      .filter { !Set($0).isDisjoint(with: Set(name)) }.sorted().prefix(3).joined(separator: ", ")
    reader.note(
      .villageUnmatched, "village", value: name,
      Bilingual("\(unit)没有名为“\(name)”的村（社区）", "\(unit) has no village called “\(name)”"),
      near.isEmpty
        ? Bilingual("填写全称，或留空", "write the full name, or leave the cell empty")
        : Bilingual("是否为 \(near)？", "is one of these meant: \(near)?"))
    return nil
  }
}
