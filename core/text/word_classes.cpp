#include "text/word_rows.hpp"

namespace avow::text {
namespace {

constexpr ClassRow rows[] = {
    {say_verb,
     "said say says saying stated stating told tell tells telling added adds adding argued argue argues arguing "
     "claimed claim claims claiming insisted insist insists insisting warned warn warns warning noted note notes "
     "noting explained explain explains explaining replied replies reply responded responds respond declared "
     "declare declares declaring announced announce announces announcing asserted assert asserts asserting "
     "acknowledged acknowledge acknowledges admitted admit admits conceded concede concedes concluded conclude "
     "concludes continued continues commented comments remarked remarks observed observes stressed stress stresses "
     "stressing emphasized emphasised emphasizes emphasises predicted predict predicts predicting forecast "
     "forecasts estimated estimates recalled recalls complained complains joked jokes asked asks wrote writes "
     "tweeted tweets posted reiterated reiterates repeated repeats testified testifies suggested suggest suggests "
     "maintained maintains contended contends alleged alleges charged quipped boasted boasts cautioned cautions "
     "countered counters disclosed confirmed confirms denied denies deny exclaimed interjected lamented laments "
     "mused opined pointed proclaimed proclaims professed pronounced ranted read reads remembered retorted "
     "revealed reveals shouted speculated swore vowed vows promised promises pledged pledges urged urges assured "
     "assures quoted reported reports thundered hinted hints implied implies reasoned reckons reckoned chided "
     "snapped growled whispered yelled agreed agrees believes believed thinks thought hopes hoped feels felt "
     "expects expected"},
    {that_verb,
     "found finds showed shows show indicated indicates indicate signaled signalled signals knows knew fears "
     "feared states worried worries realizes realized recognizes recognized decided decides learned demanded "
     "demands proposed proposes recommended recommends ruled rules testify mentioned mentions underlined "
     "underlines underscored underscores highlighted highlights doubts doubted means guaranteed guarantees"},
    {pledge_verb,
     "promised promises pledged pledges vowed vows committed commits agreed agrees offered offers threatened "
     "threatens undertook undertakes swore guaranteed guarantees"},
    {object_verb,
     "read reads repeated repeats reported reports asked asks quoted posted posts pointed wrote writes tweeted "
     "tweets charged confirmed confirms denied denies deny revealed reveals recalled recalls remembered urged "
     "urges agreed agrees agree feels felt concluded concludes continued continues stressed stresses stress "
     "observed observes forecast forecasts estimated estimates commented comments joked testified testifies "
     "disclosed reiterated emphasized emphasised acknowledged acknowledges admitted conceded note notes claim "
     "report responded replied quipped complained complains expects expected hopes hoped implied implies suggest "
     "suggests suggested stating saying promise pledge threatened swore proclaimed expressed assured assures told "
     "tell tells telling"},
    {title_word,
     "mr mrs ms miss dr prof sir dame lord lady rev president vice-president vice prime minister chancellor "
     "secretary senator sen representative rep congressman congresswoman governor gov mayor ambassador general gen "
     "colonel col captain capt lieutenant lt sergeant sgt admiral adm major maj commander king queen prince "
     "princess pope judge justice attorney speaker chairman chairwoman chair director professor doctor councillor "
     "commissioner deputy former foreign defence defense finance treasury interior state leader chief candidate "
     "nominee democrat republican democratic businessman businesswoman madam madame hon premier taoiseach "
     "spokesman spokeswoman spokesperson strategist adviser advisor analyst economist manager pollster host anchor "
     "reporter correspondent editor author rapper actor billionaire mogul executive officer"},
    {hard_abbreviation,
     "mr mrs ms dr prof gen col sen rep gov lt sgt capt adm maj rev hon st mt no nos vs eg ie e.g i.e cf fig figs "
     "art arts sec para paras pp vol ch al ft messrs mme mlle sr.ta dept approx ca pres supt cmdr brig amb atty "
     "del"},
    {soft_abbreviation,
     "inc co corp ltd llc jr sr etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs "
     "fri sat sun bros assn ave blvd rd est min max ed eds pm am a.m p.m u.s u.k u.n e.u d.c calif fla mass va md "
     "conn pa ill ariz colo wash wis tex ore minn mich tenn ky ga ala okla nev n.y n.j n.c s.c n.h n.m univ intl "
     "natl govt dist mins hrs yrs oz lb lbs km kg cm p"},
    {function_word,
     "the a an this that these those he she it they we you i his her its their our your my and but or nor so yet "
     "if when while as because although though since after before until unless in on at by for from of to with "
     "about into over under between among through during without within against what who whom whose which where "
     "why how there here not no all some any each every many much more most other another such both either neither "
     "one is are was were be been do does did has have had will would can could should may might must let now then "
     "also just even still however meanwhile moreover indeed perhaps maybe yes well today yesterday tomorrow first "
     "second third finally instead later once per than i'm it's that's there's don't we're we've i've you're "
     "they're he's she's let's didn't doesn't won't can't isn't wasn't i’m i’ve i’ll i’d we’re we’ve we’ll you’re "
     "they’re don’t didn’t doesn’t won’t can’t isn’t"},
    {determiner,
     "the a an this that these those his her its their our your my some any each every no another both all"},
    {person_pronoun, "he she"},
    {other_pronoun, "they it who"},
    {self_pronoun, "i we you i'd i've we've i’d i’ve we’ve you've you’ve"},
    {auxiliary,
     "has have had is are was were be been being do does did will would can could should may might must shall "
     "didn't didn’t hasn't hasn’t hadn't hadn’t doesn't doesn’t wouldn't wouldn’t"},
    {adverb,
     "also later then recently repeatedly again often once already previously earlier simply flatly clearly "
     "publicly privately reportedly famously consistently now always never not further even just still long "
     "initially reluctantly quickly immediately finally today yesterday correctly rightly rightfully wrongly "
     "falsely angrily openly explicitly specifically eventually ultimately strongly proudly frequently only "
     "himself herself themselves itself on"},
    {metadata_label,
     "note notes date url source sources update updated published publisher kind title subject re cc bcc from to "
     "sent tags topics category keywords author by photo image caption credit warning example address phone tel "
     "fax email e-mail web website http https contact editor's related read more see also watch listen download "
     "copyright license licence version file chapter section part figure table appendix annex summary abstract "
     "highlights interview transcript speakers participants moderators panelists panellists location venue time "
     "where when what why how who and but breaking background context correction editor fact claim rating verdict "
     "ruling answer result results conclusion introduction overview objective aim aims goal goals"},
    {asker_label,
     "q question questions questioner moderator interviewer host presenter reporter journalist press voter anchor"},
    {speaker_label, "a answer speaker participant audience member male female unidentified unknown voice crowd caller"},
    {name_particle,
     "van von de der den del della di da dos du la le el al bin ibn ben ter ten af av zu mac mc st abu y"},
    {future_cue,
     "will shall 'll won't won’t going plan plans planned scheduled expected expects coming upcoming next promise "
     "promises pledge pledges would should could intends aims we'll we’ll i'll i’ll they'll they’ll he'll he’ll "
     "she'll she’ll it'll it’ll you'll you’ll cannot must forthcoming deadline"},
    {past_cue,
     "was were had did has have been said told took came went made began started won lost ended announced fell "
     "rose met held killed died became saw gave got signed voted agreed left since last previous ago"},
    {numbered_noun,
     "article articles section sections chapter chapters no nos number page pages figure table paragraph "
     "paragraphs part resolution title amendment boeing airbus channel phase level grade item option question "
     "route highway row room step appendix annex column volume clause rule psalm verse schedule protocol type "
     "class size apollo interstate i proposition prop measure bill act hr s.res chapter floor gate line flight "
     "agenda directive regulation windows"},
    {date_preposition,
     "in on at by since from until till within before after during through throughout over for of between to "
     "around about early late mid and past last next this year summer spring winter autumn fall end"},
    {not_person,
     "house department street party committee commission council court bank university college institute "
     "association agency administration office bureau senate congress parliament government ministry board group "
     "union company corporation center centre school journal times post news press press-telegram magazine tribune "
     "herald state states united kingdom city county north south east west central national federal international "
     "world american european british america europe africa asia russia russian china chinese ukraine ukrainian "
     "france french germany german alliance nations organization organisation foundation society army navy force "
     "forces police act treaty agreement summit plan law island islands river lake airport avenue road fund trust "
     "network service services authority republican democratic democrats republicans conservative labour liberal "
     "gop campaign convention conference movement coalition nato eu un us uk fbi cia twitter facebook monday "
     "tuesday wednesday thursday friday saturday sunday january february march april june july august september "
     "october november december english christian muslim muslims jewish latino hispanic white black islamic war "
     "day eve security defense defence social"},
    {role_noun,
     "minister president secretary chancellor senator governor mayor leader chief spokesman spokeswoman "
     "spokesperson chairman chairwoman chair director nominee candidate official officials officer adviser advisor "
     "aide aides ambassador congressman congresswoman lawmaker premier commissioner critic critics economist "
     "economists analyst analysts expert experts professor author report study statement survey poll government "
     "ministry department committee campaign party court judge lawyer attorney general police authorities company "
     "agency lawmakers senators ministers leaders man woman source sources supporters opponents democrats "
     "republicans allies union group newspaper billionaire businessman mogul front-runner frontrunner incumbent "
     "strategist activist activists doctor people voters bank body institute watchdog king queen"},
    {not_counted,
     "percent per ago more less or and to of in on at by for from with than the a an is are was were be as that "
     "which who if but not so then when while will would can could have has had do does did may might must should "
     "about over under up down out off after before since until between into through during against among also too "
     "only just now here there it he she they we you i his her its their our your my this these those one other "
     "others each all both times time am pm said says th st nd rd s what how because although though where why"},
    {date_anchor,
     "within over in for during throughout the next coming following past last previous preceding a an one end "
     "close start beginning middle mid early late earlier later fiscal summer autumn spring winter first second "
     "third fourth today yesterday tomorrow tonight year this few several christmas"},
    {month_ambiguous, "may march jan mar sep dec sun"},
};

}  // namespace

constinit const std::span<const ClassRow> class_rows = rows;

}  // namespace avow::text
