#ifndef YIKE_PBF_BLOCK_HPP
#define YIKE_PBF_BLOCK_HPP

#include "RoadColumns.hpp"

#include <protozero/data_view.hpp>

#include <string>
#include <vector>

namespace yike {

/// The roads of one blob; texts and vertices are numbered within it.
struct BlobRoads {
  std::vector<int64_t> way_ids;
  /// How many nodes each way has.
  std::vector<uint32_t> sizes;
  std::vector<int64_t> references;
  /// How many tags are kept of each way.
  std::vector<uint32_t> value_counts;
  std::vector<TagValue> values;
  /// The texts of the values, in the order in which they come; the first is empty.
  std::vector<std::string> texts{""};
  bool has_nodes = false;
};

/// A node of a blob that a road uses: its position among them, and its place.
struct FoundNode {
  uint32_t node;
  Place place;
};

/// Reads the ways of a blob that carry `highway` or `route=ferry`, with the values of `keys`, and
/// says whether there are nodes.
BlobRoads read_blob_roads(const std::string &contents, const std::vector<std::string> &keys);

/// Reads the places of the nodes of a blob that are among `ids`, which ascend.
std::vector<FoundNode> read_blob_nodes(
    const std::string &contents, const std::vector<int64_t> &ids);

}  // namespace yike
#endif
