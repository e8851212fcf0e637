// Reads the roads of a PBF file: first the ways of all blobs, then the places of the nodes that
// they use. Threads take blobs; what they find is put together in the order of the file.

#include "Parallel.hpp"
#include "PbfBlock.hpp"
#include "PbfFile.hpp"
#include "RoadColumns.hpp"
#include "Strings.hpp"

#include <algorithm>
#include <atomic>

namespace yike {
namespace {

/// So many bytes of blobs with nodes are kept from the first pass to the second; what is beyond
/// is unpacked twice, so that memory grows with the roads and not with the file.
constexpr size_t kept_bytes = size_t{256} << 20;

struct FirstPass {
  std::vector<BlobRoads> blobs;
  /// Contents of blobs with nodes; empty for others, and beyond the limit.
  std::vector<std::string> kept;
};

FirstPass read_ways(const PbfFile &file, const std::vector<std::string> &keys) {
  FirstPass pass{
      std::vector<BlobRoads>(file.count()), std::vector<std::string>(file.count())};
  std::atomic<size_t> used{0};
  for_each_index(file.count(), [&](size_t index) {
    std::string contents = file.contents(index);
    pass.blobs[index] = read_blob_roads(contents, keys);
    if (!pass.blobs[index].has_nodes) return;
    if (used.fetch_add(contents.size()) + contents.size() <= kept_bytes)
      pass.kept[index] = std::move(contents);
  });
  return pass;
}

/// Where the roads of a blob begin in the columns of all.
struct Start {
  size_t line = 0;
  size_t vertex = 0;
  size_t value = 0;
};

/// Puts the ways of all blobs together; the result is the nodes that they refer to.
std::vector<int64_t> put_together(const std::vector<BlobRoads> &blobs, YikeOsmRoads &roads) {
  Strings strings{roads};
  std::vector<std::vector<uint32_t>> texts;
  std::vector<Start> starts{Start{}};
  for (const auto &blob : blobs) {
    texts.emplace_back();
    for (const auto &text : blob.texts) texts.back().push_back(strings.number(text));
    Start next = starts.back();
    next.line += blob.way_ids.size();
    next.vertex += blob.references.size();
    next.value += blob.values.size();
    starts.push_back(next);
  }
  const Start all = starts.back();
  check_vertex_count(all.vertex);
  check_vertex_count(all.value);
  std::vector<int64_t> references(all.vertex);
  roads.way_ids.resize(all.line);
  roads.first_vertex.resize(all.line + 1);
  roads.values.resize(all.value);
  roads.first_value.resize(all.line + 1);
  for_each_index(blobs.size(), [&](size_t index) {
    const BlobRoads &blob = blobs[index];
    Start at = starts[index];
    std::copy(blob.references.begin(), blob.references.end(), references.data() + at.vertex);
    std::copy(blob.way_ids.begin(), blob.way_ids.end(), roads.way_ids.data() + at.line);
    std::transform(
        blob.values.begin(), blob.values.end(), roads.values.data() + at.value,
        [&](TagValue value) {
          return TagValue{value.key, texts[index][value.text]};
        });
    for (size_t way = 0; way < blob.way_ids.size(); ++way) {
      at.vertex += blob.sizes[way];
      at.value += blob.value_counts[way];
      roads.first_vertex[at.line + way + 1] = static_cast<uint32_t>(at.vertex);
      roads.first_value[at.line + way + 1] = static_cast<uint32_t>(at.value);
    }
  });
  return references;
}

void read_places(const PbfFile &file, const FirstPass &pass, YikeOsmRoads &roads) {
  std::vector<std::vector<FoundNode>> found(file.count());
  for_each_index(file.count(), [&](size_t index) {
    if (!pass.blobs[index].has_nodes) return;
    found[index] =
        pass.kept[index].empty()
            ? read_blob_nodes(file.contents(index), roads.node_ids)
            : read_blob_nodes(pass.kept[index], roads.node_ids);
  });
  // Of a node that is there twice, the last one counts.
  for (const auto &nodes : found)
    for (const FoundNode &node : nodes) roads.places[node.node] = node.place;
}

}  // namespace

void read_pbf(const char *path, const std::vector<std::string> &keys, YikeOsmRoads &roads) {
  const PbfFile file{path};
  const FirstPass pass = read_ways(file, keys);
  number_nodes(put_together(pass.blobs, roads), roads);
  read_places(file, pass, roads);
}

}  // namespace yike
