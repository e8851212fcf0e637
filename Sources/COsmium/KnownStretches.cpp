#include "RoadColumns.hpp"

#include <algorithm>

namespace yike {
namespace {

/// Appends the vertices `first ..< end` of a line, with its tags, to other roads.
void append_stretch(
    const YikeOsmRoads &roads, size_t line, uint32_t first, uint32_t end, YikeOsmRoads &kept) {
  kept.vertices.insert(
      kept.vertices.end(), roads.vertices.begin() + first, roads.vertices.begin() + end);
  kept.first_vertex.push_back(static_cast<uint32_t>(kept.vertices.size()));
  kept.way_ids.push_back(roads.way_ids[line]);
  kept.values.insert(
      kept.values.end(), roads.values.begin() + roads.first_value[line],
      roads.values.begin() + roads.first_value[line + 1]);
  kept.first_value.push_back(static_cast<uint32_t>(kept.values.size()));
}

}  // namespace

void keep_known_stretches(YikeOsmRoads &roads) {
  roads.missing_nodes = static_cast<size_t>(std::count_if(
      roads.places.begin(), roads.places.end(), [](Place place) { return !place.is_known(); }));
  bool has_short = false;
  for (size_t line = 0; line < roads.way_ids.size(); ++line)
    has_short = has_short || roads.first_vertex[line + 1] - roads.first_vertex[line] < 2;
  if (roads.missing_nodes == 0 && !has_short) return;

  YikeOsmRoads kept;
  const auto known = [&](uint32_t v) { return roads.places[roads.vertices[v]].is_known(); };
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
        append_stretch(roads, line, vertex, stop, kept);
      }
      vertex = stop;
    }
    if (stretches == 0) {
      ++roads.dropped_ways;
    } else if (!whole) {
      ++roads.trimmed_ways;
    }
  }
  roads.first_vertex = std::move(kept.first_vertex);
  roads.vertices = std::move(kept.vertices);
  roads.way_ids = std::move(kept.way_ids);
  roads.first_value = std::move(kept.first_value);
  roads.values = std::move(kept.values);
}

}  // namespace yike
