/** Countries, parts of the world, and what their people are called. */
import { list } from "./list.ts";

/** Countries and regions, also by their older and shorter names. */
export const COUNTRIES = list(`
  afghanistan africa albania algeria america angola argentina armenia asia australia austria azerbaijan
  bahrain bangladesh barbados belarus belgium bengal bolivia bosnia brazil britain bulgaria burma cambodia
  cameroon canada chile china colombia congo costa_rica croatia cuba cyprus czechia denmark ecuador egypt
  england eritrea estonia ethiopia europe fiji finland france gambia georgia germany ghana greece guatemala
  guyana haiti honduras hong_kong hungary iceland india indonesia iran iraq ireland israel italy ivory_coast
  jamaica japan jordan kazakhstan kenya korea kosovo kuwait latvia lebanon liberia libya lithuania luxembourg
  macedonia malawi malaysia mali malta mauritius mexico moldova mongolia montenegro morocco mozambique myanmar
  namibia nepal netherlands holland new_zealand nicaragua nigeria norway oman pakistan palestine panama peru
  philippines poland portugal puerto_rico punjab kerala gujarat bihar qatar romania russia rwanda samoa
  saudi_arabia saudi scotland senegal serbia sierra_leone singapore slovakia slovenia somalia south_africa spain
  sri_lanka sudan sweden switzerland syria taiwan tanzania thailand tonga trinidad tunisia turkey uganda ukraine
  united_states united_kingdom uruguay usa uzbekistan venezuela vietnam wales yemen zambia zimbabwe
  the_balkans the_caribbean the_gulf the_middle_east the_subcontinent the_eastern_bloc the_states the_uk the_us
  tamil_nadu andhra andhra_pradesh telangana karnataka maharashtra rajasthan uttar_pradesh bengal odisha assam goa kashmir haryana madhya_pradesh
  chhattisgarh jharkhand uttarakhand himachal ulster munster connacht leinster bavaria catalonia sicily silesia galicia transylvania anatolia kurdistan
  tibet chechnya dagestan biafra katanga oceania polynesia scandinavia balkans the_levant levant maghreb the_horn sahel iberia
  eastern_europe latin_america lagos mumbai delhi manila warsaw bucharest karachi dhaka beirut accra nairobi`);

/** Adjectives of people, which may as well be of things. */
export const NATIONS = list(`
  afghan african albanian algerian american angolan arab arabic argentinian armenian asian australian austrian
  azerbaijani bangladeshi belgian bengali bolivian bosnian brazilian british bulgarian burmese cambodian
  cameroonian canadian chilean chinese colombian congolese croatian cuban cypriot czech danish dutch egyptian
  english eritrean estonian ethiopian european fijian filipino filipina finnish french gambian georgian german
  ghanaian greek gujarati haitian hungarian icelandic indian indonesian iranian iraqi irish israeli italian
  ivorian jamaican japanese jordanian kazakh kenyan korean kosovan kurdish kuwaiti latvian lebanese levantine
  liberian libyan lithuanian macedonian malay malaysian maltese maori mauritian mexican moldovan mongolian moroccan
  namibian nepali nepalese nigerian norwegian pakistani palestinian peruvian persian polish portuguese punjabi
  romanian russian rwandan samoan saudi scottish senegalese serbian serb singaporean slovak slovenian somali
  spanish sri_lankan sudanese swedish swiss syrian taiwanese tamil tanzanian thai tongan tunisian turkish ugandan
  ukrainian uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean
  scandinavian nordic slavic baltic balkan hispanic latino latina caribbean mediterranean middle_eastern
  east_european eastern_european west_african south_asian east_asian north_african southern_european latin_american
  aboriginal indigenous aryan semitic polynesian anglo anglo-saxon white black brown caucasian
  germanic teutonic gallic celtic iberian hellenic slavonic turkic bantu nilotic dravidian latin_blooded francophone lusophone sub-saharan
  east_african central_american south_american central_asian north_european west_indian afro-caribbean black_african black_british british_asian
  anglo-indian british-born foreign-born eastern_bloc emirati qatari bahraini omani botswanan malian togolese beninese burkinabe chadian guinean gabonese
  burundian comoran djiboutian mauritanian malagasy malawian mozambican basotho swazi laotian lao bhutanese maldivian timorese bruneian papuan montenegrin
  luxembourgish andorran monegasque turkmen tajik kyrgyz belarusian byelorussian salvadoran honduran nicaraguan costa_rican panamanian paraguayan uruguayan
  ecuadorian ecuadorean guatemalan dominican barbadian bajan grenadian guyanese surinamese belizean puerto_rican bahamian
  mixed-race mixed_race biracial`);

/** Nouns that mean people alone. */
export const PEOPLES = list(`
  africans americans arabs asians australians brits bulgarians chinamen czechs danes dutchmen englishmen europeans
  filipinos filipinas finns frenchmen germans greeks hungarians indians iranians iraqis irishmen israelis italians
  jamaicans kenyans koreans latvians lithuanians mexicans moroccans nepalis nigerians pakistanis poles portuguese_people
  romanians russians scots serbs slavs somalis spaniards swedes syrians tamils turk turks ukrainians zimbabweans
  latinos latinas hispanics blacks whites caucasians gypsies gypsy pikey travellers roma_people romani maoris
  immigrants foreigners foreigner migrants`);

/** Citizenship by the state that gives it, as far as notices name it. */
export const STATES = list(
  "eu us uk eea eu/eea non-eu non_eu british irish american indian german gcc emirati",
);

/** Languages, as far as they are asked for at work. */
export const LANGUAGES = list(`
  english german french spanish italian dutch polish portuguese russian arabic hindi urdu punjabi bengali gujarati tamil telugu
  mandarin cantonese chinese japanese korean turkish greek swedish danish norwegian finnish welsh irish gaelic romanian hungarian
  czech ukrainian farsi persian dari pashto tigrinya somali swahili yoruba vietnamese thai tagalog malay indonesian hebrew
  bulgarian croatian serbian slovak lithuanian latvian estonian catalan basque afrikaans flemish marathi kannada malayalam`);
