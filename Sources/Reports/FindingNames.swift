import Planning
import PlanningModel
import Targets

extension ReportContext {
  /// What a finding is about: a unit, a level of a network, a paper that someone owes.
  func name(of finding: UnitFinding) -> String {
    unitsByID[UnitID(finding.id)].map { name(of: $0) }
      ?? FindingNames(evaluation.district, language).name(of: finding)
  }

  /// `承诺60%，`; a state is quoted, in English by its name there.
  func promised(_ text: String) -> String {
    let isName = text.unicodeScalars.contains { $0.properties.isIdeographic }
    let name = term(text)
    return language(
      "承诺\(isName ? "“\(name)”" : name)，", "Promised \(isName ? "“\(name)”" : name); ")
  }

  /// What an office, a state, an activity or an indicator is called.
  func term(_ word: String) -> String { evaluation.terms[word].text(in: language) }

  /// Several of them as a list.
  func terms(_ words: [String]) -> String { evaluation.terms.list(words).text(in: language) }

  /// What a universe is called; its id where only that is known.
  func universe(_ id: String?) -> String {
    id.map { (evaluation.universeNames[$0] ?? Bilingual($0, $0)).text(in: language) } ?? "—"
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
    if let name = finding.nameEnglish, name != finding.name { return inEnglish(name) }
    if let unit = units[finding.id] { return unit.nameEnglish ?? unit.name }
    for (chinese, english) in Self.levels where finding.name == chinese { return english }
    return inEnglish(finding.name)
  }

  /// A name that begins with the district's has that in English.
  private func inEnglish(_ name: String) -> String {
    guard name.hasPrefix(district.name) else { return name }
    return district.nameEnglish + name.dropFirst(district.name.count)
  }

  private static let levels = [
    (UniverseLevel.district.label, "district level"),
    (UniverseLevel.township.label, "township level"),
    (UniverseLevel.village.label, "village level"),
    (UniverseLevel.settlement.label, "settlements"),
  ]
}
