/** Requests that are to have something proposed: held against how the case stands, and handed on to it. What cannot be is said at once. */
import { isLastMissed, listAttendances } from "../../src/cases/attendances.ts";
import { rowsToCome } from "../../src/cases/ask-for-brief.ts";
import { getCase } from "../../src/cases/cases.ts";
import { listForms } from "../../src/cases/feedback-owed.ts";
import type { Handed } from "../../src/cases/hand-on.ts";
import { casesWith } from "../../src/cases/request-directory.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import { spanOf, timeOf } from "../../src/domain/itinerary.ts";
import { bestMatch } from "../../src/domain/plan-match.ts";
import type { BookInterview } from "../../src/domain/proposal.ts";
import { slotInWords } from "../../src/domain/time.ts";
import { feedbackRulesOf } from "../../src/feedback/rules.ts";
import { inWords } from "../../src/requests/answer.ts";
import type { Intent, KnownUser } from "../../src/requests/understanding.ts";
import { windowsOfWhen } from "../../src/requests/when.ts";
import { readBooked } from "../booked.ts";
import type { RunDeps } from "../deps.ts";
import { readLastBooked, sessionsInWords } from "./last-booked.ts";
import { type AskingFor, type Outcome, told } from "./outcome.ts";
import { caseLink } from "./tell.ts";
import { askNotThen, askThereAlready } from "./where-booked.ts";

/** Another time, or times at all. */
export const askForTimes = async (
  { intent, case_ }: { intent: "reschedule" | "schedule"; case_: CaseRecord },
  { request, slots }: AskingFor,
  deps: RunDeps,
): Promise<Outcome> => {
  const found = await readBooked(case_, deps);
  const booked = found?.booked.payload.sessions;
  if (intent === "schedule" && booked) return askMove(case_);
  const past = booked || intent === "schedule" ? null : await lastHeld(case_, deps);
  if (past) return askAnother(case_, past, deps);
  const span = booked && spanOf(booked);
  const now = deps.clock.now();
  const { when, leaves } = slots;
  const elsewhere =
    leaves === undefined
      ? null
      : askNotThen(case_, { booked, leaves }, { now, zone: request.zone });
  if (elsewhere) return elsewhere;
  const asked =
    when === undefined
      ? null
      : windowsOfWhen(when, {
          now,
          zone: request.zone,
          durationMinutes: span ? span.startsAt.until(span.endsAt).total("minutes") : 60,
          ...(span && { booked: { start: span.startsAt, end: span.endsAt } }),
        });
  if (asked && asked.windows.length === 0) {
    return told(inWords("asks", ["Nothing is left of that time. Say another one."]), case_);
  }
  const there = booked && asked && askThereAlready(case_, { booked, slots, asked }, request.zone);
  if (there) return there;
  const times = asked && {
    windows: asked.windows.map(({ start, end }) => ({
      start: start.toString(),
      end: end.toString(),
    })),
    isNamed: asked.isNamed,
  };
  const withUserId = slots.withUserId ?? null;
  const until = asked === null || asked.words === "" ? "" : `: ${inFull(asked.words)}`;
  return handed(
    { what: "change", case_, times, withUserId, withoutUserId: null, sessionIds: null },
    `${booked ? `Another time for ${sessionsInWords({ sessions: booked })}` : "A time"} is looked for${until}.`,
  );
};

/** By how much is not held to: whoever looks at the proposal sees the time. */
const inFull = (words: string): string =>
  /^(?:later|earlier)$/u.test(words)
    ? `${words} than it is booked now, by how much is what calendars allow`
    : words;

/** What is booked is moved, and not booked a second time. */
const askMove = (case_: CaseRecord): Outcome =>
  told(
    inWords("asks", ["The interview is booked already. Do you want it at another time?"], {
      choices: [
        { label: "Look for another time", text: "Reschedule {{candidate}}", caseId: case_.id },
      ],
      links: [caseLink(case_)],
    }),
    case_,
  );

/** What was booked last and has ended by now, where the candidate is not known to have missed it. Shape: null when there is none. */
const lastHeld = async (case_: CaseRecord, deps: RunDeps): Promise<BookInterview | null> => {
  const now = deps.clock.now();
  if (isLastMissed(await listAttendances(deps.database, case_.id), now)) return null;
  const last = await readLastBooked(case_, deps);
  if (!last || last.isCancelled) return null;
  const { payload } = last;
  return Temporal.Instant.compare(spanOf(payload.sessions).endsAt, now) <= 0 ? payload : null;
};

/** What has been is not moved: whether another one is meant is asked. */
const askAnother = (
  case_: CaseRecord,
  { sessions }: BookInterview,
  { companyZone }: RunDeps,
): Outcome =>
  told(
    inWords(
      "asks",
      [
        `${sessionsInWords({ sessions })} was booked for ${slotInWords(spanOf(sessions), companyZone)}, which has passed: it cannot be moved. Do you want another one?`,
      ],
      {
        choices: [{ label: "Look for a time", text: "Schedule {{candidate}}", caseId: case_.id }],
        links: [caseLink(case_)],
      },
    ),
    case_,
  );

const handed = (what: Handed, words: string): Outcome => ({
  answer: inWords(
    "proposes",
    [words, "What comes of it is a proposal, which waits for a person's decision."],
    {
      links: [caseLink(what.case_)],
    },
  ),
  about: what.case_,
  handed: what,
});

/** Takes back what is booked. */
export const askToCancel = async (case_: CaseRecord, deps: RunDeps): Promise<Outcome> => {
  const found = await readBooked(case_, deps);
  if (!found) {
    return told(
      inWords("answer", ["No interview is booked, so there is nothing to cancel."], {
        links: [caseLink(case_)],
      }),
      case_,
    );
  }
  const { sessions, candidate } = found.booked.payload;
  const when = slotInWords(spanOf(sessions), deps.companyZone);
  return handed(
    { what: "cancel", case_ },
    `It is proposed to cancel ${sessionsInWords({ sessions })} with ${candidate.name}, ${when}.`,
  );
};

/** Whose interview is meant where only an interviewer is named. */
const caseWith = async (
  user: KnownUser | null,
  { slots, directory, request }: AskingFor,
  { intent, deps }: { intent: Intent; deps: RunDeps },
): Promise<{ case_: CaseRecord } | Outcome> => {
  const named = slots.caseId === undefined ? null : await getCase(deps.database, slots.caseId);
  if (named) return { case_: named };
  const ids = user
    ? await casesWith(deps.database, { email: user.email, now: deps.clock.now() })
    : [];
  const known = new Set(directory.cases.map(({ caseId }) => caseId));
  const visible = ids.filter((id) => known.has(id));
  const [only, ...others] = visible;
  const inSight = visible.find((id) => id === request.inSight);
  const id = inSight ?? (others.length === 0 ? only : undefined);
  const case_ = id === undefined ? null : await getCase(deps.database, id);
  if (case_) return { case_ };
  const name = user?.name ?? "They";
  if (visible.length === 0) {
    return told(inWords("answer", [`${name} has no interview to come that is booked here.`]));
  }
  return told(
    inWords("asks", [`${name} has more than one interview to come. Of whom?`], {
      choices: visible.slice(0, 6).map((each) => ({
        label: "{{subject}}",
        text: `${PHRASES[intent] ?? ""} ${name} for {{candidate}}`.trim(),
        caseId: each,
      })),
    }),
  );
};

const PHRASES: Partial<Record<Intent, string>> = {
  brief_again: "Brief",
  replace: "Find a replacement for",
  remind_feedback: "Remind of feedback",
};

/** A brief, again: of one interviewer, or of all of a candidate's. */
export const askForBrief = async (asking: AskingFor, deps: RunDeps): Promise<Outcome> => {
  const { slots, directory } = asking;
  const user = userOf(slots.userId, asking);
  const found = await caseWith(user, asking, { intent: "brief_again", deps });
  if (!("case_" in found)) return found;
  const { case_ } = found;
  const booked = await readBooked(case_, deps);
  const rows = await rowsToCome(deps.database, case_, deps);
  const sessions = booked?.booked.payload.sessions.filter(
    (session) =>
      rows.some(({ sessionId }) => sessionId === session.sessionId) &&
      (user === null || sitsIn(session, user.userId)),
  );
  if (!sessions || sessions.length === 0) {
    const words = user
      ? `${user.name} has no interview to come with this candidate, so there is nothing to brief.`
      : "No interview to come is booked, so there is nothing to brief.";
    return told(inWords("answer", [words], { links: [caseLink(case_)] }), case_);
  }
  const notes = directory.users.find(({ userId }) => userId === slots.withUserId);
  const outcome = handed(
    {
      what: "brief",
      case_,
      sessionIds: sessions.map(({ sessionId }) => sessionId),
      userId: user?.userId ?? null,
    },
    `The brief is made again${user ? ` for ${user.name}` : ""}.`,
  );
  if (!notes) return outcome;
  const of = `A brief takes notes from Lever as they are now, those of ${notes.name} among them, as far as its reader may see them before their own feedback is in.`;
  return { ...outcome, answer: { ...outcome.answer, words: [...outcome.answer.words, of] } };
};

const sitsIn = (
  { panel, trainees = [] }: BookInterview["sessions"][number],
  userId: string,
): boolean => [...panel, ...trainees].some((member) => member.userId === userId);

const userOf = (userId: string | undefined, { directory }: AskingFor): KnownUser | null =>
  directory.users.find((user) => user.userId === userId) ?? null;

/** Somebody else in a place. */
export const askToReplace = async (asking: AskingFor, deps: RunDeps): Promise<Outcome> => {
  const { slots, request } = asking;
  const user = userOf(slots.userId, asking);
  const found = await caseWith(user, asking, { intent: "replace", deps });
  if (!("case_" in found) || !user)
    return "case_" in found ? told(inWords("asks", ["Who is to be replaced?"])) : found;
  const { case_ } = found;
  const booked = await readBooked(case_, deps);
  const now = deps.clock.now();
  const theirs = (booked?.booked.payload.sessions ?? []).filter(
    (session) =>
      session.panel.some(({ userId }) => userId === user.userId) &&
      Temporal.Instant.compare(timeOf(session).startsAt, now) > 0,
  );
  const windows =
    slots.when === undefined
      ? null
      : windowsOfWhen(slots.when, { now, zone: request.zone, durationMinutes: 60 }).windows;
  const sessions = theirs.filter((session) => {
    const { startsAt, endsAt } = timeOf(session);
    return (
      windows?.some(
        ({ start, end }) =>
          Temporal.Instant.compare(start, endsAt) < 0 &&
          Temporal.Instant.compare(startsAt, end) < 0,
      ) ?? true
    );
  });
  if (sessions.length === 0) {
    const words = `${user.name} has no interview to come with this candidate${windows ? " then" : ""}, so nobody is to be replaced.`;
    return told(inWords("answer", [words], { links: [caseLink(case_)] }), case_);
  }
  return handed(
    {
      what: "change",
      case_,
      times: null,
      withUserId: null,
      withoutUserId: user.userId,
      sessionIds: sessions.map(({ sessionId }) => sessionId),
    },
    `Somebody else is looked for in the place of ${user.name}.`,
  );
};

/** A reminder of a form that is owed. */
export const askToRemind = async (asking: AskingFor, deps: RunDeps): Promise<Outcome> => {
  const { slots, directory } = asking;
  const user = userOf(slots.userId, asking);
  const about = slots.caseId === undefined ? null : await getCase(deps.database, slots.caseId);
  const forms = await listForms(deps.database, {
    status: "owed",
    userId: slots.userId,
    opportunityId: about?.opportunityId,
    endedBy: deps.clock.now(),
    limit: 50,
  });
  const known = new Set(directory.cases.map(({ caseId }) => caseId));
  const owed = forms.filter(({ hostId }) => hostId !== null && known.has(hostId));
  const [form, ...others] = owed;
  const case_ = form?.hostId ? await getCase(deps.database, form.hostId) : null;
  if (!user || !form || !case_) {
    const isEnded = forms.some(({ hostId }) => hostId === null);
    const words = isEnded ? ENDED : "owes no feedback there.";
    return told(inWords("answer", [`${user?.name ?? "Whoever is meant"} ${words}`]));
  }
  if (others.length > 0) {
    return told(
      inWords("asks", [`${user.name} owes more than one form. Which?`], {
        choices: owed.slice(0, 6).map(({ hostId }) => ({
          label: "{{subject}}",
          text: `Remind ${user.name} of feedback for {{candidate}}`,
          ...(hostId !== null && { caseId: hostId }),
        })),
      }),
    );
  }
  const rules = feedbackRulesOf(bestMatch(await deps.plans.all(), case_));
  if (form.leverReminds || rules.reminders !== "ours") {
    return told(
      inWords(
        "answer",
        ["By the plan, Lever reminds of this form, or nobody does: ours would be one too many."],
        { links: [caseLink(case_)] },
      ),
      case_,
    );
  }
  if (form.toldAt !== null) {
    return told(
      inWords(
        "answer",
        ["Reminding has not helped, and those who wait for the form were told so. Speak to them."],
        { links: [caseLink(case_)] },
      ),
      case_,
    );
  }
  const most = Math.max(rules.mostReminders, form.nudges + 1);
  return handed(
    { what: "remind", case_, form, zone: deps.companyZone, most },
    `A reminder of the form is prepared for ${user.name}.`,
  );
};

const ENDED =
  "owes a form of somebody for whom nothing is open here any more: no reminder of it is sent from here. Speak to them.";
