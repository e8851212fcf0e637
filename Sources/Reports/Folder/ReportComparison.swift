public import Planning

/// How a report remembers what it was compared with, so that `verify` can repeat it.
public enum ReportComparison {
  /// What stands for the state as it is.
  public static let baseline = "baseline"

  /// The parameter of the manifest that holds it: `baseline`, or the scenario's file.
  static let parameter = "report.compare"

  /// The role of the scenario's files among the inputs.
  static let role = "compared_scenario"

  /// Enters what a report is compared with into its parameters and inputs.
  ///
  /// - Parameters:
  ///   - name: `baseline`, or the scenario as named on the command line; nil for nothing.
  ///   - evaluation: the report's.
  ///   - comparisons: what was compared.
  public static func name(
    _ name: String?, in evaluation: inout Evaluation, _ comparisons: EvaluationComparisons
  ) {
    guard let name, let other = comparisons.scenario?.evaluations.before else { return }
    let files = other.inputs.filter { ["scenario", "scenario_base"].contains($0.role) }
    evaluation.inputs += files.map { input in
      var input = input
      input.role = role
      return input
    }
    evaluation.inputs.sort { ($0.path, $0.role) < ($1.path, $1.role) }
    let file = files.first { $0.role == "scenario" }?.path
    let value = name == baseline ? baseline : file ?? name
    evaluation.parameters.append((key: parameter, value: value))
    evaluation.parameters.sort { $0.key < $1.key }
  }
}
