#ifndef YIKE_PBF_VARINTS_HPP
#define YIKE_PBF_VARINTS_HPP

#include <protozero/data_view.hpp>
#include <protozero/varint.hpp>

#include <cstdint>

namespace yike {

/// Packed numbers of variable length, one after another.
class Varints {
 public:
  Varints() = default;
  explicit Varints(protozero::data_view data)
      : next_(data.data()), end_(data.data() + data.size()) {}

  bool is_empty() const { return next_ == end_; }
  uint64_t next() { return protozero::decode_varint(&next_, end_); }
  int64_t next_signed() { return protozero::decode_zigzag64(next()); }

 private:
  const char *next_ = nullptr;
  const char *end_ = nullptr;
};

/// Packed numbers that are each kept as the difference from the one before.
class Differences {
 public:
  Differences() = default;
  explicit Differences(protozero::data_view data) : varints_(data) {}

  bool is_empty() const { return varints_.is_empty(); }
  int64_t next() {
    // Unsigned, so that damaged data wraps around.
    last_ += static_cast<uint64_t>(varints_.next_signed());
    return static_cast<int64_t>(last_);
  }

 private:
  Varints varints_;
  uint64_t last_ = 0;
};

}  // namespace yike
#endif
