// The nodes of a blob of a PBF file.

#include "PbfBlock.hpp"
#include "PbfVarints.hpp"

#include <osmium/io/detail/pbf.hpp>
#include <osmium/io/detail/protobuf_tags.hpp>
#include <osmium/osm/location.hpp>
#include <protozero/pbf_message.hpp>

#include <algorithm>
#include <stdexcept>

namespace yike {
namespace {

using namespace osmium::io::detail::OSMFormat;
using Wire = protozero::pbf_wire_type;
using protozero::data_view;
using protozero::tag_and_type;

class NodeReader {
 public:
  explicit NodeReader(const std::vector<int64_t> &ids) : ids_(ids), next_(ids.begin()) {}

  std::vector<FoundNode> read(const std::string &contents) {
    protozero::pbf_message<PrimitiveBlock> block{contents};
    std::vector<data_view> groups;
    while (block.next()) {
      switch (block.tag_and_type()) {
        case tag_and_type(PrimitiveBlock::optional_int32_granularity, Wire::varint):
          granularity_ = block.get_int32();
          break;
        case tag_and_type(PrimitiveBlock::optional_int64_lat_offset, Wire::varint):
          latitude_offset_ = block.get_int64();
          break;
        case tag_and_type(PrimitiveBlock::optional_int64_lon_offset, Wire::varint):
          longitude_offset_ = block.get_int64();
          break;
        case tag_and_type(
            PrimitiveBlock::repeated_PrimitiveGroup_primitivegroup, Wire::length_delimited):
          groups.push_back(block.get_view());
          break;
        default:
          block.skip();
      }
    }
    for (const auto group : groups) read_group(group);
    return std::move(found_);
  }

 private:
  void read_group(data_view data) {
    protozero::pbf_message<PrimitiveGroup> group{data};
    while (group.next()) {
      switch (group.tag_and_type()) {
        case tag_and_type(PrimitiveGroup::repeated_Node_nodes, Wire::length_delimited):
          read_node(group.get_view());
          break;
        case tag_and_type(PrimitiveGroup::optional_DenseNodes_dense, Wire::length_delimited):
          read_dense_nodes(group.get_view());
          break;
        default:
          group.skip();
      }
    }
  }

  void read_node(data_view data) {
    int64_t id = 0;
    int64_t longitude = 0;
    int64_t latitude = 0;
    int given = 0;
    protozero::pbf_message<Node> node{data};
    while (node.next()) {
      switch (node.tag_and_type()) {
        case tag_and_type(Node::required_sint64_id, Wire::varint):
          id = node.get_sint64();
          break;
        case tag_and_type(Node::required_sint64_lat, Wire::varint):
          latitude = node.get_sint64();
          given |= 1;
          break;
        case tag_and_type(Node::required_sint64_lon, Wire::varint):
          longitude = node.get_sint64();
          given |= 2;
          break;
        default:
          node.skip();
      }
    }
    if (given != 3) throw std::runtime_error{"a node without coordinates"};
    keep(id, longitude, latitude);
  }

  void read_dense_nodes(data_view data) {
    Differences ids;
    Differences longitudes;
    Differences latitudes;
    protozero::pbf_message<DenseNodes> nodes{data};
    while (nodes.next()) {
      switch (nodes.tag_and_type()) {
        case tag_and_type(DenseNodes::packed_sint64_id, Wire::length_delimited):
          ids = Differences{nodes.get_view()};
          break;
        case tag_and_type(DenseNodes::packed_sint64_lat, Wire::length_delimited):
          latitudes = Differences{nodes.get_view()};
          break;
        case tag_and_type(DenseNodes::packed_sint64_lon, Wire::length_delimited):
          longitudes = Differences{nodes.get_view()};
          break;
        default:
          nodes.skip();
      }
    }
    while (!ids.is_empty()) {
      if (longitudes.is_empty() || latitudes.is_empty())
        throw std::runtime_error{"fewer coordinates than nodes"};
      const int64_t id = ids.next();
      keep(id, longitudes.next(), latitudes.next());
    }
  }

  void keep(int64_t id, int64_t longitude, int64_t latitude) {
    // Files are nearly always sorted by id, so the nodes are walked along beside them.
    if (!is_started_ || id < last_id_) next_ = std::lower_bound(ids_.begin(), ids_.end(), id);
    is_started_ = true;
    last_id_ = id;
    while (next_ != ids_.end() && *next_ < id) ++next_;
    if (next_ == ids_.end() || *next_ != id) return;
    const Place place{
        converted(longitude, longitude_offset_), converted(latitude, latitude_offset_)};
    if (!osmium::Location{place.longitude, place.latitude}.valid()) return;
    found_.push_back({static_cast<uint32_t>(next_ - ids_.begin()), place});
  }

  /// A coordinate in ten-millionths of a degree.
  int32_t converted(int64_t coordinate, int64_t offset) const {
    // Unsigned, so that damaged data wraps around.
    const uint64_t nanodegrees =
        static_cast<uint64_t>(coordinate) * static_cast<uint64_t>(int64_t{granularity_}) +
        static_cast<uint64_t>(offset);
    return static_cast<int32_t>(
        static_cast<int64_t>(nanodegrees) / osmium::io::detail::resolution_convert);
  }

  const std::vector<int64_t> &ids_;
  std::vector<int64_t>::const_iterator next_;
  bool is_started_ = false;
  int64_t last_id_ = 0;
  int32_t granularity_ = 100;
  int64_t longitude_offset_ = 0;
  int64_t latitude_offset_ = 0;
  std::vector<FoundNode> found_;
};

}  // namespace

std::vector<FoundNode> read_blob_nodes(
    const std::string &contents, const std::vector<int64_t> &ids) {
  return NodeReader{ids}.read(contents);
}

}  // namespace yike
