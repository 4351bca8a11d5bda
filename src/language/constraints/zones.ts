/** Names of time zones as people write them. Abbreviations that name several zones list them all: then it is asked. */

import { presentZone, zoneName } from "../../domain/zone-names.ts";

/** Abbreviation → the zones that it can mean. */
export const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  utc: ["UTC"],
  gmt: ["UTC"],
  cet: ["Europe/Berlin"],
  cest: ["Europe/Berlin"],
  eet: ["Europe/Helsinki"],
  eest: ["Europe/Helsinki"],
  wet: ["Europe/Lisbon"],
  west: ["Europe/Lisbon"],
  msk: ["Europe/Moscow"],
  et: ["America/New_York"],
  edt: ["America/New_York"],
  est: ["America/New_York", "America/Panama", "Australia/Sydney"],
  ct: ["America/Chicago"],
  cdt: ["America/Chicago", "America/Havana"],
  cst: ["America/Chicago", "Asia/Shanghai", "America/Havana"],
  mt: ["America/Denver"],
  mdt: ["America/Denver"],
  mst: ["America/Denver", "America/Phoenix"],
  pt: ["America/Los_Angeles"],
  pdt: ["America/Los_Angeles"],
  pst: ["America/Los_Angeles", "Asia/Manila"],
  ist: ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
  bst: ["Europe/London", "Asia/Dhaka"],
  ast: ["America/Halifax", "Asia/Riyadh"],
  gst: ["Asia/Dubai", "Atlantic/South_Georgia"],
  sst: ["Asia/Singapore", "Pacific/Pago_Pago"],
  sgt: ["Asia/Singapore"],
  hkt: ["Asia/Hong_Kong"],
  jst: ["Asia/Tokyo"],
  kst: ["Asia/Seoul"],
  nzst: ["Pacific/Auckland"],
  nzdt: ["Pacific/Auckland"],
  aest: ["Australia/Brisbane", "Australia/Sydney"],
  aedt: ["Australia/Sydney"],
  awst: ["Australia/Perth"],
  brt: ["America/Sao_Paulo"],
  sast: ["Africa/Johannesburg"],
  wat: ["Africa/Lagos"],
  eat: ["Africa/Nairobi"],
  hst: ["Pacific/Honolulu"],
  akst: ["America/Anchorage"],
};

/** Places that give no IANA zone its name. */
const PLACES: Readonly<Record<string, string>> = {
  "san francisco": "America/Los_Angeles",
  seattle: "America/Los_Angeles",
  "san diego": "America/Los_Angeles",
  california: "America/Los_Angeles",
  boston: "America/New_York",
  nyc: "America/New_York",
  miami: "America/New_York",
  atlanta: "America/New_York",
  philadelphia: "America/New_York",
  "washington dc": "America/New_York",
  austin: "America/Chicago",
  dallas: "America/Chicago",
  houston: "America/Chicago",
  montreal: "America/Toronto",
  munich: "Europe/Berlin",
  hamburg: "Europe/Berlin",
  frankfurt: "Europe/Berlin",
  cologne: "Europe/Berlin",
  germany: "Europe/Berlin",
  german: "Europe/Berlin",
  milan: "Europe/Rome",
  barcelona: "Europe/Madrid",
  porto: "Europe/Lisbon",
  portuguese: "Europe/Lisbon",
  geneva: "Europe/Zurich",
  lyon: "Europe/Paris",
  french: "Europe/Paris",
  edinburgh: "Europe/London",
  manchester: "Europe/London",
  uk: "Europe/London",
  british: "Europe/London",
  irish: "Europe/Dublin",
  kyiv: "Europe/Kyiv",
  bangalore: "Asia/Kolkata",
  bengaluru: "Asia/Kolkata",
  mumbai: "Asia/Kolkata",
  delhi: "Asia/Kolkata",
  india: "Asia/Kolkata",
  indian: "Asia/Kolkata",
  "tel aviv": "Asia/Jerusalem",
  beijing: "Asia/Shanghai",
  osaka: "Asia/Tokyo",
  japan: "Asia/Tokyo",
  eastern: "America/New_York",
  "central european": "Europe/Berlin",
  pacific: "America/Los_Angeles",
  mountain: "America/Denver",
};

/** Places whose names are read as something else unless `time` stands behind them. */
export const ONLY_BEFORE_TIME: ReadonlySet<string> = new Set(
  "eastern,central european,pacific,mountain,german,french,british,irish,indian,portuguese,center,easter,christmas".split(
    ",",
  ),
);

/** Offsets with minutes that a zone keeps all year. */
export const FIXED_OFFSETS: Readonly<Record<string, string>> = {
  "+03:30": "Asia/Tehran",
  "+04:30": "Asia/Kabul",
  "+05:30": "Asia/Kolkata",
  "+05:45": "Asia/Kathmandu",
  "+06:30": "Asia/Yangon",
  "+08:45": "Australia/Eucla",
  "+09:30": "Australia/Darwin",
  "-09:30": "Pacific/Marquesas",
};

/** The zone for people: `Lisbon time`, `UTC+2`. The names of offsets run the other way round. */
export const zoneShown = (zone: string): string => {
  const offset = /^Etc\/GMT([+-])(\d+)$/.exec(zone);
  return offset ? `UTC${offset[1] === "+" ? "-" : "+"}${offset[2] ?? ""}` : zoneName(zone);
};

/** Zone of each place: the cities that zones are named after, and the places above. */
export const placeZones = (): Map<string, string> => {
  const zones = new Map<string, string>();
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    // Cities are said by the name that they have and by the one that they had.
    for (const name of new Set([zone, presentZone(zone)])) {
      const city = name.split("/").at(-1);
      if (name.includes("/") && city) zones.set(city.replaceAll("_", " ").toLowerCase(), name);
    }
  }
  for (const [place, zone] of Object.entries(PLACES)) zones.set(place, zone);
  return zones;
};
