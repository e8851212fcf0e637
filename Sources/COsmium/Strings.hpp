#ifndef YIKE_STRINGS_HPP
#define YIKE_STRINGS_HPP

#include "RoadColumns.hpp"

#include <string>
#include <unordered_map>

namespace yike {

/// Gives every distinct text a number, in the order in which they come; 0 is the empty text.
class Strings {
 public:
  explicit Strings(YikeOsmRoads &roads) : roads_(roads) { numbers_.emplace("", 0); }

  uint32_t number(const std::string &text) {
    const auto [found, is_new] =
        numbers_.try_emplace(text, static_cast<uint32_t>(numbers_.size()));
    if (is_new) {
      roads_.string_bytes += text;
      roads_.string_offsets.push_back(static_cast<uint32_t>(roads_.string_bytes.size()));
    }
    return found->second;
  }

 private:
  YikeOsmRoads &roads_;
  std::unordered_map<std::string, uint32_t> numbers_;
};

}  // namespace yike
#endif
