/** Insights as CSV (RFC 4180), one figure a row: UTF-8, a header, ISO dates. Sums alone: no candidate and no case is in it. */
import { csvText } from "../../domain/csv-text.ts";
import type { Figure, InsightsAnswer } from "./insights-schemas.ts";

const HEADER = [
  "insight",
  "figure",
  "value",
  "unit",
  "of",
  "from",
  "to",
  "zone",
  "team",
  "posting",
  "computed_at",
] as const;

interface Line {
  insight: string;
  figure: string;
  value: number | null;
  unit: string;
  of?: number;
}

/** All figures. A figure of too few has no value, and says of how many it would have been. */
export const insightsCsv = (answer: InsightsAnswer): string => {
  const { from, to, zone, team, postingId, computedAt } = answer;
  const same = [from, to, zone, team ?? "", postingId ?? "", computedAt];
  const rows = linesOf(answer).map(({ insight, figure, value, unit, of }) => [
    insight,
    figure,
    value === null ? "" : round(value),
    unit,
    of ?? "",
    ...same,
  ]);
  return csvText([HEADER, ...rows]);
};

const linesOf = ({
  speed,
  touches,
  firstOffers,
  repairs,
  load,
  feedback,
  attendance,
}: InsightsAnswer): Line[] => [
  ...spread("time_to_invitations", speed, "minutes"),
  ...binned({ insight: "time_to_invitations", unit: "bookings", of: "minutes" }, speed.bins),
  figure(
    { insight: "touches", figure: "for each interview", unit: "touches" },
    touches.perInterview,
  ),
  ...binned({ insight: "touches", unit: "bookings", of: "touches" }, touches.bins),
  figure({ insight: "first_offers", figure: "stood", unit: "share" }, firstOffers.share),
  ...counts("first_offers", firstOffers, [
    "stood",
    "unsaid",
    "changed",
    "missed",
    "unanswered",
    "open",
  ]),
  ...spread("repairs", repairs, "minutes"),
  ...counts("repairs", repairs, ["repaired", "putBack", "left", "open"]),
  ...repairs.byCause.flatMap(({ cause, count, median }) => [
    { insight: "repairs", figure: `because ${cause}`, value: count, unit: "times" },
    figure({ insight: "repairs", figure: `median because ${cause}`, unit: "minutes" }, median),
  ]),
  figure({ insight: "feedback", figure: "in time", unit: "share" }, feedback.inTime),
  { insight: "feedback", figure: "overdue", value: feedback.overdue, unit: "forms" },
  ...spread("feedback", feedback, "hours"),
  ...binned({ insight: "feedback", unit: "forms", of: "hours" }, feedback.bins),
  figure({ insight: "attendance", figure: "missed", unit: "share" }, attendance.missed),
  ...counts("attendance", attendance, ["came", "unknown"]),
  ...attendance.byReason.map(({ reason, count }) => ({
    insight: "attendance",
    figure: `missed because ${reason ?? "not said"}`,
    value: count,
    unit: "times",
  })),
  ...attendance.byCircumstance.flatMap(({ circumstance, missed, share }) => [
    { insight: "attendance", figure: `missed when ${circumstance}`, value: missed, unit: "times" },
    figure({ insight: "attendance", figure: `missed when ${circumstance}`, unit: "share" }, share),
  ]),
  figure({ insight: "load", figure: "Gini coefficient", unit: "0 to 1" }, load.gini),
  ...load.people.flatMap(({ name, interviews, hours }) => [
    { insight: "load", figure: name, value: interviews, unit: "interviews" },
    { insight: "load", figure: name, value: hours, unit: "hours" },
  ]),
];

const figure = (line: Omit<Line, "value" | "of">, { value, of }: Figure): Line => ({
  ...line,
  value,
  of,
});

const spread = (
  insight: string,
  { median, p90 }: { median: Figure; p90: Figure },
  unit: "minutes" | "hours",
): Line[] => [
  figure({ insight, figure: "median", unit }, median),
  figure({ insight, figure: "90th percentile", unit }, p90),
];

const binned = (
  { insight, unit, of }: { insight: string; unit: string; of: string },
  bins: InsightsAnswer["speed"]["bins"],
): Line[] =>
  bins.map(({ from, to, count }) => ({
    insight,
    figure: to === null ? `${from} ${of} and more` : `${from} to under ${to} ${of}`,
    value: count,
    unit,
  }));

const counts = <Name extends string>(
  insight: string,
  of: Readonly<Record<Name, number>>,
  names: readonly Name[],
): Line[] =>
  names.map((name) => ({ insight, figure: spaced(name), value: of[name], unit: "times" }));

/** `putBack` → `put back`. */
const spaced = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** More digits than this say nothing. */
const round = (value: number): number => Math.round(value * 1000) / 1000;
