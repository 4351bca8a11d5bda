/** What a candidate guide is made of, as it is searched. */

/** For whom a guide is written: everybody, or who applies for one posting. */
export type GuideScope = { kind: "company" } | { kind: "posting"; postingId: string };

/** A piece of a guide under one heading, as a candidate could be shown it. */
export interface Passage {
  guideId: string;
  version: number;
  scope: GuideScope;
  /** The headings that it stands under, such as `Getting here › Parking`; the guide's title where there is none. */
  title: string;
  /** Without marks of Markdown. */
  text: string;
  /** Searched and not shown: words of questions that it answers. */
  foundBy?: string;
}

/** A passage that has to do with a question. */
export interface Found extends Passage {
  /** Higher is nearer. To be compared within one search alone. */
  score: number;
  /** Words of the question that it was found by, as they were written but in small letters. */
  matched: string[];
}
