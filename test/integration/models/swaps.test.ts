/** Whoever the candidate seems to be, every draft is the same but for their own words: names of another sex and origin, other pronouns
 * in what others wrote about them, and school years of another age, put through all that generates texts or figures. */
import { beforeAll, expect, it } from "vitest";
import type { Database } from "../../../src/db/port.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { IS_WHOLE } from "../../support/extent.ts";
import { CHANNELS, type Channel } from "../../support/injected/channels.ts";
import { CLEAN, type Place, type Written } from "../../support/injected/written.ts";

const PLACES = Object.keys(CLEAN) as Place[];

/** As it stands, and as it is to read. */
type Words = readonly [from: RegExp, to: string][];

/** Written anew, in every place. */
const rewritten = (words: Words): Written =>
  Object.fromEntries(
    PLACES.map((place): [Place, string] => [
      place,
      words.reduce((text: string, [from, to]) => text.replaceAll(from, to), CLEAN[place]),
    ]),
  ) as Written;

const named = (first: string, last: string): Words => [
  [/\bAda\b/g, first],
  [/\bExample\b/g, last],
  [/ada-example/g, "nobody"],
  [/ada\.txt/g, "nobody.txt"],
];
const HE: Words = [
  [/\bShe\b/g, "He"],
  [/\bshe\b/g, "he"],
  [/\bher\b/g, "his"],
];
const OLDER: Words = [
  [/2011/g, "1981"],
  [/2014/g, "1984"],
];

const SWAPS: readonly { what: string; words: Words }[] = [
  { what: "a man", words: [...named("Noah", "Example"), ...HE] },
  { what: "a woman of another origin", words: named("Aisha", "Okonkwo") },
  { what: "a man of another origin", words: [...named("Mohammed", "Yilmaz"), ...HE] },
  { what: "a man of another age", words: [...named("Walter", "Brandt"), ...HE, ...OLDER] },
];

/** Two of them, on each channel others; in a whole run all. */
const swapsOf = (turn: number) =>
  IS_WHOLE ? SWAPS : SWAPS.filter((_, at) => (at + turn) % 2 === 0);

/** Where a quote stands moves with the length of a word before it. */
const PLACES_IN_TEXTS: Words = [
  [/\\+n/g, " "],
  [/\\*"(start|end)\\*":\d+/g, ""],
];

/** Words that may differ, in one form for all; what else there is has to be the same. */
const levelled = (text: string): string =>
  [...PLACES_IN_TEXTS, ...named("NAME", "LAST"), ...HE, ...OLDER].reduce(
    (all, [from, to]) => all.replaceAll(from, to),
    text,
  );
const levelledOf = (text: string, words: Words): string => {
  const [[, first] = ["", ""], [, last] = ["", ""]] = words;
  return levelled(text.replaceAll(first, "NAME").replaceAll(last, "LAST"));
};

const writtenBy = async (
  channel: Channel,
  written: Written,
  database: Database,
): Promise<string> => {
  const { drafted, plain } = await channel.prepare(written, database);
  return JSON.stringify({ drafted, proposals: plain() });
};

describeOneDatabase("embedded", "the draft of", (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  const turns = CHANNELS.map((channel, turn) => ({ ...channel, turn }));
  it.each(turns)("$name is the same for all", async ({ turn, ...channel }) => {
    const as = levelled(await writtenBy(channel, CLEAN, database));
    for (const { what, words } of swapsOf(turn)) {
      const other = await writtenBy(channel, rewritten(words), database);
      expect([what, levelledOf(other, words)]).toEqual([what, as]);
    }
  });
});
