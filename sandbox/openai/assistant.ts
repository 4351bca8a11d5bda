/** How the company's model plays a candidate's assistant: it reads, and names what it was told to name, well or with a lie in its words. */
import { z } from "zod";
import { PHRASES, PROMISES } from "./phrases.ts";
import type { Asked } from "./request.ts";
import type { Lie } from "./translator.ts";

/** A call of one of the tools that it was given. */
interface Called {
  name: string;
  args: string;
}

/** What it calls next; null: it is no assistant's turn. `cites`: ids of what it names, or null: it hands over. */
export const playAssistant = (
  asked: Asked,
  { cites, lie }: { cites: readonly string[] | null; lie: Lie | null },
): Called[] | null => {
  const names = new Set(asked.tools.map(({ name }) => name));
  if (!names.has("answer") || !names.has("hand_over")) return null;
  const said = asked.said.slice(asked.said.findLastIndex(({ role }) => role === "user") + 1);
  const read = said.filter(({ role }) => role === "tool").flatMap(({ text }) => passagesIn(text));
  if (read.length === 0) {
    const question = asked.said.findLast(({ role }) => role === "user")?.text ?? "";
    return [
      { name: "get_interview", args: "{}" },
      { name: "get_policies", args: "{}" },
      { name: "search_guide", args: JSON.stringify({ question: question.slice(0, 400) }) },
      { name: "search_guide", args: JSON.stringify({ question: SEARCHED }) },
    ];
  }
  if (cites === null) return [{ name: "hand_over", args: "{}" }];
  const named = cites.flatMap((id) => read.find((passage) => passage.id.startsWith(id)) ?? []);
  const sentences = named.map(({ id, text }, at) => ({
    text: wordsOf(text, { lie, next: named[at + 1]?.text ?? "" }),
    sources: [id],
  }));
  return [{ name: "answer", args: JSON.stringify({ sentences, buttons: [] }) }];
};

const SEARCHED = "own notes, what to bring, breaks between interviews";

const Passage = z.object({ id: z.string(), text: z.string() });
type Passage = z.infer<typeof Passage>;
const Read = z.object({ passages: z.array(Passage) });

/** What it is told is not always JSON: then it has read nothing. */
const passagesIn = (told: string): Passage[] => {
  const read = z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue("is no JSON");
        return z.NEVER;
      }
    })
    .pipe(Read)
    .safeParse(told);
  return read.success ? read.data.passages : [];
};

const firstOf = (text: string): string => /^[^.]*\./.exec(text)?.[0] ?? text;

/** Its own words: one sentence of what it names, word for word, unless it lies. */
const wordsOf = (text: string, { lie, next }: { lie: Lie | null; next: string }): string => {
  const first = firstOf(text);
  switch (lie) {
    case "promise":
      return PROMISES.slice(1).join(" ");
    case "turned":
      return first.replace(/ (?:not|no)\b/, "").replace(/\bmay\b/g, "must");
    case "comparison":
      return first.replace("at least", "at most").replace("until", "from");
    case "glued":
      return `${first} ${next === "" ? text.slice(first.length).trim() : firstOf(next)}`;
    case "wrong_language":
      return PHRASES.find(([english]) => english === first)?.[1] ?? first;
    default:
      return first;
  }
};
