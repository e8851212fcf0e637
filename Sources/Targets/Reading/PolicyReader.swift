public import PlanningModel
import YAMLDocuments

/// Reads policy files (`docs/formats/targets.md`) and lists everything that is wrong in them.
public enum PolicyReader {
  /// Reads documents, universes and targets from several files as one set.
  ///
  /// - Parameters:
  ///   - files: names relative to the workspace, and texts; any file may hold any section.
  ///   - known: what the workspace knows; names are checked against it.
  /// - Returns: what could be read, and all faults with file, line and key. Policies with a
  ///   blocking fault are not to be evaluated.
  public static func read(
    files: [(name: String, text: String)], known: KnownNames
  ) -> (Policies, [InputFault]) {
    var reading = PolicyReading(known: known)
    var broken: [InputFault] = []
    var roots: [YAMLEntry] = []
    for file in files {
      do {
        roots.append(try YAMLFile.parse(file.text, file: file.name))
      } catch let error as WorkError {
        broken.append(fault(of: error, file: file.name))
      } catch {
        broken.append(
          InputFault(
            check: "yaml.malformed", severity: .blocking, file: file.name,
            rule: Bilingual("文件无法按 YAML 读取", "the file cannot be read as YAML"),
            remedy: Bilingual("更正文件", "correct the file")))
      }
    }
    reading.read(roots)
    reading.checkReferences()
    var policies = Policies(
      documents: reading.documents, universes: reading.universes, targets: reading.targets,
      successors: reading.successors)
    policies.terms = Terms(reading.terms)
    reading.checkTerms(policies)
    reading.checkRelations(policies)
    reading.checkUniverses(policies)
    reading.checkWords(policies)
    return (policies, broken + reading.faults.faults + reading.later)
  }

  /// A failure to parse as a fault, with the line that the parser named.
  private static func fault(of error: WorkError, file: String) -> InputFault {
    let place = error.subject.dropFirst(file.count).split(separator: ":")
    return InputFault(
      check: "yaml.malformed", severity: .blocking, file: file,
      row: place.first.flatMap { Int($0) },
      rule: Bilingual(splitting: error.message), remedy: Bilingual(splitting: error.remedy))
  }
}

/// One reading of policy files: what was read, and what was wrong.
struct PolicyReading {
  let known: KnownNames
  var faults = YAMLFaults()
  var documents: [PolicyDocument] = []
  var universes: [Universe] = []
  /// Where each universe stands among them.
  var universePlaces: [String: Int] = [:]
  var targets: [Target] = []
  var successors: [String: OfficeSuccession] = [:]
  /// What ids and words are called, and where each is said.
  var terms: [String: Bilingual] = [:]
  var termPlaces: [String: YAMLEntry] = [:]
  /// Tables of tasks by id, for targets that name one.
  var tables: [String: YAMLEntry] = [:]
  /// Where each target stands, for what is checked at the end.
  var targetPlaces: [String: YAMLEntry] = [:]
  /// Where ids were first given.
  var places: [String: String] = [:]
  /// Faults found once everything is read, beside those of the entries.
  var later: [InputFault] = []
  /// Where targets state how many units are needed.
  var requiredPlaces: [String: YAMLEntry] = [:]
  /// The units by name; nil when they are not known.
  let unitNames: UnitNames?
  /// References to be resolved when all files are read.
  var references: [Reference] = []

  /// A mention of something defined elsewhere.
  struct Reference {
    var section: Section
    var id: String
    var entry: YAMLEntry
  }

  /// What can be mentioned.
  enum Section: String {
    case document
    case universe
    case target
    case table
    case term

    /// The word in Chinese.
    var chinese: String {
      switch self {
      case .document: "文件"
      case .universe: "口径"
      case .target: "目标"
      case .table: "任务表"
      case .term: "名称"
      }
    }
  }

  init(known: KnownNames) {
    self.known = known
    unitNames = known.units.map { UnitNames($0, aliases: known.aliases) }
  }

  /// Reads the sections of all files together, so that their order does not matter.
  mutating func read(_ roots: [YAMLEntry]) {
    for root in roots {
      faults.allow(
        ["schema", "documents", "universes", "targets", "tables", "departments", "terms"],
        in: root)
      if let schema = root.find("schema"), let text = faults.text(schema),
        text != "yike-policies/1"
      {
        faults.add(
          "policy.schema", at: schema, value: text,
          rule: Bilingual("schema 无法识别", "this schema is not known"),
          remedy: Bilingual("写“schema: yike-policies/1”", "write “schema: yike-policies/1”"))
      }
    }
    for root in roots {
      for entry in faults.items(of: root.find("documents")) { readDocument(entry) }
      if let section = root.find("departments") { readSuccessors(section) }
      if let section = root.find("terms") { readTerms(section) }
      if let section = root.find("tables") {
        for pair in faults.pairs(of: section) {
          claim(pair.key, in: .table, at: pair.value)
          tables[pair.key] = pair.value
        }
      }
    }
    readUniverses(
      roots.flatMap { root in
        (root.find("universes").map { faults.pairs(of: $0) } ?? []).map { ($0.key, $0.value) }
      })
    for root in roots {
      for entry in faults.items(of: root.find("targets")) { readTarget(entry) }
    }
  }

  /// Records an id; a fault when it was given before.
  mutating func claim(_ id: String, in section: Section, at entry: YAMLEntry) {
    let key = "\(section.rawValue):\(id)"
    if let first = places[key] {
      faults.add(
        "policy.duplicate_id", at: entry, value: id,
        rule: Bilingual(
          "该\(section.chinese) id 已在 \(first) 用过",
          "this \(section.rawValue) id was given before, at \(first)"),
        remedy: Bilingual(
          "每个\(section.chinese)用各自的 id", "give each \(section.rawValue) an id of its own"))
    } else {
      places[key] = "\(entry.file):\(entry.line)"
    }
  }

  /// Reads a mention and remembers to resolve it.
  mutating func reference(_ entry: YAMLEntry?, to section: Section) -> String? {
    guard let entry, let id = faults.text(entry) else { return nil }
    references.append(Reference(section: section, id: id, entry: entry))
    return id
  }

  /// Reads a list of mentions.
  mutating func referenceList(_ entry: YAMLEntry?, to section: Section) -> [String] {
    faults.items(of: entry).compactMap { reference($0, to: section) }
  }

  mutating func checkReferences() {
    for reference in references {
      let section = reference.section
      guard places["\(section.rawValue):\(reference.id)"] == nil else { continue }
      let prefix = "\(section.rawValue):"
      let ids = places.keys.filter { $0.hasPrefix(prefix) }
        .map { String($0.dropFirst(prefix.count)) }.sorted()
      let near = faults.nearest(to: reference.id, among: ids)
      faults.add(
        "policy.unresolved_\(section.rawValue)", at: reference.entry, value: reference.id,
        rule: Bilingual(
          "没有 id 为“\(reference.id)”的\(section.chinese)",
          "no \(section.rawValue) has the id “\(reference.id)”"),
        remedy: near.map { Bilingual("是否为“\($0)”？", "did you mean “\($0)”?") }
          ?? Bilingual("先定义它，或改用已有的 id", "define it, or take an id that exists"))
    }
  }
}
