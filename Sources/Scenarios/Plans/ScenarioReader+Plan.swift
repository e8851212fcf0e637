public import PlanningModel
import YAMLDocuments

extension ScenarioReader {
  /// Reads the text of a plan over years.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - file: its name.
  ///   - targets: the targets that the policies know.
  ///   - table: a table of candidates that the plan names, as YAML whose line is the table's row.
  /// - Returns: the plan, or nil when a fault blocks; and all faults of the file and its table.
  /// - Throws: `WorkError` when the text is not YAML, and what `table` throws.
  public func plan(
    _ text: String, file: String, targets: Set<String>,
    table: (_ name: String) throws -> (file: String, text: String)
  ) throws -> (MultiYearPlan?, [InputFault]) {
    var reader = self
    reader.faults = YAMLFaults()
    let root = try YAMLFile.parse(text, file: file)
    var listed: YAMLEntry?
    if let name = root.find("candidates")?.find("file"), case .scalar(let words, _) = name.content {
      let rows = try table(words)
      listed = try YAMLFile.parse(rows.text, file: rows.file)
    }
    let plan = reader.plan(root, listed, targets, Scenario.SourceText(file: file, text: text))
    let faults = reader.faults.faults
    return (faults.contains { $0.severity == .blocking } ? nil : plan, faults)
  }

  private mutating func plan(
    _ root: YAMLEntry, _ table: YAMLEntry?, _ known: Set<String>, _ source: Scenario.SourceText
  ) -> MultiYearPlan? {
    faults.allow(
      [
        "schema", "id", "title", "title_en", "scenario", "years", "currency", "provenance",
        "budget", "carry_over", "staff", "discount", "continue_activities", "targets", "floors",
        "candidates", "assumptions",
      ], in: root)
    if let schema = faults.require("schema", in: root), faults.text(schema) != "yike-plan/1" {
      faults.add(
        "plan.schema", at: schema,
        rule: Bilingual("schema 不是 yike-plan/1", "the schema is not yike-plan/1"),
        remedy: Bilingual("写“schema: yike-plan/1”", "write “schema: yike-plan/1”"))
    }
    let id = faults.text(faults.require("id", in: root))
    let years = planYears(faults.require("years", in: root))
    let provenance = faults.choice(
      faults.require("provenance", in: root), of: Provenance.self)
    let goals = faults.items(of: faults.require("targets", in: root)).compactMap {
      goal($0, years, known)
    }
    let floors = faults.items(of: root.find("floors")).compactMap { floor($0, years, known) }
    let candidates = faults.require("candidates", in: root).map {
      planCandidates($0, table, years, known)
    }
    let budgets = amounts(root.find("budget"), years)
    if root.find("budget") != nil { _ = faults.require("carry_over", in: root) }
    let plan = MultiYearPlan(
      id: id ?? "", title: faults.text(root.find("title")) ?? id ?? "",
      titleEnglish: faults.text(root.find("title_en")) ?? id ?? "",
      base: faults.text(root.find("scenario")), periods: years.compactMap { PlanPeriod(year: $0) },
      currency: faults.text(root.find("currency")) ?? "元", provenance: provenance ?? .estimated,
      budgets: budgets, carriesOver: faults.boolean(root.find("carry_over")) ?? false,
      staff: staff(root.find("staff"), years), discount: discount(root.find("discount")),
      continuesActivities: faults.boolean(root.find("continue_activities")) ?? true,
      targets: goals, floors: floors,
      candidates: candidates ?? .init(origin: root.origin),
      assumptions: faults.items(of: root.find("assumptions")).compactMap { assumption($0) },
      source: source)
    guard id != nil, provenance != nil, !years.isEmpty, candidates != nil else { return nil }
    checkCircles(plan.candidates.sites, at: root)
    return plan.inQuartersIfAsked
  }

  /// `[2024, 2025, 2026]`, one after the other, each once.
  private mutating func planYears(_ entry: YAMLEntry?) -> [Int] {
    guard let entry else { return [] }
    let years = faults.items(of: entry).compactMap { faults.integer($0) }
    let isAscending = zip(years, years.dropFirst()).allSatisfy { $0 < $1 }
    if !isAscending || years.isEmpty || years.contains(where: { !(1900...2999).contains($0) })
      || years.count > 20
    {
      faults.add(
        "plan.years", at: entry, value: years.map(String.init).joined(separator: ", "),
        rule: Bilingual(
          "年份应由先到后、不重复，1至20个", "years stand in order, each once, one to twenty of them"),
        remedy: Bilingual("例：[2024, 2025, 2026]", "for example [2024, 2025, 2026]"))
      return []
    }
    return years
  }

  /// A year or a quarter of the plan.
  mutating func period(_ text: String, at entry: YAMLEntry, _ years: [Int], line: Int? = nil)
    -> PlanPeriod?
  {
    guard let period = PlanPeriod(text) else {
      faults.add(
        "plan.period", at: entry, line: line, value: text,
        rule: Bilingual("不是年份或季度", "it is neither a year nor a quarter"),
        remedy: Bilingual("写 2024 或 2024-Q3", "write 2024 or 2024-Q3"))
      return nil
    }
    guard years.isEmpty || years.contains(period.year) else {
      let list = years.map(String.init).joined(separator: ", ")
      faults.add(
        "plan.unknown_year", at: entry, line: line, value: text,
        rule: Bilingual("不在计划的年份内", "it is none of the years of the plan"),
        remedy: Bilingual("计划的年份：\(list)", "the years of the plan: \(list)"))
      return nil
    }
    return period
  }

  mutating func period(_ entry: YAMLEntry?, _ years: [Int]) -> PlanPeriod? {
    guard let entry, let text = faults.text(entry) else { return nil }
    return period(text, at: entry, years)
  }

  private mutating func byYear(
    _ entry: YAMLEntry?, _ years: [Int]
  ) -> [(year: Int, value: YAMLEntry)] {
    guard let entry else { return [] }
    return faults.pairs(of: entry).compactMap { pair in
      guard let period = period(pair.key, at: pair.value, years, line: pair.line) else {
        return nil
      }
      guard period.quarter == nil else {
        faults.add(
          "plan.period", at: pair.value, line: pair.line, value: pair.key,
          rule: Bilingual("资金和人员按年，不按季度", "money and staff are by the year"),
          remedy: Bilingual("写年份", "write the year"))
        return nil
      }
      return (period.year, pair.value)
    }
  }

  private mutating func amounts(
    _ entry: YAMLEntry?, _ years: [Int]
  ) -> [Int: ExactDecimal] {
    var amounts: [Int: ExactDecimal] = [:]
    for (year, value) in byYear(entry, years) { amounts[year] = money(value) }
    return amounts
  }

  private mutating func staff(_ entry: YAMLEntry?, _ years: [Int]) -> [Int: Int] {
    var staff: [Int: Int] = [:]
    for (year, value) in byYear(entry, years) { staff[year] = count(value) }
    return staff
  }

  /// An amount of money that is not negative, with at most four decimals.
  mutating func money(_ entry: YAMLEntry?) -> ExactDecimal? {
    guard let entry, let amount = faults.decimal(entry) else { return nil }
    let isFine = 10_000 % amount.denominator == 0
    guard amount >= ExactDecimal(0), isFine, amount <= ExactDecimal(1_000_000_000) else {
      faults.add(
        "plan.money", at: entry, value: amount.description,
        rule: Bilingual(
          "金额为 0 至 10 亿，至多四位小数", "money is 0 to 1,000,000,000 with at most four decimals"),
        remedy: Bilingual("改写金额，或换一个计量单位", "write another amount, or count in another unit"))
      return nil
    }
    return amount
  }

  private mutating func discount(_ entry: YAMLEntry?) -> ExactDecimal {
    guard let entry, let rate = faults.decimal(entry) else { return ExactDecimal(0) }
    guard rate >= ExactDecimal(0), rate <= ExactDecimal(1), 10_000 % rate.denominator == 0
    else {
      faults.add(
        "plan.discount", at: entry, value: rate.description,
        rule: Bilingual(
          "折现率为 0 至 100%，至多两位小数的百分数", "a rate is 0 to 100%, in hundredths of a percent"),
        remedy: Bilingual("例：3%", "for example 3%"))
      return ExactDecimal(0)
    }
    return rate
  }
}

extension MultiYearPlan {
  /// By quarters where any condition names one.
  fileprivate var inQuartersIfAsked: MultiYearPlan {
    let named =
      targets.flatMap { $0.required.keys } + floors.map(\.by)
      + candidates.sites.flatMap { [$0.from, $0.until].compactMap(\.self) }
    return named.contains { $0.quarter != nil } ? inQuarters : self
  }

  /// The same by quarters.
  public var inQuarters: MultiYearPlan {
    var result = self
    result.periods = years.flatMap { year in
      (1...4).compactMap { PlanPeriod(year: year, quarter: $0) }
    }
    return result
  }
}
