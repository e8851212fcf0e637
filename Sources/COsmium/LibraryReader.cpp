// Reads the roads of a file of any format with libosmium, in two passes: first the ways, then only
// the places of the nodes that they use. Memory grows with the roads, not with the file, and the
// order of nodes and ways in the file does not matter.

#include "RoadColumns.hpp"
#include "Strings.hpp"

#include <osmium/io/any_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>

#include <algorithm>

namespace yike {
namespace {

bool is_travelled(const osmium::Way &way) {
  if (way.tags().has_key("highway")) return true;
  return way.tags().has_tag("route", "ferry");
}

/// The nodes that the ways refer to, way after way.
std::vector<int64_t> read_ways(
    const osmium::io::File &file, const std::vector<std::string> &keys, YikeOsmRoads &roads) {
  Strings strings{roads};
  std::vector<int64_t> references;
  osmium::io::Reader reader{file, osmium::osm_entity_bits::way, osmium::io::read_meta::no};
  while (const osmium::memory::Buffer buffer = reader.read()) {
    for (const auto &way : buffer.select<osmium::Way>()) {
      if (!is_travelled(way)) continue;
      for (const auto &node : way.nodes()) references.push_back(node.ref());
      check_vertex_count(references.size());
      roads.first_vertex.push_back(static_cast<uint32_t>(references.size()));
      roads.way_ids.push_back(way.id());
      for (size_t key = 0; key < keys.size(); ++key) {
        const char *value = way.tags().get_value_by_key(keys[key].c_str());
        if (value == nullptr || *value == '\0') continue;
        roads.values.push_back({static_cast<uint32_t>(key), strings.number(value)});
      }
      roads.first_value.push_back(static_cast<uint32_t>(roads.values.size()));
    }
  }
  reader.close();
  return references;
}

void read_places(const osmium::io::File &file, YikeOsmRoads &roads) {
  const auto &ids = roads.node_ids;
  osmium::io::Reader reader{file, osmium::osm_entity_bits::node, osmium::io::read_meta::no};
  auto next = ids.begin();
  auto last_id = std::numeric_limits<int64_t>::min();
  while (const osmium::memory::Buffer buffer = reader.read()) {
    for (const auto &node : buffer.select<osmium::Node>()) {
      // Files are nearly always sorted by id, so the nodes are walked along beside them.
      if (node.id() < last_id) next = std::lower_bound(ids.begin(), ids.end(), node.id());
      last_id = node.id();
      while (next != ids.end() && *next < last_id) ++next;
      if (next == ids.end() || *next != last_id || !node.location().valid()) continue;
      roads.places[static_cast<size_t>(next - ids.begin())] = {
          node.location().x(), node.location().y()};
    }
  }
  reader.close();
}

}  // namespace

void read_with_library(
    const char *path, const std::vector<std::string> &keys, YikeOsmRoads &roads) {
  const osmium::io::File file{path};
  number_nodes(read_ways(file, keys, roads), roads);
  read_places(file, roads);
}

}  // namespace yike
