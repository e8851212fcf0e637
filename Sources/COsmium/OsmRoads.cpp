// Reads the roads of an OpenStreetMap file into columns, in two passes: first the ways, then
// only the places of the nodes that they use. Memory grows with the roads, not with the file,
// and the order of nodes and ways in the file does not matter.

#include "COsmium.h"

#include <osmium/io/any_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>

#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

struct YikeOsmRoads {
  std::vector<uint32_t> first_vertex{0};
  std::vector<double> longitude;
  std::vector<double> latitude;
  std::vector<int64_t> node_ids;
  std::vector<int64_t> way_ids;
  std::vector<uint32_t> values;
  std::vector<uint32_t> string_offsets{0, 0};
  std::string string_bytes;
  size_t missing_nodes = 0;
  size_t trimmed_ways = 0;
  size_t dropped_ways = 0;
};

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Where a node is used: `vertex` is a position in the vertex columns.
struct Use {
  int64_t node;
  uint32_t vertex;
};

/// Gives every distinct text a number; 0 is the empty text.
class Strings {
 public:
  explicit Strings(YikeOsmRoads &roads) : roads_(roads) { numbers_.emplace("", 0); }

  uint32_t number(const char *text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const auto number = static_cast<uint32_t>(numbers_.size());
    numbers_.emplace(text, number);
    roads_.string_bytes += text;
    roads_.string_offsets.push_back(static_cast<uint32_t>(roads_.string_bytes.size()));
    return number;
  }

 private:
  YikeOsmRoads &roads_;
  std::unordered_map<std::string, uint32_t> numbers_;
};

bool is_travelled(const osmium::Way &way) {
  if (way.tags().has_key("highway")) return true;
  return way.tags().has_tag("route", "ferry");
}

void read_ways(
    const osmium::io::File &file, const std::vector<const char *> &keys, YikeOsmRoads &roads) {
  Strings strings{roads};
  osmium::io::Reader reader{
      file, osmium::osm_entity_bits::way, osmium::io::read_meta::no};
  while (const osmium::memory::Buffer buffer = reader.read()) {
    for (const auto &way : buffer.select<osmium::Way>()) {
      if (!is_travelled(way)) continue;
      for (const auto &node : way.nodes()) roads.node_ids.push_back(node.ref());
      if (roads.node_ids.size() > std::numeric_limits<uint32_t>::max())
        throw std::runtime_error{"more than 4,294,967,295 road vertices"};
      roads.first_vertex.push_back(static_cast<uint32_t>(roads.node_ids.size()));
      roads.way_ids.push_back(way.id());
      for (const char *key : keys) {
        const char *value = way.tags().get_value_by_key(key);
        roads.values.push_back(value == nullptr ? 0 : strings.number(value));
      }
    }
  }
  reader.close();
}

/// Sorted by node; equal nodes stand together, in the order of their vertices.
///
/// A radix sort on eleven bits at a time: ids of OSM fill 34 bits, so three or four passes do
/// what a comparison sort needs twenty for.
std::vector<Use> uses_by_node(const std::vector<int64_t> &node_ids) {
  constexpr int bits = 11;
  constexpr size_t buckets = size_t{1} << bits;
  // Ids may be negative in files of editors; without the sign bit they sort as unsigned.
  const auto key = [](int64_t id) { return static_cast<uint64_t>(id) ^ (uint64_t{1} << 63); };
  std::vector<Use> uses;
  uses.reserve(node_ids.size());
  uint64_t differing = 0;
  for (size_t i = 0; i < node_ids.size(); ++i) {
    uses.push_back({node_ids[i], static_cast<uint32_t>(i)});
    differing |= key(node_ids[i]) ^ key(node_ids[0]);
  }
  std::vector<Use> sorted(uses.size());
  for (int shift = 0; shift < 64; shift += bits) {
    if (((differing >> shift) & (buckets - 1)) == 0) continue;
    std::vector<size_t> starts(buckets + 1, 0);
    for (const Use &use : uses) ++starts[((key(use.node) >> shift) & (buckets - 1)) + 1];
    for (size_t i = 1; i <= buckets; ++i) starts[i] += starts[i - 1];
    for (const Use &use : uses) sorted[starts[(key(use.node) >> shift) & (buckets - 1)]++] = use;
    uses.swap(sorted);
  }
  return uses;
}

void read_places(
    const osmium::io::File &file, const std::vector<Use> &uses, YikeOsmRoads &roads) {
  roads.longitude.assign(roads.node_ids.size(), unknown);
  roads.latitude.assign(roads.node_ids.size(), unknown);
  osmium::io::Reader reader{
      file, osmium::osm_entity_bits::node, osmium::io::read_meta::no};
  auto next = uses.begin();
  auto last_id = std::numeric_limits<int64_t>::min();
  while (const osmium::memory::Buffer buffer = reader.read()) {
    for (const auto &node : buffer.select<osmium::Node>()) {
      // Files are nearly always sorted by id, so the uses are walked along beside them.
      if (node.id() < last_id) {
        next = std::lower_bound(
            uses.begin(), uses.end(), node.id(),
            [](const Use &use, int64_t id) { return use.node < id; });
      }
      last_id = node.id();
      while (next != uses.end() && next->node < last_id) ++next;
      if (!node.location().valid()) continue;
      for (auto use = next; use != uses.end() && use->node == last_id; ++use) {
        roads.longitude[use->vertex] = node.location().lon_without_check();
        roads.latitude[use->vertex] = node.location().lat_without_check();
      }
    }
  }
  reader.close();
}

size_t count_missing(const std::vector<Use> &uses, const YikeOsmRoads &roads) {
  size_t missing = 0;
  for (size_t i = 0; i < uses.size(); ++i) {
    if (i > 0 && uses[i].node == uses[i - 1].node) continue;
    if (roads.longitude[uses[i].vertex] != roads.longitude[uses[i].vertex]) ++missing;
  }
  return missing;
}

/// Keeps the stretches of at least two known nodes; a way may become several lines.
void keep_known_stretches(size_t key_count, YikeOsmRoads &roads) {
  YikeOsmRoads kept;
  const auto known = [&](uint32_t v) { return roads.longitude[v] == roads.longitude[v]; };
  for (size_t line = 0; line < roads.way_ids.size(); ++line) {
    const uint32_t begin = roads.first_vertex[line];
    const uint32_t end = roads.first_vertex[line + 1];
    size_t stretches = 0;
    bool whole = true;
    for (uint32_t vertex = begin; vertex < end;) {
      if (!known(vertex)) {
        whole = false;
        ++vertex;
        continue;
      }
      uint32_t stop = vertex;
      while (stop < end && known(stop)) ++stop;
      if (stop - vertex >= 2) {
        ++stretches;
        for (uint32_t v = vertex; v < stop; ++v) {
          kept.longitude.push_back(roads.longitude[v]);
          kept.latitude.push_back(roads.latitude[v]);
          kept.node_ids.push_back(roads.node_ids[v]);
        }
        kept.first_vertex.push_back(static_cast<uint32_t>(kept.node_ids.size()));
        kept.way_ids.push_back(roads.way_ids[line]);
        const auto *row = roads.values.data() + line * key_count;
        kept.values.insert(kept.values.end(), row, row + key_count);
      }
      vertex = stop;
    }
    if (stretches == 0) {
      ++kept.dropped_ways;
    } else if (!whole) {
      ++kept.trimmed_ways;
    }
  }
  kept.string_offsets = std::move(roads.string_offsets);
  kept.string_bytes = std::move(roads.string_bytes);
  kept.missing_nodes = roads.missing_nodes;
  roads = std::move(kept);
}

char *copied(const char *text) {
  const size_t size = std::strlen(text) + 1;
  auto *copy = new (std::nothrow) char[size];
  if (copy != nullptr) std::memcpy(copy, text, size);
  return copy;
}

}  // namespace

extern "C" {

YikeOsmRoads *yike_osm_read_roads(
    const char *path, const char *const *keys, size_t key_count, char **message) {
  try {
    const osmium::io::File file{path};
    const std::vector<const char *> wanted(keys, keys + key_count);
    auto roads = std::make_unique<YikeOsmRoads>();
    read_ways(file, wanted, *roads);
    const auto uses = uses_by_node(roads->node_ids);
    read_places(file, uses, *roads);
    roads->missing_nodes = count_missing(uses, *roads);
    bool has_short = false;
    for (size_t i = 0; i < roads->way_ids.size(); ++i)
      has_short = has_short || roads->first_vertex[i + 1] - roads->first_vertex[i] < 2;
    if (roads->missing_nodes > 0 || has_short) keep_known_stretches(key_count, *roads);
    return roads.release();
  } catch (const std::exception &error) {
    *message = copied(error.what());
  } catch (...) {
    *message = copied("unknown failure");
  }
  return nullptr;
}

YikeOsmView yike_osm_view(const YikeOsmRoads *roads) {
  YikeOsmView view;
  view.line_count = roads->way_ids.size();
  view.vertex_count = roads->node_ids.size();
  view.first_vertex = roads->first_vertex.data();
  view.longitude = roads->longitude.data();
  view.latitude = roads->latitude.data();
  view.node_ids = roads->node_ids.data();
  view.way_ids = roads->way_ids.data();
  view.values = roads->values.data();
  view.string_count = roads->string_offsets.size() - 1;
  view.string_offsets = roads->string_offsets.data();
  view.string_bytes = roads->string_bytes.data();
  view.missing_nodes = roads->missing_nodes;
  view.trimmed_ways = roads->trimmed_ways;
  view.dropped_ways = roads->dropped_ways;
  return view;
}

void yike_osm_free(YikeOsmRoads *roads) { delete roads; }

void yike_osm_free_message(char *message) { delete[] message; }
}
