import PlanningModel
import Targets
import Workspace

/// Registers and records that name a target which no policy file has: they count for nothing, and
/// the target that was meant lacks them.
struct UnknownTargets {
  private let known: Set<String>
  private let district: District
  private let settings: WorkspaceSettings

  init(_ policies: Policies, _ district: District, _ settings: WorkspaceSettings) {
    known = Set(policies.targets.map(\.id))
    self.district = district
    self.settings = settings
  }

  /// A warning for each register, ledger and id.
  var faults: [InputFault] {
    let registers = district.registers.flatMap { register in
      register.targets.filter { !known.contains($0) }.sorted().map { id in
        fault(
          "register.unknown_target", WorkspaceFolder.settingsName,
          column: "registers.\(register.id).targets", id)
      }
    }
    let readings = settings.repairReadings.map(\.target).filter { !known.contains($0) }.map { id in
      fault(
        "reading.unknown_target", WorkspaceFolder.settingsName,
        column: "repair_readings.target", id)
    }
    return registers + readings + records(.submissions, district.submissions.map(\.target))
      + records(.milestones, district.milestones.map(\.target))
      + records(.issues, district.issues.map(\.target))
  }

  private func records(_ role: SourceRole, _ targets: [String]) -> [InputFault] {
    let unknown = Set(targets.filter { !known.contains($0) }).sorted()
    guard !unknown.isEmpty else { return [] }
    let files = settings.sources.filter { $0.role == role }.map(\.file)
    return unknown.map {
      fault("record.unknown_target", files.joined(separator: ", "), column: "target", $0)
    }
  }

  private func fault(
    _ check: String, _ file: String, column: String, _ id: String
  ) -> InputFault {
    InputFault(
      check: check, severity: .warning, file: file, column: column, value: id,
      rule: Bilingual(
        "政策文件中没有条目 \(id)，相应记录不起作用",
        "no policy file has the target \(id); what is said of it counts for nothing"),
      remedy: Bilingual("更正条目 id，或补录该条目", "correct the id, or add the target"))
  }
}
