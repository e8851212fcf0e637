import PlanningModel
import YAMLDocuments

/// Reads `decisions.yaml`.
enum DecisionsReader {
  /// The value of `schema` that this version reads and writes.
  static let schema = "yike-decisions/1"

  /// Reads the text and lists everything that is wrong with it.
  static func read(text: String, file: String) throws -> ([PlannerDecision], [InputFault]) {
    let root = try YAMLFile.parse(text, file: file)
    var faults = YAMLFaults()
    faults.allow(["schema", "decisions"], in: root)
    if let entry = faults.require("schema", in: root), let found = faults.text(entry),
      found != schema
    {
      faults.add(
        "decision.schema", at: entry, value: found,
        rule: Bilingual("本版本读取“\(schema)”", "this version reads “\(schema)”"),
        remedy: Bilingual("写“schema: \(schema)”", "write “schema: \(schema)”"))
    }
    var decisions: [PlannerDecision] = []
    for item in faults.items(of: root.find("decisions")) {
      guard let decision = decision(item, &faults) else { continue }
      if decisions.contains(where: {
        ($0.kind, $0.file, $0.value) == (decision.kind, decision.file, decision.value)
      }) {
        faults.add(
          "decision.twice", at: item, value: decision.value,
          rule: Bilingual("同一事项有两条决定", "the same thing is decided twice"),
          remedy: Bilingual("只保留一条", "keep one of them"))
      }
      decisions.append(decision)
    }
    return (decisions, faults.faults)
  }

  private static func decision(
    _ item: YAMLEntry, _ faults: inout YAMLFaults
  ) -> PlannerDecision? {
    let kinds = PlannerDecision.Kind.allCases.map(\.rawValue)
    faults.allow(kinds + ["file", "means", "reason"], in: item)
    let named = PlannerDecision.Kind.allCases.filter { item.find($0.rawValue) != nil }
    let file = faults.require("file", in: item).flatMap { WorkspacePath.read($0, &faults) }
    guard named.count == 1, let kind = named.first else {
      faults.add(
        "decision.kind", at: item,
        rule: Bilingual(
          "每条决定写明 \(kinds.joined(separator: "、")) 之一",
          "a decision names one of \(kinds.joined(separator: ", "))"),
        remedy: Bilingual("例如 unit: 巷口", "for example unit: 巷口"))
      return nil
    }
    let value = faults.text(item.find(kind.rawValue))
    let meaning =
      kind == .fillDown ? "" : faults.require("means", in: item).flatMap { faults.text($0) }
    if kind == .fillDown, let value, !["township", "unit"].contains(value) {
      faults.add(
        "decision.fill_down", at: item, value: value,
        rule: Bilingual(
          "只有单位列 township、unit 可以承上",
          "only the columns of units, township and unit, are filled down"),
        remedy: Bilingual("填写数据，或写 township、unit", "fill the cells in, or write township or unit"))
    }
    guard let file, let value, !value.isEmpty, let meaning else { return nil }
    return PlannerDecision(
      kind: kind, file: file, value: value, meaning: meaning,
      reason: faults.text(item.find("reason")), line: item.line)
  }
}
