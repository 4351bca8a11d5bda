/** What is known for scheduling the sessions of one opportunity's stage, gathered through the read tools. Used by `find_slots` and by
 * the scheduling specialist, so that both see the same facts. */
import { AppError } from "../src/domain/errors.ts";
import { OpportunityId, PostingId } from "../src/domain/ids.ts";
import { reasonNotToContact } from "../src/domain/may-contact.ts";
import type { Relaxation } from "../src/domain/no-fit.ts";
import type { OfferedTime } from "../src/domain/offered-time.ts";
import type { Preferences } from "../src/domain/preferences.ts";
import type { InterviewPlan, RoomRule, SessionRule } from "../src/domain/plan.ts";
import type { TrainingSeat } from "../src/scheduling/types.ts";
import { applyOptOut, applyZones } from "./apply-preferences.ts";
import type { checkAvailability } from "./check_availability.ts";
import { type ContextCandidate, candidateOf, horizonOf } from "./candidate-times.ts";
import type { CandidateTimes, ToolContext } from "./context.ts";
import { type DayOff, readDaysOff } from "./days-off.ts";
import { planFault } from "./plan-fault.ts";
import { roomsFor } from "./rooms-for.ts";
import { readAvailability } from "./read-availability.ts";
import { readSharesOwed } from "./shares-of-pools.ts";
import { type Seats, readPanelists, readPlaces } from "./seats-for.ts";
import { NO_TRAINING, readTraining, withTrainees } from "./training-seats.ts";
import { roomsOf } from "./with-rooms.ts";
import { callTool } from "./define-tool.ts";
import { getOpportunity } from "./get_opportunity.ts";
import { getPlan } from "./get_plan.ts";
import { getPosting } from "./get_posting.ts";

/** A seat in the session: one of `choices` takes it. */
export interface ContextPlace {
  /** `hiring manager`, `pool backend-seniors`, `named`. */
  label: string;
  key: boolean;
  choices: string[];
}

/** A session of the plan with all that it needs. */
export interface ContextSession {
  rule: SessionRule;
  places: ContextPlace[];
  /** Seats for those who learn; absent when there are none. */
  training?: TrainingSeat[];
  /** Rooms that seat everybody, the smallest first, of which it takes one; absent when it needs none. */
  rooms?: RoomRule[];
  feedbackTemplateId: string | null;
}

export interface ContextPerson {
  userId: string;
  name: string;
  email: string;
  /** Since when they are a user of Lever; absent when it does not say. */
  since?: string;
}

type Output<Called extends { run(...args: never[]): Promise<unknown> }> = Awaited<
  ReturnType<Called["run"]>
>;

/** Shape: JSON, so that it can be kept as a working paper. */
export interface SchedulingContext {
  opportunity: Output<typeof getOpportunity>;
  posting: Output<typeof getPosting>;
  plan: InterviewPlan;
  /** What the plan was inferred from, in words; null when somebody wrote it. Absent in papers of before there were such. */
  inferred?: string | null;
  /** In the plan's order; at least one. */
  sessions: ContextSession[];
  candidate: ContextCandidate;
  people: ContextPerson[];
  /** People of the plan who cannot take part, and why. */
  leftOut: { email: string; why: string }[];
  availability: Output<typeof checkAvailability>["people"];
  /** Who cannot host a meeting at Zoom; absent when no session meets there. */
  withoutZoom?: string[];
  /** What they have set for themselves, by address. */
  preferences?: Record<string, Preferences>;
  /** Public holidays in the horizon and a day around, by address. */
  daysOff?: Record<string, DayOff[]>;
  /** Interviews owed to a fair share, by address. Absent in papers of before there were such. */
  owed?: Record<string, number>;
  /** Time that other cases hold or have booked. */
  held: { email: string; start: string; end: string; offered?: OfferedTime }[];
  horizon: { from: string; to: string };
  performAs: string;
  now: string;
  /** The case's stage; absent when nobody said of which case. */
  stageId?: string | undefined;
  /** A rule that a person gave up, because nothing fitted with it. */
  relaxed?: Pick<Relaxation, "id" | "change">;
}

/** What was asked for beside the plan. */
export interface SchedulingWishes {
  startsAt: string | null;
  planId: string | null;
  /** Lever user ids; empty: the plan's people. */
  panelistIds: string[];
  /** Id of a rule that may give when nothing fits with it. */
  relax?: string | null;
  /** What a person asks for in plain words. */
  asked?: Asked;
}

/** Times and people that a person asks for. Shape: JSON. */
export interface Asked {
  times: { windows: { start: string; end: string }[]; isNamed: boolean } | null;
  /** Lever user who is to be in it. */
  withUserId: string | null;
  /** Lever user for whom somebody else is to be found. */
  withoutUserId: string | null;
  /** In which sessions; null: in all of theirs. */
  sessionIds: string[] | null;
}

interface Gathering extends Pick<SchedulingWishes, "planId" | "panelistIds"> {
  opportunityId: string;
  stageId?: string;
  /** What that stage is called, where the opportunity may have left it. */
  stageName?: string;
  through?: Temporal.Instant;
  /** Times that the candidate named beside what they marked on their page: it is looked as far ahead. */
  named?: CandidateTimes["windows"];
}

/** Errors, each in words for a coordinator: `opportunity_archived`, `contact_not_allowed`, `contact_without_address`,
 * `plan_missing`, `plan_invalid` (a place that nobody can take); Lever's and the calendar's own. */
export const gatherSchedulingContext = async (
  asked: Gathering,
  context: ToolContext,
): Promise<SchedulingContext> => {
  const opportunity = await callTool(
    getOpportunity,
    { opportunityId: OpportunityId.parse(asked.opportunityId) },
    context,
  );
  const reason = reasonNotToContact({ ...opportunity, confidential: false });
  if (reason) throw reason;
  const posting = await readPosting(opportunity.postingId, context);
  const { plan, inferred } = await readPlan(
    { posting, planId: asked.planId, stage: stageOf(asked, opportunity) },
    context,
  );
  const said = await context.cases.candidateTimes(opportunity.id);
  const facts = { plan, opportunity, posting };
  const found =
    asked.panelistIds.length > 0
      ? await readPanelists(asked.panelistIds, plan, context)
      : await readPlaces(facts, context);
  const training = asked.panelistIds.length > 0 ? NO_TRAINING : await readTraining(plan, context);
  const preferences = await readPreferences([...found.people, ...training.people], context);
  const seats = withTrainees(applyOptOut(found, plan, preferences), training);
  const sessions = await withTemplates(plan, seats, context);
  const emails = seats.people.map(({ email }) => email);
  const rooms = roomsOf({ sessions }).map(({ email }) => email);
  const [time, owed] = await Promise.all([
    readTime({ ...asked, plan, said, emails, rooms, opportunity }, context),
    readSharesOwed(seats, context),
  ]);
  const { horizon } = time;
  const daysOff = await readDaysOff({ emails, place: plan.rules?.holidays, preferences, horizon });
  const { stageId } = asked;
  const taken = await readCandidateTaken({ stageId, opportunity }, context);
  return {
    opportunity,
    stageId,
    posting,
    plan,
    inferred,
    sessions,
    candidate: { ...candidateOf(opportunity, said, context), taken },
    people: seats.people,
    leftOut: seats.leftOut,
    preferences,
    owed,
    daysOff,
    ...time,
    availability: applyZones(time.availability, preferences),
    performAs: opportunity.ownerId ?? posting.ownerId ?? posting.hiringManagerId ?? "",
    now: context.clock.now().toString(),
  };
};

type Stage = Pick<SchedulingContext["opportunity"], "stageId" | "stageName">;

/** The stage by which a plan is looked for: the one that was said with its name, or the opportunity's own. */
const stageOf = (
  { stageId, stageName }: { stageId?: string; stageName?: string },
  opportunity: Stage,
): Stage =>
  stageId === undefined || stageName === undefined
    ? { stageId: opportunity.stageId, stageName: opportunity.stageName }
    : { stageId, stageName };

const readPlan = async (
  {
    posting,
    planId,
    stage,
  }: Pick<SchedulingContext, "posting"> & Pick<SchedulingWishes, "planId"> & { stage: Stage },
  context: ToolContext,
) =>
  await callTool(
    getPlan,
    {
      ...stage,
      postingId: posting.id,
      postingTitle: posting.title,
      team: posting.team,
      ...(planId !== null && { planId }),
    },
    context,
  );

/** What they have set for themselves. Shape: by address. */
export const readPreferences = async (
  people: readonly ContextPerson[],
  context: ToolContext,
): Promise<Record<string, Preferences>> => {
  const set = await context.preferences.of(people.map(({ userId }) => userId));
  return Object.fromEntries(
    people.flatMap(({ userId, email }) => {
      const preferences = set.get(userId);
      return preferences ? [[email, preferences]] : [];
    }),
  );
};

/** What names the case for which a time is looked for. */
interface CaseKey {
  opportunityId: string;
  stageId: string;
}

/** The case at the stage that was said, or at the opportunity's own. */
const caseOf = ({
  opportunity,
  stageId,
}: Pick<SchedulingContext, "opportunity" | "stageId">): CaseKey => ({
  opportunityId: opportunity.id,
  stageId: stageId ?? opportunity.stageId,
});

const WEEK_HOURS = 7 * 24;

/** Everybody's time over the horizon, and the rooms'. */
const readTime = async (
  asked: {
    plan: InterviewPlan;
    said: CandidateTimes | null;
    emails: string[];
    rooms: string[];
    through?: Temporal.Instant;
    named?: CandidateTimes["windows"];
  } & Pick<SchedulingContext, "opportunity" | "stageId">,
  context: ToolContext,
): Promise<Pick<SchedulingContext, "availability" | "held" | "horizon">> => {
  const { plan, said, emails, rooms, through, named = [] } = asked;
  const usual = horizonOf(plan, [...(said?.windows ?? []), ...named], context);
  const isFurther = through && Temporal.Instant.compare(through, usual.to) > 0;
  const horizon = isFurther ? { ...usual, to: through.toString() } : usual;
  const read = async (asking: string[]) => await readAvailability(asking, horizon, context);
  const [availability, held] = await Promise.all([
    // Rooms after people: a service may read them as one of these.
    read(emails).then(async (people) => [...people, ...(await read(rooms))]),
    readHeldTime({ emails: [...emails, ...rooms], horizon, ...caseOf(asked) }, context),
  ]);
  return { availability, held, horizon };
};

/** The whole weeks around the span: limits a week count what came before it too. */
export const readHeldTime = async (
  asked: { emails: string[]; horizon: SchedulingContext["horizon"] } & CaseKey,
  context: ToolContext,
): Promise<SchedulingContext["held"]> => {
  const held = await context.cases.heldTime({
    emails: asked.emails,
    from: Temporal.Instant.from(asked.horizon.from).subtract({ hours: WEEK_HOURS }),
    to: Temporal.Instant.from(asked.horizon.to).add({ hours: WEEK_HOURS }),
    opportunityId: asked.opportunityId,
    stageId: asked.stageId,
  });
  return held.map(({ email, start, end, offered }) => ({
    email,
    start: start.toString(),
    end: end.toString(),
    ...(offered && { offered }),
  }));
};

/** Of all other cases of the candidate: when they are in another interview already. */
const readCandidateTaken = async (
  of: Pick<SchedulingContext, "opportunity" | "stageId">,
  { cases }: ToolContext,
): Promise<NonNullable<ContextCandidate["taken"]>> => {
  const taken = await cases.candidateTaken({
    contactId: of.opportunity.contactId,
    ...caseOf(of),
  });
  return taken.map(({ start, end }) => ({ start: start.toString(), end: end.toString() }));
};

/** The same with what we ourselves hold of these people, and of the candidate, by now; nobody outside is asked again. */
export const refreshHeldTime = async (
  gathered: SchedulingContext,
  context: ToolContext,
): Promise<SchedulingContext> => ({
  ...gathered,
  candidate: { ...gathered.candidate, taken: await readCandidateTaken(gathered, context) },
  held: await readHeldTime(
    {
      emails: [...gathered.people, ...roomsOf(gathered)].map(({ email }) => email),
      horizon: gathered.horizon,
      ...caseOf(gathered),
    },
    context,
  ),
});

const readPosting = async (postingId: string | null, context: ToolContext) => {
  if (postingId !== null) {
    return await callTool(getPosting, { postingId: PostingId.parse(postingId) }, context);
  }
  throw new AppError({
    code: "plan_missing",
    fault: "caller",
    message:
      "The opportunity has no posting in Lever, so nobody knows who should interview. Add it to a posting.",
  });
};

/** The sessions with their seats and feedback forms. Errors: `plan_invalid` for a form that Lever does not have. */
const withTemplates = async (
  plan: InterviewPlan,
  { places, training }: Pick<Seats, "places"> & { training: readonly TrainingSeat[][] },
  context: ToolContext,
): Promise<ContextSession[]> => {
  const needsOne = plan.sessions.some(({ feedbackTemplate }) => feedbackTemplate !== undefined);
  const templates = needsOne ? await context.lever.listFeedbackTemplates() : [];
  return plan.sessions.map((rule, index) => ({
    rule,
    places: places[index] ?? [],
    ...((training[index]?.length ?? 0) > 0 && { training: training[index] ?? [] }),
    ...roomsFor(rule, plan, (places[index]?.length ?? 0) + (training[index]?.length ?? 0)),
    feedbackTemplateId: findTemplate(plan, rule, templates),
  }));
};

const findTemplate = (
  plan: InterviewPlan,
  { feedbackTemplate: wanted }: SessionRule,
  templates: readonly { id: string; text: string }[],
): string | null => {
  if (wanted === undefined) return null;
  const template = templates.find(({ id, text }) => id === wanted || text === wanted);
  if (template) return template.id;
  throw planFault(plan, `Lever has no feedback form "${wanted}"`);
};
