/** The floor below our own rules: retext-equality, with the part of it that matters where people are hired. The rest is off: its
 * words are those of documentation ("just", "easy", "master", "whitelist"), of trades that people do ("midwife", "host"), or of
 * one person who is spoken of as "she"; and what is asked of candidates is found by our own rules, with its lawful neighbours.
 * Source: https://github.com/retextjs/retext-equality (MIT). */
import retextEnglish from "retext-english";
import retextEquality from "retext-equality";
import { unified } from "unified";
import { VFile } from "vfile";
import { UNUSED_PHRASES } from "./equality-unused.ts";
import type { Hit } from "./findings.ts";
import type { Category, Kind } from "./types.ts";

const ids = (text: string): readonly string[] => text.trim().split(/\s+/);

const ABILITY =
  ids(`ablebodied cretin daft deafmute gimp handicapped harelip harelipped idiot insanely lame madman madmen maniac
  manic mongoloid psychotic retard retards schizo senile sociopath sociopaths spastic spaz wacko wheelchair-bound
  suffers-from-disabilities birth-defect bedlam`);
const GENDER =
  ids(`alderman-alderwoman cameraman-camerawoman cameramen-camerawomen chairman-chairwoman chairmen-chairwomen
  congressman-congresswoman councilman-councilwoman delivery-boy-delivery-girl doorman-doorwoman doormen-doorwomen
  fireman-firewoman firemen-firewomen fisherman-fisherwoman foreman-forewoman foremen-forewomen garbageman-garbagewoman
  handyman-handywoman handymen-handywomen housemaid housewife housewives janitor-janitress lady-doctor ladylike like-a-man
  man-a-desk man-enough man-the-booth man-the-fort man-the-phones manpower milkman-milkwoman office-girls policemen-policewomen
  postman-postwoman postmen-postwomen railwayman repairman-repairwoman repairmen-repairwomen saleslady-salesman
  salesmen-saleswomen serviceman-servicewoman spokesman-spokeswoman spokesmen-spokeswomen
  usherette weatherman-weatherwoman woman-lawyer workman-workwoman workmen-workwomen`);
const ORIGIN = ids(
  "eskimo eskimos gyp hymie japs oriental orientals redskin redskins towel-heads natives-are-restless",
);
const ORIENTATION = ids(
  "fag gay-agenda gay-lifestyle sexual-preference tranny transgendered homosexual",
);

const CATEGORY_OF: ReadonlyMap<string, Category> = new Map([
  ...ABILITY.map((id) => [id, "ability_coded"] as const),
  ...GENDER.map((id) => [id, "gender_coded"] as const),
  ...ORIGIN.map((id) => [id, "origin"] as const),
  ...ORIENTATION.map((id) => [id, "orientation"] as const),
]);

/** Whether a pattern of retext-equality matters where people are hired. */
export const isOfHiring = (id: string): boolean => CATEGORY_OF.has(id);

/** What is off is not looked for either: all phrases are made ready anew for each text. */
const processor = unified()
  .use(retextEnglish)
  .use(retextEquality, { ignore: UNUSED_PHRASES })
  .freeze();

/** So much is read at once: its parser moves what comes after each word, so that a long paragraph costs its square. */
const PIECE = 2_000;

/** Pieces that end between words. Shape: each with its place in the text. */
function* piecesOf(text: string): Generator<{ piece: string; at: number }> {
  let at = 0;
  while (at < text.length) {
    const space = text.lastIndexOf(" ", at + PIECE);
    const end = at + PIECE >= text.length || space <= at ? at + PIECE : space + 1;
    yield { piece: text.slice(at, end), at };
    at = end;
  }
}

const LETTERS = /[a-z]{3}/i;

/** What retext-equality finds. */
export const findByEquality = (text: string, kind: Kind | undefined): Hit[] => {
  const hits: Hit[] = [];
  for (const { piece, at } of piecesOf(text)) {
    if (!LETTERS.test(piece)) continue;
    const file = new VFile(piece);
    processor.runSync(processor.parse(file), file);
    hits.push(...file.messages.flatMap((message) => toHit(message, at, kind)));
  }
  return hits;
};

const toHit = (message: VFile["messages"][number], at: number, kind: Kind | undefined): Hit[] => {
  const category = CATEGORY_OF.get(message.ruleId ?? "");
  const { place } = message;
  if (!category || !place || !("start" in place)) return [];
  const { start, end } = place;
  if (start.offset === undefined || end.offset === undefined) return [];
  return [
    {
      category,
      severity: "advice",
      start: at + start.offset,
      end: at + end.offset,
      frame: kind === "feedback" ? "judge" : "demand",
    },
  ];
};
