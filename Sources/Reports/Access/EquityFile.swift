public import Coverage
import PlanningModel

/// The evenness of access as a file (docs/formats/access.md), each measure with its definition.
public enum EquityFile {
  /// The columns `measure,group,value,people,definition_zh,definition_en`: the measures, then
  /// the mean, Gini and Theil of each group, then the Lorenz curve, whose `people` is the share
  /// of people and whose `value` the share of the whole.
  public static func csv(_ equity: Equity, byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: ["measure", "group", "value", "people", "definition_zh", "definition_en"],
      byteOrderMark: byteOrderMark)
    for entry in equity.values {
      csv.append([
        entry.measure.rawValue, nil, ShortestDecimal.text(entry.value),
        ShortestDecimal.text(equity.people), entry.measure.definition.chinese,
        entry.measure.definition.english,
      ])
    }
    for group in equity.groups {
      let values: [(EquityMeasure, Double?)] = [
        (.mean, group.mean), (.gini, group.gini), (.theil, group.theil),
      ]
      for (measure, value) in values {
        csv.append([
          measure.rawValue, group.name, ShortestDecimal.text(value),
          ShortestDecimal.text(group.people), measure.definition.chinese,
          measure.definition.english,
        ])
      }
    }
    for point in equity.lorenz {
      csv.append([
        "lorenz", nil, ShortestDecimal.text(point.share), ShortestDecimal.text(point.people),
        lorenzDefinition.chinese, lorenzDefinition.english,
      ])
    }
    return csv.bytes
  }

  /// Schema `yike-equity/1`: measures, groups and the Lorenz curve.
  public static func json(_ equity: Equity, version: String) -> [UInt8] {
    var text = ""
    OrderedJSON.object(
      [("schema", .text("yike-equity/1")), ("version", .text(version))] + members(equity)
    ).write(to: &text)
    return Array((text + "\n").utf8)
  }

  /// What other documents hold of it.
  static func members(_ equity: Equity) -> [(String, OrderedJSON)] {
    func number(_ value: Double?) -> OrderedJSON { value.map { .number($0) } ?? .null }
    return [
      ("people", .number(equity.people)),
      ("people_without_value", .number(equity.peopleWithoutValue)),
      (
        "measures",
        .array(
          equity.values.map { entry in
            .object([
              ("id", .text(entry.measure.rawValue)), ("value", number(entry.value)),
              ("definition", .text(entry.measure.definition.chinese)),
              ("definition_en", .text(entry.measure.definition.english)),
            ])
          })
      ),
      (
        "groups",
        .array(
          equity.groups.map { group in
            .object([
              ("name", .text(group.name)), ("people", .number(group.people)),
              ("people_without_value", .number(group.peopleWithoutValue)),
              ("mean", number(group.mean)), ("gini", number(group.gini)),
              ("theil_t", number(group.theil)),
            ])
          })
      ),
      (
        "lorenz",
        .array(equity.lorenz.map { .array([.number($0.people), .number($0.share)]) })
      ),
    ]
  }

  private static let lorenzDefinition = Bilingual(
    "洛伦兹曲线：按数值由低到高，累计人口占比（people）与累计数量占比（value）",
    "Lorenz curve: from the lowest value, the share of people and the share of the whole they have")
}
