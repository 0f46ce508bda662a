#include <fmt/format.h>
#include <gtest/gtest.h>

#include <ostream>

#include "text/annotate.hpp"

/// Invented sentences from politics with all their quantities, each as "value unit/per bound change", loose ones in
/// brackets.
namespace avow {
namespace {

std::string written(const Quantity& quantity) {
  std::string out = fmt::format("{}", quantity.value.value);
  if (quantity.range) out += fmt::format("..{}", quantity.upper.value);
  if (!quantity.unit.empty()) out += " " + quantity.unit;
  if (!quantity.per.empty()) out += "/" + quantity.per;
  if (quantity.bound != Bound::exact) out += " " + std::string(bounds.name(quantity.bound));
  if (quantity.change != Change::none) out += " " + std::string(changes.name(quantity.change));
  return quantity.loose ? "(" + out + ")" : out;
}

struct Case {
  std::string_view text;
  std::string_view expected;
};
void PrintTo(const Case& one, std::ostream* out) {
  *out << one.text;
}

class QuantitySentences : public testing::TestWithParam<Case> {};

TEST_P(QuantitySentences, HoldWhatTheySay) {
  std::string found;
  for (const Quantity& quantity : annotate(GetParam().text, {}, Gazetteer()).quantities)
    found += (found.empty() ? "" : "; ") + written(quantity);
  EXPECT_EQ(found, GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Shares, QuantitySentences,
    testing::Values(Case{"Every member is to spend at least 2.5 per cent of GDP on defence.",
                         "2.5 percent of GDP at_least"},
                    Case{"Debt must stay below 60 % of gross domestic product.", "60 percent of GDP less_than"},
                    Case{"Two thirds of the council voted for the tram.", "0.6666666666666666"},
                    Case{"One in five pupils leaves school without a certificate.", "0.2"},
                    Case{"Nine out of 10 nurses would choose the job again.", "0.9"},
                    Case{"Nearly half of the harbour fees go to the county.", "0.5 about"},
                    Case{"Turnout was 61.4 percent, up from 58.", "61.4 percent; 58 percent"},
                    Case{"The levy rises by 2 to 3 percent.", "2..3 percent up"},
                    Case{"We want between 10 and 15 per cent of the seats.", "10..15 percent"},
                    Case{"Support went from 5 % to 7 % in a month.", "5..7 percent"},
                    Case{"The share of women is to be 40 to 45 percent.", "40..45 percent"},
                    Case{"The bank lowered its rate by 25 basis points.", "0.25 percentage points down"},
                    Case{"It leads by a three-percentage-point margin.", "3 percentage points"},
                    Case{"Emissions fall 43 % by 2030 and 60 % by 2035.", "43 percent down; 60 percent"},
                    Case{"They lost 3 and 4 percent in the two towns.", "3 percent down; 4 percent; 2 town"},
                    Case{"We give 0.7 percent of our gross national income.", "0.7 percent of GNI"},
                    Case{"A quarter of the fleet is laid up.", "0.25"},
                    Case{"About 43,5 % of the forest is state land.", "43.5 percent about"}));

INSTANTIATE_TEST_SUITE_P(
    Money, QuantitySentences,
    testing::Values(Case{"The bridge costs £5m a year to keep.", "5000000 GBP/year"},
                    Case{"Parliament set aside $1.2bn for ferries.", "1200000000 USD"},
                    Case{"The dam will cost C$40 million, not US$30 million.", "40000000 CAD; 30000000 USD"},
                    Case{"The fine is kr 500 for each day.", "500 kr"},
                    Case{"Stamps go up to 15p.", "15 penny at_most"},
                    Case{"They paid € 3 million for the old mill.", "3000000 EUR"},
                    Case{"The fund holds two and a half million euros.", "2500000 EUR"},
                    Case{"It was sold for 7.5 million Danish crowns.", "7500000 DKK"},
                    Case{"Oil stood at $84 a barrel.", "84 USD/barrel"},
                    Case{"Wages rose by $2 to $17 an hour.", "2 USD up; 17 USD/hour"},
                    Case{"The deficit grew by €3 billion to €8 billion.", "3000000000 EUR up; 8000000000 EUR"},
                    Case{"The grant is 800 euros per child.", "800 EUR/child"},
                    Case{"They save 1.2 million pounds a month.", "1200000 GBP/month"},
                    Case{"The budget has a hole of some 10 000 euros.", "10000 EUR about"},
                    Case{"A ticket is 5€ and a pass 20 €.", "5 EUR; 20 EUR"},
                    Case{"The tax cut is worth up to 400 dollars per household.", "400 USD/household at_most"},
                    Case{"They pledged $3 to $5 billion.", "3000000000..5000000000 USD"},
                    Case{"Rents are capped at 9 euros a square metre.", "9 EUR at_most"},
                    Case{"The ministry asks for no more than 2 billion Swiss francs.", "2000000000 CHF at_most"}));

INSTANTIATE_TEST_SUITE_P(Counts, QuantitySentences,
                         testing::Values(Case{"The union has 27 member states.", "27 state"},
                                         Case{"We will build 300,000 homes a year.", "300000 home/year"},
                                         Case{"The army is to have 203,000 soldiers by 2031.", "203000 soldier"},
                                         Case{"More than a dozen villages lost their bus.", "12 village more_than"},
                                         Case{"Some 300 border guards will be hired.", "300 guard about"},
                                         Case{"Fewer than six women sat in that house.", "6 woman less_than"},
                                         Case{"A brigade of 5,000 troops moves east.", "5000 troop"},
                                         Case{"We promise 40 new first-aid posts.", "40 post"},
                                         Case{"Two or three million people need help.",
                                              "2000000 people; 3000000 people"},
                                         Case{"Six frigates and eight patrol boats are ordered.", "6 frigate; 8 boat"},
                                         Case{"The list held 1 234 567 names.", "1234567 name"},
                                         Case{"At least 900 children wait for a place.", "900 child at_least"},
                                         Case{"They planted a million and a half trees.", "1500000 tree"},
                                         Case{"Half a million households lack broadband.", "500000 household"},
                                         Case{"Crime claimed 12 lives.", "12 life"},
                                         Case{"A 12-page report names three causes.", "12 page; 3 cause"},
                                         Case{"Homicides stand at 5.2 per 100,000 people.", "5.2 per 100,000"},
                                         Case{"Infant deaths fell to 3 per 1,000 births.", "3 per 1,000"},
                                         Case{"We need 60 votes or more.", "60 vote at_least"},
                                         Case{"The camp houses as many as 800 refugees.", "800 refugee at_most"},
                                         Case{"He answered 14 questions four times.", "14 question; 4 time"},
                                         Case{"Dozens of mayors signed it.", "(12..120 mayor)"},
                                         Case{"Tens of thousands of farmers marched.", "(10000..100000 farmer)"},
                                         Case{"One minister has resigned.", "(1 minister)"},
                                         Case{"It is one of the oldest treaties.", "(1 treaty)"}));

INSTANTIATE_TEST_SUITE_P(Measures, QuantitySentences,
                         testing::Values(Case{"The park covers 12 square kilometres.", "12 square km"},
                                         Case{"A turbine yields 9 gigawatt hours a year.", "9 GWh/year"},
                                         Case{"Cars may drive at 30 miles per hour.", "30 mile/hour"},
                                         Case{"The limit is 50 km/h in towns.", "50 km/hour"},
                                         Case{"We emit 9 tonnes of CO2 per head.", "9 t CO2/person"},
                                         Case{"Emissions must fall to 40 Mt CO2.", "40000000 t CO2"},
                                         Case{"Warming stays under 1.5°C.", "1.5 °C less_than"},
                                         Case{"It may warm by 2 degrees Celsius.", "2 °C"},
                                         Case{"The well gives 200 barrels a day.", "200 barrel/day"},
                                         Case{"The tank holds 30 cubic metres of water.", "30 cubic m"},
                                         Case{"Nitrate is at 50 mg/litre.", "50 mg/litre"},
                                         Case{"A plant of 600 MW will close.", "600 MW"},
                                         Case{"Patients wait 18 weeks on average.", "18 week"},
                                         Case{"The strike lasted 3½ days.", "3.5 day"},
                                         Case{"The pipeline is 1,224 km long.", "1224 km"},
                                         Case{"The law lets 16-year-olds vote.", "(16 years of age)"},
                                         Case{"The pension age rises to 67 years.", "67 year"},
                                         Case{"It was -3 degrees in the hall.", "-3 degrees"}));

INSTANTIATE_TEST_SUITE_P(
    Directions, QuantitySentences,
    testing::Values(Case{"Rents are up 4 percent.", "4 percent up"},
                    Case{"Prices climbed by about 6 percent.", "6 percent about up"},
                    Case{"We will cut the red tape of our towns by 30 per cent.", "30 percent down"},
                    Case{"A drop of 5 percent would hurt.", "5 percent down"},
                    Case{"Teachers get a 3 percent pay rise.", "3 percent up"},
                    Case{"Unemployment fell to 4 percent.", "4 percent"}, Case{"Crime is down by a fifth.", "0.2 down"},
                    Case{"They gave up 12 seats.", "12 seat"}));

INSTANTIATE_TEST_SUITE_P(Noise, QuantitySentences,
                         testing::Values(Case{"Article 5 and Section 12 bind us.", ""},
                                         Case{"The vote was 52 to 48.", ""}, Case{"The court split 5-to-4.", ""},
                                         Case{"Call 555-0199 before 10:30.", ""},
                                         Case{"In 2014 they met in Room 21.", ""},
                                         Case{"The 22nd amendment stands.", ""}, Case{"Write to 12 Mill Street.", ""},
                                         Case{"5G masts and the G20 were on the list.", "(5 generation)"},
                                         Case{"No one knows which one it was.", ""},
                                         Case{"On 3 May 2021 the F-35 flew.", ""},
                                         Case{"Police beat the fire brigade 3-1.", ""}));

INSTANTIATE_TEST_SUITE_P(
    Names, QuantitySentences,
    testing::Values(Case{"The tram runs on zPad 11 Pro boards and the Kestrel 12 is next.", ""},
                    Case{"The 787 Albatross is by the pier.", ""},
                    Case{"Patients with type 2 diabetes wait until week 9.", ""},
                    Case{"The hall was built between A.D. 1000 and 1100 people say.", "1100 people"},
                    Case{"They drove the RS 6 and filmed in 4K.", ""}, Case{"He threw 24-of-36.", ""}));

INSTANTIATE_TEST_SUITE_P(
    Phrases, QuantitySentences,
    testing::Values(Case{"Two U.S. envoys and three other people left.", "2 envoy; 3 people"},
                    Case{"The four central and eastern districts object.", "4 district"},
                    Case{"At least seven were hurt and nearly a third left.", "7 at_least; 0.3333333333333333 about"},
                    Case{"It took half an hour and a quarter of a mile.", "0.5 hour; 0.25 mile"},
                    Case{"We want one to two years more.", "1..2 year"}, Case{"Add another bench or two.", "(2 bench)"},
                    Case{"The 400 who had no work and 95 who left met.", "400 people; 95 people"},
                    Case{"They sold 435 flats by lot and 187 by tender.", "435 flat; 187 flat"},
                    Case{"The index closed at 1,630.4, up 5.8 points.", "1630.4 point; 5.8 point up"},
                    Case{"The hall seats 5,000-plus guests and 20-odd dogs.", "5000 guest at_least; 20 dog about"},
                    Case{"The clinic has 40 midwives.", "40 midwife"},
                    Case{"More than a half-dozen mills closed.", "6 mill more_than"},
                    Case{"Life expectancy at 60 among miners was 14 years.", "(60 years of age); 14 year"},
                    Case{"Life expectancy for miners is around 73 there.", "73 years of age about"}));

INSTANTIATE_TEST_SUITE_P(Symbols, QuantitySentences,
                         testing::Values(Case{"It goes from 0 to 60 mph, the 0-to-60-mph time is short.",
                                              "0..60 mph; 0..60 mph"},
                                         Case{"The dam cost Rs 500 crore, not 2 lakh.", "5000000000 INR; 200000"},
                                         Case{"The mast is 40m tall and 7nm thin.", "40 m; 7 nm"},
                                         Case{"The rate went down by 25 bps.", "0.25 percentage points down"},
                                         Case{"The star lies 39 light-years away.", "39 light-year"},
                                         Case{"The wells give 900,000 bpd.", "900000 barrel/day"},
                                         Case{"The van emits 127g/km.", "127 g/km"}));

INSTANTIATE_TEST_SUITE_P(Moves, QuantitySentences,
                         testing::Values(Case{"She raised two children and $5 million.", "2 child; 5000000 USD"},
                                         Case{"They raised the fee by 3 percent.", "3 percent up"},
                                         Case{"The share closed at $43, off 75 cents.", "43 USD; 75 cent down"},
                                         Case{"Turnout fell 5 percent to 61.", "5 percent down; 61"}));

}  // namespace
}  // namespace avow
