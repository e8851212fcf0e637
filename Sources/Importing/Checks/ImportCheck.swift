public import PlanningModel

/// Every check that reading a ledger, a table or a layer can fail, by its stable id.
///
/// The ids are what waivers name and what `yike check` prints; they never change their meaning.
public enum ImportCheck: String, Sendable, CaseIterable {
  // MARK: Tables
  /// No row of the table names the columns that the ledger needs.
  case tableNoHeader = "table.no_header"
  /// The table has a header and nothing under it.
  case tableNoRows = "table.no_rows"
  /// Rows above the header were passed over.
  case tableTitleRows = "table.title_rows"
  /// A row has more or fewer cells than the header.
  case tableRagged = "table.ragged"
  /// A quotation mark is not closed, or text follows a closing one.
  case tableQuote = "table.quote"
  /// A merged range reaches into the data; only its first cell has a value.
  case tableMerged = "table.merged"
  /// Two or three rows were read as one header.
  case tableHeaderRows = "table.header_rows"
  /// Rows of remarks were not read.
  case tableNotes = "table.notes"
  /// A row of totals was not read as data.
  case tableTotals = "table.totals"
  /// The rows do not add up to the total that the table gives.
  case tableTotalsDiffer = "table.totals_differ"
  /// Empty cells of a column of units were read as the ones above.
  case tableFilledDown = "table.filled_down"
  /// Every sheet named after a unit was read as its part of the ledger.
  case tableUnitSheets = "table.unit_sheets"
  /// A hidden sheet was passed over.
  case tableHiddenSheet = "table.hidden_sheet"
  /// The file has further sheets that were not read.
  case tableOtherSheets = "table.other_sheets"
  /// A column that the ledger needs is not there.
  case columnMissing = "column.missing"
  /// Two columns carry the same name.
  case columnDuplicate = "column.duplicate"
  /// A column is not known and was not read.
  case columnUnknown = "column.unknown"
  /// The settings give a meaning to a column that the table does not have.
  case columnAbsent = "column.absent"
  /// A unit of measure stands in a header.
  case columnUnit = "column.unit"
  /// A column is in a unit of measure that Yike does not read it in.
  case columnOtherUnit = "column.other_unit"
  /// A column of personal data was dropped on load.
  case columnPersonal = "column.personal"
  /// A declared cohort has no column.
  case cohortNoColumn = "cohort.no_column"
  // MARK: Cells
  /// A value that the row needs is empty.
  case cellMissing = "cell.missing"
  /// A formula ended in an error or has no stored result.
  case cellError = "cell.error"
  /// A value is not a plain number.
  case cellNotNumber = "cell.not_number"
  /// A count is not a whole number.
  case cellNotWhole = "cell.not_whole"
  /// A number that counts things is negative.
  case cellNegative = "cell.negative"
  /// A word or sign for nothing was read as an empty cell.
  case cellEmptyWord = "cell.empty_word"
  /// Commas between groups of three digits were passed over.
  case cellSeparators = "cell.separators"
  /// Full-width digits were read as plain ones.
  case cellFolded = "cell.folded"
  /// A value is not a day of the calendar.
  case cellNotDate = "cell.not_date"
  /// A date in another spelling was read as the ISO date shown.
  case cellDateSpelling = "cell.date_spelling"
  /// A bare number in a date column was read as a spreadsheet's day count.
  case cellDateSerial = "cell.date_serial"
  /// A value is not one of the words the column allows.
  case cellUnknownWord = "cell.unknown_word"
  /// A code was turned into a number with an exponent by a spreadsheet.
  case cellScientific = "cell.scientific"
  /// A code with an exponent had all its digits and was read.
  case cellScientificExact = "cell.scientific_exact"
  // MARK: Units
  /// No unit of the district has that code or name.
  case unitUnmatched = "unit.unmatched"
  /// A short or former name was read as the unit that `aliases` gives it.
  case unitAlias = "unit.alias"
  /// A former name or code was read as the one unit that it became; on the row's day it still held.
  case unitFormerName = "unit.former_name"
  /// The same, but on the row's day the change had taken effect.
  case unitFormerNameLate = "unit.former_name_late"
  /// A unit changed before the evaluation, but is still in the ledger of units.
  case unitChangeFormerListed = "unit_change.former_listed"
  /// Code and name of a row mean different units.
  case unitAmbiguous = "unit.ambiguous"
  /// The ledger of units holds no unit that can be used.
  case unitNone = "unit.none"
  /// A unit has no code in the district's code system.
  case unitCodeMissing = "unit.code_missing"
  /// A unit code is not nine digits.
  case unitCodeMalformed = "unit.code_malformed"
  /// A unit code does not begin with the district's.
  case unitCodeOutside = "unit.code_outside"
  /// Two units carry the same code of one system.
  case unitDuplicateCode = "unit.duplicate_code"
  /// Two units of one parent carry the same name.
  case unitDuplicateName = "unit.duplicate_name"
  /// The class does not agree with the seventh digit of the code.
  case unitClassDigit = "unit.class_digit"
  /// The unit above is neither the district nor in the file.
  case unitParentMissing = "unit.parent_missing"
  /// Following the units above leads back to the unit.
  case unitParentCycle = "unit.parent_cycle"
  /// Two units differ only in 街道, 镇 or 乡; short names cannot be matched.
  case unitSameStem = "unit.same_stem"
  // MARK: Places
  /// A place has no coordinates.
  case placeMissing = "place.missing"
  /// Only one of the two coordinates is given.
  case placeIncomplete = "place.incomplete"
  /// The coordinates are 0, 0.
  case placeZero = "place.zero"
  /// The numbers cannot be coordinates of the declared system.
  case placeNotDegrees = "place.not_degrees"
  /// The place falls into the district when its coordinates are swapped.
  case placeSwappedAxes = "place.swapped_axes"
  /// The place falls outside the district's box after conversion.
  case placeOutsideDistrict = "place.outside_district"
  /// A point falls outside the polygon of its declared unit.
  case placeOutsideUnit = "place.outside_unit"
  /// Several places have the same coordinates.
  case placeIdentical = "place.identical"
  /// A source with coordinates does not declare its datum.
  case datumUndeclared = "datum.undeclared"
  /// Another datum than declared fits the places that are known clearly better.
  case datumDoubtful = "datum.doubtful"
  /// The declared datum or reference system is not known.
  case datumUnknown = "datum.unknown"
  // MARK: Villages and people
  /// Two rows describe the same village of one township.
  case villageDuplicate = "village.duplicate"
  /// The township has no village of that name.
  case villageUnmatched = "village.unmatched"
  /// A village has no people at all.
  case peopleZero = "people.zero"
  /// A group counts more people than the whole.
  case peopleCohortAboveTotal = "people.cohort_above_total"
  /// An older group counts more people than a younger one that contains it.
  case peopleCohortOrder = "people.cohort_order"
  /// The villages' people differ from the township's by more than 5 %.
  case peopleSumDiffers = "people.sum_differs"
  /// The villages' people do not add up to the township's exactly.
  case peopleSumInexact = "people.sum_inexact"
  /// The population is of another year than the plan.
  case peopleYearMismatch = "people.year_mismatch"
  // MARK: Facilities
  /// Two facilities carry the same id.
  case facilityDuplicateID = "facility.duplicate_id"
  /// Two facilities have the same kind and name.
  case facilityDuplicateName = "facility.duplicate_name"
  /// Two facilities of one kind stand within 50 m of each other.
  case facilityTooNear = "facility.too_near"
  /// The kind of service is not declared in yike.yaml.
  case facilityKindUnknown = "facility.kind_unknown"
  /// A facility of the district names no unit that hosts it.
  case facilityNoHost = "facility.no_host"
  /// A name in the service range is no unit of the district.
  case facilityRangeUnresolved = "facility.range_unresolved"
  /// A facility said to operate opens after the date of the evaluation.
  case facilityOpenedLater = "facility.opened_later"
  /// A facility closed before it opened.
  case facilityClosedEarly = "facility.closed_before_opened"
  /// A facility operates without an opening date.
  case facilityNoOpening = "facility.no_opening"
  /// A facility said to operate has a closing date that has passed.
  case facilityClosedOperates = "facility.closed_but_operating"
  /// A facility has a capacity of 0.
  case facilityNoCapacity = "facility.capacity_zero"
  /// A facility has a capacity of its own and a shared one, or shares one without a site.
  case facilityCapacityTwice = "facility.capacity_twice"
  /// Facilities of one site give different shared capacities.
  case facilitySharedCapacity = "facility.shared_capacity_differs"
  /// Facilities of one site each carry the floor area; the sum would count it twice.
  case facilitySharedArea = "facility.shared_area"
  // MARK: Records
  /// Two rows record the same thing.
  case recordDuplicate = "record.duplicate"
  /// A year is not between 1900 and 2200.
  case recordYearOutside = "record.year_outside"
  /// A report names neither a unit nor an office that sends it, or both.
  case recordSender = "record.sender"
  /// A quarter is not 1 to 4.
  case recordQuarter = "record.quarter"
  /// An issue was closed before it was found.
  case recordClosedEarly = "record.closed_before_found"
  // MARK: Polygons
  /// A unit's polygon is not valid.
  case polygonInvalid = "polygon.invalid"
  /// A unit has no polygon.
  case polygonMissing = "polygon.missing"
  /// A polygon belongs to no known unit.
  case polygonUnknownUnit = "polygon.unknown_unit"
  /// The polygons of two units overlap.
  case polygonOverlap = "polygon.overlap"
  // MARK: Roads
  /// Roads refer to nodes that the extract does not hold.
  case roadsMissingNodes = "roads.missing_nodes"

  /// The id in files and messages.
  public var id: String { rawValue }

  /// How much a finding of this check weighs.
  public var severity: Severity {
    switch self {
    case .tableMerged, .columnUnknown, .columnAbsent, .columnPersonal, .cellDateSerial,
      .unitClassDigit,
      .placeMissing, .placeOutsideUnit, .placeIdentical, .datumUndeclared, .datumDoubtful,
      .peopleZero, .peopleCohortAboveTotal, .peopleCohortOrder, .peopleSumDiffers,
      .peopleYearMismatch, .facilityDuplicateName, .facilityTooNear, .facilityNoHost,
      .facilityOpenedLater, .facilityNoOpening, .facilityClosedOperates, .facilityNoCapacity,
      .facilitySharedArea, .recordDuplicate, .unitFormerNameLate, .unitChangeFormerListed,
      .polygonMissing, .polygonOverlap, .roadsMissingNodes:
      .warning
    case .tableHeaderRows, .tableNotes, .tableTotals, .tableFilledDown, .tableUnitSheets,
      .columnUnit, .cellEmptyWord, .cellSeparators, .tableNoRows, .tableTitleRows,
      .tableHiddenSheet, .tableOtherSheets, .cellFolded,
      .cellDateSpelling, .cellScientificExact, .unitAlias, .unitFormerName, .unitSameStem,
      .peopleSumInexact,
      .cohortNoColumn:
      .hint
    default: .blocking
    }
  }

  /// A finding of this check.
  public func fault(
    file: String, layer: String? = nil, row: Int? = nil, column: String? = nil,
    value: String? = nil, rule: Bilingual, remedy: Bilingual
  ) -> InputFault {
    InputFault(
      check: rawValue, severity: severity, file: file, layer: layer, row: row, column: column,
      value: value, rule: rule, remedy: remedy)
  }
}
