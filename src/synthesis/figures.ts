/** The figures of a round, by competency: who gave what, how far apart, and whether that is agreement. */
import { shorten } from "../domain/quoted.ts";
import { createLabelCheck } from "../language/checker/check-label.ts";
import type { Competency, PanelForm } from "./form.ts";
import { UNNAMED } from "./topics.ts";
import { type FormScores, type Score, scoresIn } from "./scores.ts";

/** One person's score. */
export interface Voice {
  form: string;
  userId: string;
  name: string;
  given: string;
  place: number;
  of: number;
  level: number;
}

/** Of one competency, or one label of the forms. */
export interface TopicFigures {
  topic: Competency;
  /** By level, the lowest first. */
  voices: Voice[];
  /** Of levels, 0 to 1. */
  least: number;
  most: number;
  /** Of people: each counts once, with the median of their own levels. */
  median: number;
  /** Whether all were given on the same scale; else levels alone compare. */
  isOneScale: boolean;
  view: "agree" | "differ" | "one_voice";
}

/** What somebody answered of the whole. */
export interface OverallAnswer {
  form: string;
  userId: string;
  name: string;
  given: string;
  /** Null where its scale cannot be read. */
  on: { place: number; of: number } | null;
}

/** All of a round. */
export interface Figures {
  topics: TopicFigures[];
  overall: OverallAnswer[];
  /** Ids of forms that hold no score: they count nowhere. */
  withoutScores: string[];
  /** What the reader of the figures has to know. */
  notes: string[];
}

/** Further apart than neighbours on a scale of four. */
const FAR = 0.34;
const MIDDLE = 0.5;

/** Figures of the forms. A person is one voice however many forms they filled in. */
export const figuresOf = (
  forms: readonly PanelForm[],
  competencies: readonly Competency[],
  checkLabel = createLabelCheck(),
): Figures => {
  const read = forms.map((form) => ({ form, found: scoresIn(form, competencies, checkLabel) }));
  const given = read.flatMap(({ form, found }) => found.scores.map((score) => ({ form, score })));
  const byTopic = Map.groupBy(given, ({ score }) => score.topic.id);
  const order = new Map(competencies.map(({ id }, index) => [id, index]));
  const topics = [...byTopic.values()]
    .map(topicFigures)
    .toSorted(
      (one, other) =>
        (order.get(one.topic.id) ?? order.size) - (order.get(other.topic.id) ?? order.size),
    );
  return {
    topics,
    overall: read.flatMap(({ form, found }) => overallOf(form, found)),
    withoutScores: read
      .filter(({ found }) => found.scores.length === 0 && found.overall === null)
      .map(({ form }) => form.id),
    notes: notesOf(read, topics),
  };
};

interface Given {
  form: PanelForm;
  score: Score;
}

const topicFigures = (given: Given[]): TopicFigures => {
  const voices = given
    .map(({ form: { id, by }, score: { given: words, place, of, level } }) => ({
      form: id,
      userId: by.userId,
      name: by.name,
      given: words,
      place,
      of,
      level,
    }))
    .toSorted((one, other) => one.level - other.level);
  const levels = voices.map(({ level }) => level);
  const people = valuesOf(voices).map(({ value }) => value);
  const [least = 0, most = 0] = [levels[0], levels.at(-1)];
  const topic = given[0]?.score.topic ?? UNNAMED;
  const isOneScale = new Set(given.map(({ score }) => score.scale.join("\n"))).size === 1;
  return {
    topic,
    voices,
    least,
    most,
    median: medianOf(people.toSorted((one, other) => one - other)),
    isOneScale,
    view: viewOf(voices),
  };
};

/** One value of each person, whatever number of scores they gave: the median of their own. */
const valuesOf = (voices: readonly Voice[]): { name: string; value: number; count: number }[] =>
  [...Map.groupBy(voices, ({ userId }) => userId).values()].map((own) => ({
    name: own[0]?.name ?? "",
    value: medianOf(own.map(({ level }) => level)),
    count: own.length,
  }));

/** The two people who are furthest apart, the lower one first; null where only one scores. What one person gives in two places
 * says nothing of the panel. */
export const furthestApart = <One extends { userId: string; level: number }>(
  voices: readonly One[],
): [One, One] | null => {
  let found: [One, One] | null = null;
  const sorted = voices.toSorted((one, other) => one.level - other.level);
  for (const low of sorted) {
    const high = sorted.findLast(({ userId }) => userId !== low.userId);
    if (!high || high.level < low.level) continue;
    if (!found || high.level - low.level > found[1].level - found[0].level) found = [low, high];
  }
  return found;
};

/** Who is far from another, or on the other side of the middle, does not agree. */
const viewOf = (voices: readonly Voice[]): TopicFigures["view"] => {
  if (new Set(voices.map(({ userId }) => userId)).size < 2) return "one_voice";
  const isApart = voices.some((low) =>
    voices.some(
      (high) =>
        low.userId !== high.userId &&
        (high.level - low.level > FAR || (low.level < MIDDLE && high.level > MIDDLE)),
    ),
  );
  return isApart ? "differ" : "agree";
};

/** Of sorted numbers; between the two in the middle, where there are two. */
export const medianOf = (sorted: readonly number[]): number => {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
};

/** As given, also where its scale cannot be read. */
const overallOf = ({ id, by }: PanelForm, { overall }: FormScores): OverallAnswer[] =>
  overall === null
    ? []
    : [
        {
          form: id,
          userId: by.userId,
          name: by.name,
          given: overall.given,
          on: overall.on && { place: overall.on.place, of: overall.on.of },
        },
      ];

const notesOf = (
  read: readonly { form: PanelForm; found: FormScores }[],
  topics: readonly TopicFigures[],
): string[] => {
  const mixed = topics.filter(({ isOneScale }) => !isOneScale).map(({ topic }) => topic.name);
  const all = [
    ...(mixed.length === 0
      ? []
      : [
          `Given on different scales, so compared by their place between the lowest and the highest of each: ${mixed.join(", ")}.`,
        ]),
    ...topics.flatMap(severalNote),
    ...read.flatMap(({ form, found }) =>
      found.unread.length === 0
        ? []
        : [`Form of ${form.by.name}: ${fewOf(found.unread.map(({ says }) => says))}`],
    ),
    ...read
      .filter(({ found }) => found.scores.length === 0 && found.overall === null)
      .map(({ form }) => `The form of ${form.by.name} holds no score: it counts in no figure.`),
    ...rewordedNote(read),
  ];
  return all.map((note) => shorten(note, LONGEST_NOTE));
};

const severalNote = ({ topic, voices }: TopicFigures): string[] => {
  const names = valuesOf(voices).flatMap(({ name, count }) => (count > 1 ? [name] : []));
  if (names.length === 0) return [];
  return [
    `More than one score for ${topic.name} was given by ${names.join(", ")}: whoever did counts once in its median, with the median of their own.`,
  ];
};

/** Units: UTF-16. */
const LONGEST_NOTE = 1_000;

const MOST_UNREAD = 3;

const fewOf = (unread: readonly string[]): string => {
  const more = unread.length - MOST_UNREAD;
  return [
    ...unread.slice(0, MOST_UNREAD),
    ...(more > 0 ? [`So it is with ${more} more of its answers.`] : []),
  ].join(" ");
};

const LEVERS_OWN = ["1 - Strong No Hire", "2 - No Hire", "3 - Hire", "4 - Strong Hire"].join("\n");

const rewordedNote = (read: readonly { found: FormScores }[]): string[] => {
  const scales = read.flatMap(({ found }) =>
    found.overall?.on ? [found.overall.on.scale.join("\n")] : [],
  );
  const own = [...new Set(scales)].filter((scale) => scale !== LEVERS_OWN);
  return own.map(
    (scale) =>
      `Recommendations on the company's own scale, from the lowest: ${scale.replaceAll("\n", ", ")}.`,
  );
};
