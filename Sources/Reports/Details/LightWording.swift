import Targets

extension Wording {
  /// The light of a quarter: 绿 done or as planned, 黄 behind, 红 past its day, 灰 not known.
  func light(_ light: TrafficLight) -> String {
    switch light {
    case .green: language("绿", "green")
    case .yellow: language("黄", "yellow")
    case .red: language("红", "red")
    case .grey: language("灰", "grey")
    }
  }
}

extension TrafficLight {
  /// Its colour in a terminal.
  var style: TextTable.Style {
    switch self {
    case .green: .good
    case .yellow: .warning
    case .red: .bad
    case .grey: .faint
    }
  }
}
