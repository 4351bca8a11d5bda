/** What people are charged with, and where that ends. */
import { list } from "./list.ts";

/** Deeds that the law punishes. */
export const CRIMES = list(`
  fight fights fighting brawl brawling punch-up scrap affray assault assaults gbh abh battery wounding stabbing knife robbery mugging
  burglary breaking_in housebreaking theft thieving stealing larceny shoplifting fraud forgery embezzlement embezzling fiddling
  handling_stolen receiving money-laundering bribery blackmail perjury tax_evasion benefit_fraud drugs drug_dealing dealing possession
  weed cannabis marijuana cocaine coke heroin pills smuggling trafficking arson vandalism graffiti criminal_damage joyriding joy-riding
  twocking carjacking car_theft drink-driving drunk-driving drink_driving drunk_driving dangerous_driving reckless_driving speeding
  hit-and-run manslaughter murder homicide harassment stalking indecent indecency public_order disorderly disorder drunk_and_disorderly
  loitering soliciting trespass trespassing rioting riot hooliganism football_violence domestic_violence wife-beating dui dwi
  petty_crime crime crimes felony misdemeanour misdemeanor offence offences offense offenses`);

/** Where people are held or judged, in law and in talk. */
export const CUSTODY = list(`
  jail gaol prison prisons cell cells police_cell police_station cop_shop nick slammer clink can cooler jug pokey hoosegow stir chokey
  borstal juvie juvenile_hall young_offenders penitentiary pen county_jail lock-up lockup remand custody courtroom courtrooms dock
  magistrates'_court crown_court handcuffs cuffs bars`);
