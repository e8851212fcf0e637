/// Edits of the made-up county as a planner tries them one after another, each another one.
struct CountyEdits {
  /// How many facilities the county has.
  var facilities: Int
  /// Their places, to move to.
  var county: CountyWorkspace

  /// What kinds of edit there are.
  enum Kind: String, CaseIterable {
    case open, close, move
    case slow = "slow road"
  }

  /// The scenario of the `number`th edit of a kind.
  func scenario(_ kind: Kind, _ number: Int) -> String {
    let place = county.editPlace(number, onRoad: kind == .slow)
    let id = "f\((number * 7 + 3) % facilities)"
    let patch =
      switch kind {
      case .open:
        "open: [{id: new\(number), name: 新建\(number), kind: "
          + "\(CountyWorkspace.kinds[number % CountyWorkspace.kinds.count]), host: 第1镇, "
          + "lon: \(place.longitude), lat: \(place.latitude), state: operating, opened: 2024-06-01, "
          + "provenance: illustrative}]"
      case .close: "close: [{id: \(id), on: 2024-06-01}]"
      case .move:
        "move: [{id: \(id), lon: \(place.longitude), lat: \(place.latitude), "
          + "provenance: illustrative}]"
      case .slow:
        "roads: {slow: [{near: [\(place.longitude), \(place.latitude)], factor: 3, "
          + "provenance: illustrative}]}"
      }
    return """
      schema: yike-scenario/1
      id: edit-\(number)
      title: 第\(number)次修改
      \(patch)

      """
  }
}
