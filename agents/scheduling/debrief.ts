/** When a panel meets to talk about its round: who, by what Lever has; when, by the slot engine, with everybody's own hours, calendar and
 * holds. No model has a part in it. */
import type { AlertContext } from "../../src/cases/open-proposal.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import {
  type BookDebrief,
  DEBRIEF_SESSION,
  type DebriefPerson,
  debriefInWords,
} from "../../src/domain/debrief.ts";
import { AppError } from "../../src/domain/errors.ts";
import { UserId } from "../../src/domain/ids.ts";
import {
  DEBRIEF_WITHIN_HOURS,
  type DebriefRule,
  type InterviewPlan,
} from "../../src/domain/plan.ts";
import { zoneAt } from "../../src/domain/preferences.ts";
import type { Evidence } from "../../src/domain/proposal.ts";
import { plainName, shownCase, shownName } from "../../src/domain/quoted.ts";
import { meetingPlaceOf } from "../../src/domain/video.ts";
import { type DebriefPanel, type DebriefReason, debriefPanel } from "../../src/feedback/debrief.ts";
import { feedbackRulesOf } from "../../src/feedback/rules.ts";
import type { LeverUser, Opportunity, Posting } from "../../src/lever/port.ts";
import { findSlots } from "../../src/scheduling/find-slots.ts";
import type { SlotPerson, SlotRequest } from "../../src/scheduling/types.ts";
import { applyZones } from "../../tools/apply-preferences.ts";
import type { ToolContext } from "../../tools/context.ts";
import { readDaysOff } from "../../tools/days-off.ts";
import { spread } from "../../tools/find-times.ts";
import { readAvailability } from "../../tools/read-availability.ts";
import {
  type ContextPerson,
  readHeldTime,
  readPreferences,
} from "../../tools/scheduling-context.ts";
import { type SurroundingFacts, surroundingsOf } from "../../tools/slot-request.ts";

/** Whose round it is. */
export interface DebriefAsked {
  case_: CaseRecord;
  plan: InterviewPlan & { debrief: DebriefRule };
  companyName: string;
  publicUrl: string;
}

/** What there is to propose. */
export interface DebriefFound {
  payload: BookDebrief;
  context: AlertContext;
  /** Somebody of the panel is missing. */
  isInDoubt: boolean;
}

/** Shape: words where there is nothing to propose. Errors: `no_slot` with who and what stands in the way; `input_invalid` for a panel
 * of fewer than two; those of Lever and the calendars. */
export const findDebrief = async (
  asked: DebriefAsked,
  tools: ToolContext,
): Promise<DebriefFound | { outcome: string }> => {
  const met = await readPanel(asked, tools);
  if ("outcome" in met) return met;
  if (met.people.length < 2) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: ["Fewer than two people are left to meet.", ...met.leftOut].join(" "),
    });
  }
  const facts = await readTimes(met.people, asked, tools);
  const times = timesOf(met.people, facts, asked);
  const people = met.people.map((person) => ({
    ...person,
    zone: zoneThen(person, times[0], facts),
  }));
  const payload = payloadOf({ asked, met, people, facts, times });
  return {
    payload,
    context: contextOf(payload, met),
    isInDoubt: met.isPartial || met.leftOut.length > 0,
  };
};

type Person = Omit<DebriefPerson, "zone">;

interface Met {
  opportunity: Opportunity;
  posting: Posting;
  isPartial: boolean;
  people: Person[];
  /** Who is not asked to it, and why, and who has still to hand in a form, in words. */
  leftOut: string[];
}

const readPanel = async (
  { case_, plan }: DebriefAsked,
  { lever, cases, clock }: ToolContext,
): Promise<Met | { outcome: string }> => {
  const { opportunityId, stageId } = case_;
  const opportunity = await lever.getOpportunity(opportunityId);
  if (opportunity.postingId === null) return { outcome: NO_POSTING };
  const posting = await lever.getPosting(opportunity.postingId);
  if (opportunity.confidential || posting.confidential) return { outcome: FOR_FEW };
  const [panels, forms, users] = await Promise.all([
    lever.listPanels(opportunityId),
    lever.listFeedback(opportunityId),
    lever.listUsers(),
  ]);
  const missed = await cases.missedInterviews(opportunityId);
  const wanted = plan.debrief.with ?? (["recruiter", "hiring_manager"] as const);
  const whoIs = {
    recruiter: opportunity.ownerId ?? posting.ownerId,
    hiring_manager: posting.hiringManagerId,
  };
  const panel = debriefPanel(
    { panels, forms, users, missed, now: clock.now() },
    {
      stageId,
      deadline: feedbackRulesOf(plan).deadline,
      beside: wanted.map((why) => ({ userId: whoIs[why], why })),
    },
  );
  if (!panel) return { outcome: NOT_OVER };
  return {
    opportunity,
    posting,
    isPartial: panel.isPartial,
    people: panel.people.flatMap(({ userId, why }) => {
      const user = users.find(({ id }) => id === userId);
      return user ? [{ userId, email: user.email, name: shownName(user.name), why }] : [];
    }),
    leftOut: [
      ...missingInWords(panel, users),
      ...wanted.flatMap((why) =>
        whoIs[why] === null ? [`Lever says of nobody that they are the ${ROLES[why]}.`] : [],
      ),
    ],
  };
};

const NOT_OVER = "The round of interviews is not over: there is nothing to debrief yet.";
const FOR_FEW = "The candidacy is confidential in Lever: no debrief was proposed.";
const NO_POSTING = "The candidate is on no posting in Lever: no debrief was proposed.";

const ROLES: Record<DebriefReason, string> = {
  handed_in: "interviewer",
  recruiter: "recruiter",
  hiring_manager: "hiring manager",
};

const BECAUSE: Record<DebriefPanel["skipped"][number]["because"], string> = {
  deactivated: "was deactivated in Lever, and is not asked to it.",
  unknown: "is no user whom Lever lists, and is not asked to it.",
  not_handed_in: "has handed in no form, and is not asked to it.",
};

const missingInWords = (
  { skipped, owing }: DebriefPanel,
  users: readonly LeverUser[],
): string[] => {
  const nameOf = (userId: UserId): string => {
    const user = users.find(({ id }) => id === userId);
    return user ? shownName(user.name) : "Somebody of the panel";
  };
  return [
    ...skipped.map(({ userId, because }) => `${nameOf(userId)} ${BECAUSE[because]}`),
    ...owing.map((userId) => `${nameOf(userId)} comes, and has still to hand in a form.`),
  ];
};

/** Everybody's time, as for any interview. What of it is only an interview's is left out by `asMeeting`. */
const readTimes = async (
  people: readonly ContextPerson[],
  { case_, plan }: DebriefAsked,
  tools: ToolContext,
): Promise<SurroundingFacts> => {
  const now = tools.clock.now();
  const hours = plan.debrief.withinHours ?? DEBRIEF_WITHIN_HOURS;
  const horizon = { from: now.toString(), to: now.add({ hours }).toString() };
  const emails = people.map(({ email }) => email);
  const preferences = await readPreferences(people, tools);
  const [availability, held, daysOff] = await Promise.all([
    readAvailability(emails, horizon, tools),
    readHeldTime({ emails, horizon, ...case_ }, tools),
    readDaysOff({ emails, place: plan.rules?.holidays, preferences, horizon }),
  ]);
  return {
    plan,
    sessions: [],
    people: people.map(({ userId, email, name }) => ({ userId, email, name })),
    preferences,
    availability: applyZones(availability, preferences),
    held,
    // Not asked to it: the whole span is open, on the company's clock.
    candidate: {
      email: "",
      zone: tools.companyZone,
      zoneSource: "company",
      windows: [{ start: horizon.from, end: horizon.to }],
    },
    daysOff,
    owed: {},
    horizon,
    now: now.toString(),
  };
};

/** So soon nobody is asked to come. */
const NOTICE_MINUTES = 120;

/** The proposed time and two others. */
const TIMES = 3;

/** Errors: `no_slot`. */
const timesOf = (
  people: readonly Person[],
  facts: SurroundingFacts,
  { plan: { debrief } }: DebriefAsked,
): { startsAt: string; endsAt: string }[] => {
  const surroundings = surroundingsOf(facts);
  const request: SlotRequest = {
    ...surroundings,
    people: Object.fromEntries(
      Object.entries(surroundings.people).map(([email, person]) => [email, asMeeting(person)]),
    ),
    session: { id: DEBRIEF_SESSION, durationMinutes: debrief.minutes, format: "video" },
    places: people.map(({ email, why }) => ({ label: ROLES[why], key: false, choices: [email] })),
    minimumNoticeMinutes: NOTICE_MINUTES,
    weights: { candidate_comfort: 0, load_balance: 0 },
    top: 50,
    leaveOut: ["relaxations", "clashes"],
  };
  const found = findSlots(request);
  if (found.kind === "slots") {
    return spread(found.slots, TIMES).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
  }
  const hours = debrief.withinHours ?? DEBRIEF_WITHIN_HOURS;
  const blockers = [...found.findings, ...found.blockers].map(({ words }) => words);
  throw new AppError({
    code: "no_slot",
    fault: "caller",
    message: [
      `In the next ${hours} hours there is no time of ${debrief.minutes} minutes at which all ${people.length} could meet.`,
      ...[...new Set(blockers)].slice(0, MOST_BLOCKERS),
    ].join(" "),
  });
};

const MOST_BLOCKERS = 5;

/** Limits and pauses are of interviews: whoever takes none meets all the same. */
const asMeeting = (person: SlotPerson): SlotPerson => {
  const { maxPerDay: _day, maxPerWeek: _week, pausedUntil: _until, ...rest } = person;
  return { ...rest, optedOut: false };
};

const zoneThen = (
  { email }: Person,
  time: { startsAt: string } | undefined,
  { availability, preferences, candidate }: SurroundingFacts,
): string => {
  const zone = availability.find((one) => one.email === email)?.zone ?? candidate.zone;
  const stays = preferences?.[email]?.stays ?? [];
  return time ? zoneAt({ zone, stays }, Temporal.Instant.from(time.startsAt)) : zone;
};

const payloadOf = ({
  asked: { case_, plan, companyName, publicUrl },
  met: { opportunity, posting, isPartial },
  people,
  facts,
  times: [time, ...alternatives],
}: {
  asked: DebriefAsked;
  met: Met;
  people: DebriefPerson[];
  facts: SurroundingFacts;
  times: { startsAt: string; endsAt: string }[];
}): BookDebrief => {
  if (!time) throw new Error("a debrief was found without a time");
  const hosts = people.map(({ email, why }) => ({
    email,
    key: why === "recruiter",
    calendar: facts.availability.find((one) => one.email === email)?.service ?? undefined,
  }));
  const place = meetingPlaceOf(hosts, { video: plan.video === "none" ? "none" : undefined });
  if ("fault" in place) throw new Error("a debrief asks for no kind of video");
  return {
    kind: "book_debrief",
    version: 1,
    opportunityId: case_.opportunityId,
    postingId: posting.id,
    stageId: case_.stageId,
    caseId: case_.id,
    planId: plan.id,
    candidateName: plainName(opportunity.name, "a candidate"),
    ...shownCase(case_),
    companyName,
    ...time,
    alternatives,
    people: people.map((person) => ({ ...person, userId: UserId.parse(person.userId) })),
    organizer: place.organizer,
    video: place.video === "meet" || place.video === "teams" ? place.video : "none",
    deadlineHours: feedbackRulesOf(plan).deadline.total("hours"),
    isPartial,
    caseUrl: `${publicUrl}/cases/${case_.id}`,
    leverUrl: opportunity.url ?? "",
  };
};

const contextOf = (payload: BookDebrief, { leftOut }: Met): AlertContext => ({
  summary: debriefInWords(payload),
  reason: payload.isPartial
    ? "The deadline of this round has come, and not all forms are in."
    : "All forms of this round are in.",
  evidence: [
    ...payload.people.map(({ userId, name, why }): Evidence => ({
      kind: "read",
      what: why === "handed_in" ? `Form of ${name}: handed in` : `${name}, ${ROLES[why]}`,
      source: `user/${userId}`,
    })),
    { kind: "read", what: "Calendars and hours of all of them", source: "check_availability" },
    ...leftOut.map((what): Evidence => ({ kind: "left_out", what, source: "feedback" })),
  ],
});
