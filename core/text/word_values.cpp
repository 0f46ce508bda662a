#include "text/word_rows.hpp"

namespace avow::text {
namespace {

constexpr NumberRow numbers[] = {
    {number_word, 0, "zero"},
    {number_word, 1, "one"},
    {number_word, 2, "two"},
    {number_word, 3, "three"},
    {number_word, 4, "four"},
    {number_word, 5, "five"},
    {number_word, 6, "six"},
    {number_word, 7, "seven"},
    {number_word, 8, "eight"},
    {number_word, 9, "nine"},
    {number_word, 10, "ten"},
    {number_word, 11, "eleven"},
    {number_word, 12, "twelve"},
    {number_word, 13, "thirteen"},
    {number_word, 14, "fourteen"},
    {number_word, 15, "fifteen"},
    {number_word, 16, "sixteen"},
    {number_word, 17, "seventeen"},
    {number_word, 18, "eighteen"},
    {number_word, 19, "nineteen"},
    {number_word, 20, "twenty"},
    {number_word, 30, "thirty"},
    {number_word, 40, "forty fourty"},
    {number_word, 50, "fifty"},
    {number_word, 60, "sixty"},
    {number_word, 70, "seventy"},
    {number_word, 80, "eighty"},
    {number_word, 90, "ninety"},
    {scale_word, 100, "hundred"},
    {scale_word, 1e3, "thousand k"},
    {scale_word, 1e6, "million m mn mln"},
    {scale_word, 1e9, "billion bn b"},
    {scale_word, 1e12, "trillion tn trn"},
    {fraction_word, 0.5, "half halves"},
    {fraction_word, 1.0 / 3, "third thirds"},
    {fraction_word, 0.25, "quarter quarters fourth fourths"},
    {fraction_word, 0.2, "fifth fifths"},
    {fraction_word, 0.1, "tenth tenths"},
};

constexpr UnitRow units[] = {
    {currency_word, "USD", 1, "dollar dollars usd bucks"},
    {currency_word, "EUR", 1, "euro euros eur"},
    {currency_word, "GBP", 1, "pound pounds gbp sterling quid"},
    {currency_word, "JPY", 1, "yen jpy"},
    {currency_word, "CNY", 1, "yuan renminbi cny rmb"},
    {currency_word, "CHF", 1, "franc francs chf"},
    {currency_word, "INR", 1, "rupee rupees inr"},
    {currency_word, "RUB", 1, "rouble roubles ruble rubles rub"},
    {currency_word, "SEK", 1, "sek"},
    {currency_word, "NOK", 1, "nok"},
    {currency_word, "DKK", 1, "dkk"},
    {currency_word, "kr", 1, "kr krona kronor krone kroner"},
    {currency_word, "PLN", 1, "zloty zlotys pln"},
    {currency_word, "CAD", 1, "cad"},
    {currency_word, "AUD", 1, "aud"},
    {currency_word, "cent", 1, "cent cents"},
    {currency_word, "penny", 1, "pence penny"},
    {unit_word, "percent", 1, "percent pct pc"},
    {unit_word, "GB", 1, "gb gigabyte gigabytes"},
    {unit_word, "MB", 1, "mb megabyte megabytes"},
    {unit_word, "TB", 1, "tb terabyte terabytes"},
    {unit_word, "hp", 1, "hp bhp horsepower"},
    {unit_word, "km/h", 1, "kph kmh"},
    {unit_word, "mph", 1, "mph"},
    {unit_word, "t", 1, "tonne tonnes ton tons"},
    {unit_word, "t", 1e6, "mt megatonne megatonnes megaton megatons"},
    {unit_word, "t", 1e9, "gt gigatonne gigatonnes gigaton gigatons"},
    {unit_word, "t CO2", 1, "tco2 tco2e"},
    {unit_word, "t CO2", 1e6, "mtco2 mtco2e"},
    {unit_word, "t CO2", 1e9, "gtco2 gtco2e"},
    {unit_word, "kg", 1, "kg kilo kilos kilogram kilograms kilogramme kilogrammes"},
    {unit_word, "g", 1, "gram grams gramme grammes"},
    {unit_word, "lb", 1, "lb lbs"},
    {unit_word, "kW", 1, "kw kilowatt kilowatts"},
    {unit_word, "MW", 1, "mw megawatt megawatts"},
    {unit_word, "GW", 1, "gw gigawatt gigawatts"},
    {unit_word, "TW", 1, "tw terawatt terawatts"},
    {unit_word, "kWh", 1, "kwh"},
    {unit_word, "MWh", 1, "mwh"},
    {unit_word, "GWh", 1, "gwh"},
    {unit_word, "TWh", 1, "twh"},
    {unit_word, "km", 1, "km kilometre kilometres kilometer kilometers"},
    {unit_word, "m", 1, "metre metres meter meters"},
    {unit_word, "cm", 1, "cm centimetre centimetres centimeter centimeters"},
    {unit_word, "mile", 1, "mile miles"},
    {unit_word, "foot", 1, "foot feet"},
    {unit_word, "inch", 1, "inch inches"},
    {unit_word, "yard", 1, "yard yards"},
    {unit_word, "acre", 1, "acre acres"},
    {unit_word, "ha", 1, "hectare hectares"},
    {unit_word, "litre", 1, "litre litres liter liters"},
    {unit_word, "barrel", 1, "barrel barrels"},
    {unit_word, "degrees", 1, "degree degrees"},
    {unit_word, "people", 1, "people person persons"},
    {unit_word, "hour", 1, "hour hours hr hrs"},
    {unit_word, "minute", 1, "minute minutes mins"},
    {unit_word, "second", 1, "seconds"},
};

constexpr PeriodRow periods[] = {
    {Period::day, "day", "day days"},
    {Period::week, "week", "week weeks"},
    {Period::month, "month", "month months"},
    {Period::quarter, "quarter", "quarter quarters"},
    {Period::year, "year", "year years yr yrs"},
    {Period::decade, "decade", "decade decades"},
    {Period::century, "century", "century centuries"},
};

}  // namespace

constinit const std::span<const NumberRow> number_rows = numbers;
constinit const std::span<const UnitRow> unit_rows = units;
constinit const std::span<const PeriodRow> period_rows = periods;

constinit const std::array<std::string_view, 12> month_rows = {
    "january jan", "february feb", "march mar",          "april apr",   "may",          "june jun",
    "july jul",    "august aug",   "september sep sept", "october oct", "november nov", "december dec"};
constinit const std::array<std::string_view, 7> weekday_rows = {
    "sunday",     "monday mon",  "tuesday tue tues", "wednesday wed", "thursday thu thur thurs",
    "friday fri", "saturday sat"};

}  // namespace avow::text
