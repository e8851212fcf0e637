import Foundation
import PlanningModel

/// What a workbook's relations point to (`*.rels`).
struct WorkbookRelations {
  /// Member of the ZIP file and last word of the type, by relation id.
  var targets: [String: (member: String, type: String)] = [:]

  /// Reads a relations part; `folder` is what its relative targets start from.
  init(_ data: Data, member: String, folder: String, file: String) throws {
    var targets: [String: (member: String, type: String)] = [:]
    try XMLEvents.read(
      data, member: member, file: file,
      onStart: { element, attributes in
        guard element == "Relationship", let id = attributes["Id"],
          let target = attributes["Target"]
        else { return }
        let type = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
        targets[id] = (WorkbookRelations.resolved(target, in: folder), type)
      })
    self.targets = targets
  }

  /// The member of the first relation of a type, in the order of relation ids.
  func first(ofType type: String) -> String? {
    targets.filter { $0.value.type == type }.min { $0.key < $1.key }?.value.member
  }

  private static func resolved(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." {
        _ = parts.popLast()
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

/// The list of sheets (`xl/workbook.xml`).
struct WorkbookSheets {
  /// Name, relation id and visibility, in the order of the tabs.
  var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  /// Whether days are counted from 1904, as old Macintosh versions did.
  var is1904 = false

  /// Reads the part.
  init(_ data: Data, member: String, file: String) throws {
    var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    var is1904 = false
    try XMLEvents.read(
      data, member: member, file: file,
      onStart: { element, attributes in
        if element == "workbookPr" {
          is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        } else if element == "sheet" {
          let relation = attributes.first { $0.key.hasSuffix(":id") }?.value
          sheets.append(
            (
              attributes["name"] ?? "", relation ?? attributes["id"] ?? "",
              ["hidden", "veryHidden"].contains(attributes["state"] ?? "")
            ))
        }
      })
    self.sheets = sheets
    self.is1904 = is1904
  }
}

/// The texts that cells refer to by number (`xl/sharedStrings.xml`).
enum SharedStrings {
  /// All texts; runs of rich text are joined, phonetic guides are left out.
  static func read(_ data: Data, member: String, file: String) throws -> [String] {
    var texts: [String] = []
    var current = RunText()
    try XMLEvents.read(
      data, member: member, file: file,
      onStart: { element, _ in
        if element == "si" { current = RunText() }
        current.start(element)
      },
      onText: { current.add($0) },
      onEnd: { element in
        current.end(element)
        if element == "si" { texts.append(current.text) }
      })
    return texts
  }
}

/// Joins the `t` elements of a text, except those inside a phonetic guide (`rPh`).
struct RunText {
  private(set) var text = ""
  private var isText = false
  private var isPhonetic = false

  mutating func start(_ element: String) {
    if element == "t" { isText = true }
    if element == "rPh" { isPhonetic = true }
  }

  mutating func add(_ characters: String) {
    if isText, !isPhonetic { text += characters }
  }

  mutating func end(_ element: String) {
    if element == "t" { isText = false }
    if element == "rPh" { isPhonetic = false }
  }
}
