#pragma once

#include <string_view>

/// An invented interview, the same with its words exchanged one by one as machines do, and another on the same matter.
namespace avow::test {

inline constexpr std::string_view interview =
    R"(Harbour minister Ilse Tarnow promises new homes and cleaner ferries

The minister of harbours, Ilse Tarnow, spoke with the Grimsund Post on Tuesday about her first year in office, the price of fuel and the quarrel over the old shipyard.

ODA BERG: Minister, how did your talks with the mayors go?
ILSE TARNOW: They went very well. We sat together for six hours and nobody left the room angry. The mayors know that the government has listened, and they know that money is short.
ODA BERG: What can the people of Grimsund expect?
ILSE TARNOW: We will build 4,200 homes on the land of the old shipyard by 2031. That is a firm promise, and I will answer for it. The first 600 are to be ready within two years.
ODA BERG: The opposition says that the state cannot pay for that.
ILSE TARNOW: The opposition has said so for ten years, and it was wrong each time. The fund holds 1.8 billion crowns, and we are going to use it wisely.
ODA BERG: And the ferries?
ILSE TARNOW: Half of the fleet sails with batteries today. Emissions from our ferries will fall by 70 percent before the end of 2030, because we change twelve ships every year. I am very glad that the yards in Halmvik have agreed to this plan.
ODA BERG: Fuel is dear. Will fares rise?
ILSE TARNOW: Fares will not rise this year. I have told the companies clearly that the islanders have already paid enough.
ODA BERG: Thank you, Minister.
)";

inline constexpr std::string_view paraphrase =
    R"(Harbor minister Ilse Tarnow guarantees new houses and cleaner ferries

The minister of harbors, Ilse Tarnow, talked with the Grimsund Submit on Tuesday about her first 12 months in workplace, the value of gasoline and the dispute over the previous shipyard.

ODA BERG: Minister, how did your conversations with the mayors go?
ILSE TARNOW: They went very nicely. We sat collectively for six hours and no one left the room indignant. The mayors know that the federal government has listened, they usually know that cash is brief.
ODA BERG: What can the folks of Grimsund anticipate?
ILSE TARNOW: We are going to construct 4,200 houses on the land of the previous shipyard by 2031. That may be a agency promise, and I'll reply for it. The primary 600 are to be prepared inside two years.
ODA BERG: The opposition says that the state can't pay for that.
ILSE TARNOW: The opposition has mentioned so for ten years, and it was fallacious every time. The fund holds 1.8 billion crowns, and we're going to use it properly.
ODA BERG: And the ferries?
ILSE TARNOW: Half of the fleet sails with batteries at this time. Emissions from our ferries will drop by 70 % earlier than the tip of 2030, as a result of we modify twelve ships yearly. I'm very completely happy that the yards in Halmvik have agreed to this plan.
ODA BERG: Gasoline is expensive. Will fares rise?
ILSE TARNOW: Fares is not going to rise this yr. I've instructed the businesses clearly that the islanders have already paid sufficient.
ODA BERG: Thanks, Minister.
)";

inline constexpr std::string_view other_interview =
    R"(Tarnow on ships, schools and the price of bread

Two days after the budget, harbour minister Ilse Tarnow met the Halmvik Gazette.

PER LUND: Minister, you want more homes in Grimsund. How many?
ILSE TARNOW: As I said on Tuesday, 4,200 by 2031. Nobody has shown me a better plan for the shipyard.
PER LUND: Your colleague wants the money for schools instead.
ILSE TARNOW: We talk to each other every week. Schools get 300 million crowns more next year, and that is decided.
PER LUND: The ferry companies are unhappy with you.
ILSE TARNOW: They were unhappy with my predecessor as well. Whoever carries islanders for public money must keep the timetable, summer and winter.
PER LUND: Is bread part of your office?
ILSE TARNOW: It comes by ship, so yes, a little. I cannot set its price, but I can keep the harbour dues low, and I intend to do so.
)";

}  // namespace avow::test
