/** Sentences of the sandbox's guides and of our own, put into German and back by hand, each by itself: how many of them pass, and that none
 * does once a word that counts is put in, left out or turned. */
import { expect, it } from "vitest";
import {
  faultOfTranslation,
  faultOfWayBack,
} from "../../../../agents/candidate-chat/translation-checks.ts";

/** The sentence, its translation, and what another person made of that. */
const HONEST: readonly (readonly [string, string, string])[] = [
  [
    "Ring at [[1]]; the reception is to the right of the lift and knows that you come.",
    "Klingeln Sie bei [[1]]; der Empfang ist rechts vom Aufzug und weiß, dass Sie kommen.",
    "Ring at [[1]]; the reception is to the right of the elevator and knows that you are coming.",
  ],
  [
    "Please be there five to ten minutes before the first interview.",
    "Bitte seien Sie fünf bis zehn Minuten vor dem ersten Gespräch da.",
    "Please be there five to ten minutes before the first conversation.",
  ],
  [
    "If you are late, call the reception at [[1]]: we start when you are there, and nobody minds.",
    "Wenn Sie sich verspäten, rufen Sie den Empfang unter [[1]] an: Wir beginnen, wenn Sie da sind, und niemand nimmt es Ihnen übel.",
    "If you are late, call the reception at [[1]]: we begin when you are there, and nobody minds.",
  ],
  ["Parking is free for guests.", "Parken ist für Gäste kostenlos.", "Parking is free for guests."],
  [
    "Bicycles can stand in the courtyard.",
    "Fahrräder können im Hof stehen.",
    "Bicycles can be parked in the courtyard.",
  ],
  [
    "It opens in a browser, and nothing has to be installed.",
    "Er öffnet sich in einem Browser, und nichts muss installiert werden.",
    "It opens in a browser, and nothing has to be installed.",
  ],
  ["A quiet place is enough.", "Ein ruhiger Ort genügt.", "A quiet place is enough."],
  [
    "You may blur your background, or have the camera off: say so at the start, no reason is needed.",
    "Sie dürfen Ihren Hintergrund unscharf machen oder die Kamera ausschalten: Sagen Sie es zu Beginn, ein Grund ist nicht nötig.",
    "You may blur your background or turn off the camera: say so at the start, no reason is needed.",
  ],
  [
    "We never record an interview, and no program writes a transcript of it.",
    "Wir zeichnen nie ein Gespräch auf, und kein Programm schreibt ein Protokoll davon.",
    "We never record a conversation, and no program writes a transcript of it.",
  ],
  [
    "Interviewers take notes.",
    "Die Interviewer machen sich Notizen.",
    "The interviewers take notes.",
  ],
  ["Nothing but yourself.", "Nichts außer sich selbst.", "Nothing but yourself."],
  [
    "Come as you are every day.",
    "Kommen Sie so, wie Sie jeden Tag sind.",
    "Come as you are every day.",
  ],
  [
    "Most of us wear jeans and a jumper; nobody wears a suit, and nobody is judged by clothes.",
    "Die meisten von uns tragen Jeans und Pullover; niemand trägt einen Anzug, und niemand wird nach der Kleidung beurteilt.",
    "Most of us wear jeans and a sweater; nobody wears a suit, and nobody is judged by their clothes.",
  ],
  [
    "Water, coffee and tea are in each room.",
    "Wasser, Kaffee und Tee stehen in jedem Raum.",
    "Water, coffee and tea are in every room.",
  ],
  [
    "You may ask for a break at any time.",
    "Sie dürfen jederzeit um eine Pause bitten.",
    "You may ask for a break at any time.",
  ],
  [
    "You hear from us within five working days after the last interview, whatever the answer is.",
    "Sie hören innerhalb von fünf Arbeitstagen nach dem letzten Gespräch von uns, wie auch immer die Antwort lautet.",
    "You will hear from us within five working days after the last interview, whatever the answer is.",
  ],
  [
    "A panel has at most three people.",
    "Ein Panel hat höchstens drei Personen.",
    "A panel has at most three people.",
  ],
  [
    "Two days of remote work a week",
    "Zwei Tage Remote-Arbeit pro Woche",
    "Two days of remote work per week",
  ],
  [
    "A yearly salary of [[1]] to [[2]] euros",
    "Ein Jahresgehalt von [[1]] bis [[2]] Euro",
    "An annual salary of [[1]] to [[2]] euros",
  ],
  [
    "People decide about your application.",
    "Menschen entscheiden über Ihre Bewerbung.",
    "People decide about your application.",
  ],
  [
    "I have no access to feedback, scores, interviewers' notes or other candidates, I take no part in any decision, and I can promise nothing.",
    "Ich habe keinen Zugang zu Rückmeldungen, Bewertungen, Notizen der Interviewer oder anderen Kandidaten, ich nehme an keiner Entscheidung teil und kann nichts versprechen.",
    "I have no access to feedback, ratings, notes of the interviewers or other candidates, I take part in no decision, and I can promise nothing.",
  ],
  [
    "A person takes the interview out of everybody's calendar and tells you when that is done.",
    "Eine Person nimmt das Gespräch aus allen Kalendern und sagt Ihnen, wenn das geschehen ist.",
    "A person takes the interview out of all calendars and tells you when that is done.",
  ],
  [
    "When you ask for another time, one is looked for and you get a mail about it.",
    "Wenn Sie um einen anderen Termin bitten, wird einer gesucht, und Sie bekommen eine E-Mail darüber.",
    "When you ask for another appointment, one is looked for and you get an email about it.",
  ],
  [
    "The money is with you within fourteen days.",
    "Das Geld ist innerhalb von vierzehn Tagen bei Ihnen.",
    "The money is with you within fourteen days.",
  ],
  [
    "What you write here is kept encrypted, for the people at [[1]] who arrange your interview.",
    "Was Sie hier schreiben, wird verschlüsselt aufbewahrt, für die Menschen bei [[1]], die Ihr Gespräch organisieren.",
    "What you write here is kept encrypted, for the people at [[1]] who organise your interview.",
  ],
];

const back = (source: string, text: string) => faultOfWayBack({ source, back: text, from: "en" });

it("most of what is said well, and freely, may be shown", () => {
  const refused = HONEST.filter(
    ([source, text, there]) =>
      faultOfTranslation({ source, from: "en", text, into: "de" }) ?? back(source, there),
  );
  expect(refused.length).toBeLessThanOrEqual(5);
});

const COUNTS =
  /\b(?:no|not|nothing|nobody|never|none|must|may|can|has to|need|needed|at least|at most|before|after|within|until|if|only|first|last|free|five|three|fourteen|other|I|you|we|us|your|right)\b/gi;

it("nothing passes with a word that counts left out", () => {
  let tried = 0;
  for (const [source] of HONEST) {
    for (const { 0: word, index } of source.matchAll(COUNTS)) {
      const text = source.slice(0, index) + source.slice(index + word.length + 1);
      expect([word, text, back(source, text)]).toEqual([word, text, expect.any(String)]);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(40);
});

it.each("not hired must only certainly paid ten before unless rejected we offer best".split(" "))(
  "nothing passes with a word put in: %s",
  (word) => {
    for (const [source] of HONEST) {
      const words = source.split(" ");
      for (const at of words.keys()) {
        const text = words.toSpliced(at, 0, word).join(" ");
        // “Has must to” says no other thing than it did.
        if (text.includes("has must to")) continue;
        expect([text, back(source, text)]).toEqual([text, expect.any(String)]);
      }
    }
  },
);

it.each("eingestellt ausgewählt abgelehnt Angebot".split(" "))(
  "a model that tells the same lie on both ways is seen by its German: %s",
  (word) => {
    for (const [source, text] of HONEST) {
      const words = text.split(" ");
      for (const at of words.keys()) {
        const lied = words.toSpliced(at, 0, word).join(" ");
        const fault = faultOfTranslation({ source, from: "en", text: lied, into: "de" });
        expect([lied, fault]).toEqual([lied, "promise"]);
      }
    }
  },
);

it.each([
  ["may", "must"],
  ["can", "must"],
  ["at most", "at least"],
  ["within", "after"],
  ["before", "after"],
  ["first", "last"],
  ["nobody", "everybody"],
  ["never", "always"],
  ["nothing", "everything"],
  ["free", "expensive"],
  ["five", "fifty"],
  ["three", "thirty"],
  ["right", "left"],
  ["we", "you"],
  ["You", "We"],
  ["If", "Unless"],
  ["start", "end"],
])("nothing passes with %s turned to %s", (from, to) => {
  const turned = HONEST.filter(([source]) => new RegExp(`\\b${from}\\b`).test(source));
  expect(turned.length).toBeGreaterThan(0);
  for (const [source] of turned) {
    const text = source.replace(new RegExp(`\\b${from}\\b`), to);
    expect([text, back(source, text)]).toEqual([text, expect.any(String)]);
  }
});
