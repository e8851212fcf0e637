#ifndef YIKE_PARALLEL_HPP
#define YIKE_PARALLEL_HPP

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace yike {

/// Calls `work(index)` for every index below `count`, on all cores. What `work` writes must
/// depend on the index alone. Throws one of the exceptions of `work` after all threads ended.
template <typename Work>
void for_each_index(size_t count, Work work) {
  const size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::atomic<size_t> next{0};
  std::atomic<bool> has_failed{false};
  std::exception_ptr failure;
  const auto run = [&] {
    try {
      for (size_t index = next++; index < count && !has_failed; index = next++) work(index);
    } catch (...) {
      if (!has_failed.exchange(true)) failure = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  try {
    while (others.size() + 1 < std::min(cores, count)) others.emplace_back(run);
  } catch (...) {
    // Fewer threads than cores do the same.
  }
  run();
  for (auto &other : others) other.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace yike
#endif
