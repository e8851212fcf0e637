import PlanningModel

extension WorkspaceSettings {
  /// Every parameter with its defaults filled in, as dotted keys and text, sorted bytewise by
  /// key; what a run's manifest records.
  public func expanded() -> [(key: String, value: String)] {
    var pairs = importParameters
    pairs += [("language", language.rawValue), ("schema", SettingsReader.schema)]
    for group in serviceGroups {
      let key = "service_groups.\(group.id)"
      pairs += [
        ("\(key).kinds", joined(group.kinds.map(\.rawValue))), ("\(key).label", group.label),
        ("\(key).label_en", group.labelEnglish),
      ]
    }
    for register in registers {
      let key = "registers.\(register.id)"
      pairs += [
        ("\(key).kinds", joined(register.kinds.map(\.rawValue))),
        ("\(key).activities", joined(register.activities)),
        ("\(key).indicators", joined(register.indicators)),
        ("\(key).targets", joined(register.targets)),
        ("\(key).complete", String(register.isComplete)),
      ]
    }
    pairs += localThresholds.map { ("local_thresholds.\($0.target)", $0.value.description) }
    pairs += siteCosts.parameters
    for (index, reading) in repairReadings.enumerated() {
      pairs += reading.parameters.map { ("repair_readings[\(index)].\($0.key)", $0.value) }
    }
    pairs += policies.enumerated().map { ("policies[\($0.offset)]", $0.element) }
    return sorted(pairs + travel.parameters)
  }

  /// What the content of the store depends on, as canonical text.
  ///
  /// A line `key=value` for each parameter that the import reads; the hash of it tells whether a
  /// store is current.
  public var importText: String {
    // Another version may read the same sources otherwise.
    "yike=\(YikeVersion.text)\n"
      + sorted(importParameters).map { "\($0.key)=\($0.value)\n" }.joined()
  }

  /// The district, the date (checks compare with it), groups and kinds, names and sources.
  private var importParameters: [(key: String, value: String)] {
    var pairs = [
      ("district.code", district.code), ("district.name", district.name),
      ("district.name_en", district.nameEnglish),
      ("district.code_system", district.codeSystem.rawValue), ("as_of", asOf.description),
      ("projected", projected),
    ]
    for cohort in cohorts {
      let key = "cohorts.\(cohort.id)"
      pairs += [
        ("\(key).label", cohort.label), ("\(key).label_en", cohort.labelEnglish),
        ("\(key).unit", cohort.unit), ("\(key).unit_en", cohort.unitEnglish),
        ("\(key).sensitive", String(cohort.isSensitive)),
      ]
    }
    for type in serviceTypes {
      let key = "service_types.\(type.id)"
      pairs += [("\(key).label", type.label), ("\(key).label_en", type.labelEnglish)]
    }
    pairs += aliases.map { ("aliases.\($0.key)", $0.value) }
    for (index, waiver) in waivers.enumerated() {
      let key = "waivers[\(index)]"
      pairs += [
        ("\(key).id", waiver.check), ("\(key).file", waiver.file),
        ("\(key).row", waiver.row.map { String($0) } ?? ""), ("\(key).reason", waiver.reason),
      ]
    }
    for (index, source) in sources.enumerated() {
      pairs += source.parameters.map { ("sources[\(index)].\($0.key)", $0.value) }
    }
    return pairs
  }

  private func joined(_ texts: [String]) -> String { texts.joined(separator: ", ") }

  private func sorted(
    _ pairs: [(key: String, value: String)]
  ) -> [(key: String, value: String)] {
    pairs.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

extension SourceSettings {
  /// Its parameters; what is not declared is the empty text.
  var parameters: [(key: String, value: String)] {
    [
      ("role", role.rawValue), ("file", file), ("layer", layer ?? ""),
      ("provenance", provenance.rawValue), ("publisher", publisher ?? ""),
      ("datum", datum?.rawValue ?? ""), ("crs", referenceSystem ?? ""),
      ("band", band.rawValue), ("table_header_row", headerRow.map { String($0) } ?? ""),
    ] + (fillDown.isEmpty ? [] : [("fill_down", fillDown.joined(separator: ", "))])
      + columns.map { ("columns.\($0.key)", $0.value) }
      + unitNames.map { ("unit_names.\($0.key)", $0.value) }
  }
}

extension TravelSettings {
  /// Its parameters with the keys of `yike.yaml`.
  var parameters: [(key: String, value: String)] {
    var pairs = [
      ("default_pace", defaultPace), ("slope.function", slope.function.rawValue),
      ("slope.cap_downhill", String(slope.isCappedDownhill)),
      ("slope.clamp", slope.clamp.description),
      ("snap.candidates", String(snap.candidates)),
      ("snap.cap_metres", snap.capMetres.description),
      ("off_road", offRoad.rawValue), ("fallback.detour", fallbackDetour.description),
      ("join_ends_metres", joinEndsMetres.description), ("road_rules", roadRulesFile ?? ""),
    ]
    for pace in paces {
      let metres = ExactDecimal(pace.millimetresPerSecond, over: 1000)
      pairs.append(("paces.\(pace.name)", metres?.description ?? ""))
    }
    pairs += directions.map { ("direction.\($0.key.rawValue)", $0.value.rawValue) }
    // A file of rules takes the place of these; its hash is among the inputs.
    if roadRulesFile == nil {
      pairs += [
        ("motor_cap_kmh", motorCapKilometresPerHour.description),
        ("mountain_factor.factor", mountain.factor.description),
        ("mountain_factor.grade", mountain.grade.description),
      ]
      pairs += speeds.map { ("speeds_kmh.\($0.roadClass)", $0.kilometresPerHour.description) }
    }
    return pairs.map { ("travel.\($0.0)", $0.1) }
  }
}
