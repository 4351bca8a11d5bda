/** What a time zone is called today. V8 and with it browsers and Node know some zones by the name that they had when CLDR first had them,
 * and give that whatever was asked for: `Asia/Kolkata` comes back as `Asia/Calcutta`. Pure: for pages, too. */

/** CLDR's name and the present one, for each zone where they are not the same. Source: CLDR 48.2, `bcp47/timezone.json`, the attribute `_iana`. */
export const RENAMED: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** The zone under its present name. */
export const presentZone = (zone: string): string => RENAMED[zone] ?? zone;

/** The place a zone is named after, for people: `Europe/Lisbon` → `Lisbon time`, `Asia/Calcutta` → `Kolkata time`, `UTC` → `UTC`. */
export const zoneName = (zone: string): string => {
  const place = presentZone(zone).split("/").at(-1) ?? zone;
  return zone.includes("/") ? `${place.replaceAll("_", " ")} time` : zone;
};
