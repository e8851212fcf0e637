import Coverage
import Planning
import PlanningModel
import Targets

/// What all sections of a report look up.
struct ReportContext {
  let evaluation: Evaluation
  let language: Language
  let wording: Wording
  /// Coverage tables with small counts of sensitive cohorts hidden.
  let tables: [CoverageTable]
  let suppression: CoverageSuppression
  let facilityNames: FacilityNames
  let unitsByID: [UnitID: AdministrativeUnit]
  let pointsByID: [String: DemandPoint]
  /// What the report sets beside its evaluation.
  let comparisons: EvaluationComparisons

  init(
    _ evaluation: Evaluation, language: Language, comparisons: EvaluationComparisons = .none
  ) {
    self.comparisons = comparisons
    self.evaluation = evaluation
    self.language = language
    wording = Wording(language: language)
    let suppression = CoverageSuppression(evaluation)
    self.suppression = suppression
    tables = evaluation.coverage.map(suppression.applied)
    facilityNames = FacilityNames(evaluation.district)
    unitsByID = Dictionary(
      evaluation.district.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    pointsByID = Dictionary(
      evaluation.district.demandPoints.map { ($0.id.rawValue, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The table of older people within a quarter of an hour, else the first there is.
  var headline: CoverageTable? {
    let quarterHour = TravelTime(milliseconds: 900_000)
    return tables.first { $0.cohort == "pop_60plus" && $0.limit == quarterHour } ?? tables.first
  }

  var verdicts: [Verdict] { evaluation.results.verdicts }

  var quarters: [QuarterResults] { comparisons.quarters }

  /// Kinds that no target and no register counts: schools, clinics and centres to build on.
  var hostKinds: Set<ServiceKind> {
    let counted =
      evaluation.targets.flatMap(\.measure.kinds) + evaluation.district.registers.flatMap(\.kinds)
    return Set(evaluation.district.serviceTypes.map(\.id)).subtracting(counted)
  }

  var ownPoints: [DemandPoint] { evaluation.district.demandPoints.filter { $0.band == .own } }

  func name(of unit: AdministrativeUnit) -> String {
    language(unit.name, unit.nameEnglish.map { "\($0) (\(unit.name))" } ?? unit.name)
  }

  func cohort(_ id: CohortID) -> String {
    guard let cohort = evaluation.district.cohorts.first(where: { $0.id == id }) else {
      return id.rawValue
    }
    return language(cohort.label, cohort.labelEnglish)
  }

  func label(_ table: CoverageTable) -> String { language(table.label, table.labelEnglish) }

  /// A count with the mark its provenance asks for.
  func marked(_ value: Int?, _ provenance: Provenance?) -> RichText {
    marked(value, "", provenance, nil)
  }

  /// A count with its id and the mark its provenance asks for.
  func marked(_ value: Int?, _ provenance: Provenance?, _ id: FigureID?) -> RichText {
    marked(value, "", provenance, id)
  }

  /// A count with its measure word and the mark its provenance asks for.
  func marked(_ value: Int?, _ measureWord: String, _ provenance: Provenance?) -> RichText {
    marked(value, measureWord, provenance, nil)
  }

  /// A count with its id, its measure word and the mark its provenance asks for.
  func marked(
    _ value: Int?, _ measureWord: String, _ provenance: Provenance?, _ id: FigureID?
  ) -> RichText {
    value == nil
      ? "—" : "\(figure: id, wording.count(value))\(measureWord)\(mark: provenance)"
  }

  /// A text with its id and the mark its provenance asks for.
  func marked(_ value: String?, _ provenance: Provenance?, _ id: FigureID? = nil) -> RichText {
    value.map { "\(figure: id, $0)\(mark: provenance)" } ?? "—"
  }

  /// A figure of a coverage row: a count, a dash, or the word for a hidden count.
  func figure(_ value: Int?, of row: CoverageRow, _ id: FigureID? = nil) -> RichText {
    value == nil && row.isWithheld
      ? RichText(language("不公布", "withheld")) : marked(value, row.provenance, id)
  }

  /// What a verdict needs; marked where it is a share of counted people.
  func required(_ verdict: Verdict, _ measureWord: String) -> RichText {
    marked(
      verdict.required, measureWord, verdict.countsPeople ? verdict.provenance : nil,
      FigureID(.target(verdict.id), .required))
  }

  /// The word for what a verdict counts: persons, units, or nothing where only the target knows.
  func measureWord(_ verdict: Verdict) -> String {
    if verdict.countsPeople { return language("人", " people") }
    if verdict.listing == .items {
      return verdict.universe == nil ? "" : language("项", " items")
    }
    return verdict.universe == nil ? "" : language("个", " units")
  }
}
