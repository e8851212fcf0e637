public import PlanningModel

/// Where the words of a promise stand, by the short name of the document.
public struct CitedWords: Sendable, Hashable {
  /// The document's short name.
  public var document: String
  /// The clause.
  public var clause: String
  /// The words; `…` stands for words left out.
  public var quote: String
  /// Other places that state the same promise; they are not added.
  public var restated: [Place]
  /// The line of the policy file that the quote stands in.
  public var line: Int

  /// One more place in the same document.
  public struct Place: Sendable, Hashable {
    /// The clause.
    public var clause: String
    /// The words.
    public var quote: String
    /// The line of the policy file that they stand in.
    public var line: Int
  }
}

/// How people travel, as the entry says; what it leaves out comes from the settings.
public struct TargetTravel: Sendable, Hashable {
  /// The mode that decides.
  public var mode: TravelMode
  /// Modes to show beside it.
  public var alternatives: [TravelMode]
  /// The name of the pace, for example `elder`.
  public var pace: String?
  /// Which way the trip counts.
  public var direction: TravelDirection?
}

/// The figure of the level above.
public struct UpperTarget: Sendable, Hashable {
  /// The document's short name.
  public var document: String
  /// Whose figure it is, for example `city`.
  public var level: String?
  /// The promised share or number.
  public var value: ExactDecimal
  /// When it is due.
  public var due: CivilDate?
  /// How the figure is known.
  public var provenance: Provenance
  /// What a reader should know.
  public var note: String?
}

/// How a promise stands to others.
public struct Relations: Sendable, Hashable {
  /// Targets it carries out.
  public var implements: [String] = []
  /// The target it is part of.
  public var partOf: String?
  /// Targets that may mean the same things.
  public var mayOverlap: [String] = []
  /// Targets of other years that mean the same.
  public var sameAs: [String] = []
  /// The count that limits it.
  public var limitedBy: String?
}

/// What the words leave open, and the reading that is used.
public struct Ambiguity: Sendable, Hashable {
  /// The question.
  public var question: String
  /// The same in English.
  public var questionEnglish: String?
  /// Possible readings.
  public var options: [String]
  /// The reading that is used.
  public var reading: String
  /// The same in English.
  public var readingEnglish: String?
}

/// How carefully the figures must be handled.
public struct Privacy: Sendable, Hashable {
  /// `none`, `sensitive` or `sensitive_minor`.
  public var level: Level
  /// Counts under it are not shown.
  public var minimumCell: Int

  /// How sensitive the figures are.
  public enum Level: String, Sendable, CaseIterable {
    /// Not sensitive.
    case none
    /// People's health or hardship.
    case sensitive
    /// The same of children.
    case sensitiveMinor = "sensitive_minor"
  }
}

/// Whose promise it is: a city's document may address all its districts.
public struct TargetScope: Sendable, Hashable {
  /// The code of the area that the figure holds for, for example that of the city.
  public var code: String
  /// Its name.
  public var name: String?
  /// Codes of districts that have taken the figure over as their own.
  public var adoptedBy: [String]

  /// Whether a district is judged by the figure, rather than only reporting its part of it.
  public func binds(_ district: String) -> Bool {
    code == district || adoptedBy.contains(district)
  }
}

/// Where a cumulative count starts.
public struct TargetBaseline: Sendable, Hashable {
  /// The last year that is in it.
  public var year: Int
  /// The count then.
  public var value: Int
  /// Who counted.
  public var source: String?
}

/// One commitment: measure, covered-rule, universe, due date, citation.
public struct Target: Sendable, Hashable {
  /// Stable and never used again, for example `WL24-42c`.
  public var id: String
  /// The title.
  public var title: String
  /// The title in English.
  public var titleEnglish: String?
  /// Check classes, a to i.
  public var categories: [String]
  /// Where the words stand.
  public var cite: CitedWords
  /// What is measured.
  public var measure: Measure
  /// When a unit counts as covered.
  public var covered: CoveredRule?
  /// How people travel.
  public var travel: TargetTravel?
  /// Where a cumulative count starts.
  public var baseline: TargetBaseline?
  /// When it is due.
  public var due: Due
  /// The cumulative plan by quarter, first to fourth; nil for a linear one.
  public var quarterlyPlan: [ExactDecimal]?
  /// How many units are needed, as the planner counted them; compared with the computed.
  public var requiredUnits: Int?
  /// Lead departments.
  public var leads: [String]
  /// Supporting departments.
  public var supporters: [String]
  /// How it stands to others.
  public var relations: Relations
  /// The figure of the level above.
  public var upper: UpperTarget?
  /// What the words leave open.
  public var ambiguities: [Ambiguity]
  /// How carefully the figures must be handled.
  public var privacy: Privacy?
  /// Whose promise it is; nil for the district of the workspace.
  public var scope: TargetScope?
  /// Kinds of building that the document wants to see used, for siting.
  public var reuseHosts: [ServiceKind] = []
  /// What a reader should know.
  public var note: String?
  /// The register the figures come from.
  public var sourceOfRecord: String?
  /// The file it stands in.
  public var file: String
  /// The line of the file.
  public var line: Int
}
