/// Labels of several searches side by side: time above length in each, ``none`` where a search did
/// not come.
struct SearchLanes {
  /// How many searches.
  static let count = 4
  /// Larger than any label within a limit, small enough that a cost can be added to it.
  static let none: UInt64 = 1 << 62

  var values = (none, none, none, none)

  /// Takes whatever is smaller, of each search, than what is here.
  @inline(__always)
  mutating func lower(to other: SearchLanes, plus cost: UInt64) {
    values.0 = min(values.0, other.values.0 &+ cost)
    values.1 = min(values.1, other.values.1 &+ cost)
    values.2 = min(values.2, other.values.2 &+ cost)
    values.3 = min(values.3, other.values.3 &+ cost)
  }

  /// The smallest of the labels.
  @inline(__always)
  var least: UInt64 { min(min(values.0, values.1), min(values.2, values.3)) }

  /// The label of one search.
  @inline(__always)
  subscript(lane: Int) -> UInt64 {
    get {
      switch lane {
      case 0: values.0
      case 1: values.1
      case 2: values.2
      default: values.3
      }
    }
    set {
      switch lane {
      case 0: values.0 = newValue
      case 1: values.1 = newValue
      case 2: values.2 = newValue
      default: values.3 = newValue
      }
    }
  }
}
