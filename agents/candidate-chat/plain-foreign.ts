/** Whether a sentence in another language than English surely tells nothing of a body, a mind or a belief. */
import { foldedText, foldedWords, withoutPieces, wordsIn } from "./ordinary.ts";
import { INTERNATIONAL, ORDINARY_PIECES, ORDINARY_WORDS } from "./ordinary-words.ts";
import { WORDS_OF } from "./question-words.ts";

const OF_ALL = wordsIn(INTERNATIONAL);

const PLAIN: Readonly<Record<string, (sentence: string) => boolean>> = {
  ...Object.fromEntries(
    Object.keys({ ...WORDS_OF, ...ORDINARY_WORDS }).map((language) => {
      const isOrdinary = wordsIn(ORDINARY_WORDS[language] ?? "", WORDS_OF[language] ?? "");
      return [
        language,
        (sentence: string) =>
          foldedWords(sentence).every((word) => OF_ALL(word) || isOrdinary(word)),
      ];
    }),
  ),
  ...Object.fromEntries(
    Object.entries(ORDINARY_PIECES).map(([language, list]) => {
      const rest = withoutPieces(list);
      return [language, (sentence: string) => foldedWords(rest(sentence)).every(OF_ALL)];
    }),
  ),
};

/** That somebody cannot, or hardly, in the languages of which the lists have words for what a body does. Folded. */
const NOT =
  /(?<!\p{L})(?:nicht|kein\p{L}*|ohne|kaum|nur|schwer|schlecht|ne(?! zaman| kadar)|pas|sans|mal|difficile|no|sin|dificil|apenas|solo|non|senza|male|soltanto|nao|sem|so|niet|geen|zonder|moeilijk|slecht|alleen|nie|bez|trudno|zle|tylko|inte|utan|svart|bara|ikke|uden|uten|kun|bare|ei|vain|nem|csak|nu|fara|greu|doar|spatne|jen|degil|не|нет|без|трудно|плохо|только|tidak|sulit|cuma)(?!\p{L})|me[zy]|ma[zy]|ama[mz]|eme[mz]/u;
const DONE_BY_A_BODY =
  /(?<!\p{L})(?:seh|geseh|les|geh|gegang|lauf|sprech|sprich|red|schreib|hor|steh|sitz|voir|vois|lire|lis|march|parl|ecri|entend|ecout|assis|debout|ver|veo|vejo|leer|leo|ler|camin|habl|escrib|oir|oigo|ved|legg|leggo|cammin|scriv|sent|and[ao]|fal[aeo]|escrev|ouv|zien|zie|lez|lees|lop|loop|prat|spre|schrij|hor|hoor|widz|czyt|chodz|mow|pis|slysz|stac|las|prat|skriv|laes|tal[ea]|snakk|nah|luk|kavel|puh|kuul|lat|olvas|jar|beszel|hall|ved|cit|merg|vorb|scri|aud|vid|cist|ctu|chod|mluv|slys|gor|oku|yuru|konus|duy|вид|виж|чит|ход|говор|пис|слыш|lihat|baca|jalan|bicara|dengar)\p{L}{0,5}(?!\p{L})|(?<!\p{L})ser?(?!\p{L})/u;

const isOfInability = (sentence: string): boolean => {
  const words = foldedText(sentence);
  return NOT.test(words) && DONE_BY_A_BODY.test(words);
};

/** Whether all of it is ordinary in one of the languages. */
export const isOrdinaryInAny = (sentence: string): boolean =>
  !isOfInability(sentence) && Object.values(PLAIN).some((isOrdinary) => isOrdinary(sentence));

/** By what somebody speaks of themselves, in languages whose needs the lists know well: what is asked without it is of others. Folded. */
const OF_ONESELF: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    de: "ich|mich|mir|mein[a-z]*|wir|uns|unser[a-z]*|bin|hab|habe|mit|ohne|wegen",
    fr: "je|j|me|m|moi|mon|ma|mes|nous|notre|nos|suis|ai|avec|sans",
    es: "yo|me|mi|mis|nos|nuestr[a-z]*|conmigo|soy|estoy|tengo|puedo|podria|debo|necesito|uso|utilizo|llevo|hago|sufro|padezco|con|sin",
    it: "io|mi|me|mio|mia|miei|mie|ho|sono|posso|potrei|devo|uso|utilizzo|porto|vengo|soffro|noi|ci|con|senza",
    pt: "eu|me|mim|meu|meus|minha[a-z]*|tenho|posso|poderia|sou|estou|preciso|uso|utilizo|devo|sofro|nos|com|sem",
    nl: "ik|mij|me|mijn|wij|we|ons|onze|heb|ben|met|zonder",
    pl: "ja|mnie|mi|moj[a-z]*|mam|jestem|moge|musze|uzywam|potrzebuj[a-z]*|mog[a-z]*bym|chcial[a-z]*|nam|nas|z|bez",
    sv: "jag|mig|min|mitt|mina|vi|oss|med|utan",
    da: "jeg|mig|min|mit|mine|vi|os|med|uden",
    no: "jeg|meg|min|mitt|mine|vi|oss|med|uten",
    cs: "ja|me|mne|mi|muj|moje|mou|mam|jsem|mohu|muzu|musim|potrebuj[a-z]*|pouzivam|bych|nas|nam|s|bez",
    ro: "eu|ma|imi|mi|meu|mea|mei|mele|am|sunt|pot|trebuie|folosesc|as|ne|noi|cu|fara",
    ru: "я|мне|меня|мной|мой|моя|мое|мои|мою|моей|моего|моим|мы|нас|нам|могу|с|без",
  }).map(([language, words]) => [language, new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "u")]),
);

/** What is asked there of others is always plain, all else in ordinary words alone. */
export const isPlainForeign = (sentence: string, language: string): boolean => {
  const isOrdinary = PLAIN[language];
  if (!isOfInability(sentence) && isOrdinary?.(withoutNames(sentence))) return true;
  const ofOneself = OF_ONESELF[language];
  return (
    ofOneself !== undefined && /\?\W*$/.test(sentence) && !ofOneself.test(foldedText(sentence))
  );
};

/** Whom it is to, and whom from. */
const withoutNames = (sentence: string): string => {
  const [greeting] = TO_WHOM.exec(sentence) ?? [];
  const said =
    greeting === undefined
      ? sentence
      : greeting + sentence.slice(greeting.length).replace(NAME_FIRST, "");
  const [close] = FROM_WHOM.exec(said) ?? [];
  if (close === undefined) return said;
  const end = said.lastIndexOf(close) + close.length;
  return said.slice(0, end) + said.slice(end).replace(NAME_ALONE, "");
};

// Letters of either size here, and names below with a capital: two patterns, since of one with both (`(?i:…)`) V8 now and then finds nothing.
const TO_WHOM =
  /^(?:hallo|hi|hej|hei|liebe[rs]?|sehr geehrte[rs]?|frau|herr|bonjour|madame|monsieur|hola|ciao|buongiorno|ol[áa]|bom dia|beste|dag|cześć|dzień dobry|witam|dobrý den|bună|здравствуйте|merhaba|halo)(?:[ ,]+(?:frau|herr|madame|monsieur|señora?|signora?|mevrouw|pan[ií]?))?[ ,]+/iu;
const FROM_WHOM =
  /(?:gr[uü](?:ß|ss)e?n?|cordialement|saludos|saluti|cumprimentos|groet(?:en)?|pozdrawiam|hälsningar|hilsen|с уважением|terima kasih|danke|merci|gracias|grazie|obrigad[oa]|dank)[ ,.!]+(?=\p{L}+(?: \p{L}+)?[^\p{L}]*$)/iu;
const NAME_FIRST = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?=[ ,!.]|$)/u;
const NAME_ALONE = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?\W*$/u;
