public import PlanningModel

/// Who handed in what and when: a row for each sender, a column for each due day.
public struct ReceiptsMatrix: Sendable, Hashable {
  /// Who hands in: a unit or an office.
  public struct Sender: Sendable, Hashable {
    /// The unit's code; nil for an office.
    public var code: String?
    /// The name.
    public var name: String
  }

  /// A report and the day it is due.
  public struct Column: Sendable, Hashable {
    /// Which of several sorts; nil for the only one.
    public var series: String?
    /// The day it is due.
    public var due: CivilDate
  }

  /// How one report stands.
  public enum Receipt: Sendable, Hashable {
    /// Received by its day.
    case received(CivilDate)
    /// Received so many days late.
    case late(CivilDate, days: Int)
    /// Known to be outstanding, and overdue by so many days; 0 on the day itself.
    case overdue(days: Int)
    /// Its day has come and nothing is on record, but the register does not claim to be complete.
    case unknown
    /// Its day has not come.
    case pending
  }

  /// Who hands in, by code, then name.
  public var senders: [Sender]
  /// What is due, by day.
  public var columns: [Column]
  /// A row for each sender with an entry for each column.
  public var rows: [[Receipt]]

  /// The reports that are known to be overdue: sender and column, earliest due day first.
  public var overdue: [(sender: Sender, column: Column, days: Int)] {
    columns.enumerated().flatMap { index, column in
      zip(senders, rows).compactMap { sender, row in
        guard case .overdue(let days) = row[index] else { return nil }
        return (sender, column, days)
      }
    }
  }

  /// The reports that were received, in time or late.
  public var receivedCount: Int {
    rows.joined().count { receipt in
      switch receipt {
      case .received, .late: true
      case .overdue, .unknown, .pending: false
      }
    }
  }
}
