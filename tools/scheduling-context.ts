/** What is known for scheduling the sessions of one opportunity's stage, gathered through the read tools. Used by `find_slots` and by
 * the scheduling specialist, so that both see the same facts. */
import { AppError } from "../src/domain/errors.ts";
import { OpportunityId, PostingId } from "../src/domain/ids.ts";
import { reasonNotToContact } from "../src/domain/may-contact.ts";
import type { Preferences } from "../src/domain/preferences.ts";
import type { InterviewPlan, RoomRule, SessionRule } from "../src/domain/plan.ts";
import { applyOptOut, applyZones } from "./apply-preferences.ts";
import { checkAvailability } from "./check_availability.ts";
import { type ContextCandidate, candidateOf, horizonOf } from "./candidate-times.ts";
import type { CandidateTimes, ToolContext } from "./context.ts";
import { planFault } from "./plan-fault.ts";
import { roomsFor } from "./rooms-for.ts";
import { readPanelists, readPlaces } from "./seats-for.ts";
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
  /** Rooms that seat everybody, the smallest first, of which it takes one; absent when it needs none. */
  rooms?: RoomRule[];
  feedbackTemplateId: string | null;
}

export interface ContextPerson {
  userId: string;
  name: string;
  email: string;
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
  /** What they have set for themselves, by address. */
  preferences?: Record<string, Preferences>;
  /** Time that other cases hold or have booked. */
  held: { email: string; start: string; end: string }[];
  horizon: { from: string; to: string };
  performAs: string;
  now: string;
}

/** What was asked for beside the plan. */
export interface SchedulingWishes {
  startsAt: string | null;
  planId: string | null;
  /** Lever user ids; empty: the plan's people. */
  panelistIds: string[];
}

/** Errors, each in words for a coordinator: `opportunity_archived`, `contact_not_allowed`, `contact_without_address`,
 * `plan_missing`, `plan_invalid` (a place that nobody can take); Lever's and the calendar's own. */
export const gatherSchedulingContext = async (
  asked: { opportunityId: string; through?: Temporal.Instant } & Omit<SchedulingWishes, "startsAt">,
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
  const { plan, inferred } = await callTool(
    getPlan,
    {
      stageId: opportunity.stageId,
      stageName: opportunity.stageName,
      postingId: posting.id,
      postingTitle: posting.title,
      team: posting.team,
      ...(asked.planId !== null && { planId: asked.planId }),
    },
    context,
  );
  const said = await context.cases.candidateTimes(opportunity.id);
  const facts = { plan, opportunity, posting };
  const found =
    asked.panelistIds.length > 0
      ? await readPanelists(asked.panelistIds, plan, context)
      : await readPlaces(facts, context);
  const preferences = await readPreferences(found.people, context);
  const seats = applyOptOut(found, plan, preferences);
  const sessions = await withTemplates(plan, seats.places, context);
  const emails = seats.people.map(({ email }) => email);
  const rooms = roomsOf({ sessions }).map(({ email }) => email);
  const time = await readTime(
    { ...asked, plan, said, emails, rooms, opportunityId: opportunity.id },
    context,
  );
  return {
    opportunity,
    posting,
    plan,
    inferred,
    sessions,
    candidate: candidateOf(opportunity, said, context),
    people: seats.people,
    leftOut: seats.leftOut,
    preferences,
    ...time,
    availability: applyZones(time.availability, preferences),
    performAs: opportunity.ownerId ?? posting.ownerId ?? posting.hiringManagerId ?? "",
    now: context.clock.now().toString(),
  };
};

const readPreferences = async (
  people: ContextPerson[],
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

const WEEK_HOURS = 7 * 24;

/** Everybody's time over the horizon, and the rooms'. */
const readTime = async (
  asked: {
    plan: InterviewPlan;
    said: CandidateTimes | null;
    emails: string[];
    rooms: string[];
    opportunityId: string;
    through?: Temporal.Instant;
  },
  context: ToolContext,
): Promise<Pick<SchedulingContext, "availability" | "held" | "horizon">> => {
  const { plan, said, emails, rooms, opportunityId, through } = asked;
  const usual = horizonOf(plan, said, context);
  const isFurther = through && Temporal.Instant.compare(through, usual.to) > 0;
  const horizon = isFurther ? { ...usual, to: through.toString() } : usual;
  const read = async (asking: string[]) =>
    (await callTool(checkAvailability, { emails: asking, ...horizon }, context)).people;
  const [availability, held] = await Promise.all([
    // Rooms after people: a service may read them as one of these.
    read(emails).then(async (people) =>
      rooms.length === 0 ? people : [...people, ...(await read(rooms))],
    ),
    readHeldTime({ emails: [...emails, ...rooms], horizon, opportunityId }, context),
  ]);
  return { availability, held, horizon };
};

/** The whole weeks around the span: limits a week count what came before it too. */
const readHeldTime = async (
  asked: { emails: string[]; horizon: SchedulingContext["horizon"]; opportunityId: string },
  context: ToolContext,
): Promise<SchedulingContext["held"]> => {
  const held = await context.cases.heldTime({
    emails: asked.emails,
    from: Temporal.Instant.from(asked.horizon.from).subtract({ hours: WEEK_HOURS }),
    to: Temporal.Instant.from(asked.horizon.to).add({ hours: WEEK_HOURS }),
    opportunityId: asked.opportunityId,
  });
  return held.map(({ email, start, end }) => ({
    email,
    start: start.toString(),
    end: end.toString(),
  }));
};

/** The same with what we ourselves hold of these people by now; nobody outside is asked again. */
export const refreshHeldTime = async (
  gathered: SchedulingContext,
  context: ToolContext,
): Promise<SchedulingContext> => ({
  ...gathered,
  held: await readHeldTime(
    {
      emails: [...gathered.people, ...roomsOf(gathered)].map(({ email }) => email),
      horizon: gathered.horizon,
      opportunityId: gathered.opportunity.id,
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
  places: readonly ContextPlace[][],
  context: ToolContext,
): Promise<ContextSession[]> => {
  const needsOne = plan.sessions.some(({ feedbackTemplate }) => feedbackTemplate !== undefined);
  const templates = needsOne ? await context.lever.listFeedbackTemplates() : [];
  return plan.sessions.map((rule, index) => ({
    rule,
    places: places[index] ?? [],
    ...roomsFor(rule, plan, places[index]?.length ?? 0),
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
