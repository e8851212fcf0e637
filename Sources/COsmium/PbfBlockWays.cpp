// The ways of a blob of a PBF file.

#include "PbfBlock.hpp"
#include "PbfVarints.hpp"

#include <osmium/io/detail/protobuf_tags.hpp>
#include <osmium/osm/types.hpp>
#include <protozero/pbf_message.hpp>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace yike {
namespace {

using namespace osmium::io::detail::OSMFormat;
using Wire = protozero::pbf_wire_type;
using protozero::data_view;
using protozero::tag_and_type;

/// What one text of a blob is to us; found out when it is first used.
struct Text {
  static constexpr uint32_t unread = 0xFFFF'FFFF;
  static constexpr uint32_t other = 0xFFFF'FFFE;

  data_view text;
  /// As a key: its position among those that are kept, or `other`.
  uint32_t key = unread;
  bool is_highway = false;
  bool is_route = false;
  /// As a value: its number within the blob.
  uint32_t value = unread;
};

class WayReader {
 public:
  explicit WayReader(const std::vector<std::string> &keys) : keys_(keys), row_(keys.size()) {}

  BlobRoads read(const std::string &contents) {
    protozero::pbf_message<PrimitiveBlock> block{contents};
    std::vector<data_view> groups;
    bool has_texts = false;
    while (block.next()) {
      switch (block.tag_and_type()) {
        case tag_and_type(
            PrimitiveBlock::required_StringTable_stringtable, Wire::length_delimited):
          if (has_texts) throw std::runtime_error{"more than one table of texts"};
          has_texts = true;
          texts_ = block.get_view();
          break;
        case tag_and_type(
            PrimitiveBlock::repeated_PrimitiveGroup_primitivegroup, Wire::length_delimited):
          groups.push_back(block.get_view());
          break;
        default:
          block.skip();
      }
    }
    read_texts();
    for (const auto group : groups) read_group(group);
    return std::move(roads_);
  }

 private:
  void read_texts() {
    protozero::pbf_message<StringTable> table{texts_};
    while (table.next(StringTable::repeated_bytes_s, Wire::length_delimited)) {
      const auto text = table.get_view();
      if (text.size() > osmium::max_osm_string_length) throw std::runtime_error{"overlong text"};
      table_.push_back({data_view{text.data(), strnlen(text.data(), text.size())}});
    }
  }

  void read_group(data_view data) {
    protozero::pbf_message<PrimitiveGroup> group{data};
    while (group.next()) {
      switch (group.tag_and_type()) {
        case tag_and_type(PrimitiveGroup::repeated_Way_ways, Wire::length_delimited):
          read_way(group.get_view());
          break;
        case tag_and_type(PrimitiveGroup::repeated_Node_nodes, Wire::length_delimited):
        case tag_and_type(PrimitiveGroup::optional_DenseNodes_dense, Wire::length_delimited):
          roads_.has_nodes = true;
          group.skip();
          break;
        default:
          group.skip();
      }
    }
  }

  void read_way(data_view data) {
    int64_t id = 0;
    Varints tag_keys;
    Varints tag_values;
    Differences nodes;
    protozero::pbf_message<Way> way{data};
    while (way.next()) {
      switch (way.tag_and_type()) {
        case tag_and_type(Way::required_int64_id, Wire::varint):
          id = way.get_int64();
          break;
        case tag_and_type(Way::packed_uint32_keys, Wire::length_delimited):
          tag_keys = Varints{way.get_view()};
          break;
        case tag_and_type(Way::packed_uint32_vals, Wire::length_delimited):
          tag_values = Varints{way.get_view()};
          break;
        case tag_and_type(Way::packed_sint64_refs, Wire::length_delimited):
          nodes = Differences{way.get_view()};
          break;
        default:
          way.skip();
      }
    }
    if (!read_tags(tag_keys, tag_values)) return;
    const size_t before = roads_.references.size();
    while (!nodes.is_empty()) roads_.references.push_back(nodes.next());
    roads_.sizes.push_back(static_cast<uint32_t>(roads_.references.size() - before));
    roads_.way_ids.push_back(id);
    keep_values();
  }

  /// Fills the row of a way with its values; whether it is a road or a ferry.
  bool read_tags(Varints tag_keys, Varints tag_values) {
    std::fill(row_.begin(), row_.end(), nullptr);
    bool is_road = false;
    bool has_route = false;
    while (!tag_keys.is_empty() && !tag_values.is_empty()) {
      Text &key = text(tag_keys.next());
      Text &value = text(tag_values.next());
      if (key.key == Text::unread) judge_key(key);
      is_road = is_road || key.is_highway;
      if (key.is_route && !has_route) {
        // Of two values of a key the first one counts.
        has_route = true;
        is_road = is_road || value.text == data_view{"ferry"};
      }
      if (key.key < row_.size() && row_[key.key] == nullptr) row_[key.key] = &value;
    }
    return is_road;
  }

  void keep_values() {
    const size_t before = roads_.values.size();
    for (size_t key = 0; key < row_.size(); ++key) {
      Text *value = row_[key];
      if (value == nullptr || value->text.empty()) continue;
      if (value->value == Text::unread) {
        value->value = static_cast<uint32_t>(roads_.texts.size());
        roads_.texts.emplace_back(value->text.data(), value->text.size());
      }
      roads_.values.push_back({static_cast<uint32_t>(key), value->value});
    }
    roads_.value_counts.push_back(static_cast<uint32_t>(roads_.values.size() - before));
  }

  Text &text(uint64_t index) {
    // As the library has it, of a longer number the lower half counts.
    return table_.at(static_cast<uint32_t>(index));
  }

  void judge_key(Text &text) const {
    text.is_highway = text.text == data_view{"highway"};
    text.is_route = text.text == data_view{"route"};
    text.key = Text::other;
    for (size_t key = 0; key < keys_.size(); ++key)
      if (text.text == data_view{keys_[key]}) {
        text.key = static_cast<uint32_t>(key);
        return;
      }
  }

  const std::vector<std::string> &keys_;
  data_view texts_;
  std::vector<Text> table_;
  /// The values of the current way, by key; null where it has none.
  std::vector<Text *> row_;
  BlobRoads roads_;
};

}  // namespace

BlobRoads read_blob_roads(const std::string &contents, const std::vector<std::string> &keys) {
  return WayReader{keys}.read(contents);
}

}  // namespace yike
