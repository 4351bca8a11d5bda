/** What a question may be about, where several sources are near and none of them is sure. Nothing of them is shown before one is chosen. */
import { namedIn } from "./cue.ts";
import type { ChatKnowledge, ChatReply } from "./knowledge.ts";

/** Of so many it is asked: of one it is a guess, and of more a list. */
const FEWEST = 2;
const MOST = 3;
/** Below this share of the question's words a passage is not near. */
const NEAR_SHARE = 0.6;

/** Units: words. What is no longer asks nothing, and only names something. */
const LONGEST_MENTION = 4;

/** Titles of the guide to choose from. Shape: empty, or two or three. */
export const nearTo = (
  question: string,
  { search, about }: Pick<ChatKnowledge, "search" | "about">,
): string[] => {
  const isMention = question.split(" ").length <= LONGEST_MENTION;
  const byWords = search(question).filter(
    ({ asked, share, verbatim }) =>
      verbatim > 0 && (isMention ? asked > 0 && share === 1 : asked >= 2 && share >= NEAR_SHARE),
  );
  const bySubject = namedIn(question).flatMap((subject) => about(subject, question).slice(0, 1));
  const titles = new Set(
    [...bySubject, ...byWords].filter(({ kind }) => kind === "guide").map(({ title }) => title),
  );
  return titles.size >= FEWEST && titles.size <= MOST ? [...titles] : [];
};

/** Asks which of them is meant; a person is the last to choose. */
export const askWhich = (choices: readonly string[]): ChatReply => ({
  text: `Did you mean one of these: ${choices.map((title) => `“${title}”`).join(", ")}? Choose it below, or ask a person.`,
  sources: [],
  choices: [...choices],
  actions: ["ask_a_person"],
  topic: "unknown",
  isHandedOver: false,
});
