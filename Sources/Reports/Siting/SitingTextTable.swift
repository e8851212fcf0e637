public import Planning
public import PlanningModel

/// The answer to a location problem for a terminal.
public enum SitingTextTable {
  /// What was found, the open sites in the order chosen, and the alternatives.
  public static func rendered(
    _ result: SitingResult, language: Language, colours: Bool = false
  ) -> String {
    var tables = [summary(result, language), sites(result, language)]
    if !result.alternatives.isEmpty { tables.append(alternatives(result, language)) }
    if !result.uncoverable.isEmpty { tables.append(uncoverable(result, language)) }
    return tables.map { $0.rendered(colours: colours) }.joined(separator: "\n")
  }

  /// One line on what was found, in both languages.
  public static func sentence(_ result: SitingResult) -> Bilingual {
    func text(_ language: Language) -> String {
      var text = "\(result.kind.rawValue): " + status(result, language)
      if let objective = number(result.objective) {
        text += language("，目标值 \(objective)", ", objective \(objective)")
      }
      if result.status != .infeasible, result.selected.isEmpty {
        text += language("，不建任何站点", ", no site is opened")
      }
      if result.status == .feasible, let bound = number(result.bound) {
        text += language(
          "，到时限停止，最好不过 \(bound)",
          ", stopped by time, no choice is better than \(bound)")
      }
      if !result.uncoverable.isEmpty {
        let ids = result.uncoverable.prefix(5).map { result.demandIDs[$0] }.joined(separator: ", ")
        let count = result.uncoverable.count
        text += language(
          "；没有候选点能服务 \(count) 处需求：\(ids)\(count > 5 ? "……" : "")",
          "; no candidate can serve \(count) demand points: \(ids)\(count > 5 ? " …" : "")")
      }
      return text + "（\(proof(result, language))）"
    }
    return Bilingual(text(.zh), text(.en))
  }

  private static func summary(_ result: SitingResult, _ language: Language) -> TextTable {
    var rows: [[TextTable.Cell]] = []
    func add(_ chinese: String, _ english: String, _ value: String?, _ style: TextTable.Style) {
      rows.append([.init(language(chinese, english)), .init(value ?? "—", style: style)])
    }
    add("问题", "Problem", result.kind.rawValue, .plain)
    add(
      "结果", "Status", status(result, language),
      result.status == .infeasible ? .bad : result.status == .optimal ? .good : .warning)
    add("证明", "Proof", proof(result, language), .plain)
    add("目标值", "Objective", number(result.objective), .plain)
    add("界", "Bound", number(result.bound), .plain)
    add(
      "覆盖需求", "Demand served",
      "\(number(result.coveredDemand) ?? "") / \(number(result.totalDemand) ?? "")", .plain)
    return TextTable(
      title: language("选址", "Siting"),
      columns: [.init(language("项目", "Item")), .init(language("数值", "Value"))], rows: rows)
  }

  private static func sites(_ result: SitingResult, _ language: Language) -> TextTable {
    TextTable(
      title: language("选中的设施点，按选入次序", "Chosen sites, in the order chosen"),
      columns: [
        .init("#", isNumeric: true), .init(language("候选点", "Candidate")),
        .init(language("已有", "Fixed")),
        .init(language("边际值", "Marginal value"), isNumeric: true),
      ],
      rows: result.marginal.enumerated().map { place, entry in
        [
          .init(String(place + 1)), .init(result.candidateIDs[entry.candidate]),
          .init(result.isFixed[entry.candidate] ? language("是", "yes") : ""),
          .init(number(entry.value) ?? "—"),
        ]
      })
  }

  private static func alternatives(_ result: SitingResult, _ language: Language) -> TextTable {
    TextTable(
      title: result.areTiesComplete
        ? language("同样好的其他方案（全部）", "Equally good choices (all)")
        : language("同样好的其他方案（可能还有）", "Equally good choices (there may be more)"),
      columns: [.init("#", isNumeric: true), .init(language("候选点", "Candidates"))],
      rows: result.alternatives.enumerated().map { place, sites in
        [
          .init(String(place + 1)),
          .init(sites.map { result.candidateIDs[$0] }.joined(separator: ", ")),
        ]
      })
  }

  private static func uncoverable(_ result: SitingResult, _ language: Language) -> TextTable {
    TextTable(
      title: language("没有候选点能服务的需求点", "Demand points that no candidate can serve"),
      columns: [.init(language("需求点", "Demand point"))],
      rows: result.uncoverable.map { [.init(result.demandIDs[$0])] })
  }

  private static func number(_ amount: ExactAmount?) -> String? {
    ShortestDecimal.text(amount?.doubleValue)
  }

  private static func status(_ result: SitingResult, _ language: Language) -> String {
    switch result.status {
    case .optimal: language("最优", "optimal")
    case .feasible: language("可行，未证明最优", "feasible, not proven optimal")
    case .infeasible: language("不可行", "infeasible")
    }
  }

  private static func proof(_ result: SitingResult, _ language: Language) -> String {
    switch result.proof {
    case .certified: language("已复核的证明", "certified, the proof was re-checked")
    case .solver: language("求解器", "by the solver's word")
    case .none: language("无", "none")
    }
  }
}
