/// The file of a built network: a header, then its columns one after another.
///
/// Header: the magic `YIKEROAD`, the format's number, a mark of the byte order, the size of the
/// file, a checksum of what follows, the key's length and the key. A column: its count, then its
/// elements as they lie in memory; everything starts at a multiple of eight bytes.
public enum NetworkFile {
  private static let magic: UInt64 = 0x4441_4F52_454B_4959
  /// Grows with every change of the columns or of what they mean; part of every key.
  public static let format: UInt32 = 2
  private static let byteOrder: UInt32 = 0x0102_0304
  private static let headerSize = 40

  /// The bytes of an entry, in the order in which they are written.
  static func chunks(of entry: RoadNetworkCache.Entry, key: String) -> [[UInt8]] {
    var columns = ColumnWriter()
    let network = entry.network
    columns.add(Array(key.utf8))
    columns.add([
      UInt64(network.summary.lines), UInt64(network.summary.linesNotUsed),
      UInt64(network.summary.linesInvalid),
    ])
    columns.add(network.nodeLongitude)
    columns.add(network.nodeLatitude)
    columns.add(network.tail)
    columns.add(network.head)
    columns.add(network.lengthMetres)
    columns.add(network.firstInterior)
    columns.add(network.interiorLongitude)
    columns.add(network.interiorLatitude)
    columns.add(network.interiorOffsetMetres)
    columns.add(network.isStructure.map { $0 ? UInt8(1) : 0 })
    columns.add(network.line)
    columns.add(network.use.map(\.rawValue))
    columns.add(network.roadClass)
    columns.add(network.name)
    columns.add(network.strings)
    columns.add(network.boxes.firstOfLevel.map(UInt64.init))
    columns.add(network.boxes.west)
    columns.add(network.boxes.south)
    columns.add(network.boxes.east)
    columns.add(network.boxes.north)
    columns.add([entry.slopes == nil ? 0 : 1 as UInt64])
    columns.add([entry.unknownSlopeMetres])
    columns.add(entry.slopes?.firstStep ?? [])
    columns.add(entry.slopes?.slope ?? [])
    columns.add(entry.slopes?.forwardFactor ?? [])
    columns.add(entry.slopes?.backwardFactor ?? [])
    columns.add(entry.joints)
    columns.add(entry.notes)
    let size = headerSize + columns.chunks.reduce(0) { $0 + $1.count }
    var header = ColumnWriter()
    header.addPlain([magic])
    header.addPlain([format, byteOrder])
    header.addPlain([UInt64(size), columns.checksum, UInt64(key.utf8.count)])
    return header.chunks + columns.chunks
  }

  /// What a file holds; nil unless it is whole, of this format and of this key.
  static func entry(in bytes: UnsafeRawBufferPointer, key: String, rules: RoadRules)
    -> RoadNetworkCache.Entry?
  {
    guard bytes.count >= headerSize, bytes.count % 8 == 0,
      bytes.load(as: UInt64.self) == magic,
      bytes.load(fromByteOffset: 8, as: UInt32.self) == format,
      bytes.load(fromByteOffset: 12, as: UInt32.self) == byteOrder,
      bytes.load(fromByteOffset: 16, as: UInt64.self) == UInt64(bytes.count),
      bytes.load(fromByteOffset: 32, as: UInt64.self) == UInt64(key.utf8.count)
    else { return nil }
    let body = UnsafeRawBufferPointer(rebasing: bytes[headerSize...])
    guard bytes.load(fromByteOffset: 24, as: UInt64.self) == ColumnWriter.checksum(of: body, 0)
    else { return nil }
    var columns = ColumnReader(body)
    guard columns.next(UInt8.self) == Array(key.utf8) else { return nil }
    let network = RoadNetwork(&columns, rules: rules)
    let hasSlopes = columns.next(UInt64.self) == [1]
    let unknown = columns.next(Double.self)
    let slopes = EdgeSlopes(
      firstStep: columns.next(), slope: columns.next(), forwardFactor: columns.next(),
      backwardFactor: columns.next())
    let joints = columns.nextJoints()
    let notes = columns.nextTexts()
    guard columns.isWhole, let network, let unknown = unknown.first else { return nil }
    return RoadNetworkCache.Entry(
      network: network, slopes: hasSlopes ? slopes : nil, unknownSlopeMetres: unknown,
      joints: joints, notes: notes)
  }
}
