// Numbers the nodes of roads by ascending id: a radix sort whose first digit, the highest, cuts
// the work into parts that threads finish side by side.

#include "Parallel.hpp"
#include "RoadColumns.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

namespace yike {
namespace {

constexpr int part_bits = 8;
constexpr size_t part_count = size_t{1} << part_bits;
constexpr size_t slice_size = size_t{1} << 17;

/// Where a node is used: `vertex` is a position in the vertex column.
struct Use {
  uint64_t node;
  uint32_t vertex;
};

/// Ids may be negative in files of editors; with the sign bit turned they sort as unsigned.
uint64_t sortable(int64_t id) { return static_cast<uint64_t>(id) ^ (uint64_t{1} << 63); }
int64_t id_of(uint64_t node) { return static_cast<int64_t>(node ^ (uint64_t{1} << 63)); }

/// Sorts by the lowest `bits` of the nodes, eleven at a time; the others are equal.
void sort_by_node(Use *uses, size_t count, int bits) {
  constexpr int digit_bits = 11;
  constexpr uint64_t mask = (uint64_t{1} << digit_bits) - 1;
  // Below this, clearing the digits costs more than comparing.
  if (count < 1024) {
    std::sort(uses, uses + count, [](const Use &a, const Use &b) { return a.node < b.node; });
    return;
  }
  const std::unique_ptr<Use[]> room{new Use[count]};
  Use *from = uses;
  Use *to = room.get();
  for (int shift = 0; shift < bits; shift += digit_bits) {
    std::array<size_t, mask + 2> starts{};
    for (size_t i = 0; i < count; ++i) ++starts[((from[i].node >> shift) & mask) + 1];
    for (size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    for (size_t i = 0; i < count; ++i) to[starts[(from[i].node >> shift) & mask]++] = from[i];
    std::swap(from, to);
  }
  if (from != uses) std::copy(from, from + count, uses);
}

int bit_width(uint64_t word) {
  int width = 0;
  for (; word != 0; word >>= 1) ++width;
  return width;
}

/// The uses in parts of ascending nodes, unsorted within a part; `starts` has each part's first.
std::vector<Use> partition(
    const std::vector<int64_t> &references, int shift, uint64_t base,
    std::vector<size_t> &starts) {
  const size_t slices = (references.size() + slice_size - 1) / slice_size;
  std::vector<std::array<size_t, part_count>> places(slices);
  const auto part = [&](size_t vertex) {
    return ((sortable(references[vertex]) ^ base) >> shift) & (part_count - 1);
  };
  const auto end = [&](size_t slice) {
    return std::min(references.size(), (slice + 1) * slice_size);
  };
  for_each_index(slices, [&](size_t slice) {
    places[slice].fill(0);
    for (size_t v = slice * slice_size; v < end(slice); ++v) ++places[slice][part(v)];
  });
  starts.assign(1, 0);
  size_t start = 0;
  for (size_t p = 0; p < part_count; ++p) {
    for (auto &counts : places) start += std::exchange(counts[p], start);
    starts.push_back(start);
  }
  std::vector<Use> uses(references.size());
  for_each_index(slices, [&](size_t slice) {
    for (size_t v = slice * slice_size; v < end(slice); ++v)
      uses[places[slice][part(v)]++] = {sortable(references[v]), static_cast<uint32_t>(v)};
  });
  return uses;
}

}  // namespace

void check_vertex_count(size_t count) {
  if (count > std::numeric_limits<uint32_t>::max())
    throw std::runtime_error{"more than 4,294,967,295 road vertices"};
}

void number_nodes(const std::vector<int64_t> &references, YikeOsmRoads &roads) {
  check_vertex_count(references.size());
  roads.vertices.resize(references.size());
  if (references.empty()) return;
  // Bits in which no two ids differ say nothing; what the highest ones have in common is `base`.
  uint64_t differing = 0;
  for (const int64_t id : references) differing |= sortable(id) ^ sortable(references[0]);
  const int bits = bit_width(differing);
  const int shift = std::max(0, bits - part_bits);
  const uint64_t base = bits >= 64 ? 0 : sortable(references[0]) >> bits << bits;
  std::vector<size_t> starts;
  std::vector<Use> uses = partition(references, shift, base, starts);
  std::vector<uint32_t> distinct(part_count + 1, 0);
  for_each_index(part_count, [&](size_t part) {
    Use *first = uses.data() + starts[part];
    const size_t count = starts[part + 1] - starts[part];
    sort_by_node(first, count, shift);
    for (size_t i = 0; i < count; ++i)
      distinct[part + 1] += i == 0 || first[i].node != first[i - 1].node;
  });
  for (size_t part = 0; part < part_count; ++part) distinct[part + 1] += distinct[part];
  roads.node_ids.resize(distinct[part_count]);
  roads.places.assign(distinct[part_count], Place{});
  for_each_index(part_count, [&](size_t part) {
    uint32_t next = distinct[part];
    for (size_t i = starts[part]; i < starts[part + 1]; ++i) {
      if (i == starts[part] || uses[i].node != uses[i - 1].node)
        roads.node_ids[next++] = id_of(uses[i].node);
      roads.vertices[uses[i].vertex] = next - 1;
    }
  });
}

}  // namespace yike
