/// What is offered: elderly service centre, canteen, rehabilitation station and so on.
public struct ServiceType: Sendable, Hashable {
  /// The identifier, which is also the value of `kind` in ledgers.
  public var id: ServiceKind
  /// What reports call it.
  public var label: String
  /// What the English edition calls it.
  public var labelEnglish: String

  /// Describes a kind of service.
  public init(id: ServiceKind, label: String, labelEnglish: String) {
    self.id = id
    self.label = label
    self.labelEnglish = labelEnglish
  }
}

/// How far a facility has come (DOMAIN §2.1); `suspended` and `closed` stand apart.
public enum FacilityState: String, Sendable, CaseIterable {
  /// 规划.
  case planned
  /// 批复.
  case approved
  /// 在建.
  case underConstruction = "under_construction"
  /// 建成.
  case completed
  /// 验收.
  case accepted
  /// 运营.
  case operating
  /// 暂停.
  case suspended
  /// 关闭.
  case closed

  /// The step on the ladder from planned to operating; nil for suspended and closed.
  public var step: Int? {
    switch self {
    case .planned: 0
    case .approved: 1
    case .underConstruction: 2
    case .completed: 3
    case .accepted: 4
    case .operating: 5
    case .suspended, .closed: nil
    }
  }
}

/// How good each field of a facility's record is; a verdict takes the weakest it reads.
public struct FacilityProvenance: Sendable, Hashable {
  /// That it exists, its kind and its state.
  public var record: Provenance
  /// Which unit hosts it.
  public var host: Provenance
  /// Where it stands.
  public var position: Provenance
  /// Whom it serves (服务范围).
  public var range: Provenance

  /// One provenance for all, with exceptions.
  public init(
    record: Provenance, host: Provenance? = nil, position: Provenance? = nil,
    range: Provenance? = nil
  ) {
    self.record = record
    self.host = host ?? record
    self.position = position ?? record
    self.range = range ?? record
  }
}

/// One service offered at one site.
public struct Facility: Sendable, Hashable {
  /// The identifier in the ledger.
  public var id: FacilityID
  /// Its name.
  public var name: String
  /// What it offers.
  public var kind: ServiceKind
  /// The township-level unit it stands in; nil beyond the border.
  public var host: UnitID?
  /// The village or community it stands in.
  public var village: DemandPointID?
  /// Where it stands (WGS 84).
  public var position: GeographicPosition?
  /// How far it has come.
  public var state: FacilityState
  /// The first day of service, included.
  public var opened: CivilDate?
  /// The first day without service, excluded.
  public var closed: CivilDate?
  /// Marks it holds, for example 市级示范.
  public var designations: [String]
  /// Places, meals or people a year, as the kind counts; nil where none of its own is declared.
  public var capacity: Int?
  /// The capacity that all services of its ``site`` that declare one share; such a facility has
  /// no ``capacity`` of its own.
  public var sharedCapacity: Int?
  /// Floor area in square metres, as written.
  public var floorAreaSquareMetres: ExactDecimal?
  /// The declared 服务范围; nil when none is declared, and then it serves its host only.
  public var serviceRange: [UnitID]?
  /// The building it shares with others.
  public var site: String?
  /// Inside the district, or in the band around it.
  public var band: Band
  /// How good each field is.
  public var provenance: FacilityProvenance

  /// Describes a facility.
  public init(
    id: FacilityID, name: String, kind: ServiceKind, host: UnitID?,
    village: DemandPointID? = nil, position: GeographicPosition?, state: FacilityState,
    opened: CivilDate? = nil, closed: CivilDate? = nil, designations: [String] = [],
    capacity: Int? = nil, sharedCapacity: Int? = nil, floorAreaSquareMetres: ExactDecimal? = nil,
    serviceRange: [UnitID]? = nil, site: String? = nil, band: Band = .own,
    provenance: FacilityProvenance
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.host = host
    self.village = village
    self.position = position
    self.state = state
    self.opened = opened
    self.closed = closed
    self.designations = designations
    self.capacity = capacity
    self.sharedCapacity = sharedCapacity
    self.floorAreaSquareMetres = floorAreaSquareMetres
    self.serviceRange = serviceRange
    self.site = site
    self.band = band
    self.provenance = provenance
  }

  /// Whether it serves people on a day: operating, opened by then (included), not yet closed
  /// (excluded).
  public func isOperating(on date: CivilDate) -> Bool {
    guard state == .operating else { return false }
    if let opened, date < opened { return false }
    if let closed, date >= closed { return false }
    return true
  }

  /// The units it serves: the declared range, else the host.
  public var servedUnits: [UnitID] { serviceRange ?? (host.map { [$0] } ?? []) }
}
