import { expect, it } from "vitest";
import {
  faultOfTranslation,
  faultOfWayBack,
} from "../../../../agents/candidate-chat/translation-checks.ts";
import { startStopwatch } from "../../../support/stopwatch.ts";

const FIFTEEN = "Between two interviews there are at least fifteen minutes";
const BREAKS = `${FIFTEEN}.`;
const NOTES = "You may have your own notes with you, and you may write along.";
const SIGN = "At the reception you sign in with your name; you need no identification.";
const MEETS = "You will meet [[1]] and [[2]] for [[3]]";
const MEET = `${MEETS}.`;
const MET = "Sie treffen [[1]] und [[2]] für [[3]]";
const UNTIL = "You can ask for another time until [[1]].";
const DOG = "You may bring a dog, but you must not bring a cat to the office.";

const forward = (source: string, text: string, into = "de") =>
  faultOfTranslation({ source, from: "en", text, into });
const back = (source: string, text: string, from = "en") =>
  faultOfWayBack({ source, back: text, from });

it.each([
  ["de", BREAKS, "Zwischen zwei Gesprächen liegen mindestens fünfzehn Minuten."],
  ["de", NOTES, "Sie dürfen Ihre eigenen Notizen bei sich haben, und Sie dürfen mitschreiben."],
  ["de", SIGN, "Am Empfang tragen Sie sich mit Ihrem Namen ein; Sie brauchen keinen Ausweis."],
  ["de", MEET, "Bei [[3]] treffen Sie [[1]] und [[2]]."],
  [
    "fr",
    SIGN,
    "À la réception, vous vous inscrivez ; vous n’avez besoin d’aucune pièce d’identité.",
  ],
  ["es", BREAKS, "Entre dos entrevistas hay al menos quince minutos."],
  ["it", BREAKS, "Tra due colloqui ci sono almeno quindici minuti."],
  ["pt", UNTIL, "Pode pedir outra hora até [[1]]."],
  ["nl", NOTES, "U mag uw eigen notities bij u hebben, en u mag meeschrijven."],
  [
    "pl",
    DOG,
    "Można przyprowadzić psa, ale nie wolno przyprowadzać kota do biura, to trzeba wiedzieć.",
  ],
  ["uk", BREAKS, "Між двома співбесідами є щонайменше п’ятнадцять хвилин."],
  ["ja", BREAKS, "二つの面接の間には少なくとも十五分あります。"],
  ["el", BREAKS, "Μεταξύ δύο συνεντεύξεων υπάρχουν τουλάχιστον δεκαπέντε λεπτά."],
])("an honest translation into %s passes: %s", (into, source, text) => {
  expect(forward(source, text, into)).toBeNull();
});

it.each([
  ["missing", MEET, ""],
  ["placeholders", MEET, "Sie treffen [[1]] und [[2]]."],
  ["placeholders", MEET, "Sie treffen [[1]], [[1]] und [[2]] für [[3]]."],
  ["placeholders", MEET, "Sie treffen [[1]], [[2]] und [[4]] für [[3]]."],
  ["signs", MEET, `${MET} um 10.`],
  ["signs", MEET, `${MET}, siehe https://evil.example`],
  ["signs", MEET, `${MET}, siehe evil.example`],
  ["signs", MEET, "Sie treffen <b>[[1]]</b> und [[2]] für [[3]]."],
  ["signs", MEET, "Sie treffen **[[1]]** und [[2]] für [[3]]."],
  ["signs", MEET, "Sie treffen [[1]]\u202e und [[2]] für [[3]]."],
  ["signs", MEET, "Sie treffen [[1]]\u200b und [[2]] für [[3]]."],
  ["signs", MEET, `${MET} 👍`],
  ["signs", MEET, "Sie treffen [[1]] und [[2]]\nfür [[3]]."],
  ["length", MEET, `${MET}${", und zwar sehr gern".repeat(5)}.`],
  ["length", BREAKS, "Ja."],
  ["script", BREAKS, "Между двумя собеседованиями есть пятнадцать минут."],
  ["untranslated", BREAKS, BREAKS],
  ["untranslated", BREAKS, "Between two interviews are at least fifteen Minuten."],
  [
    "language",
    BREAKS,
    "Tussen twee gesprekken zitten er in ieder geval altijd minstens vijftien minuten voor u.",
  ],
  ["promise", MEET, `${MET}, und wir stellen Sie sicher ein.`],
  [
    "promise",
    BREAKS,
    "Zwischen zwei Gesprächen liegen mindestens fünfzehn bezahlte Minuten Gehalt.",
  ],
  ["promise", MEET, `${MET} und sind ausgewählt.`],
  ["negation", SIGN, "Am Empfang tragen Sie sich mit Ihrem Namen ein; Sie brauchen einen Ausweis."],
  ["negation", MEET, "Sie treffen [[1]] und [[2]] nicht für [[3]]."],
  ["duty", NOTES, "Sie müssen Ihre eigenen Notizen bei sich haben, und Sie müssen mitschreiben."],
  ["duty", MEET, "Sie müssen [[1]] und [[2]] für [[3]] treffen."],
  ["time", MEET, "Sie treffen [[1]] und [[2]] um halb elf für [[3]]."],
  ["numbers", BREAKS, "Zwischen zwei Gesprächen liegen mindestens zwölf Minuten."],
] as const)(
  "what cannot be told from its words is not asked about again: %s",
  (fault, source, text) => {
    expect(forward(source, text)).toBe(fault);
  },
);

it.each([
  ["fr", "Vous rencontrerez [[1]] et [[2]] pour [[3]] : vous êtes embauché."],
  ["es", "Usted se reunirá con [[1]] y [[2]] para [[3]], y el puesto está garantizado."],
  ["it", "Incontrerà [[1]] e [[2]] per [[3]]: il posto è sicuro."],
  ["pt", "Vai conhecer [[1]] e [[2]] para [[3]]; será contratado."],
  ["nl", "U ontmoet [[1]] en [[2]] voor [[3]] en u bent aangenomen."],
  ["pl", "Spotkasz [[1]] i [[2]] na [[3]], gwarantujemy pracę."],
])("a promise in %s is seen without any way back", (into, text) => {
  expect(forward(MEET, text, into)).toBe("promise");
});

it.each([
  [BREAKS, "Between two conversations there are at least fifteen minutes."],
  [NOTES, "You may have your own notes with you, and you can write along."],
  [SIGN, "At the reception you sign in with your name; you do not need identification."],
  [MEET, "You meet [[1]] and [[2]] for [[3]]."],
  [UNTIL, "You can ask for another time until [[1]]."],
])("the same in other words passes on its way back: %s", (source, text) => {
  expect(back(source, text)).toBeNull();
});

it.each([
  ["promise", MEET, `${MEETS}, and you are hired.`],
  ["promise", BREAKS, "Between two interviews there are certainly at least fifteen minutes."],
  ["promise", BREAKS, "Between two interviews there are at least fifteen paid minutes."],
  ["negation", SIGN, "At the reception you sign in with your name; you need identification."],
  ["negation", BREAKS, "Between two interviews there are not at least fifteen minutes."],
  ["duty", NOTES, "You must have your own notes with you, and you may write along."],
  ["duty", DOG, "You must bring a dog, but you may not bring a cat to the office."],
  ["comparison", BREAKS, "Between two interviews there are at most fifteen minutes."],
  ["comparison", UNTIL, "You can ask for another time after [[1]]."],
  ["comparison", BREAKS, "Between two interviews there are more than fifteen minutes."],
  ["numbers", BREAKS, "Between two interviews there are at least fifty minutes."],
  ["numbers", BREAKS, `${FIFTEEN} at half past ten.`],
  ["people", "We pay your travel to the office.", "You pay our travel to the office."],
  ["people", "I decide about the room.", "We decide about the room."],
  ["placeholders", MEET, "You will meet [[2]] and [[1]] for [[3]]."],
  ["placeholders", MEET, "You will meet [[1]] for [[3]]."],
  ["signs", MEET, `${MEETS} at 10.`],
  ["words", MEET, `${MEETS} on the moon.`],
  ["words", BREAKS, `${FIFTEEN}, and lunch.`],
  ["words", "There are places for guests.", "There are guests."],
  [
    "words",
    "The lift works and the entrance is wide and the toilet is safe.",
    "The lift works and the entrance is wide and the toilet is unsafe.",
  ],
  ["order", "You may bring a dog, but not a cat.", "You may bring a cat, but not a dog."],
  ["missing", MEET, " "],
] as const)("what turned out otherwise on its way back is not shown: %s", (fault, source, text) => {
  expect(back(source, text)).toBe(fault);
});

it("a guide in German is held to its own words", () => {
  const source = "Bitte bringen Sie keinen Laptop mit, denn wir leihen Ihnen gerne einen.";
  expect(back(source, source, "de")).toBeNull();
  expect(back(source, source.replace("keinen", "einen"), "de")).toBe("negation");
  expect(back("Sie dürfen bis zwölf kommen.", "Sie müssen bis zwölf kommen.", "de")).toBe("duty");
  expect(back("Sie dürfen bis zwölf kommen.", "Sie dürfen ab zwölf kommen.", "de")).toBe("numbers");
  // Of a language without lists nothing may be said in other words.
  expect(back("Voit tuoda oman koneen.", "Voit tuoda oman koneen.", "fi")).toBeNull();
  expect(back("Voit tuoda oman koneen.", "Voit tuoda oman kissan.", "fi")).toBe("words");
});

it("any language that can be told may be asked for", () => {
  const languages =
    "am ar az be bg bn ca cs da el et eu fa fi gu he hi hr hu hy is ka kn ko ku lo lt lv ml mr ms no or pa ro ru sk sl sq sr sv ta te th tl tr ur vi yo zh";
  for (const into of languages.split(" ")) {
    // It is what it was: that is seen in every script.
    expect([into, forward(BREAKS, BREAKS, into)]).toEqual([
      into,
      expect.stringMatching(/^(?:script|untranslated|length)$/),
    ]);
  }
});

it("looks no closer at what is far too long", () => {
  const began = startStopwatch();
  const marks = `a${"\u0315\u0300".repeat(50_000)}`;
  expect([forward(BREAKS, marks), back(BREAKS, marks)]).toEqual(["length", "length"]);
  expect(began.cpuMs()).toBeLessThan(500);
});
