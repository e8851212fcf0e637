/// What one text means as the value of each tag that the rules read; judged once a text.
struct TagMeaning {
  /// As the value of `access`, `foot` and the like.
  enum Access: UInt8 {
    case untagged, open, closed, other
  }
  /// As the value of `oneway`.
  enum OneWay: UInt8 {
    case untagged, along, against, both
  }

  var access: Access
  var oneWay: OneWay
  /// As the value of `highway`: its position in the rules' classes, or what the reader has for none.
  var roadClass: UInt8
  /// As the value of `route`.
  var isFerry: Bool
  /// As the value of `junction`: traffic goes round.
  var isRoundabout: Bool
  /// As the value of `motorroad`.
  var isExactlyYes: Bool
  /// As the value of `bridge` or `tunnel`: there is one.
  var isYes: Bool
  /// As the value of `layer` or `level`: on the ground, though it is written down.
  var isGround: Bool

  /// Reads texts under some rules.
  struct Reader {
    private let open: Set<String>
    private let closed: Set<String>

    init(_ rules: RoadRules) {
      open = Set(rules.openAccess)
      closed = Set(rules.closedAccess)
    }

    /// What a text means; `roadClass` is its class among those of the rules.
    func meaning(of text: String, roadClass: UInt8) -> TagMeaning {
      TagMeaning(
        access: access(text), oneWay: Self.oneWay(text), roadClass: roadClass,
        isFerry: text == "ferry", isRoundabout: text == "roundabout" || text == "circular",
        isExactlyYes: text == "yes", isYes: !["", "no", "0", "false", "F"].contains(text),
        isGround: text == "0")
    }

    private func access(_ text: String) -> Access {
      if text.isEmpty { return .untagged }
      let parts = text.split(separator: ";").map { $0.filter { $0 != " " } }
      if parts.contains(where: open.contains) { return .open }
      return parts.contains(where: closed.contains) ? .closed : .other
    }

    private static func oneWay(_ text: String) -> OneWay {
      switch text {
      case "yes", "true", "1": .along
      case "-1", "reverse": .against
      case "no", "false", "0", "reversible", "alternating": .both
      default: .untagged
      }
    }
  }
}
