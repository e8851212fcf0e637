public import PlanningModel
import YAMLDocuments

extension ScenarioReader {
  /// Reads a scenario file and what it extends.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - file: its name.
  ///   - base: the content and name of a file that another one extends; nil when there is none.
  /// - Returns: the scenario with everything that it extends, or nil when a fault blocks; and
  ///   all faults of all files.
  /// - Throws: `WorkError` when a text is not YAML.
  public func scenario(
    _ text: String, file: String,
    base: (_ name: String, _ from: String) throws -> (file: String, text: String)? = { _, _ in nil }
  ) throws -> (Scenario?, [InputFault]) {
    var reader = self
    var faults: [InputFault] = []
    var chain: [Scenario] = []
    var seen: [String] = []
    var next: (file: String, text: String)? = (file, text)
    while let current = next {
      seen.append(current.file)
      let (scenario, extended) = try reader.read(current.text, file: current.file)
      faults += reader.faults.faults
      if let scenario { chain.append(scenario) }
      next = nil
      guard let extended else { break }
      let found = try base(extended.file, current.file)
      if let found, !seen.contains(found.file) {
        next = found
      } else {
        let meant = extended.file + ".yaml"
        let isNear = found == nil ? try base(meant, current.file) != nil : false
        faults.append(
          Self.refused(
            extended, in: current.file, isCycle: found != nil, meant: isNear ? meant : nil))
      }
    }
    guard chain.count == seen.count, var merged = chain.popLast() else { return (nil, faults) }
    while let child = chain.popLast() {
      let conflicts: [InputFault]
      (merged, conflicts) = merged.extended(by: child)
      faults += conflicts
    }
    return (faults.contains { $0.severity == .blocking } ? nil : merged, faults)
  }

  private static func refused(
    _ base: (file: String, line: Int), in file: String, isCycle: Bool, meant: String?
  ) -> InputFault {
    InputFault(
      check: "scenario.extends", severity: .blocking, file: file, row: base.line,
      column: "extends", value: base.file,
      rule: isCycle
        ? Bilingual("情景相互扩展，没有起点", "the scenarios extend each other in a circle")
        : Bilingual("没有这个情景文件", "there is no such scenario file"),
      remedy: isCycle
        ? Bilingual("让其中一个不再 extends", "take extends out of one of them")
        : meant.map { Bilingual("写作“\($0)”", "write “\($0)”") }
          ?? Bilingual(
            "写同一文件夹中情景文件的文件名，含 .yaml", "give the name of a file of the same folder, with .yaml"))
  }
}
