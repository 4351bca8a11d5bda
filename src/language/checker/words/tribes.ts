/** Peoples within and across countries, and where people are said to sound from. */
import { list } from "./list.ts";

/** People of a country by the short or old name. */
export const DEMONYMS = list(`
  aussie aussies kiwi kiwis brit brits yank yanks canuck canucks paddy paddies taff jock pom poms limey frog kraut polack spaniard spaniards pole
  dane swede finn scot turk serb croat croats czech slovak slav slavs briton britons englishman englishwoman irishman irishwoman scotsman welshman
  frenchman dutchman foreigner foreigners immigrant immigrants migrant migrants incomer incomers blow-in alien aliens national`);

/** Peoples, castes and tribes that are no state's. */
export const TRIBES = list(`
  cherokee navajo apache sioux lakota mohawk iroquois cree ojibwe seminole choctaw inuit metis first_nations native_american maori pasifika
  torres_strait koori sami basque catalan breton cornish manx sicilian neapolitan bavarian flemish walloon kurd kurds kurdish pashtun
  tajik hazara uyghur tibetan han hmong karen rohingya tatar chechen cossack yoruba igbo ibo hausa fulani ashanti akan ewe zulu xhosa
  sotho tswana boer boers afrikaner afrikaners coloured_family kikuyu luo kalenjin maasai amhara oromo tigrayan berber amazigh tuareg
  bedouin copt druze jat rajput nair iyer iyengar patel reddy kamma kapu khatri bania baniya marwari kayastha yadav dalit adivasi brahmin
  kshatriya vaishya shudra maratha maharashtrian bihari malayali mallu kannadiga tamilian telugu_people northie madrasi naga mizo keralite
  goan sindhi kashmiri dogra pahari parsi sinhalese eelam roma romany romani gypsy traveller travellers pavee pikey cajun creole chicano
  chicana boricua wasp wasps yankee anglo anglos gringo gringos mestizo mulatto ashkenazi sephardi windrush`);

/** Places by whose sound people are known. */
export const REGIONS = list(`
  glasgow glaswegian edinburgh aberdeen highland highlands liverpool scouse scouser manchester mancunian manc newcastle geordie birmingham
  brummie black_country yorkshire lancashire lancastrian essex cockney east_end estuary norfolk cornwall cornish devon somerset west_country
  home_counties belfast ulster dublin cork kerry galway donegal midlands welsh_valleys valleys cardiff boston brooklyn bronx new_york new_jersey
  texas texan alabama georgia deep_south southern hillbilly appalachian midwest midwestern california valley_girl southern_belle northern
  northerner southerner londoner bombay delhi madras bengali punjabi bihari lagos jamaican caribbean bollywood apu oxbridge eton queen's
  king's convent public_school council_estate street ghetto urban hood`);
