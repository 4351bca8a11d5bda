/** What was proposed against what people did: numbers and words of a closed set, and whether the two agree. Pure. */
import type { Verdict } from "../domain/policy.ts";

/** Silent: same, near, apart, overtaken. Asked: unchanged, edited, rejected, expired. Done by itself: kept, changed. */
export type ComparisonOutcome =
  | "same"
  | "near"
  | "apart"
  | "overtaken"
  | "unchanged"
  | "edited"
  | "rejected"
  | "expired"
  | "kept"
  | "changed";

export const EDITED_FIELDS = ["time", "people", "place", "texts", "other"] as const;
export type EditedField = (typeof EDITED_FIELDS)[number];

export interface Comparison {
  verdict: Verdict;
  outcome: ComparisonOutcome;
  /** Null: it says nothing about the proposal, and does not count. */
  agrees: boolean | null;
  minutesApart: number | null;
  /** Of what people booked, beyond what was proposed. */
  minutesLonger: number | null;
  isSameStart: boolean | null;
  isSamePeople: boolean | null;
  peopleProposed: number | null;
  peopleHeld: number | null;
  peopleShared: number | null;
  edited: EditedField[];
  lettersEdited: number | null;
  /** Of all texts that were proposed. */
  letters: number | null;
}

/** One interview, proposed or booked. */
export interface Meeting {
  startsAt: Temporal.Instant;
  durationMinutes: number;
  userIds: readonly string[];
}

/** Calendars are cut in half hours: who takes the neighbouring one has found the same gap in the same people's day. */
export const MINUTES_OF_AGREEMENT = 30;

/** A word put right is no other decision: so much of the texts may be written otherwise. */
export const SHARE_OF_TEXTS = 0.1;

const NOTHING: Omit<Comparison, "verdict" | "outcome" | "agrees"> = {
  minutesApart: null,
  minutesLonger: null,
  isSameStart: null,
  isSamePeople: null,
  peopleProposed: null,
  peopleHeld: null,
  peopleShared: null,
  edited: [],
  lettersEdited: null,
  letters: null,
};

/** A comparison of which the outcome is all that is known. */
export const plainComparison = (
  verdict: Verdict,
  outcome: ComparisonOutcome,
  agrees: boolean | null,
): Comparison => ({ ...NOTHING, verdict, outcome, agrees });

/** What was observed against what people booked, interview by interview in the order of time. Of several times that would have been
 * offered the one that is nearest counts. Both have an interview. */
export const compareBooking = (
  proposed: readonly (readonly Meeting[])[],
  held: readonly Meeting[],
): Comparison => {
  const all = proposed.map((times) => compareTimes(times, held));
  const [nearest] = all.toSorted(
    (one, other) =>
      Number(other.agrees) - Number(one.agrees) ||
      (one.minutesApart ?? 0) - (other.minutesApart ?? 0),
  );
  if (!nearest) throw new Error("a booking without a time");
  return nearest;
};

const compareTimes = (proposed: readonly Meeting[], held: readonly Meeting[]): Comparison => {
  const [ours, theirs] = [inOrder(proposed), inOrder(held)];
  const pairs = ours.flatMap((one, index) => {
    const other = theirs[index];
    return other ? [{ one, other }] : [];
  });
  const minutesApart = Math.max(...pairs.map(({ one, other }) => apart(one, other)));
  const isWhole = ours.length === theirs.length;
  const isSamePeople = isWhole && pairs.every(({ one, other }) => isSameSet(one, other));
  const agrees = isSamePeople && minutesApart <= MINUTES_OF_AGREEMENT;
  const isSameStart = isWhole && minutesApart === 0;
  const [wanted, took] = [peopleOf(ours), peopleOf(theirs)];
  return {
    ...NOTHING,
    verdict: "observe",
    outcome: agrees ? (isSameStart ? "same" : "near") : "apart",
    agrees,
    minutesApart,
    minutesLonger: minutesOf(theirs) - minutesOf(ours),
    isSameStart,
    isSamePeople,
    peopleProposed: wanted.size,
    peopleHeld: took.size,
    peopleShared: wanted.intersection(took).size,
  };
};

const inOrder = (meetings: readonly Meeting[]): Meeting[] =>
  meetings.toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt));

const apart = (one: Meeting, other: Meeting): number =>
  Math.round(Math.abs(one.startsAt.until(other.startsAt).total("minutes")));

const isSameSet = (one: Meeting, other: Meeting): boolean =>
  new Set(one.userIds).symmetricDifference(new Set(other.userIds)).size === 0;

const peopleOf = (meetings: readonly Meeting[]): Set<string> =>
  new Set(meetings.flatMap(({ userIds }) => userIds));

const minutesOf = (meetings: readonly Meeting[]): number =>
  meetings.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);

/** What a person made of a proposal before they agreed. Wording of which little has changed is no other decision. */
export const compareEdit = (verdict: Verdict, before: unknown, after: unknown): Comparison => {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
    (path) => was.get(path) !== is.get(path),
  );
  const edited = EDITED_FIELDS.filter((field) => changed.some((path) => fieldOf(path) === field));
  const texts = changed.filter((path) => fieldOf(path) === "texts");
  const lettersEdited = sum(
    texts.map((path) => lettersApart(was.get(path) ?? "", is.get(path) ?? "")),
  );
  const letters = sum(
    [...was].map(([path, text]) => (fieldOf(path) === "texts" ? text.length : 0)),
  );
  const isWording =
    edited.every((field) => field === "texts") && lettersEdited <= letters * SHARE_OF_TEXTS;
  return {
    ...NOTHING,
    verdict,
    outcome: changed.length === 0 ? "unchanged" : "edited",
    agrees: isWording,
    edited,
    lettersEdited,
    letters,
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** From the first letter that is another one to the last. */
const lettersApart = (one: string, other: string): number => {
  const shortest = Math.min(one.length, other.length);
  let first = 0;
  while (first < shortest && one[first] === other[first]) first += 1;
  let last = 0;
  while (last < shortest - first && one.at(-1 - last) === other.at(-1 - last)) last += 1;
  return Math.max(one.length, other.length) - first - last;
};

/** Every value of a payload by its path. */
const leavesOf = (value: unknown, path = ""): Map<string, string> => {
  if (typeof value !== "object" || value === null) return new Map([[path, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, each]) => [...leavesOf(each, `${path}.${key}`)]),
  );
};

/** What follows from time and people, such as whose calendar holds the event, is theirs. */
const FIELDS: readonly [RegExp, EditedField][] = [
  [/\.(?:startsAt|endsAt|until|durationMinutes)$/, "time"],
  [/\.(?:panel|trainees|people|attendees|zone|organizer)\b/, "people"],
  [/\.(?:room|video|videoLink|isVideoFree|format)\b/, "place"],
  [
    /\.(?:texts|confirmation|invitation|text|subject|body|note|agenda|mailSubject|mailBody|message|words)\b/,
    "texts",
  ],
];

const fieldOf = (path: string): EditedField =>
  FIELDS.find(([pattern]) => pattern.test(path))?.[1] ?? "other";

/** A share with the interval in which it truly lies, nineteen times of twenty. Source: Wilson, J. Am. Stat. Assoc. 22 (1927) 209. */
export const wilson = (agreed: number, of: number): { lower: number; upper: number } => {
  if (of === 0) return { lower: 0, upper: 1 };
  const z = 1.959964;
  const share = agreed / of;
  const centre = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return {
    lower: Math.max(0, (centre - reach) / whole),
    upper: Math.min(1, (centre + reach) / whole),
  };
};
