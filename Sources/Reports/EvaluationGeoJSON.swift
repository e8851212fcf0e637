import Coverage
public import Planning
import PlanningModel
import Targets

/// An evaluation as a GeoJSON feature collection (RFC 7946): units, villages, facilities, with
/// their figures and verdicts (docs/formats/geojson.md).
public enum EvaluationGeoJSON {
  /// The words that stand beside every boundary (DESIGN §5.15).
  public static let boundaryNote = "示意图，界线不作划界依据"

  /// The bytes of the collection, one feature a line, small counts of sensitive cohorts hidden.
  public static func bytes(_ evaluation: Evaluation) -> [UInt8] {
    let context = FeatureContext(evaluation)
    let features =
      evaluation.district.units.map { UnitFeature(unit: $0, context: context).json }
      + evaluation.district.demandPoints.map {
        VillageFeature(point: $0, context: context).json
      }
      + evaluation.district.facilities.map {
        FacilityFeature(facility: $0, context: context).json
      }
    return FeatureCollection.bytes(features)
  }
}

/// Features as the bytes of a collection, one a line, with the words that stand beside every
/// boundary.
enum FeatureCollection {
  static func bytes(_ features: [OrderedJSON]) -> [UInt8] {
    var text = "{\"type\":\"FeatureCollection\",\"note\":"
    OrderedJSON.text(EvaluationGeoJSON.boundaryNote).write(to: &text)
    text += ",\"features\":[\n"
    for (position, feature) in features.enumerated() {
      if position > 0 { text += ",\n" }
      feature.write(to: &text)
    }
    text += "\n]}\n"
    return Array(text.utf8)
  }
}

/// What the features of one collection look up.
struct FeatureContext {
  let evaluation: Evaluation
  let suppression: CoverageSuppression
  /// A short key of each coverage table, unique within the collection.
  let tableKeys: [String]
  /// The rows of each table by id.
  let rows: [[String: CoverageRow]]
  /// The verdict texts of each target by place.
  let verdicts: [(target: String, places: [String: String])]
  let unitNames: [UnitID: String]

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
    let suppression = CoverageSuppression(evaluation)
    self.suppression = suppression
    tableKeys = CoverageKeys.keys(of: evaluation.coverage)
    rows = evaluation.coverage.map { table in
      Dictionary(
        suppression.applied(to: table).rows.map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    verdicts = evaluation.results.verdicts.map { ($0.id, Self.places($0)) }
    unitNames = Dictionary(
      evaluation.district.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// What each target says of a place; null for a place outside its universe.
  func verdictMembers(_ id: String) -> [(String, OrderedJSON)] {
    verdicts.map { ($0.target, .optional($0.places[id])) }
  }

  private static func places(_ verdict: Verdict) -> [String: String] {
    var places: [String: String] = [:]
    for finding in verdict.undecided { places[finding.id] = "undecided" }
    for finding in verdict.missing {
      places[finding.id] = "missing" + (finding.reason.map { ":\($0.rawValue)" } ?? "")
    }
    for finding in verdict.met { places[finding.id] = "met" }
    return places
  }
}

/// Names by which coverage tables are told apart: the service, with cohort and limit where
/// several tables share it.
enum CoverageKeys {
  static func keys(of tables: [CoverageTable]) -> [String] {
    var uses: [String: Int] = [:]
    for table in tables { uses[table.service, default: 0] += 1 }
    var seen: Set<String> = []
    return tables.map { table in
      var key = table.service
      if uses[key, default: 0] > 1 {
        key += "_\(table.cohort)"
        if let limit = table.limit { key += "_\(limit.milliseconds / 1000)s" }
        key += "_" + (table.profile?.mode.rawValue ?? table.rule.rawValue)
      }
      let stem = key
      var number = 2
      while !seen.insert(key).inserted {
        key = "\(stem)_\(number)"
        number += 1
      }
      return key
    }
  }
}
