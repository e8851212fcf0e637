import ArgumentParser
import Coverage
import Planning
import PlanningModel
import Targets

/// The level whose units a rule judges.
enum JudgedLevel: String, ExpressibleByArgument, CaseIterable {
  case village, township
}

/// When a place counts as covered, and over what a share is taken.
struct CoverageRuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "口径 hosted、assigned、catchment、within_time、activity、record、intensity · covered-rule",
      valueName: "rule"))
  var rule: CoveredRuleKind = .withinTime
  @Option(
    help: ArgumentHelp(
      "按哪一级判断单元 village 或 township · which units are judged", valueName: "level"))
  var units: JudgedLevel?
  @Option(help: ArgumentHelp("目标文件中的口径分母 · a universe of the policy files", valueName: "id"))
  var universe: String?
  @Option(
    help: ArgumentHelp(
      "乡镇须有多大比例的人在上限内才算覆盖，缺省 0.5 · share of a township's people",
      valueName: "share"))
  var share = ExactDecimal(1, over: 2) ?? ExactDecimal(1)
  @Option(help: ArgumentHelp("activity 口径的活动名 · the activity", valueName: "name"))
  var activity: String?
  @Option(
    help: ArgumentHelp("record 口径的记录名，逗号分隔，须全有 · records, all of them", valueName: "names"))
  var records: String?
  @Option(
    help: ArgumentHelp(
      "intensity 口径加总什么 floor_area 或 capacity · what is added up", valueName: "quantity"))
  var quantity: IntensityQuantity = .floorArea
  @Option(
    help: ArgumentHelp(
      "intensity 口径的标准，如 30/100 为每百户（人）30 平方米 · so much for so many",
      valueName: "value/per"))
  var atLeast: String?
  @Option(
    help: ArgumentHelp(
      "catchment 口径如何分配 nearest 或 capacity · how people are assigned", valueName: "rule"))
  var assignment: CatchmentRule = .nearest
  @Flag(help: "另计上限内有两处以上设施的人口 · also count people with two or more within the limit")
  var backup = false
  @Flag(help: "只计服务范围包含该地的设施 · only facilities whose service range holds the place")
  var servingOnly = false
  @Option(
    help: ArgumentHelp(
      "人口格网 GeoTIFF 或点表 CSV：把村的人口分到格上 · spread villages' people over a grid",
      valueName: "file"))
  var population: String?

  mutating func validate() throws {
    guard share > ExactDecimal(0), share <= ExactDecimal(1) else {
      throw ValidationError("--share is \(share), but must be above 0 and at most 1")
    }
    if atLeast != nil, requirement == nil {
      throw ValidationError(
        "--at-least “\(atLeast ?? "")” is no requirement; write 30/100 for 30 per 100")
    }
    if let conflict = options.conflict { throw ValidationError(conflict) }
  }

  private var requirement: IntensityRequirement? {
    let parts = (atLeast ?? "").split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let value = ExactDecimal(parts[0]),
      value > ExactDecimal(0), let per = parts.count == 2 ? Int(parts[1]) : 1, per > 0
    else { return nil }
    return IntensityRequirement(quantity: quantity, value: value, per: per)
  }

  /// What was asked for.
  var options: CoverageOptions {
    var options = CoverageOptions()
    options.rule = rule
    options.judged = units.map { $0 == .village ? .village : .township }
    options.universe = universe
    options.isBackup = backup
    options.isServingOnly = servingOnly
    options.share = share
    options.activity = activity
    options.records = records?.split(separator: ",").map(String.init) ?? []
    options.intensity = requirement
    options.assignment = assignment
    options.population = population
    return options
  }
}
