/** What a debrief should talk about: where the panel is apart, what one person alone says, what nobody says. */
import type { DebriefQuestion, SynthesisQuote } from "../../src/domain/synthesis.ts";
import { type Figures, type TopicFigures, furthestApart } from "../../src/synthesis/figures.ts";
import type { PanelForm } from "../../src/synthesis/form.ts";

const MOST = 20;

interface Beside {
  forms: readonly PanelForm[];
  quotes: readonly SynthesisQuote[];
  notCovered: readonly string[];
}

/** The disagreements first, then gaps, then single voices. */
export const debriefQuestions = (
  { topics, overall }: Figures,
  { forms, quotes, notCovered }: Beside,
): DebriefQuestion[] =>
  [
    ...topics.filter(({ view }) => view === "differ").map(apart),
    ...overallApart(overall),
    ...notCovered.map(
      (name) => `Nobody names ${name}: who has seen something of it, and what was it?`,
    ),
    ...topics.filter(({ view }) => view === "one_voice").map(alone),
    ...concernsOfOne({ forms, quotes }, topics),
  ]
    .slice(0, MOST)
    .map((text, index) => ({
      id: `open-${index + 1}`,
      text: text.slice(0, 600),
      wordedBy: "code" as const,
    }));

const apart = ({ topic, voices }: TopicFigures): string => {
  const pair = furthestApart(voices);
  if (!pair) return "";
  const [low, high] = pair;
  return `${low.name} gives ${low.place} of ${low.of} for ${topic.name}, and ${high.name} ${high.place} of ${high.of}: what did each of them see?`;
};

const alone = ({ topic, voices }: TopicFigures): string =>
  `Only ${voices[0]?.name ?? "one person"} gives a score for ${topic.name}: has anybody else seen it?`;

/** Recommendations on either side of the middle of their scales. */
const overallApart = (overall: Figures["overall"]): string[] => {
  const placed = overall.flatMap(({ name, on }) =>
    on ? [{ name, level: (on.place - 1) / (on.of - 1) }] : [],
  );
  const names = (isOf: (level: number) => boolean): string =>
    [...new Set(placed.filter(({ level }) => isOf(level)).map(({ name }) => name))].join(", ");
  const [below, above] = [names((level) => level < 0.5), names((level) => level > 0.5)];
  if (below === "" || above === "") return [];
  return [
    `The recommendations are apart (${below}; ${above}): which observations are they drawn from?`,
  ];
};

/** A concern of one person about something that nobody has scored. Several people's are several claims, and no single voice. */
const concernsOfOne = (
  { forms, quotes }: Pick<Beside, "forms" | "quotes">,
  topics: readonly TopicFigures[],
): string[] => {
  const scored = new Set(topics.map(({ topic }) => topic.name));
  const writerOf = ({ form }: SynthesisQuote) => forms.find(({ id }) => id === form)?.by.userId;
  const open = quotes.filter(
    ({ kind, topic }) => kind === "concern" && topic !== null && !scored.has(topic),
  );
  return [...Map.groupBy(open, ({ topic }) => topic)].flatMap(([name, own]) =>
    new Set(own.map(writerOf)).size === 1
      ? [`One person alone has a concern about ${name}: has anybody else seen it?`]
      : [],
  );
};
