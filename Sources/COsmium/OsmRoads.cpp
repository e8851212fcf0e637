// The face towards Swift: reads roads and copies their columns.

#include "COsmium.h"
#include "Parallel.hpp"
#include "RoadColumns.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>

namespace {

constexpr double units_per_degree = 10'000'000;
constexpr size_t slice_size = size_t{1} << 15;

char *copied(const char *text) {
  const size_t size = std::strlen(text) + 1;
  auto *copy = new (std::nothrow) char[size];
  if (copy != nullptr) std::memcpy(copy, text, size);
  return copy;
}

std::unique_ptr<YikeOsmRoads> read_roads(
    const char *path, const std::vector<std::string> &keys, YikeOsmReader reader) {
  auto roads = std::make_unique<YikeOsmRoads>();
  bool is_read = false;
  if (reader != YIKE_OSM_READER_LIBRARY) {
    try {
      yike::read_pbf(path, keys, *roads);
      is_read = true;
    } catch (...) {
      if (reader == YIKE_OSM_READER_BLOBS) throw;
      roads = std::make_unique<YikeOsmRoads>();
    }
  }
  if (!is_read) yike::read_with_library(path, keys, *roads);
  roads->key_count = keys.size();
  yike::keep_known_stretches(*roads);
  return roads;
}

void copy_vertices(const YikeOsmRoads &roads, size_t first, size_t end, YikeOsmColumns to) {
  for (size_t vertex = first; vertex < end; ++vertex) {
    const uint32_t node = roads.vertices[vertex];
    to.longitude[vertex] = roads.places[node].longitude / units_per_degree;
    to.latitude[vertex] = roads.places[node].latitude / units_per_degree;
    to.node_ids[vertex] = roads.node_ids[node];
  }
}

void copy_lines(const YikeOsmRoads &roads, size_t first, size_t end, YikeOsmColumns to) {
  for (size_t line = first; line < end; ++line) {
    to.first_vertex[line + 1] = roads.first_vertex[line + 1];
    to.way_ids[line] = roads.way_ids[line];
    uint32_t *row = to.values + line * roads.key_count;
    std::fill(row, row + roads.key_count, 0);
    for (uint32_t i = roads.first_value[line]; i < roads.first_value[line + 1]; ++i)
      row[roads.values[i].key] = roads.values[i].text;
  }
}

}  // namespace

extern "C" {

YikeOsmRoads *yike_osm_read_roads(
    const char *path, const char *const *keys, size_t key_count, YikeOsmReader reader,
    char **message) {
  try {
    const std::vector<std::string> wanted(keys, keys + key_count);
    return read_roads(path, wanted, reader).release();
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
  view.vertex_count = roads->vertices.size();
  view.string_count = roads->string_offsets.size() - 1;
  view.string_offsets = roads->string_offsets.data();
  view.string_bytes = roads->string_bytes.data();
  view.missing_nodes = roads->missing_nodes;
  view.trimmed_ways = roads->trimmed_ways;
  view.dropped_ways = roads->dropped_ways;
  return view;
}

void yike_osm_copy(const YikeOsmRoads *roads, YikeOsmColumns columns) {
  const size_t lines = roads->way_ids.size();
  const size_t vertices = roads->vertices.size();
  const size_t line_slices = (lines + slice_size - 1) / slice_size;
  const size_t vertex_slices = (vertices + slice_size - 1) / slice_size;
  columns.first_vertex[0] = 0;
  yike::for_each_index(line_slices + vertex_slices, [=](size_t slice) {
    if (slice < line_slices) {
      const size_t first = slice * slice_size;
      copy_lines(*roads, first, std::min(lines, first + slice_size), columns);
    } else {
      const size_t first = (slice - line_slices) * slice_size;
      copy_vertices(*roads, first, std::min(vertices, first + slice_size), columns);
    }
  });
}

void yike_osm_free(YikeOsmRoads *roads) { delete roads; }

void yike_osm_free_message(char *message) { delete[] message; }
}
