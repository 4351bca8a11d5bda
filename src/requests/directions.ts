/** Words that move an interview against what is booked, put into the plain ones that the grammar of time knows: `bring Ada forward by an
 * hour` is `move Ada an hour earlier`. A direction is never assumed: what has none here is asked about. */
import type { Choice } from "./understanding.ts";
import { type Masked, replaced } from "./when.ts";

const ACTIVE = "bring|pull|move|shift|push|put";
const PASSIVE = "brought|pulled|moved|shifted|pushed";

/** No word of another thing that is asked for, and no time. */
const OBJECT = `((?:(?!(?:and|then|but|or|to|from|until|before|after|on|by|${ACTIVE}|${PASSIVE}|delay|postpone)\\b)[^\\s.;!?,:]+\\s+){0,7}?)`;

const NUMBER =
  "(?:\\d+(?:[.,]\\d+)?|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|forty-five|sixty|ninety|a couple of)";
const UNIT = "(?:minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|[hmd])";
const AMOUNT = `(${NUMBER}(?: and a half)?[ -]?(?:working |business )?${UNIT}(?: and a half)?)(?![\\w-])(?!\\s+(?:later|earlier|or(?! so))\\b)`;
const BY = "(?:by\\s+|for\\s+)?";
/** Nothing but thanks behind it. */
const END =
  "(?=\\s*(?:please|pls|plz|thanks|thank you|if possible|a bit|a little)?\\s*(?:[.;!?,]|$))";

/** An interview, by whose it is. */
const WHAT =
  "(?:(?:the|this|that|it|her|his|their|interview|onsite|screen|call|of|for|with|candidate|\uE000\\d+\uE001(?:'s)?)(?:\\s+|$|(?=[.;!?,])))+";

/** They move it either way. */
const EITHER = "move|moved|shift|shifted|push|pushed";

/** Which way each of them moves an interview, with the little word that says so. */
const WAYS = [
  { verbs: "bring|brought", by: "forwards?", direction: "earlier" },
  { verbs: "pull|pulled", by: "forwards?|ahead|up|in", direction: "earlier" },
  { verbs: EITHER, by: "up", direction: "earlier" },
  { verbs: EITHER, by: "backwards?|back|out", direction: "later" },
  { verbs: "put", by: "back|off", direction: "later" },
] as const;

const LATER = "delay|delayed|postpone|postponed|put off";

const MOVED = new RegExp(`^(?:${PASSIVE}|delayed|postponed)$`, "iu");
const verb = (written: string): string => (MOVED.test(written) ? "moved" : "move");

/** To some it is earlier, to others later. */
const EITHER_WAY = { verbs: EITHER, by: "forwards?|ahead" } as const;

type Rule = readonly [pattern: RegExp, by: (groups: readonly string[]) => string];

const rule = (pattern: string, by: Rule[1]): Rule => [new RegExp(`\\b${pattern}`, "iu"), by];

const ofWay = ({ verbs, by, direction }: Record<"verbs" | "by" | "direction", string>): Rule[] => [
  rule(
    `(${verbs})\\s+${OBJECT}(?:${by})\\s+${BY}${AMOUNT}`,
    ([said = "", what = "", amount = ""]) => `${verb(said)} ${what}${amount} ${direction}`,
  ),
  rule(
    `(${verbs})\\s+(?:${by})\\s+${OBJECT}${BY}${AMOUNT}`,
    ([said = "", what = "", amount = ""]) => `${verb(said)} ${what}${amount} ${direction}`,
  ),
  rule(
    `(${verbs})\\s+${OBJECT}${BY}${AMOUNT}\\s+(?:${by})(?= |[.;!?,]|$)(?! to\\b)`,
    ([said = "", what = "", amount = ""]) => `${verb(said)} ${what}${amount} ${direction}`,
  ),
];

/** Nothing is said of by how much: any time that is so. */
const alone = (verbs: string, by: string, direction: string): Rule[] => [
  rule(
    `(${verbs})\\s+${OBJECT}(?:${by})${END}`,
    ([said = "", what = ""]) => `${verb(said)} ${what}${direction}`,
  ),
  rule(
    `(${verbs})\\s+(?:${by})\\s+(${WHAT})${END}`,
    ([said = "", what = ""]) => `${verb(said)} ${what.trim()} ${direction}`,
  ),
];

const RULES: readonly Rule[] = [
  ...WAYS.flatMap(ofWay),
  rule(
    `(${LATER})\\s+${OBJECT}${BY}${AMOUNT}`,
    ([said = "", what = "", amount = ""]) => `${verb(said)} ${what}${amount} later`,
  ),
  ...alone("bring|brought", "forwards?", "earlier"),
  ...alone("pull|pulled", "forwards?|in", "earlier"),
  ...alone("push|pushed", "back|out", "later"),
  ...alone("put", "back|off", "later"),
  rule(`(delay|postpone)\\s+(${WHAT})${END}`, ([, what = ""]) => `move ${what.trim()} later`),
  // To a day that is named, and on that side of what is booked.
  rule(
    `(bring|brought|pull|pulled)\\s+${OBJECT}forwards?(?= (?!by\\b))`,
    ([said = "", what = ""]) => `${verb(said)} ${what}earlier`,
  ),
  rule(
    `(?:push|put)\\s+${OBJECT}(?:back|off) (?:to|until|till)(?= )`,
    ([what = ""]) => `move ${what}later to`,
  ),
  rule(`(?:delay|postpone)\\s+${OBJECT}(?:until|till)(?= )`, ([what = ""]) => `postpone ${what}to`),
  rule(
    `(${EITHER})\\s+${OBJECT}up to(?= (?:the |next |this |mon|tue|wed|thu|fri|sat|sun|today|tomorrow|\\d))`,
    ([said = "", what = ""]) => `${verb(said)} ${what}forward to`,
  ),
];

/** With the one word for what moves it, and the one for where to. */
export const withDirections = (said: Masked): Masked =>
  withoutPlaces(withUnits(moved(replaced(said, (_, index) => `\uE000${index}\uE001`))), said);

const moved = (kept: string): string => {
  for (const [pattern, by] of RULES) {
    const found = pattern.exec(kept);
    if (!found) continue;
    const [whole, ...groups] = found;
    const after = kept.slice(found.index + whole.length);
    return `${kept.slice(0, found.index)}${by(groups)}${spaced(after)}`;
  }
  return kept;
};

/** A word behind a word. */
const spaced = (after: string): string => (/^\w/u.test(after) ? ` ${after}` : after);

/** `1h later`: where an hour is meant by the letter, and no hour of the clock. */
const SHORT_UNIT = /\b(\d{1,3})\s?(h|hrs?|mins?|m|d)\b(?=\s+(?:later|earlier)\b)/giu;
const UNITS: Readonly<Record<string, string>> = { h: "hour", m: "minute", d: "day" };

const withUnits = (text: string): string =>
  text.replaceAll(SHORT_UNIT, (_, amount: string, short: string) => {
    const unit = UNITS[short.charAt(0).toLowerCase()] ?? short;
    return `${amount} ${unit}${amount === "1" ? "" : "s"}`;
  });

const PLACE = /\uE000(\d+)\uE001/gu;

/** With everybody in their place again, wherever that is now. */
const withoutPlaces = (kept: string, { text, mentions }: Masked): Masked => {
  let out = "";
  let at = 0;
  const mentionsThere: Masked["mentions"][number][] = [];
  for (const found of kept.matchAll(PLACE)) {
    const mention = mentions[Number(found[1])];
    if (!mention) continue;
    out += kept.slice(at, found.index);
    const start = out.length;
    out += text.slice(mention.start, mention.end);
    mentionsThere.push({ ...mention, start, end: out.length });
    at = found.index + found[0].length;
  }
  return { text: out + kept.slice(at), mentions: mentionsThere };
};

/** What has to be asked of a move before its time is read. */
export interface DirectionQuestion {
  question: string;
  choices: Choice[];
}

const BARE = new RegExp(
  `\\b(?:${ACTIVE}|${PASSIVE}|${LATER})\\s[^.;!?]*?\\bby\\s+(\\d{1,3})(?=\\s*(?:please|pls|thanks|later|earlier)?\\s*[.;!?,]*\\s*$)`,
  "iu",
);
const NO_WAY = new RegExp(
  `\\b(?:${ACTIVE}|${PASSIVE}|reschedule)\\s+${OBJECT}(?:by\\s+)?${AMOUNT}${END}`,
  "diu",
);

const BY_CLOCK = new RegExp(
  `\\b(?:${LATER}|bring|push)\\s[^.;!?]*?\\bby\\s+(?:\\d{1,2}:\\d\\d|\\d{1,2} ?[ap]\\.?m\\b)`,
  "iu",
);
const BY_OR_TO =
  "By how much, or to when? Say it with “minutes” or “hours”, or with “to” and a time of day.";

/** A number of what, or how far without which way. Shape: null where neither is open. */
export const askDirection = ({ text }: Pick<Masked, "text">): DirectionQuestion | null => {
  const bare = BARE.exec(text);
  if (bare) {
    const [whole, number = ""] = bare;
    const end = bare.index + whole.length;
    const choices = ["minutes", "hours", "days"].map((unit) => ({
      label: `${number} ${unit}`,
      text: `${text.slice(0, end)} ${unit}${text.slice(end)}`,
    }));
    return { question: `By ${number} of what? Say it with minutes, hours or days.`, choices };
  }
  if (BY_CLOCK.test(text)) return { question: BY_OR_TO, choices: [] };
  const ways = eitherWay(text);
  if (ways) return { question: WHICH_WAY, choices: ways };
  const without = NO_WAY.exec(text);
  const [start, end] = without?.indices?.[2] ?? [];
  if (start === undefined || end === undefined) return null;
  const choices = ["earlier", "later"].map((direction) => ({
    label: `${text.slice(start, end)} ${direction}`,
    text: `${text.slice(0, start).replace(/\bby\s+$/iu, "")}${text.slice(start, end)} ${direction}${text.slice(end)}`,
  }));
  return { question: WHICH_WAY, choices };
};

/** `move Ada forward a day`, both ways. Shape: null where it is not said so. */
const eitherWay = (text: string): Choice[] | null => {
  const choices = ["earlier", "later"].flatMap((direction) => {
    const found = ofWay({ ...EITHER_WAY, direction }).find(([pattern]) => pattern.test(text));
    if (!found) return [];
    const [pattern, by] = found;
    const said = text.replace(pattern, (_: string, ...groups: string[]) => by(groups));
    return [{ label: `A time that is ${direction}`, text: said.replaceAll(/\s+/gu, " ").trim() }];
  });
  return choices.length === 0 ? null : choices;
};

/** What is asked where no words tell. */
export const WHICH_WAY = "Earlier or later than it is booked? Say which.";
