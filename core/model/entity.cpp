#include "model/entity.hpp"

namespace avow {

bool held_within(const Membership& membership, Day first, Day last) {
  return (!membership.from.known() || membership.from.earliest() <= last) &&
         (!membership.until.known() || membership.until.latest() >= first);
}

}  // namespace avow
