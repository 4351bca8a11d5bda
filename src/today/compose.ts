/** The day of a recruiter in our own words, from rows. Pure. */
import type { DayParts, DigestItem } from "../domain/daily-digest.ts";
import { cleanLine } from "../domain/quoted.ts";
import { slotInWords } from "../domain/time.ts";

/** A proposal that waits for a person. */
export interface WaitingRow {
  caseId: string;
  proposalId: string;
  kind: string;
  expiresAt: Temporal.Instant;
}

/** What a candidate asks for and nobody has seen to. */
export interface RequestRow {
  caseId: string;
  kind: string;
  saidAt: Temporal.Instant;
}

/** A case that does not go on by itself. */
export interface BlockedRow {
  caseId: string;
  /** In our words. */
  problem: string;
}

/** An interview to come that may be missed. */
export interface RiskRow {
  caseId: string;
  startsAt: Temporal.Instant;
}

/** A form that is overdue. */
export interface OverdueRow {
  caseId: string;
  /** Who owes it; null for somebody whom Lever does not know. */
  name: string | null;
  endsAt: Temporal.Instant;
}

/** What was carried out. */
export interface DoneRow {
  caseId: string;
  kind: string;
}

export interface DayRows {
  waiting: readonly WaitingRow[];
  requests: readonly RequestRow[];
  blocked: readonly BlockedRow[];
  risks: readonly RiskRow[];
  overdue: readonly OverdueRow[];
  done: readonly DoneRow[];
}

const WAITS: Readonly<Record<string, string>> = {
  book_interview: "an interview to book",
  offer_times: "times to offer",
  change_booking: "a change of what is booked",
  cancel_booking: "a cancellation",
  send_brief: "a brief to send",
  note_questions: "questions to leave in Lever",
  post_synthesis: "a synthesis to look at",
  move_stage: "a move to another stage",
  book_debrief: "a debrief of the panel",
  remind_candidate: "a reminder to the candidate",
  invite_again: "a mail to the candidate who did not come",
  alert_recruiter: "a word to the recruiter",
};

const REQUESTS: Readonly<Record<string, string>> = {
  needs: "the candidate told what they need",
  wants_move: "the candidate asks for another time",
  wants_cancel: "the candidate asks to cancel",
  wants_person: "the candidate asks for a person",
};

const DONE: Readonly<Record<string, string>> = {
  book_interview: "booked",
  offer_times: "times offered",
  change_booking: "booking changed",
  cancel_booking: "booking cancelled",
  send_brief: "brief sent",
  note_questions: "questions left in Lever",
  post_synthesis: "synthesis left in Lever",
  move_stage: "moved to another stage",
  book_debrief: "debrief booked",
  remind_candidate: "candidate reminded",
};

/** Units: characters. */
const LONGEST = 280;

/** What there is to tell. Shape: what waits by when it ends, the longest overdue first, of each case what was done of one kind
 * once. */
export const composeDay = (
  rows: DayRows,
  { now, zone }: { now: Temporal.Instant; zone: string },
): DayParts => ({
  waits: [
    ...rows.waiting.map(({ caseId, proposalId, kind, expiresAt }) => ({
      caseId,
      what: `${WAITS[kind] ?? "something to decide on"}, until ${dayAndHour(expiresAt, zone)}`,
      path: `/proposals/${proposalId}`,
    })),
    ...rows.requests.map(({ caseId, kind }) =>
      ofCase(caseId, REQUESTS[kind] ?? "the candidate asks"),
    ),
  ],
  failed: rows.blocked.map(({ caseId, problem }) => ofCase(caseId, cleanLine(problem, LONGEST))),
  risks: rows.risks.map(({ caseId, startsAt }) =>
    ofCase(caseId, `the interview of ${dayAndHour(startsAt, zone)}: see why, and help`),
  ),
  owes: rows.overdue.map(({ caseId, name, endsAt }) =>
    ofCase(
      caseId,
      `${cleanLine(name ?? "somebody", LONGEST / 2)}, for ${daysInWords(endsAt, now)}`,
    ),
  ),
  done: countDone(rows.done),
});

const ofCase = (caseId: string, what: string): DigestItem => ({
  caseId,
  what,
  path: `/cases/${caseId}`,
});

const countDone = (rows: readonly DoneRow[]): DigestItem[] => {
  const told = rows.flatMap(({ caseId, kind }) => {
    const what = DONE[kind];
    return what === undefined ? [] : [{ caseId, what }];
  });
  return [...Map.groupBy(told, ({ caseId, what }) => `${caseId} ${what}`).values()].flatMap(
    ([first, ...more]) =>
      first
        ? [
            ofCase(
              first.caseId,
              more.length > 0 ? `${first.what}, ${more.length + 1} times` : first.what,
            ),
          ]
        : [],
  );
};

/** `Tuesday 24 November 2026, 15:00 (Lisbon time)`. */
const dayAndHour = (at: Temporal.Instant, zone: string): string =>
  slotInWords({ startsAt: at, endsAt: at }, zone).replace(/–\d\d:\d\d/, "");

const daysInWords = (since: Temporal.Instant, now: Temporal.Instant): string => {
  const days = Math.floor(since.until(now).total("hours") / 24);
  return days <= 1 ? "a day" : `${days} days`;
};
