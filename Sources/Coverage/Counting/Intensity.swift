public import PlanningModel

/// What an intensity adds up.
public enum IntensityQuantity: String, Sendable, CaseIterable {
  /// Floor area in square metres; a building that several facilities share counts once.
  case floorArea = "floor_area"
  /// Declared capacity: beds, places; each facility has its own.
  case capacity
}

/// So much for so many people or households: 30 m² per 100 households.
public struct IntensityRequirement: Sendable, Hashable {
  /// What is added up.
  public var quantity: IntensityQuantity
  /// How much is asked for.
  public var value: ExactDecimal
  /// For how many of the cohort, for example 100.
  public var per: Int

  /// States a requirement; `per` must be positive.
  public init(quantity: IntensityQuantity, value: ExactDecimal, per: Int) {
    self.quantity = quantity
    self.value = value
    self.per = per
  }
}

/// What a unit has, for how many.
public struct IntensityFigure: Sendable, Hashable {
  /// The known sum of the quantity.
  public var quantity: ExactDecimal
  /// The people or households it is for; nil when they are not counted.
  public var base: Int?
  /// The quantity for `per` of them, floored to two decimals; nil without a base.
  public var text: String?
  /// What is missing to the requirement; zero where it is met, nil without a base.
  public var deficit: ExactDecimal?
}

/// Judges units by what their facilities have for each person or household.
///
/// The comparison is `quantity · per ≥ value · base` on whole numbers.
public struct Intensity {
  private let requirement: IntensityRequirement
  private let cohort: CohortID
  private let isComplete: Bool
  private let standing: [String: [Facility]]
  private let points: [DemandPoint]

  /// Prepares to judge.
  ///
  /// - Parameters:
  ///   - kinds: the kinds of facility that count, where they operate on `date`.
  ///   - cohort: whom the quantity is for: people, or households.
  ///   - isComplete: whether a unit without a facility is known to have none.
  public init(
    _ requirement: IntensityRequirement, kinds: [ServiceKind], cohort: CohortID,
    in district: District, on date: CivilDate, isComplete: Bool
  ) {
    self.requirement = requirement
    self.cohort = cohort
    self.isComplete = isComplete
    points = district.demandPoints.filter { $0.band == .own }
    var standing: [String: [Facility]] = [:]
    for facility in district.facilities
    where facility.band == .own && kinds.contains(facility.kind) && facility.isOperating(on: date) {
      if let host = facility.host { standing[host.rawValue, default: []].append(facility) }
      if let village = facility.village {
        standing[village.rawValue, default: []].append(facility)
      }
    }
    self.standing = standing
  }

  /// The answer for each village, or for each township.
  public func answers(judging level: UnitLevel) -> [String: PlaceAnswer] {
    var bases: [String: Int?] = [:]
    var provenances: [String: Provenance] = [:]
    for point in points {
      let id = level == .township ? point.unit?.rawValue ?? "" : point.id.rawValue
      let people = point.people[cohort]
      bases[id] = (bases[id] ?? 0).flatMap { sum in people.map { sum + $0 } }
      provenances[id] = max(provenances[id] ?? point.peopleProvenance, point.peopleProvenance)
    }
    var answers: [String: PlaceAnswer] = [:]
    for (id, base) in bases {
      answers[id] = answer(standing[id] ?? [], base: base, provenances[id])
    }
    return answers
  }

  private func answer(
    _ facilities: [Facility], base: Int?, _ provenance: Provenance?
  ) -> PlaceAnswer {
    let (quantity, isKnown) = sum(facilities)
    let figure = figure(quantity, base: base)
    let weakest = Provenance.weakest(
      of: facilities.flatMap { [$0.provenance.record, $0.provenance.host] }
        + [provenance].compactMap { $0 })
    func answer(_ status: CoverageStatus, _ reason: Reason?) -> PlaceAnswer {
      PlaceAnswer(
        status: status, facilities: facilities.map(\.id), reason: reason, provenance: weakest,
        intensity: figure)
    }
    guard let base else { return answer(.unknown, .noData) }
    guard base > 0 else { return answer(.notApplicable, nil) }
    if figure.deficit == ExactDecimal(0) { return answer(.covered, nil) }
    if facilities.isEmpty {
      return answer(isComplete ? .uncovered : .unknown, isComplete ? .noSite : .noData)
    }
    return isKnown && isComplete ? answer(.uncovered, .full) : answer(.unknown, .noData)
  }

  /// The sum of what is known, and whether every facility states it.
  ///
  /// Facilities of one site stand in one building: the largest area that any of them states
  /// counts, once.
  private func sum(_ facilities: [Facility]) -> (ExactDecimal, Bool) {
    var isKnown = true
    var total = ExactDecimal(0)
    var largest: [String: ExactDecimal] = [:]
    var unmeasured: Set<String> = []
    for facility in facilities {
      switch requirement.quantity {
      case .capacity:
        guard let capacity = facility.capacity else {
          isKnown = false
          continue
        }
        total = total.adding(ExactDecimal(capacity))
      case .floorArea:
        let building = facility.site.map { "site/\($0)" } ?? "facility/\(facility.id)"
        guard let area = facility.floorAreaSquareMetres else {
          unmeasured.insert(building)
          continue
        }
        largest[building] = max(largest[building] ?? area, area)
      }
    }
    for building in largest.keys.sorted() {
      total = total.adding(largest[building] ?? ExactDecimal(0))
    }
    return (total, isKnown && unmeasured.isSubset(of: largest.keys))
  }

  private func figure(_ quantity: ExactDecimal, base: Int?) -> IntensityFigure {
    guard let base, base > 0 else {
      return IntensityFigure(quantity: quantity, base: base, text: nil, deficit: nil)
    }
    let per = requirement.per
    // quantity / base · per, in hundredths, floored.
    let hundredths =
      Int128(quantity.numerator) * Int128(per) * 100
      / (Int128(quantity.denominator) * Int128(base))
    let cents = String(hundredths % 100)
    let need = requirement.value.multiplied(by: base, over: per)
    let deficit = need.map { $0 > quantity ? $0.adding(quantity.negated) : ExactDecimal(0) }
    return IntensityFigure(
      quantity: quantity, base: base,
      text: "\(hundredths / 100)." + (cents.utf8.count == 1 ? "0" : "") + cents,
      deficit: deficit)
  }
}

extension ExactDecimal {
  /// The sum, or the number itself where the sum's fraction would not fit 64 bits.
  fileprivate func adding(_ other: ExactDecimal) -> ExactDecimal {
    let top =
      Int128(numerator) * Int128(other.denominator) + Int128(other.numerator) * Int128(denominator)
    return ExactDecimal.reduced(top, Int128(denominator) * Int128(other.denominator)) ?? self
  }

  fileprivate func multiplied(by factor: Int, over divisor: Int) -> ExactDecimal? {
    ExactDecimal.reduced(Int128(numerator) * Int128(factor), Int128(denominator) * Int128(divisor))
  }

  fileprivate var negated: ExactDecimal { ExactDecimal(-numerator, over: denominator) ?? self }

  private static func reduced(_ top: Int128, _ bottom: Int128) -> ExactDecimal? {
    var (a, b) = (top.magnitude, bottom.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(max(a, 1))
    guard let numerator = Int(exactly: top / divisor),
      let denominator = Int(exactly: bottom / divisor)
    else { return nil }
    return ExactDecimal(numerator, over: denominator)
  }
}
