public import Planning
public import PlanningModel
import Workspace

/// The planner's decisions with what became of them.
public enum DecisionsText {
  /// The table.
  public static func rendered(
    _ states: [DecisionState], language: Language, colours: Bool = false
  ) -> String {
    TextTable(
      title: language(
        "决定：\(states.count) 条，其中不再适用 \(states.count { $0.stale != nil }) 条",
        "Decisions: \(states.count), of which \(states.count { $0.stale != nil }) apply no more"),
      columns: [
        .init(language("事项", "Kind")), .init(language("文件", "File")),
        .init(language("文件中的写法", "In the file")), .init(language("读作", "Read as")),
        .init(language("理由", "Reason")), .init(language("用于行数", "Rows"), isNumeric: true),
        .init(language("状态", "State")),
      ],
      rows: states.map { state in
        [
          .init(kind(state.decision.kind, language)), .init(state.decision.file),
          .init(state.decision.value),
          .init(
            state.decision.kind == .fillDown
              ? language("承上一行", "as above") : state.decision.meaning),
          .init(state.decision.reason ?? ""), .init(state.rows.map { String($0) } ?? "—"),
          .init(
            state.stale?.text(in: language) ?? language("适用", "applied"),
            style: state.stale == nil ? .plain : .warning),
        ]
      }
    ).rendered(colours: colours)
  }

  private static func kind(_ kind: PlannerDecision.Kind, _ language: Language) -> String {
    switch kind {
    case .unit: language("单位名称", "unit's name")
    case .column: language("列名", "column")
    case .fillDown: language("空格承上", "filled down")
    }
  }
}
