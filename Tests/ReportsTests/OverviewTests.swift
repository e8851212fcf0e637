import Planning
import PlanningModel
import Targets
import Testing

@testable import Reports

/// 一、总体情况 says what its sums are sums of.
@Suite struct OverviewTests {
  private func markdown(_ evaluation: Evaluation, _ language: Language) throws -> String {
    try ReportMarkdown.text(ReportDocument(evaluation, language: language, version: "1"))
  }

  @Test func `a sum over some of the units is not called that of all`() throws {
    var evaluation = SmallEvaluation.evaluation
    let whole = try markdown(evaluation, .zh)
    #expect(whole.contains("| 乡镇（街道）人口合计 | 63,351"))
    evaluation.district.units[2].population = nil
    let part = try markdown(evaluation, .zh)
    #expect(part.contains("| 乡镇（街道）人口合计（3个中2个有数据） | 60,351"))
    #expect(try markdown(evaluation, .en).contains("People of all units (2 of 3 have figures)"))
  }

  @Test func `villages that are not loaded are not none`() throws {
    var evaluation = SmallEvaluation.evaluation
    #expect(try markdown(evaluation, .zh).contains("村、社区名录未载入") == false)
    evaluation.district.demandPoints = []
    evaluation.coverage = []
    #expect(try markdown(evaluation, .zh).contains("村、社区名录未载入"))
    #expect(try markdown(evaluation, .en).contains("villages and communities are not loaded"))
    #expect(try markdown(evaluation, .zh).contains("村0个") == false)
  }

  /// Where nothing is on record of any unit, one line says so, in the analysis and in the ledger.
  @Test func `what is wholly unknown takes one line`() throws {
    var evaluation = SmallEvaluation.evaluation
    let place = try #require(
      evaluation.results.verdicts.firstIndex { $0.status == .unknown })
    evaluation.results.verdicts[place].met = []
    evaluation.results.verdicts[place].missing = []
    evaluation.results.verdicts[place].listing = .units
    evaluation.results.verdicts[place].undecided = evaluation.district.units.map {
      UnitFinding(code: $0.id.rawValue, id: $0.id.rawValue, name: $0.name, reason: .noData)
    }
    let id = evaluation.results.verdicts[place].id
    let context = ReportContext(evaluation, language: .zh)
    let issues = IssueLedger(context).issues.filter { $0.verdict.id == id }
    #expect(issues.map(\.count) == [3])
    #expect(IssueWording(context: context).problem(issues[0]) == "全部3个单位待核实（数据不足）")
    evaluation.results.verdicts[place].undecided[1].reason = .noRecord
    let mixed = IssueLedger(ReportContext(evaluation, language: .zh)).issues
    #expect(mixed.count { $0.verdict.id == id } == 3)
  }

  /// Ids of ledgers, offices and states never reach the text of a report that has their names.
  @Test func `offices and states are called by their names`() throws {
    var evaluation = SmallEvaluation.evaluation
    let place = try #require(evaluation.results.verdicts.firstIndex { $0.status.isFailure })
    evaluation.results.verdicts[place].leads = ["区民政局"]
    evaluation.terms = Terms(["区民政局": Bilingual("区民政局", "District Civil Affairs Bureau")])
    let english = try markdown(evaluation, .en)
    #expect(english.contains("lead: District Civil Affairs Bureau"))
    #expect(!english.contains("区民政局"))
    #expect(try markdown(evaluation, .zh).contains("责任单位：区民政局"))
  }
}
