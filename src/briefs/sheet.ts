/** How a brief is set on paper, so that it fits one sheet of A4 and of Letter: the print gets smaller as it has more to say, down to
 * 8 points; then what is needed least in the next hour is on screen alone, and the sheet says so. */
import type { BriefView } from "./view.ts";
import { listed } from "./words.ts";

/** Of these lists a sheet that is too full has so many only; what was also read is then not on it. Follow-ups are of each question. */
interface Kept {
  background: number;
  selling: number;
  leftOut: number;
  followUps: number;
}

interface Setting {
  name: string;
  /** Of the print, in points, and of its lines by that. */
  size: number;
  height: number;
  /** Null: all of it. */
  kept: Kept | null;
}

/** The first that fits is taken. */
const SETTINGS: readonly Setting[] = [
  { name: "usual", size: 9.5, height: 1.22, kept: null },
  { name: "close", size: 8.75, height: 1.2, kept: null },
  { name: "closest", size: 8, height: 1.17, kept: null },
  {
    name: "short",
    size: 8,
    height: 1.15,
    kept: { background: 3, selling: 3, leftOut: 3, followUps: 2 },
  },
  {
    name: "shortest",
    size: 8,
    height: 1.12,
    kept: { background: 1, selling: 2, leftOut: 1, followUps: 1 },
  },
];

/** Name of a setting, and in words what is then on screen alone, or that more than one sheet is needed; empty when neither is. */
export interface Sheet {
  setting: string;
  onScreenAlone: string;
}

const TOO_LONG = "This brief is too long for one sheet: all of it is printed, on several.";

/** A brief that no setting holds takes more sheets than one in the usual print, and nothing of it is cut. */
export const sheetOf = (view: BriefView): Sheet => {
  const fitting = SETTINGS.find(
    (each) => heightOf(view, each) <= PRINTED / (each.size * each.height),
  );
  const kept = fitting?.kept ?? null;
  if (!fitting) return { setting: "sheet-usual", onScreenAlone: TOO_LONG };
  return {
    setting: `sheet-${fitting.name}${kept === null ? "" : " sheet-cut"}`,
    onScreenAlone: kept === null ? "" : missingIn(view, kept),
  };
};

/** Units: points between the margins of a sheet of Letter, which is lower than A4; some of it is kept free. */
const PRINTED = 758 * 0.94;
/** What a line of one of two columns holds in the usual print, in the widest of its fonts. */
const CHARACTERS = 56;
const USUAL_SIZE = 9.5;
/** What one of both columns holds. */
const acrossOf = (characters: number): number => characters * 2.15;

/** Units: lines across the sheet. */
const heightOf = (whole: BriefView, { size, kept }: Setting): number => {
  const view = kept === null ? whole : shortened(whole, kept);
  const characters = (CHARACTERS * USUAL_SIZE) / size;
  const across = acrossOf(characters);
  const inColumns = columnTexts(view, kept !== null).map((texts) =>
    texts.length === 0 ? 0 : 1.6 + sum(texts.map((text) => linesOf(text, characters) + 0.15)),
  );
  const { when, facts } = view;
  const head = 2.2 + linesOf([when.first, ...when.others].join(" · "), across * 0.9);
  const inHead = sum(facts.map(({ text }) => linesOf(text, characters - 10))) / 2 + 0.7;
  const atFoot = footTexts(view).map((text) => (text === "" ? 0 : linesOf(text, across) + 0.2));
  const changes = view.changes.length === 0 ? 0 : 1 + linesOf(view.changes.join(" · "), across - 8);
  return head + inHead + changes + sum(inColumns) / 2 + 1 + sum(atFoot);
};

const linesOf = (text: string, characters: number): number =>
  text === "" ? 0 : Math.ceil(widthOf(text) / characters);

/** Units: letters of usual width. Capitals beyond those of a usual sentence take more room, and letters as wide as high twice theirs. */
const widthOf = (text: string): number => {
  const capitals = countOf(text, CAPITALS) - text.length * USUAL_CAPITALS;
  return text.length + Math.max(0, capitals) * 0.4 + countOf(text, SQUARE);
};

const USUAL_CAPITALS = 0.08;

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

const CAPITALS = /\p{Lu}/gu;
const SQUARE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF01-\uFF60]|\p{Extended_Pictographic}/gu;

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

/** The parts in two columns, and the texts of each. */
const columnTexts = (view: BriefView, isShort: boolean): string[][] => {
  const others = view.others.map(({ when, name, people, covers }) =>
    [when, name, people, covers].filter(Boolean).join(", "),
  );
  return [
    isShort ? [others.join(" · ")].filter(Boolean) : others,
    ...[view.highlights, view.background, view.feedback, view.selling].map((sentences) =>
      sentences.map(({ text, numbers }) => `${text} ${numbers.join(",")}`),
    ),
    view.probe.map(({ text, ask, numbers }) => `${text} ${numbers.join(",")} Ask: ${ask}`),
    view.questions.map(({ text, minutes, competency, followUps, strong }) =>
      [
        text,
        `${text.slice(0, text.length / 8)} ${minutes} ${competency}`,
        ...followUps,
        `A strong answer: ${strong}`,
      ].join(" – "),
    ),
  ];
};

const footTexts = ({ leftOut, logistics, documents, alsoRead }: BriefView): string[] => [
  leftOut.length === 0 ? "" : `Left out of this brief: ${leftOut.join(" · ")}`,
  `Links and form: ${logistics.map(({ text }) => text).join(" · ")}`,
  `Sources: ${[...documents.map(({ title }) => `1 ${title}`), ...alsoRead].join(" · ")}`,
];

const shortened = (view: BriefView, kept: Kept): BriefView => ({
  ...view,
  questions: view.questions.map((each) => ({
    ...each,
    followUps: each.followUps.slice(0, kept.followUps),
  })),
  background: view.background.slice(0, kept.background),
  selling: view.selling.slice(0, kept.selling),
  leftOut: view.leftOut.slice(0, kept.leftOut),
  alsoRead: [missingIn(view, kept)],
});

const missingIn = (view: BriefView, kept: Kept): string => {
  const { background, selling, questions, leftOut, alsoRead } = view;
  const beyond = (list: readonly unknown[], most: number): number =>
    Math.max(0, list.length - most);
  const followUps = sum(questions.map((each) => beyond(each.followUps, kept.followUps)));
  const named: [number, one: string, more: string][] = [
    [followUps, "follow-up", "follow-ups"],
    [beyond(background, kept.background), "sentence of background", "sentences of background"],
    [beyond(selling, kept.selling), "selling point", "selling points"],
    [beyond(leftOut, kept.leftOut), "line on what was left out", "lines on what was left out"],
    [alsoRead.length, "title of what was also read", "titles of what was also read"],
  ];
  const words = named.flatMap(([count, one, more]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : more}`],
  );
  return words.length === 0 ? "" : `On screen alone, for want of room: ${listed(words)}.`;
};

const styleOf = ({ name, size, height, kept }: Setting): string => `
  .sheet-${name} { font-size: ${size}pt !important; line-height: ${height} !important; }${
    kept === null
      ? ""
      : `
  .sheet-${name} :is(.part-background li:nth-child(n + ${kept.background + 1}), .part-selling li:nth-child(n + ${kept.selling + 1}), .part-leftOut li:nth-child(n + ${kept.leftOut + 1}),
    .follow-ups > li:nth-child(n + ${kept.followUps + 1})) { display: none !important; }`
  }`;

/** Style of both the page and the mail, on paper alone. What is written beside elements of a mail gives way to it. */
export const SHEET_STYLE = `${SETTINGS.map(styleOf).join("")}
  .paper { display: inline !important; }
  :is(.sheet-closest, .sheet-cut) :is(.ask, .strong) { display: inline; }
  .sheet-cut .also-read { display: none !important; }
  .sheet-cut .part-others ul { padding-left: 0 !important; }
  .sheet-cut .part-others li { display: inline; }
  .sheet-cut .part-others li + li::before { content: " · "; }`;
