/** Code's own sentences above an answer to a question in another language, by the language's name in English. */

/** Above what stands in the words in which it is known. */
export const leadIn = (language: string): string => LEADS[language] ?? LEAD;

/** What is said where nothing is known in the language of the question, and a person is asked; `name`: who that is, null for nobody named. */
export const passedOnIn = (language: string, name: string | null): string =>
  (PASSED_ON[language] ?? passedOn(language))(name);

const passedOn =
  (language: string) =>
  (name: string | null): string =>
    `I am sorry: I can only answer in English at the moment, and your message seems to be in ${language}. I have passed it on to ${name ?? "the people who arrange your interview"}; the answer will appear here.`;

const PASSED_ON: Readonly<Record<string, (name: string | null) => string>> = {
  German: (name) =>
    `Es tut mir leid: Ich kann im Moment nur auf Englisch antworten. Ich habe Ihre Nachricht weitergegeben an ${name ?? "die Menschen, die Ihr Gespräch organisieren"}; die Antwort erscheint hier.`,
  French: (name) =>
    `Je suis désolé : pour le moment, je ne peux répondre qu’en anglais. J’ai transmis votre message à ${name ?? "ceux qui organisent votre entretien"} ; la réponse apparaîtra ici.`,
  Spanish: (name) =>
    `Lo siento: por ahora solo puedo responder en inglés. He pasado su mensaje a ${name ?? "quienes organizan su entrevista"}; la respuesta aparecerá aquí.`,
  Italian: (name) =>
    `Mi dispiace: al momento posso rispondere solo in inglese. Ho inoltrato il suo messaggio a ${name ?? "chi organizza il suo colloquio"}; la risposta apparirà qui.`,
  Portuguese: (name) =>
    `Lamento: de momento só posso responder em inglês. Passei a sua mensagem a ${name ?? "quem organiza a sua entrevista"}; a resposta aparecerá aqui.`,
  Dutch: (name) =>
    `Het spijt me: ik kan op dit moment alleen in het Engels antwoorden. Ik heb uw bericht doorgegeven aan ${name ?? "wie uw gesprek organiseert"}; het antwoord verschijnt hier.`,
  Polish: (name) =>
    `Przepraszam: w tej chwili mogę odpowiadać tylko po angielsku. Wiadomość otrzyma ${name ?? "osoba, która organizuje rozmowę"}; odpowiedź pojawi się tutaj.`,
};

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
