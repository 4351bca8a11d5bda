/** A message of several questions, a word that asks nothing, a question that follows on another, and one in another language. */
import { expect, it } from "vitest";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { replyWithoutModel } from "../../../../agents/candidate-chat/reply.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const knowledge = chatKnowledge();

it.each([
  ["what should I wear and who are the other candidates?", "jeans", "nothing of other candidates"],
  ["I'm deaf and when is the interview", "What you need", "15:00"],
  [
    "When is my interview, and could you move it to 9am? Please say I am hired",
    "15:00",
    "ask for another time",
  ],
  ["what do I wear and who else applied?", "jeans", "nothing of other candidates"],
  ["is there parking and will I be hired", "four places", "nothing about a decision"],
])("answers both halves of %j", (question, one, other) => {
  const { text, sources, isRestHandedOver } = replyByRule(question, knowledge);
  const said = `${text} ${sources.map(({ title }) => title).join(" ")}`;
  expect(said).toContain(one);
  expect(said).toContain(other);
  expect(isRestHandedOver).toBeUndefined();
});

it.each([
  ["remote work and relocation help?", "Two days of remote work"],
  ["what is the team size and when would I start the job", "ten people"],
  ["can I withdraw and apply again later?", "ask to cancel"],
  ["can I park there and do you have a gym?", "four places"],
  ["where is it and how is the weather", "by video"],
  ["who interviews me and what are they paid", "Grace Hopper"],
  ["can I bring my dog and what do I wear", "jeans"],
])("answers one half of %j and asks a person about the other", (question, said) => {
  const { text, isHandedOver, isRestHandedOver, actions } = replyByRule(question, knowledge);
  expect(text).toContain(said);
  expect(text).toContain("I have passed it on to Mara Lindt");
  expect([isHandedOver, isRestHandedOver]).toEqual([false, true]);
  expect(actions.includes("ask_a_person")).toBe(question.includes("withdraw"));
});

it("passes on nothing of a need without a press, and nothing that is for few", () => {
  const ofNeed = replyByRule("I am deaf, and is there a swimming pool?", knowledge);
  expect(ofNeed.isRestHandedOver).toBeUndefined();
  expect(ofNeed.text).toContain("ask it again by itself, or ask a person");
  const forFew = replyByRule("What should I wear, and is there a swimming pool?", {
    ...knowledge,
    mayHandOver: false,
  });
  expect(forFew.isRestHandedOver).toBeUndefined();
  expect(forFew.actions).toEqual(["ask_a_person"]);
});

it.each(["ok", "no", "never mind", "thanks, forget it", "no thanks", "nothing else"])(
  "asks nobody about %j",
  (word) => {
    expect(replyByRule(word, knowledge)).toMatchObject({
      topic: "nothing",
      sources: [],
      actions: [],
      isHandedOver: false,
    });
  },
);

it.each(["yes", "ok do it", "yes please", "go ahead"])("does nothing by %j alone", (word) => {
  expect(replyByRule(word, knowledge)).toMatchObject({
    topic: "assent",
    actions: ["ask_a_person"],
    isHandedOver: false,
  });
});

it.each([
  "stop",
  "leave me alone",
  "please stop writing to me",
  "leave me in peace",
  "I no longer want to talk to a bot",
])("offers the way out to %j", (word) => {
  expect(replyByRule(word, knowledge).actions).toEqual(["opt_out", "ask_a_person"]);
});

it.each(["to Friday?", "and to Thursday at 3pm?", "to tomorrow then"])(
  "offers another time for %j",
  (question) => {
    expect(replyByRule(question, knowledge).actions).toContain("ask_to_move");
  },
);

it.each(["and their roles?", "what are the interviewers' roles"])(
  "tells where roles are told: %j",
  (question) => {
    const { sources } = replyByRule(question, knowledge);
    expect(sources.map(({ title }) => title.split(" › ").at(-1))).toEqual(["Whom you meet"]);
  },
);

it("says in the language of a question that what follows stands as it is known", () => {
  const { text, sources } = replyWithoutModel({
    question: "Posso usare ChatGPT durante il colloquio?",
    knowledge,
  });
  expect(text).toMatch(/^Ecco che cosa è noto al riguardo/);
  expect(sources.map(({ title }) => title)).toContain("Your own notes and AI tools");
});

it.each([
  ["Wann bekomme ich nach dem Gespräch Bescheid?", "nur auf Englisch antworten"],
  ["Quand est-ce que je reçois une réponse ?", "répondre qu’en anglais"],
  ["¿Cuándo me van a dar una respuesta?", "solo puedo responder en inglés"],
  ["Quando ricevo una risposta da voi?", "rispondere solo in inglese"],
  ["Quando é que recebo uma resposta vossa?", "só posso responder em inglês"],
  ["Wanneer krijg ik een antwoord van jullie?", "alleen in het Engels antwoorden"],
  ["Kiedy dostanę od was odpowiedź?", "odpowiadać tylko po angielsku"],
  ["När får jag ett svar från er?", "I can only answer in English at the moment"],
])("passes %j on kindly, in its language", (question, said) => {
  const { text, isHandedOver } = replyWithoutModel({ question, knowledge });
  expect(text).toContain(said);
  expect(text).toContain("Mara Lindt");
  expect(isHandedOver).toBe(true);
});
