/** The day of a recruiter in our own words, from rows. Pure. */
import type { DayParts, DigestItem } from "../domain/daily-digest.ts";
import type { ProposalPayload } from "../domain/proposal.ts";
import { briefLine, shownName } from "../domain/quoted.ts";
import { slotInWords } from "../domain/time.ts";

/** A proposal that waits for a person. */
export interface WaitingRow {
  caseId: string;
  proposalId: string;
  kind: string;
  expiresAt: Temporal.Instant;
}

/** What was proposed once a round was over and expired, with nothing after it. */
export interface LapsedRow {
  caseId: string;
  kind: NonNullable<DigestItem["again"]>;
  expiredAt: Temporal.Instant;
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
  /** What may be proposed again about it. */
  again?: DigestItem["again"];
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
  lapsed: readonly LapsedRow[];
  requests: readonly RequestRow[];
  blocked: readonly BlockedRow[];
  risks: readonly RiskRow[];
  overdue: readonly OverdueRow[];
  done: readonly DoneRow[];
}

/** Each has words: a digest alone is of no case. */
type KindOfCase = Exclude<ProposalPayload["kind"], "send_digest">;

/** What is decided on, by kind of its proposal. */
const WAITS: Readonly<Record<string, string>> = {
  book_interview: "an interview to book",
  offer_times: "times to offer the candidate",
  change_booking: "a change to a booked interview",
  cancel_booking: "an interview to cancel",
  send_brief: "a brief to send to the panel",
  note_questions: "interview questions to post in Lever",
  post_synthesis: "a feedback synthesis to review",
  move_stage: "a move to another stage to approve",
  book_debrief: "a debrief to book",
  remind_candidate: "a reminder to send to the candidate",
  remind_interviewers: "a reminder to send to the panel",
  ask_arrival: "a question to the panel: has the candidate arrived?",
  invite_again: "another time to offer after a missed interview",
  nudge_feedback: "a feedback reminder to send",
  alert_recruiter: "a message to the recruiter",
  warn_recruiter: "a message to the recruiter",
  tell_question: "a candidate's question to pass on",
  tell_answer: "word to the candidate that they were answered",
  note_chat: "a note of the candidate's chat to leave in Lever",
} satisfies Record<KindOfCase, string>;

/** What a proposal of a kind is, in words. */
export const proposedInWords = (kind: string): string => WAITS[kind] ?? "a proposal";

const LAPSED: Record<LapsedRow["kind"], string> = {
  post_synthesis: "a feedback synthesis",
  move_stage: "a move to another stage",
  book_debrief: "a debrief",
  invite_again: "another time to offer after a missed interview",
};

const REQUESTS: Readonly<Record<string, string>> = {
  needs: "the candidate has told us what they need",
  wants_move: "the candidate asks for another time",
  wants_cancel: "the candidate asks to cancel",
  wants_person: "the candidate asks to talk to a person",
};

/** Kind of what was done by a change that only puts back what somebody did to a booking outside. */
export const PUT_BACK = "put_back";

const DONE: Readonly<Record<string, string>> = {
  book_interview: "interview booked",
  offer_times: "times offered to the candidate",
  change_booking: "booking changed",
  [PUT_BACK]: "put back as it was booked",
  cancel_booking: "booking cancelled",
  send_brief: "brief sent to the panel",
  note_questions: "interview questions posted in Lever",
  post_synthesis: "feedback synthesis posted in Lever",
  move_stage: "moved to another stage",
  book_debrief: "debrief booked",
  remind_candidate: "candidate reminded",
  remind_interviewers: "panel reminded",
  ask_arrival: "panel asked whether the candidate had arrived",
  invite_again: "candidate asked whether they would like another time",
  nudge_feedback: "feedback reminder sent",
  alert_recruiter: "recruiter told that no time has been found",
  warn_recruiter: "recruiter asked to look at an interview",
  tell_question: "candidate's question passed on to the recruiter",
  tell_answer: "candidate told that a person has answered them",
  note_chat: "what the candidate's chat was about noted in Lever",
} satisfies Record<KindOfCase | typeof PUT_BACK, string>;

/** Units: characters. */
const LONGEST = 280;

/** What there is to tell. Shape: what waits by when it ends, then what expired, the longest overdue first, of each case what was done of one kind
 * once. */
export const composeDay = (
  rows: DayRows,
  { now, zone }: { now: Temporal.Instant; zone: string },
): DayParts => ({
  waits: [
    ...rows.waiting.map(({ caseId, proposalId, kind, expiresAt }) => ({
      caseId,
      what: `${proposedInWords(kind)}; decide by ${dayAndHour(expiresAt, zone)}`,
      path: `/proposals/${proposalId}`,
    })),
    ...rows.lapsed.map(({ caseId, kind, expiredAt }) => ({
      ...ofCase(
        caseId,
        `${LAPSED[kind]} that nobody decided on before ${dayAndHour(expiredAt, zone)}; propose it again if it is still wanted`,
      ),
      again: kind,
    })),
    ...rows.requests.map(({ caseId, kind }) =>
      ofCase(caseId, REQUESTS[kind] ?? "the candidate asks for something"),
    ),
  ],
  failed: rows.blocked.map(({ caseId, problem, again }) => ({
    ...ofCase(caseId, briefLine(problem, LONGEST)),
    ...(again && { again }),
  })),
  risks: rows.risks.map(({ caseId, startsAt }) => ({
    ...ofCase(caseId, `interview on ${dayAndHour(startsAt, zone)}; the case says why`),
    startsAt: startsAt.toString(),
  })),
  owes: rows.overdue.map(({ caseId, name, endsAt }) =>
    ofCase(
      caseId,
      `no form yet from ${shownName(name ?? "an interviewer")}, ${daysInWords(endsAt, now)} after the interview`,
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
              more.length > 0 ? `${first.what}, ${timesInWords(more.length + 1)}` : first.what,
            ),
          ]
        : [],
  );
};

const timesInWords = (times: number): string => (times === 2 ? "twice" : `${times} times`);

/** `Tuesday 24 November 2026, 15:00 (Lisbon time)`. */
const dayAndHour = (at: Temporal.Instant, zone: string): string =>
  slotInWords({ startsAt: at, endsAt: at }, zone).replace(/–\d\d:\d\d/, "");

const daysInWords = (since: Temporal.Instant, now: Temporal.Instant): string => {
  const days = Math.floor(since.until(now).total("hours") / 24);
  return days <= 1 ? "a day" : `${days} days`;
};
