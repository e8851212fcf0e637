public import PlanningModel

extension Scenario {
  /// The district with this patch applied, and the faults that forbid it.
  ///
  /// Roads and settings are not part of a district; whoever travels applies them.
  ///
  /// - Parameter date: the day that is judged, to tell what has closed by then.
  public func applied(to district: District, on date: CivilDate) -> (District, [InputFault]) {
    let (facilities, faults) = applied(to: district.facilities, on: date)
    let (demandPoints, peopleFaults) = PeopleApplying(district).applied(people)
    var patched = district
    patched.facilities = facilities.sorted { $0.id < $1.id }
    patched.demandPoints = demandPoints
    patched.activities += activities
    patched.ledger += progress
    return (patched, faults + peopleFaults)
  }
}
