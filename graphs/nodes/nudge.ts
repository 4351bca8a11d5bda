/** Proposes to remind somebody of a form that they owe, or to tell the recruiter and the hiring manager that it stays out. */
import { proposeNudge, questionsOf } from "../../agents/feedback/nudge.ts";
import { getCase } from "../../src/cases/cases.ts";
import { readEventData } from "../../src/cases/event-data.ts";
import { type MirroredForm, getForm } from "../../src/cases/feedback-owed.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { listMissed } from "../../src/cases/missed-interviews.ts";
import { aboutForm } from "../../src/cases/problem-about.ts";
import { endProblems } from "../../src/cases/problems.ts";
import { storeProposals } from "../../src/cases/proposals.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import { AppError } from "../../src/domain/errors.ts";
import { RunId, UserId } from "../../src/domain/ids.ts";
import { NUDGE_NOT_SENT, type NudgeFeedback, noRoomIn } from "../../src/domain/nudge.ts";
import type { InterviewPlan, SessionRule } from "../../src/domain/plan.ts";
import { bestMatch } from "../../src/domain/plan-match.ts";
import { plainName, shownCase } from "../../src/domain/quoted.ts";
import { feedbackRulesOf } from "../../src/feedback/rules.ts";
import { isMissed } from "../../src/feedback/seats.ts";
import { unlessForbidden } from "../../src/lever/access.ts";
import type { LeverUser, Opportunity, Posting } from "../../src/lever/port.ts";
import { readPolicy } from "../../src/policy/store.ts";
import { firstActive } from "../active-user.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `nudge` node. Shape: no proposal, and words, when nothing is owed any more or nobody can be told. Errors: Lever's, and the
 * chat service's. */
export const createNudge =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const asked = await readAsked(state, deps);
    const form = await getForm(deps.database, asked);
    const host = state.caseId === null ? null : await getCase(deps.database, state.caseId);
    // Moved since, too: what is owed then is the form of another time.
    const isSame = form?.status === "owed" && form.endsAt.equals(asked.endsAt);
    if (!host) return { outcome: NOT_OWED };
    if (!isSame) return await endOver(host, asked, { words: NOT_OWED, deps });
    const missed = await listMissed(deps.database, host.opportunityId);
    if (isMissed(form.panelId, form, missed)) {
      return await endOver(host, asked, { words: MISSED, deps });
    }
    const facts = await readFacts(form, host, deps);
    if (!facts) return { outcome: NOT_OWED };
    const { opportunity, posting } = facts;
    if (opportunity.confidential || posting?.confidential) return { outcome: FOR_FEW };
    const told = await readTold(asked, facts, deps);
    if ("outcome" in told) return told;
    const isFirst = asked.says === "reminder" && form.remindedCount === 0;
    const { questions, leftOut } = isFirst
      ? await readQuestions(facts, deps)
      : { questions: [], leftOut: [] };
    const wanted = payloadOf({ asked, form, host, facts, ...told, questions }, deps);
    const { payload, moved } = orByMail(wanted, facts.person);
    return {
      proposalIds: await store(payload, { host, state, leftOut: [...leftOut, ...moved] }, deps),
    };
  };

/** Of a form that nobody owes it is no problem that nobody was reminded. */
const endOver = async (
  { id: caseId }: CaseRecord,
  asked: Asked,
  { words, deps }: { words: string; deps: RunDeps },
): Promise<RunUpdate> => {
  const about = aboutForm(asked);
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    await endProblems(tx, { caseId, codes: new Set([NUDGE_NOT_SENT]), about }, deps.clock);
  });
  return { outcome: words };
};

/** What has no room where it was to be told goes by mail, whole. */
const orByMail = (
  payload: NudgeFeedback,
  { id: userId, email, name }: LeverUser,
): { payload: NudgeFeedback; moved: string[] } => {
  const place = noRoomIn(payload);
  if (place === null) return { payload, moved: [] };
  return {
    payload: { ...payload, to: [{ userId, email, name, channel: "mail" }], note: null },
    moved: [
      `All questions, and what answers show, are too long for ${place}: it is a mail instead.`,
    ],
  };
};

const NOT_OWED = "The form is not owed any more: nobody was reminded.";
const MISSED = "The candidate did not come to this interview: nobody was reminded of its form.";
const FOR_FEW = "The candidacy is confidential in Lever: nobody was reminded.";
const NOBODY =
  "Nobody could be told that a form is missing: neither the opportunity nor its posting has an owner or a hiring manager in Lever who is active.";

type Asked = Pick<NudgeFeedback, "says" | "number" | "most" | "until"> & {
  interviewId: string;
  userId: UserId;
  endsAt: Temporal.Instant;
  zone: string;
};

const readAsked = async ({ eventId }: RunState, { database }: RunDeps): Promise<Asked> => {
  const data = await readEventData(database, eventId);
  return {
    interviewId: String(data["interviewId"]),
    userId: UserId.parse(data["userId"]),
    says: data["says"] === "overdue" ? "overdue" : "reminder",
    number: Number(data["number"]),
    most: Number(data["most"]),
    until: String(data["until"]),
    endsAt: Temporal.Instant.from(String(data["endsAt"])),
    zone: String(data["zone"]),
  };
};

interface Facts {
  opportunity: Opportunity;
  posting: Posting | null;
  person: LeverUser;
  /** Of the interview's stage. */
  own: CaseRecord;
  plan: InterviewPlan | null;
  session: SessionRule | null;
  formName: string;
}

/** Shape: null when whoever owes it is nobody to be told any more. */
const readFacts = async (
  form: MirroredForm,
  host: CaseRecord,
  { database, lever, plans }: RunDeps,
): Promise<Facts | null> => {
  const own = form.caseId === null ? null : await getCase(database, form.caseId);
  const person = await lever.getUser(UserId.parse(form.userId));
  if (!own || !person || person.deactivated) return null;
  const opportunity = await lever.getOpportunity(host.opportunityId);
  const posting = opportunity.postingId && (await lever.getPosting(opportunity.postingId));
  const templates = await unlessForbidden(async () => await lever.listFeedbackTemplates());
  const plan = bestMatch(await plans.all(), own);
  return {
    opportunity,
    posting,
    person,
    own,
    plan,
    session: sessionOf(plan, form.sessionId),
    formName: templates.find(({ id }) => id === form.templateId)?.text ?? "",
  };
};

/** The one that was booked; of an interview made by hand the only one that there is. */
const sessionOf = (plan: InterviewPlan | null, sessionId: string | null): SessionRule | null => {
  const sessions = plan?.sessions ?? [];
  if (sessionId === null) return sessions.length === 1 ? (sessions[0] ?? null) : null;
  return sessions.find(({ id }) => id === sessionId) ?? null;
};

type Told = Pick<NudgeFeedback, "to" | "note">;

const readTold = async (
  { says }: Asked,
  { opportunity, posting, person, plan }: Facts,
  deps: RunDeps,
): Promise<Told | { outcome: string }> => {
  if (says === "overdue") {
    const recruiter = await firstActive([opportunity.ownerId, posting?.ownerId], deps);
    const manager = await firstActive([posting?.hiringManagerId], deps);
    const people = [recruiter, manager]
      .filter((one) => one !== null)
      .filter(({ id }, index, all) => all.findIndex((each) => each.id === id) === index)
      // Who owes it knows.
      .filter(({ id }) => id !== person.id);
    if (people.length === 0) return { outcome: NOBODY };
    return {
      to: await Promise.all(people.map(async (one) => await reachedAt(one, deps))),
      note: null,
    };
  }
  const { by } = feedbackRulesOf(plan);
  if (by === "note") {
    const { id } = person;
    const writer = deps.performAs ?? opportunity.ownerId ?? posting?.ownerId ?? id;
    return { to: [], note: { performAs: UserId.parse(writer), username: person.username } };
  }
  const reached = await reachedAt(person, deps);
  return { to: [by === "mail" ? { ...reached, channel: "mail" } : reached], note: null };
};

/** In Teams a message stands where others read it: then it is a mail. */
const reachedAt = async (
  { id, email, name }: LeverUser,
  { chooseChannel }: RunDeps,
): Promise<NudgeFeedback["to"][number]> => {
  const chosen = await chooseChannel(email);
  return { userId: id, email, name, channel: chosen === "slack" ? "slack" : "mail" };
};

/** With the first one that may reach them alone. What cannot be read is left out, and said to be. */
const readQuestions = async (
  { posting, plan, session }: Facts,
  { tools }: RunDeps,
): Promise<{ questions: NudgeFeedback["questions"]; leftOut: string[] }> => {
  if (!posting || !plan || !session) {
    return { questions: [], leftOut: ["No interview plan says what this interview asks."] };
  }
  try {
    const { set } = await tools.questionSets.find({ postingId: posting.id, planId: plan.id });
    return { questions: questionsOf(set, session.id), leftOut: [] };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.retryable) throw thrown;
    return { questions: [], leftOut: [`The questions are left out: ${thrown.message}`] };
  }
};

const payloadOf = (
  {
    asked: { interviewId, userId, endsAt, zone, ...asked },
    form,
    host,
    facts: { opportunity, own, person, session, formName },
    ...told
  }: { asked: Asked; form: MirroredForm; host: CaseRecord; facts: Facts } & Told &
    Pick<NudgeFeedback, "questions">,
  { companyName }: RunDeps,
): NudgeFeedback => ({
  kind: "nudge_feedback",
  version: 1,
  opportunityId: host.opportunityId,
  stageId: own.stageId,
  caseId: host.id,
  ...asked,
  ...(asked.says === "overdue" && { number: form.remindedCount }),
  owed: {
    interviewId,
    userId,
    name: person.name,
    form: formName,
    session: session?.name ?? own.stageName,
    startsAt: form.startsAt.toString(),
    endsAt: endsAt.toString(),
    zone,
  },
  ...told,
  candidateName: plainName(opportunity.name, "a candidate"),
  ...shownCase(own),
  formUrl: opportunity.url ?? "",
  companyName,
});

const store = async (
  payload: NudgeFeedback,
  { host, state, leftOut }: { host: CaseRecord; state: RunState; leftOut: readonly string[] },
  deps: RunDeps,
): Promise<string[]> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const { version } = await readPolicy(tx);
    const proposal = {
      ...proposeNudge(payload, { case_: host, leftOut }),
      caseId: host.id,
      runId: RunId.parse(state.runId),
      candidate: host.candidate,
      correlationId: state.correlationId,
      class: "logistics" as const,
      refined: "draft" as const,
      policyVersion: version,
      expiresAt: Temporal.Instant.from(payload.until),
      by: "convene",
    };
    return await storeProposals(tx, [proposal], deps);
  });
