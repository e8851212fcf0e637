import PlanningModel

extension Wording {
  /// A count with separators of thousands: `351,038`.
  func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var groups = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { groups += "," }
      groups.append(digit)
    }
    return (value < 0 ? "-" : "") + groups
  }

  /// A count, or a dash where there is none.
  func count(_ value: Int?) -> String { value.map { count($0) } ?? "—" }

  /// A day as people write it: `2024年12月31日`, `31 December 2024`.
  func date(_ date: CivilDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return language(
      "\(date.year)年\(date.month)月\(date.day)日",
      "\(date.day) \(months[date.month - 1]) \(date.year)")
  }

  /// A limit in minutes without needless decimals: `15分钟`, `15 minutes`.
  func limit(_ limit: TravelTime?) -> String {
    guard let limit else { return "—" }
    let minutes =
      ExactDecimal(Int(limit.milliseconds), over: 60_000)?.description ?? limit.minutesText
    return language("\(minutes)分钟", "\(minutes) minutes")
  }

  /// A label at the beginning of a sentence.
  func capitalised(_ label: String) -> String {
    label.prefix(1).uppercased() + label.dropFirst()
  }

  /// A sentence with its full stop.
  func closed(_ sentence: String) -> String {
    guard let last = sentence.last, !"。！？；.!?;”".contains(last) else { return sentence }
    return sentence + language("。", ".")
  }
}
