#pragma once

/// The words of the vocabulary. The host refuses a word that is not in these lists; "" means "not said" where it is
/// allowed.
namespace avow::sdk {

namespace kind {
inline constexpr const char* pledge = "pledge";        ///< the speaker's side will do it or bring it about
inline constexpr const char* forecast = "forecast";    ///< it will happen
inline constexpr const char* statistic = "statistic";  ///< a quantity is or was so
inline constexpr const char* fact = "fact";            ///< another checkable statement about what is or was
inline constexpr const char* stance = "stance";        ///< a position; kept, never checked
}  // namespace kind

namespace strength {
inline constexpr const char* none = "";
inline constexpr const char* hope = "hope";
inline constexpr const char* aim = "aim";
inline constexpr const char* commit = "commit";
}  // namespace strength

namespace relation {
inline constexpr const char* none = "";
inline constexpr const char* at_least = "at_least";
inline constexpr const char* at_most = "at_most";
inline constexpr const char* equal = "equal";      ///< to the precision said
inline constexpr const char* between = "between";  ///< value to upper, both inclusive
inline constexpr const char* rise = "rise";        ///< from the baseline; by how much was not said
inline constexpr const char* fall = "fall";
inline constexpr const char* rise_by = "rise_by";  ///< by value; of the baseline when the unit is "percent"
inline constexpr const char* fall_by = "fall_by";
inline constexpr const char* rise_to = "rise_to";
inline constexpr const char* fall_to = "fall_to";
inline constexpr const char* record_high = "record_high";
inline constexpr const char* record_low = "record_low";
}  // namespace relation

namespace scope {
inline constexpr const char* none = "";
inline constexpr const char* each = "each";    ///< every member of the group for itself
inline constexpr const char* total = "total";  ///< the group as a whole
}  // namespace scope

namespace hedge {
inline constexpr const char* none = "";
inline constexpr const char* about = "about";
inline constexpr const char* nearly = "nearly";  ///< below, but close
inline constexpr const char* over = "over";
inline constexpr const char* under = "under";
}  // namespace hedge

namespace verdict {
inline constexpr const char* not_due = "not_due";
inline constexpr const char* on_track = "on_track";
inline constexpr const char* off_track = "off_track";
inline constexpr const char* stalled = "stalled";
inline constexpr const char* kept_so_far = "kept_so_far";
inline constexpr const char* kept = "kept";
inline constexpr const char* partly_kept = "partly_kept";
inline constexpr const char* broken = "broken";
inline constexpr const char* thwarted = "thwarted";
inline constexpr const char* withdrawn = "withdrawn";
inline constexpr const char* supported = "supported";
inline constexpr const char* refuted = "refuted";
inline constexpr const char* mixed = "mixed";
inline constexpr const char* undecidable = "undecidable";  ///< say in the reason what is missing
}  // namespace verdict

namespace evidence_kind {
inline constexpr const char* observation = "observation";  ///< the reference is an observation's id
inline constexpr const char* document = "document";        ///< a document's id
inline constexpr const char* address = "address";          ///< a URL
}  // namespace evidence_kind

}  // namespace avow::sdk
