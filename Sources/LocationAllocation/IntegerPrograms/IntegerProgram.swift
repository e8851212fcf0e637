/// A linear program some of whose columns have to be whole.
struct IntegerProgram: Sendable {
  /// A variable.
  struct Column: Sendable {
    var lower = 0.0
    var upper = 1.0
    var cost = 0.0
    var isWhole = false
  }

  /// A condition on a weighted sum of columns.
  struct Row: Sendable {
    var entries: [(column: Int, weight: Double)]
    var lower = -Double.infinity
    var upper = Double.infinity
  }

  /// Whether a larger objective is better.
  var isMaximised = false
  private(set) var columns: [Column] = []
  private(set) var rows: [Row] = []

  /// Adds a column and gives its number.
  mutating func add(_ column: Column) -> Int {
    columns.append(column)
    return columns.count - 1
  }

  /// Adds a row.
  mutating func require(
    _ entries: [(column: Int, weight: Double)], atLeast lower: Double = -.infinity,
    atMost upper: Double = .infinity
  ) {
    rows.append(Row(entries: entries, lower: lower, upper: upper))
  }

  /// Gives a column one value.
  mutating func fix(_ column: Int, to value: Double) {
    columns[column].lower = value
    columns[column].upper = value
  }

  /// Makes a sum of columns the objective, in place of what was.
  mutating func aim(at terms: [(column: Int, weight: Double)], isMaximised: Bool) {
    self.isMaximised = isMaximised
    for column in columns.indices { columns[column].cost = 0 }
    for term in terms { columns[term.column].cost += term.weight }
  }

  /// Lets no column be whole only.
  mutating func relax() { for column in columns.indices { columns[column].isWhole = false } }
}

/// What a solver says of a program.
struct IntegerProgramOutcome: Sendable {
  /// The best values found, a number for each column; nil when none were.
  var values: [Double]?
  /// The objective is not better than it; nil when nothing is known.
  var bound: Double?
  /// Whether the search came to its end: the values are the best, or there are none.
  var isComplete: Bool
}

/// Solves integer programs; the one door to a library.
protocol IntegerProgramSolver: Sendable {
  /// Solves a program.
  ///
  /// - Parameter seconds: when to stop; nil for never.
  func solve(_ program: IntegerProgram, seconds: Double?) -> IntegerProgramOutcome
}
