import Coverage
import Planning
import PlanningModel
import Targets

/// The maps of a comparison: both sides next to each other, and who gains and loses.
struct ComparisonMaps {
  let context: ReportContext
  let compared: ScenarioComparison
  private var language: Language { context.language }
  private var before: Evaluation { compared.evaluations.before }

  var blocks: [ReportBlock] { [pair, changes].compactMap(\.self) }

  /// The service that most villages' ways change for; the report's headline where none does.
  private var service: ScenarioComparison.ServiceChange? {
    let services = compared.services
    func changed(_ service: ScenarioComparison.ServiceChange) -> Int {
      service.rows.count { $0.row.level == .village && $0.isChanged }
    }
    let most = services.map(changed).max() ?? 0
    guard most == 0, let headline = context.headline else {
      return services.first { changed($0) == most }
    }
    return services.first {
      $0.table.service == headline.service && $0.table.limit == headline.limit
    }
  }

  /// Facilities that only one side has, or that differ.
  private var facilities: Set<FacilityID> {
    let sides = [before, context.evaluation].map { side in
      Set(side.district.facilities)
    }
    return Set(sides[0].symmetricDifference(sides[1]).map(\.id))
  }

  private func half(_ evaluation: Evaluation, _ verdict: Verdict?) -> MapFigure {
    let table = service.flatMap { asked in
      evaluation.coverage.first {
        $0.service == asked.table.service && $0.limit == asked.table.limit
      }
    }
    var evaluation = evaluation
    // The side compared with is not read with its roads.
    evaluation.layers = context.evaluation.layers
    return MapFigure(
      evaluation: evaluation, subject: MapSubject(verdict: verdict, table: table),
      wording: context.wording, content: .half(facilities: facilities))
  }

  private var pair: ReportBlock? {
    let words = ComparisonWording(compared, language)
    let changed = MapSubject.mostChanged(from: before, to: context.evaluation)
    let shown = MapSubject(context.evaluation, table: nil).verdict
    let verdicts =
      changed
      ?? shown.flatMap { verdict in
        before.results.verdicts.first { $0.id == verdict.id }.map { ($0, verdict) }
      }
    let maps = MapPair(
      left: half(before, verdicts?.before), right: half(context.evaluation, verdicts?.after),
      titles: (words.name(compared.before), words.name(compared.after)))
    guard let svg = maps.svg else { return nil }
    return .figure(
      name: "map-pair", svg: svg,
      caption: language(
        "情景前后对照\(mark: maps.right.weakest)　示意图，界线不作划界依据",
        "Both sides\(mark: maps.right.weakest). Sketch map; boundaries are not "
          + "authoritative"))
  }

  private var changes: ReportBlock? {
    guard let service else { return nil }
    var changes: [String: VillageChange] = [:]
    for place in service.rows where place.row.level == .village {
      changes[place.row.id] = VillageChange(place)
    }
    guard changes.values.contains(where: { $0 != .same }) else { return nil }
    let map = MapFigure(
      evaluation: context.evaluation, subject: MapSubject(verdict: nil, table: service.table),
      wording: context.wording, content: .changes(changes, facilities: facilities))
    guard let svg = map.svg else { return nil }
    let label = language(service.table.label, service.table.labelEnglish)
    return .figure(
      name: "map-changes", svg: svg,
      caption: language(
        "\(label)：得失分布\(mark: map.weakest)　示意图，界线不作划界依据",
        "\(label): gains and losses\(mark: map.weakest). Sketch map; boundaries are not "
          + "authoritative"))
  }
}

extension VillageChange {
  /// What a comparison does to a place.
  init(_ place: ScenarioComparison.PlaceChange) {
    func isCovered(_ row: CoverageRow?) -> Bool {
      row.map { $0.reason == nil && $0.time != nil } ?? false
    }
    let sides = (isCovered(place.before), isCovered(place.after))
    let change = place.milliseconds ?? 0
    self =
      switch sides {
      case (false, true): .gained
      case (true, false): .lost
      default:
        change.magnitude <= ScenarioComparison.PlaceChange.roundingMilliseconds
          ? .same : change < 0 ? .nearer : .farther
      }
  }
}
