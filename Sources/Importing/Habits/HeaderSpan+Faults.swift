import PlanningModel

extension HeaderSpan {
  /// What was read by a rule in the header, and units that are not ours.
  func faults(of table: Table, rows: [TableRow]) -> [InputFault] {
    var faults: [InputFault] = []
    func note(
      _ check: ImportCheck, _ column: String?, _ value: String?, _ rule: Bilingual,
      _ remedy: Bilingual
    ) {
      faults.append(
        check.fault(
          file: table.file, layer: table.sheet, row: names.number, column: column, value: value,
          rule: rule, remedy: remedy))
    }
    if height > 1 {
      let first = rows[start].number
      note(
        .tableHeaderRows, nil, nil,
        Bilingual(
          "第\(first)至\(names.number)行合为表头",
          "rows \(first) to \(names.number) were read as one header"),
        Bilingual("如有误，只保留一行列名", "keep one row of names if that is wrong"))
    }
    if !withUnit.isEmpty {
      note(
        .columnUnit, nil, withUnit.joined(separator: ", "),
        Bilingual("列名中的计量单位未作为列名的一部分", "units in brackets were not read as part of the names"),
        Bilingual("无需处理", "nothing to do"))
    }
    for (column, unit) in otherUnit {
      note(
        .columnOtherUnit, column, unit,
        Bilingual("该列不以“\(unit)”为单位", "the column is not read in “\(unit)”"),
        Bilingual(
          "换算后填写：面积用平方米（floor_area_m2）或平方千米（area_km2），数量用个、人、户",
          "convert the figures: square metres (floor_area_m2), square kilometres (area_km2), or "
            + "single things, people, households"))
    }
    for name in absent {
      note(
        .columnAbsent, nil, name,
        Bilingual(
          "columns 所写的列，表中没有这个列名",
          "columns in yike.yaml names a column that the table does not have"),
        Bilingual(
          "照表中的列名写；多行表头自上而下用“/”连接", "write it as the table does; join the rows of a header with “/”"
        ))
    }
    return faults
  }
}
