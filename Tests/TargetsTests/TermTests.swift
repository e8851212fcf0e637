import PlanningModel
import Targets
import Testing

/// Ids of indicators and Chinese words have names, and reports print those.
@Suite struct TermTests {
  private func file(_ terms: String) -> String {
    SmallPolicy.target("{type: rate, numerator: served, denominator: registered, value: 45%}")
      + "terms:\n" + terms
  }

  @Test func aLackingFigureIsCalledByItsName() throws {
    let policies = try SmallPolicy.policies(
      file(
        """
          served: {label: 已服务人数, label_en: people served}
          registered: {label: 登记人数, label_en: people registered}

        """))
    #expect(policies.terms["served"] == Bilingual("已服务人数", "people served"))
    #expect(policies.terms["区民政局"] == Bilingual("区民政局", "区民政局"))
    #expect(
      policies.terms.list(["served", "registered"]).english == "people served, people registered")
  }

  @Test func aNameThatNothingUsesIsAWarningWithTheNearestWord() throws {
    let (_, faults) = SmallPolicy.read(
      file("  servd: {label: 已服务人数}\n  registered: {label: 登记人数}\n"))
    let unused = try #require(faults.first { $0.check == "policy.term_unused" })
    #expect(unused.severity == .warning && unused.value == "servd")
    #expect(unused.remedy.contains("served"))
    let missing = try #require(faults.first { $0.check == "policy.term_missing" })
    #expect(missing.severity == .hint && missing.value == "served")
  }

  @Test(arguments: [
    "  served: {}\n", "  served: {label: \"  \"}\n", "  served: 已服务人数\n",
    "  served: {label: 甲, name: 乙}\n", "  served: {label: [甲]}\n",
  ])
  func aBrokenNameBlocks(terms: String) {
    let (_, faults) = SmallPolicy.read(file(terms))
    #expect(faults.contains { $0.severity == .blocking && $0.row != nil }, "\(terms)")
  }
}
