/** What happened to booked interviews, and how long it took until they stood again. */
import { type Figure, spreadOf } from "./figure.ts";
import { CAUSES, type Cause, type ChangeRow } from "./rows.ts";

export interface Repairs {
  /** How often for which reason, and how long it took to repair. Units: minutes. */
  byCause: { cause: Cause; count: number; median: Figure }[];
  repaired: number;
  /** Put back as booked: nobody had to be told of anything new. */
  putBack: number;
  /** A person left it as it was. */
  left: number;
  /** Nothing has come of it yet. */
  open: number;
  /** Of what was repaired, until it was. Units: minutes. */
  median: Figure;
  p90: Figure;
}

/** Something that happened to a booking, and what came of all that was proposed for it. */
export interface Incident {
  cause: Cause;
  happenedAt: Temporal.Instant;
  outcome: "repaired" | "put_back" | "left" | "open";
  repairedAt: Temporal.Instant | null;
}

/** Each incident with all that was proposed for it: what expired, failed or was superseded is gone on with by the next proposal of
 * its case. `rows`: by case, in the order in which they were made. */
export const incidentsOf = (rows: readonly ChangeRow[]): Incident[] =>
  [...Map.groupBy(rows, ({ caseId }) => caseId).values()].flatMap((ofCase) => {
    const incidents: Incident[] = [];
    let open: Incident | null = null;
    for (const row of ofCase) {
      open ??= begun(row, incidents);
      if (row.status === "done") {
        open.outcome = row.isPutBack ? "put_back" : "repaired";
        open.repairedAt = row.isPutBack ? null : row.doneAt;
      }
      if (row.status === "rejected") open.outcome = "left";
      if (open.outcome !== "open") open = null;
    }
    return incidents;
  });

const begun = ({ cause, happenedAt }: ChangeRow, incidents: Incident[]): Incident => {
  const incident: Incident = {
    cause,
    happenedAt,
    outcome: "open",
    repairedAt: null,
  };
  incidents.push(incident);
  return incident;
};

/** What they come to. */
export const repairsOf = (incidents: readonly Incident[]): Repairs => {
  const count = (outcome: Incident["outcome"]): number =>
    incidents.filter((each) => each.outcome === outcome).length;
  return {
    byCause: CAUSES.map((cause) => {
      const own = incidents.filter((each) => each.cause === cause);
      return { cause, count: own.length, median: spreadOf(minutesOf(own)).median };
    }),
    repaired: count("repaired"),
    putBack: count("put_back"),
    left: count("left"),
    open: count("open"),
    ...spreadOf(minutesOf(incidents)),
  };
};

const minutesOf = (incidents: readonly Incident[]): number[] =>
  incidents.flatMap(({ happenedAt, repairedAt }) =>
    repairedAt === null ? [] : [happenedAt.until(repairedAt).total("minutes")],
  );
