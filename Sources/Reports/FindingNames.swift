import Planning
import PlanningModel
import Targets

extension ReportContext {
  /// What a finding is about: a unit, a level of a network, a paper that someone owes.
  func name(of finding: UnitFinding) -> String {
    unitsByID[UnitID(finding.id)].map { name(of: $0) }
      ?? FindingNames(evaluation.district, language).name(of: finding)
  }

  /// `承诺60%，`; the state that a document names stays in its words.
  func promised(_ text: String) -> String {
    let isName = text.unicodeScalars.contains { $0.properties.isIdeographic }
    return language("承诺\(text)，", "Promised \(isName ? "“\(text)”" : text); ")
  }
}

/// The names of findings that are no villages, in the language of the report.
struct FindingNames {
  private let district: District
  private let language: Language
  private let units: [String: AdministrativeUnit]

  init(_ district: District, _ language: Language) {
    self.district = district
    self.language = language
    units = Dictionary(
      district.units.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Words of the district, of levels and of units in English where there is English.
  func name(of finding: UnitFinding) -> String {
    guard language == .en else { return finding.name }
    if let unit = units[finding.id] { return unit.nameEnglish ?? unit.name }
    for (chinese, english) in Self.levels where finding.name == chinese { return english }
    guard finding.name.hasPrefix(district.name) else { return finding.name }
    return district.nameEnglish + finding.name.dropFirst(district.name.count)
  }

  private static let levels = [
    (UniverseLevel.district.label, "district level"),
    (UniverseLevel.township.label, "township level"),
    (UniverseLevel.village.label, "village level"),
    (UniverseLevel.settlement.label, "settlements"),
  ]
}
