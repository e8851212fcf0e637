import PlanningModel
import Targets

/// Who handed in what and when, as JSON: a row a sender, an entry for each due day, and the list
/// of what is known to be overdue.
struct ReceiptsEntry: Encodable {
  let columns: [Column]
  let rows: [Row]
  let overdue: [Overdue]

  struct Column: Encodable {
    @ExplicitNull var series: String?
    let due: String
  }

  struct Row: Encodable {
    @ExplicitNull var code: String?
    let name: String
    let receipts: [Receipt]
  }

  struct Receipt: Encodable {
    let state: String
    @ExplicitNull var received: String?
    @ExplicitNull var days: Int?
  }

  struct Overdue: Encodable {
    @ExplicitNull var code: String?
    let name: String
    @ExplicitNull var series: String?
    let due: String
    let days: Int
  }

  init(_ matrix: ReceiptsMatrix) {
    columns = matrix.columns.map { Column(series: $0.series, due: $0.due.description) }
    rows = zip(matrix.senders, matrix.rows).map { sender, receipts in
      Row(code: sender.code, name: sender.name, receipts: receipts.map(Receipt.init))
    }
    overdue = matrix.overdue.map { sender, column, days in
      Overdue(
        code: sender.code, name: sender.name, series: column.series,
        due: column.due.description, days: days)
    }
  }
}

extension ReceiptsEntry.Receipt {
  init(_ receipt: ReceiptsMatrix.Receipt) {
    switch receipt {
    case .received(let day): self.init(state: "received", received: day.description, days: nil)
    case .late(let day, let days):
      self.init(state: "late", received: day.description, days: days)
    case .overdue(let days): self.init(state: "overdue", received: nil, days: days)
    case .unknown: self.init(state: "unknown", received: nil, days: nil)
    case .pending: self.init(state: "pending", received: nil, days: nil)
    }
  }
}
