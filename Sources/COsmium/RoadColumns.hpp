#ifndef YIKE_ROAD_COLUMNS_HPP
#define YIKE_ROAD_COLUMNS_HPP

#include "COsmium.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace yike {

/// A place in ten-millionths of a degree, as OpenStreetMap keeps it.
struct Place {
  static constexpr int32_t unknown = std::numeric_limits<int32_t>::max();

  int32_t longitude = unknown;
  int32_t latitude = unknown;

  bool is_known() const { return longitude != unknown; }
};

/// The value of one tag of a line; what a line is not tagged with takes no room.
struct TagValue {
  /// Position among the keys that were asked for.
  uint32_t key;
  /// Position among the strings.
  uint32_t text;
};

}  // namespace yike

/// Roads in columns, each node once: a vertex is the position of its node.
struct YikeOsmRoads {
  size_t key_count = 0;
  std::vector<uint32_t> first_vertex{0};
  std::vector<uint32_t> vertices;
  std::vector<int64_t> way_ids;
  std::vector<uint32_t> first_value{0};
  std::vector<yike::TagValue> values;
  /// Ids of the nodes that roads use, ascending.
  std::vector<int64_t> node_ids;
  std::vector<yike::Place> places;
  std::vector<uint32_t> string_offsets{0, 0};
  std::string string_bytes;
  size_t missing_nodes = 0;
  size_t trimmed_ways = 0;
  size_t dropped_ways = 0;
};

namespace yike {

/// Throws when roads have more vertices than a column can number.
void check_vertex_count(size_t count);

/// Numbers the nodes that vertices refer to: fills `vertices`, `node_ids` and unknown `places`.
void number_nodes(const std::vector<int64_t> &references, YikeOsmRoads &roads);

/// Keeps the stretches of at least two known nodes; a way may become several lines. Counts the
/// nodes that are missing and what becomes of the ways because of them.
void keep_known_stretches(YikeOsmRoads &roads);

/// Reads roads of any format and compression that libosmium knows.
void read_with_library(
    const char *path, const std::vector<std::string> &keys, YikeOsmRoads &roads);

/// Reads roads of a PBF file, blobs side by side. Throws for whatever is unusual; the library then
/// reads the file, or says in its words what is wrong with it.
void read_pbf(const char *path, const std::vector<std::string> &keys, YikeOsmRoads &roads);

}  // namespace yike
#endif
