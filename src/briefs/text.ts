/** A brief in plain text: what a mail holds beside its HTML, and the note in Lever. */
import type { SendBrief } from "../domain/brief.ts";
import type { MarkedSentence } from "./citations.ts";
import {
  type BriefLinks,
  type BriefView,
  type Fact,
  type QuestionView,
  HEADINGS,
  NOTHING,
  viewOf,
} from "./view.ts";

/** For a note in Lever: what all readers of the brief see, with its sources and without a link. */
export const renderBriefNote = (payload: SendBrief): string => {
  const none: BriefLinks = { page: null, own: null, lever: "", job: null, video: null };
  const view = viewOf(payload, null, none);
  const logistics = view.logistics.filter(({ url }) => url === null);
  return textOf({ ...view, title: `Brief: ${view.title}`, logistics });
};

/** The whole of it. Blank lines part its parts; nothing is cut. */
export const textOf = (view: BriefView): string =>
  [
    part(HEADINGS.changes, view.changes.map(bullet)),
    [view.title, view.role],
    [
      `When: ${view.when.first}`,
      ...view.when.others.map(bullet),
      ...(view.video === null ? [] : [`Video: ${view.video}`]),
      ...view.facts.map(factLine),
      ...(view.page === null ? [] : [`To print, and to see the sources’ words: ${view.page}`]),
    ],
    part(HEADINGS.others, view.others.map(otherLine)),
    part(HEADINGS.highlights, sentences(view.highlights, NOTHING.highlights)),
    part(HEADINGS.background, sentences(view.background)),
    part(HEADINGS.feedback, sentences(view.feedback)),
    part(
      HEADINGS.probe,
      view.probe.length === 0 ? [NOTHING.probe] : view.probe.flatMap(probeLines),
    ),
    part(
      HEADINGS.questions,
      view.questions.length === 0 ? [NOTHING.questions] : view.questions.flatMap(questionLines),
    ),
    part(HEADINGS.selling, sentences(view.selling)),
    part(HEADINGS.leftOut, view.leftOut.map(bullet)),
    part(HEADINGS.logistics, view.logistics.map(factLine)),
    part(HEADINGS.sources, sourceLines(view)),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");

const part = (heading: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : [heading.toUpperCase(), ...lines];

const bullet = (text: string): string => `- ${text}`;

const marked = ({ text, numbers }: MarkedSentence): string =>
  [text, ...numbers.map((number) => `[${number}]`)].join(" ");

const sentences = (all: MarkedSentence[], nothing?: string): string[] =>
  all.length === 0 && nothing !== undefined ? [nothing] : all.map((each) => bullet(marked(each)));

const factLine = ({ label, text, url }: Fact): string => `${label}: ${url ?? text}`;

const otherLine = ({ when, name, people, covers }: BriefView["others"][number]): string =>
  bullet(`${when} ${name}${people && `, ${people}`}${covers && `: ${covers}`}`);

const probeLines = (point: BriefView["probe"][number]): string[] => [
  bullet(marked(point)),
  `  Ask: ${point.ask}`,
];

const questionLines = (question: QuestionView, index: number): string[] => [
  `${index + 1}. ${question.text} (${[question.minutes, question.competency].filter(Boolean).join(", ")})`,
  ...question.followUps.map((each) => `   - ${each}`),
  ...(question.strong === "" ? [] : [`   A strong answer: ${question.strong}`]),
];

const sourceLines = ({ documents, alsoRead }: BriefView): string[] => [
  ...documents.map(
    ({ number, title, url }) => `[${number}] ${title}${url === null ? "" : `: ${url}`}`,
  ),
  ...(alsoRead.length === 0 ? [] : [`Also read: ${alsoRead.join("; ")}`]),
];
