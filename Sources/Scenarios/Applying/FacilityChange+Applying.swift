import PlanningModel

extension FacilityPatches.Change {
  /// The facility with the new values; each field's provenance is that of its new value.
  func applied(to facility: Facility) -> Facility {
    var result = facility
    if let position {
      result.position = position
      result.village = nil
      result.provenance.position = provenance
    }
    if let host {
      result.host = host
      result.provenance.host = provenance
    }
    if let state { result.state = state }
    if let opened { result.opened = opened }
    if let closed { result.closed = closed }
    if let designations { result.designations = designations }
    if let capacity { result.capacity = capacity }
    if let sharedCapacity { result.sharedCapacity = sharedCapacity }
    if let floorAreaSquareMetres { result.floorAreaSquareMetres = floorAreaSquareMetres }
    if let serviceRange {
      result.serviceRange = serviceRange
      result.provenance.range = provenance
    }
    let changesRecord =
      state != nil || opened != nil || closed != nil || designations != nil || capacity != nil
      || sharedCapacity != nil || floorAreaSquareMetres != nil
    if changesRecord { result.provenance.record = max(result.provenance.record, provenance) }
    return result
  }

  /// The fields that are written, with their values as text, to find contradictions.
  var written: [(field: String, value: String)] {
    let fields: [(String, String?)] = [
      ("lon, lat", position.map { "\($0.longitude) \($0.latitude)" }),
      ("host", host?.rawValue), ("state", state?.rawValue), ("opened", opened?.description),
      ("closed", closed?.description), ("designations", designations?.joined(separator: "\n")),
      ("capacity", capacity.map { String($0) }),
      ("shared_capacity", sharedCapacity.map { String($0) }),
      ("floor_area_m2", floorAreaSquareMetres?.description),
      ("service_range", serviceRange?.map(\.rawValue).joined(separator: "\n")),
    ]
    return fields.compactMap { field, value in value.map { (field, $0) } }
  }
}
