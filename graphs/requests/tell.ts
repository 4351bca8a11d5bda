/** Answers that only read: what waits, and how a candidate stands. Nothing that anybody wrote of a candidate is in them. */
import { openBooked } from "../../src/cases/confirmation.ts";
import { readDayRows } from "../../src/cases/day-rows.ts";
import { listProposals } from "../../src/cases/proposals.ts";
import { WORD_OF_RISK } from "../../src/cases/no-show-told.ts";
import { problemOf, toldProblems } from "../../src/cases/problems.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import { spanOf } from "../../src/domain/itinerary.ts";
import { namesInWords } from "../../src/domain/names-in-words.ts";
import { dayInWords, slotInWords } from "../../src/domain/time.ts";
import { OVERDUE_AFTER_HOURS } from "../../src/feedback/owed.ts";
import { isPaused } from "../../src/policy/store.ts";
import { inWords } from "../../src/requests/answer.ts";
import { composeDay } from "../../src/today/compose.ts";
import { toldSince } from "../../src/today/morning.ts";
import { readBooked } from "../booked.ts";
import type { RunDeps } from "../deps.ts";
import { askerOf } from "./asker.ts";
import { type LastBooked, readLastBooked, sessionsInWords } from "./last-booked.ts";
import { type Asking, type Outcome, told } from "./outcome.ts";

/** So many lines are told; the rest is where they are all listed. */
export const MOST_ITEMS = 12;

/** What waits for a person: of the cases that the asker answers for in Lever, or of all. */
export const tellToday = async (
  { request, directory }: Asking,
  deps: RunDeps,
): Promise<Outcome> => {
  const now = deps.clock.now();
  const own = askerOf({ request, directory });
  const recruiterId = own?.userId ?? null;
  const { overdue, ...rows } = await readDayRows(deps, {
    recruiterId,
    since: toldSince(now, null),
    until: now.add({ seconds: 1 }),
    now,
    overdueAfterHours: OVERDUE_AFTER_HOURS,
  });
  const nameOf = new Map(directory.users.map(({ userId, name }) => [userId, name]));
  const owed = overdue.map((form) => ({ ...form, name: nameOf.get(form.userId) ?? null }));
  const day = composeDay({ ...rows, risks: [], overdue: owed }, { now, zone: request.zone });
  const items = [...day.waits, ...day.failed, ...day.owes].map(({ caseId, what, path }) => ({
    caseId,
    what,
    path,
  }));
  const counts = [
    counted(day.waits.length, "thing waits for a person", "things wait for a person"),
    counted(day.failed.length, "case needs a look", "cases need a look"),
    counted(day.owes.length, "form is overdue", "forms are overdue"),
  ].filter((words) => words !== "");
  const of = own ? "Of your cases: " : "Of all cases: ";
  const words = counts.length === 0 ? "nothing waits." : `${namesInWords(counts)}.`;
  return told(
    inWords("answer", [of + words, ...andMore(items.length)], {
      items: items.slice(0, MOST_ITEMS),
      links: [
        { label: "Today", path: own ? `/today?person=${own.userId}` : "/today" },
        { label: "Inbox", path: "/" },
      ],
    }),
  );
};

/** `3 forms are`. Shape: empty for none. */
export const counted = (count: number, one: string, many: string): string =>
  count === 0 ? "" : `${count} ${count === 1 ? one : many}`;

/** That there are more than are told. */
export const andMore = (count: number): string[] =>
  count > MOST_ITEMS ? [`And ${count - MOST_ITEMS} more.`] : [];

/** How one case stands. */
export const tellStatus = async (
  case_: CaseRecord,
  asking: Asking,
  deps: RunDeps,
): Promise<Outcome> => {
  if (case_.closedAt !== null) return await tellEnded(case_, asking, deps);
  const booked = await bookedInWords(case_, asking, deps);
  const waiting = await listProposals(deps.database, {
    status: "waiting",
    caseId: case_.id,
    limit: 20,
  });
  // Of these not even that they wait is for everybody.
  const shown = waiting.filter(({ kind }) => !NOT_FOR_EVERYBODY.has(kind));
  const wrong = toldProblems(case_.problems).map(({ message }) => message);
  return told(
    inWords("answer", [booked, STANDS[case_.status], ...wrong, nextOf(case_)], {
      items: shown.map(({ id, kind }) => ({
        caseId: case_.id,
        what: `${WAITING[kind] ?? "a proposal"} waits for a decision`,
        path: `/proposals/${id}`,
      })),
      links: [caseLink(case_)],
    }),
    case_,
  );
};

/** How a case has ended, with what was booked last. */
const tellEnded = async (
  case_: CaseRecord,
  { request }: Asking,
  deps: RunDeps,
): Promise<Outcome> => {
  const { stageName, closedAt, inLever, nextStep } = case_;
  const on = closedAt === null ? "" : ` on ${dayInWords(closedAt, request.zone)}`;
  const last = await readLastBooked(case_, deps);
  const archived = inLever === "archived" ? "In Lever the candidate is archived." : "";
  return told(
    inWords(
      "answer",
      [`${stageName}: closed here${on}.`, lastInWords(last, request.zone), archived, nextStep],
      { links: [caseLink(case_)] },
    ),
    case_,
  );
};

const lastInWords = (last: LastBooked | null, zone: string): string => {
  if (!last) return "No interview was booked.";
  const when = `${sessionsInWords(last.payload)} was booked for ${slotInWords(spanOf(last.payload.sessions), zone)}`;
  return last.isCancelled ? `${when}, and has been cancelled.` : `${when}.`;
};

const NOT_FOR_EVERYBODY: ReadonlySet<string> = new Set([
  "post_synthesis",
  "move_stage",
  WORD_OF_RISK,
]);

/** What is booked is told already. */
const nextOf = ({ status, nextStep }: CaseRecord): string =>
  status === "booked" ? "" : `Next: ${nextStep}`;

const STANDS: Record<CaseRecord["status"], string> = {
  open: "It is open.",
  waiting: "A proposal waits for a decision.",
  booked: "",
  blocked: "It cannot go on by itself.",
  observed: "It is only watched, in silent mode.",
  closed: "It is closed.",
};

const WAITING: Readonly<Record<string, string>> = {
  book_interview: "an interview",
  offer_times: "an offer of times",
  change_booking: "a change of what is booked",
  cancel_booking: "a cancellation",
  send_brief: "a brief",
  nudge_feedback: "a reminder of feedback",
  book_debrief: "a debrief",
};

/** The way to a case. */
export const caseLink = ({ id }: Pick<CaseRecord, "id">) => ({
  label: "Open the case",
  path: `/cases/${id}`,
});

/** Errors: none for a booking that cannot be read: its case says so. */
const bookedInWords = async (
  case_: CaseRecord,
  { request }: Asking,
  deps: RunDeps,
): Promise<string> => {
  if (problemOf(case_, "booking_unreadable")) return "";
  const found = await readBooked(case_, deps);
  if (!found) return notBookedInWords(await readLastBooked(case_, deps), request.zone);
  const { sessions } = found.booked.payload;
  const who = namesInWords([
    ...new Set(sessions.flatMap(({ panel }) => panel.map(({ name }) => name))),
  ]);
  const opened = await openBooked(found.booked.proposalId, deps);
  const said = opened?.confirmedAt
    ? "The candidate has confirmed it."
    : "The candidate has not confirmed it so far.";
  return `Booked: ${slotInWords(spanOf(sessions), request.zone)}, with ${who}. ${said}`;
};

const notBookedInWords = (last: LastBooked | null, zone: string): string =>
  ["No interview is booked now.", ...(last ? [lastInWords(last, zone)] : [])].join(" ");

/** Everything is paused by a person's own hand: a request changes nothing. */
export const tellPause = async (deps: RunDeps): Promise<Outcome> =>
  told(
    inWords(
      "answer",
      [
        (await isPaused(deps.database))
          ? "Everything is paused already: nothing leaves until somebody resumes it."
          : "Nothing is paused now. Pausing stops everything that would leave, at once. It is done by its own button, so that nobody does it by a word that was meant otherwise.",
      ],
      { links: [{ label: "Pause or resume", path: "/settings" }] },
    ),
  );
