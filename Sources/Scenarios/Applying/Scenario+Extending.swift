import PlanningModel

extension Scenario {
  /// This scenario and, on top of it, another that extends it.
  ///
  /// Lists follow each other. Name, title, date and currency are the other's where it has them;
  /// settings that both give must be equal, and anything else is a conflict.
  func extended(by child: Scenario) -> (Scenario, [InputFault]) {
    var result = child
    var faults: [InputFault] = []
    result.asOf = child.asOf ?? asOf
    result.currency = child.currency ?? currency
    if let ours = currency, let theirs = child.currency, ours != theirs {
      faults.append(
        Self.contradiction(
          PatchOrigin(file: child.files.last?.file ?? child.id, line: 1), "currency", theirs,
          ours, PatchOrigin(file: files.last?.file ?? id, line: 1)))
    }
    result.assumeComplete =
      assumeComplete + child.assumeComplete.filter { !assumeComplete.contains($0) }
    let known = Set(child.assumptions.map(\.id))
    result.assumptions = assumptions.filter { !known.contains($0.id) } + child.assumptions
    result.facilities.opened = facilities.opened + child.facilities.opened
    result.facilities.closed = facilities.closed + child.facilities.closed
    result.facilities.changed = facilities.changed + child.facilities.changed
    result.people = people + child.people
    result.roads.added = roads.added + child.roads.added
    result.roads.changed = roads.changed + child.roads.changed
    result.activities = activities + child.activities
    result.progress = progress + child.progress
    result.files = files + child.files
    faults += result.settings.extend(settings)
    return (result, faults)
  }

  fileprivate static func contradiction(
    _ origin: PatchOrigin, _ key: String, _ value: String, _ other: String, _ place: PatchOrigin?
  ) -> InputFault {
    InputFault(
      check: "scenario.conflict", severity: .blocking, file: origin.file, row: origin.line,
      column: key, value: value,
      rule: Bilingual(
        "\(place?.text ?? "") 已写为 \(other)", "\(place?.text ?? "") says \(other)"),
      remedy: Bilingual("只留其中一条", "keep one of the two"))
  }
}

extension SettingPatches {
  /// Takes what the settings below say as well; where both speak, they must agree.
  mutating func extend(_ base: SettingPatches) -> [InputFault] {
    var faults: [InputFault] = []
    let ours = self
    func agree<Value: Equatable>(_ key: String, _ mine: Value?, _ theirs: Value?) -> Value? {
      if let mine, let theirs, mine != theirs, let origin = ours.origins[key] {
        faults.append(
          Scenario.contradiction(
            origin, key, PatchedValue.text(mine), PatchedValue.text(theirs), base.origins[key]))
      }
      return mine ?? theirs
    }
    for name in base.paces.keys.sorted() {
      paces[name] = agree("travel.paces.\(name)", paces[name], base.paces[name])
    }
    defaultPace = agree("travel.default_pace", defaultPace, base.defaultPace)
    slope = agree("travel.slope", slope, base.slope)
    snapCapMetres = agree("travel.snap_cap_metres", snapCapMetres, base.snapCapMetres)
    for id in base.limits.keys.sorted() {
      limits[id] = agree("limits.\(id)", limits[id], base.limits[id])
    }
    for id in base.rules.keys.sorted() {
      rules[id] = agree("rules.\(id)", rules[id], base.rules[id])
    }
    for id in base.thresholds.keys.sorted() {
      thresholds[id] = agree("thresholds.\(id)", thresholds[id], base.thresholds[id])
    }
    origins.merge(base.origins) { mine, _ in mine }
    return faults
  }
}

/// Values of patches as a planner writes them.
private enum PatchedValue {
  static func text(_ value: some Any) -> String {
    if let time = value as? TravelTime {
      let seconds = time.milliseconds / 1000
      return time.milliseconds % 60_000 == 0 ? "\(seconds / 60)min" : "\(time.secondsText)s"
    }
    return "\(value)"
  }
}
