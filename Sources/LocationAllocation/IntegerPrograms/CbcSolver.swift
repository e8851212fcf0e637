import CCbc
import Synchronization

/// CBC through its C interface: silent, one thread, one search at a time.
struct CbcSolver: IntegerProgramSolver {
  /// Searches of different models disturb each other in CBC 2.10.
  private static let lock = Mutex(())

  func solve(_ program: IntegerProgram, seconds: Double?) -> IntegerProgramOutcome {
    Self.lock.withLock { _ in Self.run(program, seconds) }
  }

  private static func run(_ program: IntegerProgram, _ seconds: Double?) -> IntegerProgramOutcome {
    guard !program.columns.isEmpty else { return withoutColumns(program) }
    guard let model = Cbc_newModel() else {
      return IntegerProgramOutcome(values: nil, bound: nil, isComplete: false)
    }
    defer { Cbc_deleteModel(model) }
    Cbc_setLogLevel(model, 0)
    load(program, into: model)
    Cbc_setObjSense(model, program.isMaximised ? -1 : 1)
    for (index, column) in program.columns.enumerated() where column.isWhole {
      Cbc_setInteger(model, Int32(index))
    }
    Cbc_setAllowableGap(model, 0)
    Cbc_setAllowableFractionGap(model, 0)
    if let seconds { Cbc_setMaximumSeconds(model, max(0.01, seconds)) }
    Cbc_solve(model)
    let isOptimal = Cbc_isProvenOptimal(model) == 1
    let isInfeasible = Cbc_isProvenInfeasible(model) == 1
    var values: [Double]?
    if !isInfeasible, let best = Cbc_bestSolution(model) ?? lastSolution(model, isOptimal) {
      values = (0..<program.columns.count).map { best[$0] }
    }
    return IntegerProgramOutcome(
      values: values, bound: isInfeasible ? nil : Cbc_getBestPossibleObjValue(model),
      isComplete: isOptimal || isInfeasible)
  }

  /// A program without whole columns has no best solution, only that of its relaxation.
  private static func lastSolution(
    _ model: UnsafeMutableRawPointer, _ isOptimal: Bool
  ) -> UnsafeMutablePointer<Double>? {
    isOptimal ? UnsafeMutablePointer(mutating: Cbc_getColSolution(model)) : nil
  }

  private static func withoutColumns(_ program: IntegerProgram) -> IntegerProgramOutcome {
    let holds = program.rows.allSatisfy { $0.lower <= 0 && $0.upper >= 0 }
    return IntegerProgramOutcome(values: holds ? [] : nil, bound: holds ? 0 : nil, isComplete: true)
  }

  private static func load(_ program: IntegerProgram, into model: UnsafeMutableRawPointer) {
    var starts = Array(repeating: Int32(0), count: program.columns.count + 1)
    for row in program.rows { for entry in row.entries { starts[entry.column + 1] += 1 } }
    for column in program.columns.indices { starts[column + 1] += starts[column] }
    var next = starts
    var indices = Array(repeating: Int32(0), count: Int(starts.last ?? 0))
    var weights = Array(repeating: 0.0, count: indices.count)
    for (number, row) in program.rows.enumerated() {
      for entry in row.entries {
        let at = Int(next[entry.column])
        indices[at] = Int32(number)
        weights[at] = entry.weight
        next[entry.column] += 1
      }
    }
    Cbc_loadProblem(
      model, Int32(program.columns.count), Int32(program.rows.count), starts, indices, weights,
      program.columns.map(\.lower), program.columns.map(\.upper), program.columns.map(\.cost),
      program.rows.map { $0.lower.isFinite ? $0.lower : -Double.greatestFiniteMagnitude },
      program.rows.map { $0.upper.isFinite ? $0.upper : Double.greatestFiniteMagnitude })
  }
}
