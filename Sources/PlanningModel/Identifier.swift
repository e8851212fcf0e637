/// The name of one thing of the kind `Entity`, as it stands in files.
///
/// Identifiers of different kinds do not mix, and they sort bytewise (UTF-8), so that every
/// output lists them in the same order on every machine.
public struct Identifier<Entity>: Hashable, Sendable, Comparable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The identifier as written in files.
  public let rawValue: String

  /// Wraps the text of an identifier.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Wraps a literal; meant for tests and tables.
  public init(stringLiteral value: String) { rawValue = value }

  /// The identifier as written in files.
  public var description: String { rawValue }

  /// Bytewise order of the UTF-8 text.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }
}

/// Identifies a district, township or village-level unit: its nine-digit code, or
/// `<township code>/<name>` for a village without an official code.
public typealias UnitID = Identifier<AdministrativeUnit>
/// Identifies a place where people are counted.
public typealias DemandPointID = Identifier<DemandPoint>
/// Identifies one service offered at one site.
public typealias FacilityID = Identifier<Facility>
/// Identifies a counted group of people, for example `pop_60plus`.
public typealias CohortID = Identifier<Cohort>
/// Identifies a kind of service, for example `elder_canteen`.
public typealias ServiceKind = Identifier<ServiceType>
