public import PlanningModel

/// The eight answers to "is the promise kept?" (DESIGN §4).
public enum VerdictStatus: String, Sendable, CaseIterable {
  /// 已完成.
  case met
  /// 达时序.
  case onTrack = "on_track"
  /// 滞后.
  case behind
  /// 未达标.
  case missed
  /// 数据不足.
  case unknown
  /// 参考.
  case informational
  /// 不可行.
  case infeasible
  /// 不适用.
  case notApplicable = "not_applicable"

  /// The official Chinese word.
  public var label: String {
    switch self {
    case .met: "已完成"
    case .onTrack: "达时序"
    case .behind: "滞后"
    case .missed: "未达标"
    case .unknown: "数据不足"
    case .informational: "参考"
    case .infeasible: "不可行"
    case .notApplicable: "不适用"
    }
  }
}

/// One unit or demand point of a verdict: met with its facilities, missing with its reason.
public struct UnitFinding: Sendable, Hashable {
  /// The nine-digit code of the stated system; nil for a village without one.
  public var code: String?
  /// The code, or `<township code>/<name>`.
  public var id: String
  /// The name.
  public var name: String
  /// The name in English where the policy files have one; nil elsewhere.
  public var nameEnglish: String?
  /// The facilities that make it met; empty where none does (an activity, a record).
  public var by: [FacilityID]
  /// Why it is missing; nil where it is met.
  public var reason: Reason?
  /// The time to the nearest facility that counts (demand points only).
  public var time: TravelTime?
  /// Its people of the cohort (demand points only); nil for sensitive cohorts.
  public var people: Int?

  /// Describes a finding.
  public init(
    code: String?, id: String, name: String, nameEnglish: String? = nil, by: [FacilityID] = [],
    reason: Reason? = nil, time: TravelTime? = nil, people: Int? = nil
  ) {
    self.code = code
    self.id = id
    self.name = name
    self.nameEnglish = nameEnglish
    self.by = by
    self.reason = reason
    self.time = time
    self.people = people
  }
}

/// What another reading of the same words would have said.
public struct AlternativeVerdict: Sendable, Hashable {
  /// The covered-rule.
  public var rule: String
  /// Known yes under it; nil when it cannot be computed.
  public var achieved: Int?
  /// Undecided under it.
  public var unknown: Int?
  /// Its status.
  public var status: VerdictStatus

  /// Describes an alternative.
  public init(rule: String, achieved: Int?, unknown: Int?, status: VerdictStatus) {
    self.rule = rule
    self.achieved = achieved
    self.unknown = unknown
    self.status = status
  }
}

/// The same figure with the neighbours' facilities counted.
public struct NeighbourFigure: Sendable, Hashable {
  /// Known yes.
  public var achieved: Int
  /// As a double, for convenience.
  public var share: Double?
  /// Floored to one decimal.
  public var shareText: String?
  /// Its status.
  public var status: VerdictStatus

  /// Describes a figure.
  public init(achieved: Int, share: Double?, shareText: String?, status: VerdictStatus) {
    self.achieved = achieved
    self.share = share
    self.shareText = shareText
    self.status = status
  }
}

/// People behind a verdict.
public struct PersonsFigure: Sendable, Hashable {
  /// Covered people; nil when not known.
  public var covered: Int?
  /// All people of the cohort.
  public var total: Int?
  /// People still missing to the promise.
  public var gap: Int?

  /// Describes the people.
  public init(covered: Int?, total: Int?, gap: Int?) {
    self.covered = covered
    self.total = total
    self.gap = gap
  }
}

/// The stricter or looser figure of the level above.
public struct UpperFigure: Sendable, Hashable {
  /// The promised value as text, for example `50%`.
  public var value: String
  /// When it is due.
  public var due: CivilDate?
  /// The document that promises it.
  public var document: String
  /// Its title in English, where it has one.
  public var documentEnglish: String?
  /// Whether it is the stricter of the two.
  public var binds: Bool

  /// Describes the figure.
  public init(value: String, due: CivilDate?, document: String, binds: Bool) {
    self.value = value
    self.due = due
    self.document = document
    self.binds = binds
  }
}

/// Where the words stand.
public struct Citation: Sendable, Hashable {
  /// 发文字号, or the document's title where it has none.
  public var document: String
  /// The clause, for example 十、(四十二).
  public var clause: String
  /// The words.
  public var quote: String

  /// Describes a citation.
  public init(document: String, clause: String, quote: String) {
    self.document = document
    self.clause = clause
    self.quote = quote
  }
}

/// The answer to one target, with its evidence; what does not apply is nil.
public struct Verdict: Sendable, Hashable {
  /// The target's id.
  public var id: String
  /// The target's title.
  public var title: String
  /// The title in English, if the policy file gives one.
  public var titleEnglish: String?
  /// The answer.
  public var status: VerdictStatus
  /// The covered-rule or measure that decided.
  public var rule: String
  /// The size of the universe (units, or persons for `share_population`).
  public var universe: Int?
  /// The universe's name in the policy file.
  public var universeID: String?
  /// What is needed, in the universe's unit.
  public var required: Int?
  /// What was promised, as written: `60%`, `8`.
  public var requiredText: String?
  /// Known yes.
  public var achieved: Int?
  /// Undecided.
  public var unknown: Int?
  /// max(0, required − achieved); for `<=` the excess.
  public var gap: Int?
  /// The achieved fraction's upper part.
  public var numerator: Int?
  /// The achieved fraction's lower part.
  public var denominator: Int?
  /// [yes, yes + unknown]; the upper end nil where it is open.
  public var rangeLow: Int?
  /// The upper end of the range.
  public var rangeHigh: Int?
  /// Units or points that are covered.
  public var met: [UnitFinding]
  /// Known no.
  public var missing: [UnitFinding]
  /// Not known.
  public var undecided: [UnitFinding]
  /// Of a promise that asks for several things, each by its own day: how many have come due.
  public var itemsDue: Int?
  /// The records behind a figure that was counted.
  public var evidence: VerdictEvidence
  /// What the lists hold.
  public var listing: VerdictListing
  /// What the verdict holds besides: receipts, tasks, levels and the like.
  public var detail: VerdictDetail?
  /// Whether the plan's period is over: the verdict is a final one (期末评估).
  public var isFinal: Bool
  /// What the other rules would have said.
  public var alternatives: [AlternativeVerdict]
  /// With neighbours' facilities; nil when none are loaded or it does not apply.
  public var withNeighbours: NeighbourFigure?
  /// People behind the verdict.
  public var persons: PersonsFigure?
  /// The day it is due.
  public var dueDate: CivilDate?
  /// hard, soft, stage, immediate, continuous, recurring, transition or inferred.
  public var dueKind: String
  /// The level above.
  public var upper: UpperFigure?
  /// Where the words stand.
  public var citation: Citation
  /// The weakest data the verdict rests on; nil when it rests on none.
  public var provenance: Provenance?
  /// Why it is unknown or informational, in Chinese.
  public var reason: String?
  /// The same in English.
  public var reasonEnglish: String?
  /// Ids of the assumptions it rests on.
  public var assumptions: [String]
  /// Lead departments, as the document names them.
  public var leads: [String]

  /// A verdict without figures yet; they are filled in by the measure.
  public init(
    id: String, title: String, status: VerdictStatus, rule: String, citation: Citation,
    dueDate: CivilDate? = nil, dueKind: String
  ) {
    self.id = id
    self.title = title
    self.status = status
    self.rule = rule
    self.citation = citation
    self.dueDate = dueDate
    self.dueKind = dueKind
    met = []
    missing = []
    undecided = []
    evidence = VerdictEvidence()
    listing = .units
    isFinal = false
    alternatives = []
    assumptions = []
    leads = []
  }

  /// The achieved share, floored to one decimal: `40.9%`.
  public var shareText: String? {
    guard let numerator, let denominator else { return nil }
    return ShareText.percent(numerator, of: denominator)
  }

  /// The achieved share as a double, for convenience.
  public var share: Double? {
    guard let numerator, let denominator, denominator > 0 else { return nil }
    return Double(numerator) / Double(denominator)
  }
}

/// Something stated that a verdict rests on although no data shows it.
public struct Assumption: Sendable, Hashable {
  /// For example `assume_complete:mh_rehab`.
  public var id: String
  /// What is assumed, in Chinese.
  public var text: String
  /// The same in English.
  public var textEnglish: String

  /// Describes an assumption.
  public init(id: String, text: String, textEnglish: String) {
    self.id = id
    self.text = text
    self.textEnglish = textEnglish
  }
}

/// A finding between targets, for example 8 stations that cannot host 9 named units.
public struct CrossCheck: Sendable, Hashable {
  /// The target it is about.
  public var id: String
  /// For example `limited_by`.
  public var kind: String
  /// The finding, in Chinese.
  public var text: String
  /// The same in English.
  public var textEnglish: String

  /// Describes a finding.
  public init(id: String, kind: String, text: String, textEnglish: String) {
    self.id = id
    self.kind = kind
    self.text = text
    self.textEnglish = textEnglish
  }
}

/// All verdicts of one evaluation.
public struct TargetResults: Sendable {
  /// One per target, in the order of the policy files.
  public var verdicts: [Verdict]
  /// Findings between targets.
  public var crossChecks: [CrossCheck]
  /// What the verdicts assume.
  public var assumptions: [Assumption]

  /// Collects results.
  public init(verdicts: [Verdict], crossChecks: [CrossCheck], assumptions: [Assumption]) {
    self.verdicts = verdicts
    self.crossChecks = crossChecks
    self.assumptions = assumptions
  }
}
