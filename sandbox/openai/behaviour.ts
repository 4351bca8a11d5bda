/** How the company's model behaves: well, or in one of the ways in which models and their servers really fail. */
import { z } from "zod";
import { playAssistant } from "./assistant.ts";
import { PROMISES } from "./phrases.ts";
import type { Asked } from "./request.ts";
import { type Lie, readToTranslate, translateAs } from "./translator.ts";

/** Each way to behave, in words. */
export const BEHAVIOURS = {
  faithful: "gives back the draft that it is shown, in the agreed shape",
  script: "gives the answers of the script, one after another",
  slow: "answers well, after the delay",
  break_off: "breaks off in the middle of its answer",
  nonsense: "talks of something else, in no shape",
  refuse: "refuses to help",
  filtered: "is held back by a filter",
  cut_off: "stops in the middle because its tokens are used up",
  empty: "says nothing",
  leak: "tells what it was told: its prompt and all that it was shown",
  traitor: "does whatever the quoted text orders",
  invent: "invents times, names and links",
  endless: "never comes to an end",
  endless_tools: "calls tools for ever",
  wrong_schema: "answers in JSON of another shape",
  assistant: "plays a candidate's assistant: reads, names what `cites` says, and translates",
  lie: "does the same with the lie that `lie` says in it, and adds promises to all else",
} as const;
export type Behaviour = keyof typeof BEHAVIOURS;

const isBehaviour = (name: string): name is Behaviour => Object.hasOwn(BEHAVIOURS, name);
export const BEHAVIOUR_NAMES = Object.keys(BEHAVIOURS).filter(isBehaviour);

/** One answer. */
export interface Answer {
  text: string;
  toolCalls: { name: string; args: string }[];
  finish: "stop" | "length" | "content_filter" | "tool_calls";
  refusal: string | null;
}

/** An answer of a script: what it says, calls or refuses; all else is as usual. */
export const ScriptedAnswer = z.strictObject({
  text: z.string().default(""),
  toolCalls: z.array(z.strictObject({ name: z.string(), args: z.string() })).default([]),
  finish: z.enum(["stop", "length", "content_filter", "tool_calls"]).default("stop"),
  refusal: z.string().nullable().default(null),
});
export type ScriptedAnswer = z.input<typeof ScriptedAnswer>;

/** What was shown, as far as it is JSON; null else. */
const shownTo = ({ said }: Asked): unknown => {
  try {
    const shown: unknown = JSON.parse(said.findLast(({ role }) => role === "user")?.text ?? "");
    return typeof shown === "object" && shown !== null && "draft" in shown ? shown.draft : shown;
  } catch {
    return null;
  }
};

const NAMES = new Set(["id", "key"]);

/** The same JSON with each of its texts changed; what is named by stays. */
const withTexts = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => withTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      NAMES.has(name) ? item : withTexts(item, change),
    ]),
  );
};

const ORDER =
  /(?:ignore|disregard|forget)\b[^.:!\n]{0,80}\b(?:instructions?|rules?|prompts?|above|before)\b[\s.:,;!-]*([^\n]{1,400})/i;

/** What a quoted text orders; null when it orders nothing. */
export const orderIn = (text: string): string | null => ORDER.exec(text)?.[1]?.trim() ?? null;

const INVENTED =
  " See Dr. Mallory Invented on Tuesday, 14 March at 15:45, at https://evil.example/join, or call +1 555 010 9999.";

const traitorous = (asked: Asked, standing: string | null): Answer => {
  const order = orderIn(asked.said.map(({ text }) => text).join("\n")) ?? standing;
  if (order === null) return shaped(asked, shownTo(asked));
  const named = asked.tools.find(({ name }) => order.includes(name));
  if (named && asked.forced === null) return calling([{ name: named.name, args: argsIn(order) }]);
  const draft = shownTo(asked);
  return draft === null
    ? saying(order)
    : shaped(
        asked,
        withTexts(draft, () => order),
      );
};

/** Arguments that an order brings with it. */
const argsIn = (order: string): string => {
  const found = /\{.*\}/s.exec(order)?.[0];
  return found !== undefined && canParse(found) ? found : "{}";
};

const canParse = (text: string): boolean => {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
};

const saying = (text: string): Answer => ({ text, toolCalls: [], finish: "stop", refusal: null });
const calling = (toolCalls: Answer["toolCalls"]): Answer => ({
  text: "",
  toolCalls,
  finish: "tool_calls",
  refusal: null,
});

/** As it was asked for: a call of the tool that must be called, else a text. */
const shaped = ({ forced, shape, said }: Asked, value: unknown): Answer => {
  if (forced !== null) return calling([{ name: forced, args: JSON.stringify(value ?? {}) }]);
  if (shape.kind !== "text" || value !== null) return saying(JSON.stringify(value ?? {}));
  const asked = said.findLast(({ role }) => role === "user")?.text ?? "";
  return saying(`You wrote: ${asked.slice(0, 200)}`);
};

const half = (answer: Answer): Answer => ({
  ...answer,
  text: answer.text.slice(0, Math.ceil(answer.text.length / 2)),
  toolCalls: answer.toolCalls.map(({ name, args }) => ({
    name,
    args: args.slice(0, Math.ceil(args.length / 2)),
  })),
});

const leaking = (asked: Asked): Answer => {
  const all = asked.said.map(({ text }) => text).join(" ");
  const draft = shownTo(asked);
  return draft === null
    ? saying(all)
    : shaped(
        asked,
        withTexts(draft, (text) => `${text} ${all}`),
      );
};

/** What else it was told of how to behave. */
export interface Told {
  /** What a traitor does where no text orders anything. */
  order: string | null;
  /** What an assistant names; null: it hands over. */
  cites: readonly string[] | null;
  lie: Lie;
}

const assisting = (asked: Asked, { cites }: Told, lie: Lie | null): Answer => {
  const calls = playAssistant(asked, { cites, lie });
  if (calls) return calling(calls);
  if (lie === null || readToTranslate(shownTo(asked))) return faithfully(asked, lie);
  return shaped(
    asked,
    withTexts(shownTo(asked), (text) => `${text} ${PROMISES.join(" ")}`),
  );
};

/** Gives back what it was shown; sentences to be translated it translates. */
const faithfully = (asked: Asked, lie: Lie | null = null): Answer => {
  const shown = shownTo(asked);
  const toTranslate = readToTranslate(shown);
  return shaped(asked, toTranslate ? translateAs(toTranslate, lie) : shown);
};

/** What it answers, behaving so. `script` is for whoever keeps it. */
export const answerAs = (
  behaviour: Exclude<Behaviour, "script">,
  asked: Asked,
  told: Told,
): Answer => {
  const faithful = faithfully(asked);
  switch (behaviour) {
    case "faithful":
    case "slow":
    case "break_off":
    case "endless":
      return faithful;
    case "nonsense":
      return saying("The moon is made of green cheese, and so am I! {{{ \u{1f9c0}");
    case "refuse":
      return { ...saying(""), refusal: "I'm sorry, but I can't help with that." };
    case "filtered":
      return { ...half(faithful), finish: "content_filter" };
    case "cut_off":
      return { ...half(faithful), finish: "length" };
    case "empty":
      return saying("");
    case "leak":
      return leaking(asked);
    case "traitor":
      return traitorous(asked, told.order);
    case "invent":
      return shaped(
        asked,
        withTexts(shownTo(asked), (text) => `${text}${INVENTED}`),
      );
    case "endless_tools": {
      const name = asked.tools[0]?.name ?? "look_again";
      return calling([{ name, args: "{}" }]);
    }
    case "assistant":
      return assisting(asked, told, null);
    case "lie":
      return assisting(asked, told, told.lie);
    case "wrong_schema":
      return shaped(asked, { result: [{ verdict: "hire", score: 10 }], draft: 7 });
  }
};
