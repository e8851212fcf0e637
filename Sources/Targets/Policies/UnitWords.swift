public import PlanningModel

/// Which classes of unit the words of a document mean.
public enum UnitWords {
  /// 乡镇 are towns and townships without the streets; 镇街 and 各镇（街道） are all; nil for
  /// words that name no such group.
  public static func classes(_ word: String) -> [UnitClass]? {
    switch word {
    case "乡镇": [.town, .township, .ethnicTownship]
    case "镇街", "街镇", "镇（街道）", "镇(街道)", "各镇街", "乡镇（街道）", "乡镇(街道)":
      [.street, .town, .township, .ethnicTownship]
    case "街道": [.street]
    case "镇": [.town]
    case "乡": [.township, .ethnicTownship]
    default: nil
    }
  }

  /// The class that a township-level code of 统计用区划代码 says: 001–099 streets, 100–199 towns,
  /// 200–399 townships; nil for other codes.
  public static func unitClass(ofCode code: String) -> UnitClass? {
    guard code.utf8.count >= 9, let serial = Int(code.dropFirst(6).prefix(3)) else { return nil }
    switch serial {
    case 1...99: return .street
    case 100...199: return .town
    case 200...399: return .township
    default: return nil
    }
  }
}
