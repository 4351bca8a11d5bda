/** Code's own sentences above an answer to a question in another language, by the language's name in English. */

/** Above what stands in the words in which it is known. */
export const leadIn = (language: string): string => LEADS[language] ?? LEAD;

/** Above what software has translated; `language`: BCP 47, of the sentence itself. */
export const noteIn = (language: string): { note: string; language: string } => {
  const known = NOTES[language];
  return known ?? { note: NOTE, language: "en" };
};

const LEAD =
  "I show this in the words in which it is known here, so that nothing of it is changed:";
const LEADS: Readonly<Record<string, string>> = {
  German: "Das ist dazu bekannt, im Wortlaut, damit nichts daran verändert wird:",
  French: "Voici ce qui est connu à ce sujet, mot pour mot, afin que rien n’en soit changé :",
  Spanish: "Esto es lo que se sabe al respecto, con sus propias palabras, para que nada cambie:",
  Italian: "Ecco che cosa è noto al riguardo, parola per parola, perché nulla sia cambiato:",
  Portuguese: "Isto é o que se sabe a esse respeito, palavra por palavra, para que nada mude:",
  Dutch: "Dit is daarover bekend, woord voor woord, zodat er niets aan verandert:",
  Polish: "Oto, co o tym wiadomo, słowo w słowo, aby nic nie zostało zmienione:",
};

const NOTE = "Translated by software. The original beneath each sentence is what counts.";
const NOTES: Readonly<Record<string, { note: string; language: string }>> = {
  German: {
    note: "Von Software übersetzt. Es gilt das Original, das unter jedem Satz steht.",
    language: "de",
  },
  French: {
    note: "Traduit par un logiciel. C’est l’original, sous chaque phrase, qui fait foi.",
    language: "fr",
  },
  Spanish: {
    note: "Traducido por un programa. Lo que vale es el original, debajo de cada frase.",
    language: "es",
  },
  Italian: {
    note: "Tradotto da un software. Fa fede l’originale, sotto ogni frase.",
    language: "it",
  },
  Portuguese: {
    note: "Traduzido por software. O que vale é o original, por baixo de cada frase.",
    language: "pt",
  },
  Dutch: {
    note: "Vertaald door software. Het origineel onder elke zin is wat telt.",
    language: "nl",
  },
  Polish: {
    note: "Przetłumaczone przez program. Liczy się oryginał pod każdym zdaniem.",
    language: "pl",
  },
};
