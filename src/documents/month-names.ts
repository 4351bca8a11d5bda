/** Months, seasons and words of time as resumes write them, in eight languages. Lower case and without accents. */

const MONTHS: readonly string[] = [
  "january januar janner janvier enero janeiro gennaio januari styczen stycznia jan janv ene gen sty",
  "february februar fevrier febrero fevereiro febbraio februari luty lutego feb fevr fev febr lut",
  "march marz mars marzo marco maart marzec marca mar mrz mrt maa",
  "april avril abril aprile kwiecien kwietnia apr avr abr kwi",
  "may mai mayo maio maggio mei maj maja mag",
  "june juni juin junio junho giugno czerwiec czerwca jun giu cze",
  "july juli juillet julio julho luglio lipiec lipca jul juil lug lip",
  "august aout agosto augustus sierpien sierpnia aug ago sie",
  "september septembre septiembre setembro settembre wrzesien wrzesnia sep sept set sett wrz",
  "october oktober octobre octubre outubro ottobre pazdziernik pazdziernika oct okt out ott paz",
  "november novembre noviembre novembro listopad listopada nov lis",
  "december dezember decembre diciembre dezembro dicembre grudzien grudnia dec dez dic gru",
];

/** The month from 1, by its name or how it is shortened. */
export const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

/** Seasons: they say a year, and no month. */
export const SEASONS: readonly string[] =
  "spring fruhling fruhjahr printemps primavera lente voorjaar wiosna summer sommer ete verano verao estate zomer lato autumn fall herbst automne otono outono autunno herfst jesien winter hiver invierno inverno zima".split(
    " ",
  );

/** Words for what goes on. Longer ones first. */
export const PRESENT_WORDS: readonly string[] =
  "to present|till date|to date|date|until now|current|currently|present|ongoing|now|today|bis heute|heute|laufend|aktuell|derzeit|jusqu'a aujourd'hui|a ce jour|aujourd'hui|en cours|actuellement|present|hasta la fecha|la fecha|fecha|actualidad|la actualidad|actual|actualmente|hoy|presente|ate o momento|o momento|atualmente|atual|hoje|ad oggi|in corso|attuale|attualmente|oggi|heden|nu|huidig|obecnie|do teraz|teraz|nadal"
    .split("|")
    .toSorted((one, other) => other.length - one.length);

/** Words for what has gone on since. */
export const SINCE_WORDS: readonly string[] =
  "since|from|seit|depuis|desde|dal|da|sinds|vanaf|od".split("|");

/** Lower case, without accents, one letter for one: places stay what they were. */
export const plainLetters = (text: string): string =>
  Array.from(text, (letter) => {
    const plain = letter.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").replace("ł", "l");
    return plain.length === letter.length ? plain : letter;
  }).join("");
