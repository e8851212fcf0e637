public import PlanningModel

/// A document that makes promises, or that sets figures above them.
public struct PolicyDocument: Sendable, Hashable {
  /// The short name that entries refer to, for example `WL2024`.
  public var id: String
  /// 发文字号, for example 某民发〔2024〕8号; nil when it is not known.
  public var number: String?
  /// The title.
  public var title: String
  /// The title in English.
  public var titleEnglish: String?
  /// Who issued it.
  public var issuers: [String]
  /// Who published it again, if that is another.
  public var republishedBy: String?
  /// The date it was issued.
  public var issued: CivilDate?
  /// The date it was published.
  public var published: CivilDate?
  /// The year it plans for.
  public var year: Int?
  /// The first and last year it plans for.
  public var period: ClosedRange<Int>?
  /// Documents it carries out.
  public var implements: [String]
  /// Documents it names besides.
  public var cites: [String]
  /// The document that replaces it.
  public var supersededBy: String?
  /// Whether the stored text is whole; nil when nobody said.
  public var isComplete: Bool?
  /// How its figures are known.
  public var provenance: Provenance
  /// The name of the text that its entries were read against, wherever that is kept.
  public var sourceText: String?
  /// The file of the workspace that holds its text; every quote is looked up there.
  public var text: TextFile?

  /// Where a document's text is.
  public struct TextFile: Sendable, Hashable {
    /// The path relative to the workspace.
    public var path: String
    /// The policy file that names it.
    public var file: String
    /// The line there.
    public var line: Int
  }

  /// Anything a reader should know.
  public var note: String?

  /// What a citation prints: the number, or the title where there is none.
  public var citedAs: String { number ?? title }
}
