/** Unions, parties and what people of either read. */
import { list } from "./list.ts";

/** Unions by name, without those whose name is a common word. */
export const UNIONS = list(`
  unison gmb usdaw rmt aslef tssa cwu pcs neu nasuwt ucu bma rcn musu bectu nuj unite_the_union fbu napo fda eis inmo into_union siptu forsa
  asti tui teamsters seiu uaw ufcw afscme ibew ilwu iatse sag-aftra afl-cio usw cfmeu cfmmeu mua amwu actu awu citu intuc aituc bms cosatu numsa
  saftu verdi ig_metall cgt ccoo tuc ictu`);

/** Parties and those who hold with them, by names that are no common words. */
export const PARTIES = list(`
  tory tories labour labourite lib_dem lib_dems liberal_democrat liberal_democrats greens green_party ukip reform_uk brexit_party snp
  plaid plaid_cymru dup sdlp sinn_fein fine_gael fianna_fail aontu republican republicans democrat democrats gop maga libertarian
  libertarians liberals conservatives bjp congress_party aap cpi cpm shiv_sena dmk aiadmk tmc afd cdu spd anc eff front_national
  national_rally momentum communist communists socialist socialists marxist marxists trotskyist trots anarchist anarchists leftie lefties
  lefty leftist leftists right-winger right-wingers left-winger left-wingers trumper trumpers brexiteer brexiteers remainer remainers corbynite
  corbynista thatcherite bernie_bro feminazi snowflake wokerati fascist fascists nationalist nationalists unionist unionists royalist
  monarchist`);

/** Papers and channels by which people guess it. */
export const PRESS = list(
  "guardian daily_mail daily_telegraph telegraph morning_star socialist_worker fox_news msnbc gb_news breitbart new_statesman spectator novara private_eye jacobin newsmax",
);
