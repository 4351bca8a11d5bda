/** Every piece of the text in one of three lists: understood, carrying nothing, or left over. */
import type { Constraints } from "./constraints.ts";
import type { Item, Mark } from "./items.ts";
import { shiftWords } from "./wishes.ts";
import { zoneWords } from "./zones-said.ts";

const MARK_WORDS: Partial<Record<Mark, string>> = {
  not: "a denial",
  cannot: "time that somebody has not",
  away: "time that somebody is away",
  can: "time that somebody has",
  good: "a yes to what stands before it",
  bad: "a no to what stands before it",
  except: "an exception",
  but: "a contrast",
  only: "nothing else",
  with: "who is wanted",
  without: "who is not wanted",
  instead: "who is to be replaced",
  for: "what it is for",
};

const asWords = (item: Item): string | undefined => {
  switch (item.kind) {
    case "date":
    case "time":
      return item.atom.as;
    case "duration":
      return `${item.atom.minutes} minutes${item.atom.fromNow === undefined ? "" : ` from now`}`;
    case "shift":
      return shiftWords(item.atom);
    case "zone":
      return zoneWords(item);
    case "unknown_zone":
      return "a time zone that nobody knows";
    case "my_time":
      return "the writer's own time zone";
    case "session":
      return "the session";
    case "reason":
      return "the reason";
    case "soonest":
      return "as soon as possible";
    case "pronoun":
      return "somebody named before";
    case "doubt":
      return "a doubt";
    case "role":
      return "a role";
    case "person":
      return item.matches.length === 1 ? `the person ${item.matches[0] ?? ""}` : "a person";
    case "intent":
      return `the wish: ${item.intent}`;
    case "mark":
      return MARK_WORDS[item.mark];
    case "filler":
    case "left":
      return undefined;
  }
};

/** The three lists. Words left over that stand side by side are one piece. */
export const pieces = (
  items: readonly Item[],
  text: string,
): Pick<Constraints, "understood" | "fillers" | "leftOver"> => {
  const understood: Constraints["understood"] = [];
  const fillers: Constraints["fillers"] = [];
  const leftOver: Constraints["leftOver"] = [];
  let isLeft = false;
  for (const item of items) {
    const { start, end, written } = item;
    const as = asWords(item);
    const last = leftOver.at(-1);
    // A line end, which is a pause and no piece.
    if (start === end) continue;
    if (item.kind === "left" && isLeft && last) {
      last.end = end;
      last.written = text.slice(last.start, end);
    } else if (item.kind === "left") leftOver.push({ start, end, written });
    else if (as === undefined) fillers.push({ start, end, written });
    else understood.push({ start, end, written, as });
    isLeft = item.kind === "left";
  }
  return { understood, fillers, leftOver };
};
