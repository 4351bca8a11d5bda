/** What the briefs of a booking are made from, read through tools: once for all of its sessions. */
import { AppError } from "../../src/domain/errors.ts";
import type { BriefReader, BriefedSession, SendBrief } from "../../src/domain/brief.ts";
import { OpportunityId, type PostingId, UserId } from "../../src/domain/ids.ts";
import type { BookInterview, BookedSession } from "../../src/domain/proposal.ts";
import type { SetSession } from "../../src/questions/question-set.ts";
import type { ToolContext } from "../../tools/context.ts";
import { callTool } from "../../tools/define-tool.ts";
import { getFeedback } from "../../tools/get_feedback.ts";
import { getNotes } from "../../tools/get_notes.ts";
import { getOpportunity } from "../../tools/get_opportunity.ts";
import { getPlan } from "../../tools/get_plan.ts";
import { getPosting } from "../../tools/get_posting.ts";
import { getQuestions } from "../../tools/get_questions.ts";
import { getRequisitions } from "../../tools/get_requisitions.ts";
import { getResume } from "../../tools/get_resume.ts";
import type { BriefsAsked, SpecialistRun } from "../specialist.ts";
import { coveredOf } from "./ask-in-session.ts";
import type { BriefMaterial, FeedbackText } from "./material.ts";
import { createScreen } from "./screen.ts";
import { feedbackTexts, noteTexts, requisitionText } from "./source-texts.ts";

/** Somebody who is to be briefed, and the feedback that they alone may see. Shape: JSON. */
export interface GatheredReader {
  reader: Omit<BriefReader, "feedback" | "documents">;
  feedback: FeedbackText[];
}

/** One session to be briefed. Shape: JSON. */
export interface GatheredSession {
  session: BriefedSession;
  readers: GatheredReader[];
  material: BriefMaterial;
  /** What was sent last. */
  before: SendBrief | null;
  /** Whether that was within a day. */
  isLately: boolean;
}

/** Shape: JSON. */
export interface GatheredBriefs {
  booking: Pick<
    BookInterview,
    | "opportunityId"
    | "postingId"
    | "stageId"
    | "performAs"
    | "planId"
    | "postingTitle"
    | "postingUrl"
    | "companyName"
    | "leverUrl"
  > & { proposalId: string; candidate: { name: string; zone: string } };
  /** Whether it goes to one reader again: then nothing is left in Lever. */
  isForOne: boolean;
  /** Whether somebody asked for it. */
  isAsked: boolean;
  /** What could not be read, in words. */
  missing: string[];
  sessions: GatheredSession[];
}

/** Errors: `input_invalid` when nobody of the panel is meant; those of Lever. */
export const gatherBriefs = async (
  { booked, briefs, ...run }: SpecialistRun,
  tools: ToolContext,
): Promise<GatheredBriefs> => {
  if (!booked || !briefs) throw new Error("briefs are made of what is booked, and asked for");
  const { payload, proposalId } = booked;
  const common = await readCommon(payload, run, tools);
  const asked = payload.sessions.filter(({ sessionId }) => briefs.sessionIds.includes(sessionId));
  const sessions: GatheredSession[] = [];
  for (const session of asked) {
    const people = peopleOf(session, briefs);
    if (people.length === 0) continue;
    sessions.push({
      session: briefedSession(session, briefs),
      ...(await readFor(people, { session, payload, common }, tools)),
      before: briefs.before[session.sessionId] ?? null,
      isLately: briefs.lately.includes(session.sessionId),
    });
  }
  if (sessions.length === 0) throw nobodyMeant();
  return {
    booking: {
      opportunityId: payload.opportunityId,
      postingId: payload.postingId,
      stageId: payload.stageId,
      performAs: payload.performAs,
      planId: payload.planId,
      postingTitle: payload.postingTitle,
      postingUrl: payload.postingUrl,
      companyName: payload.companyName,
      leverUrl: payload.leverUrl,
      proposalId,
      candidate: { name: payload.candidate.name, zone: payload.candidate.zone },
    },
    isForOne: briefs.userId !== null,
    isAsked: briefs.isAsked,
    missing: common.missing,
    sessions,
  };
};

const nobodyMeant = (): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "Nobody of the interviews to come is meant, so there is nobody to brief.",
  });

/** What is the same in all of its sessions. */
interface Common {
  material: Omit<BriefMaterial, "plan" | "questions" | "covers" | "others" | "form">;
  set: SetSession[];
  /** Names of feedback forms, by session id. */
  forms: Record<string, string>;
  missing: string[];
}

const readCommon = async (
  payload: BookInterview,
  run: Omit<SpecialistRun, "booked" | "briefs">,
  tools: ToolContext,
): Promise<Common> => {
  const opportunityId = OpportunityId.parse(payload.opportunityId);
  const { postingId, planId } = payload;
  const opportunity = await callTool(getOpportunity, { opportunityId }, tools);
  const posting = await callTool(getPosting, { postingId }, tools);
  const notes = await callTool(getNotes, { opportunityId }, tools);
  // Without a reader's name: only what everybody may see.
  const feedback = await callTool(getFeedback, { opportunityId }, tools);
  const requisitions = await callTool(getRequisitions, { postingId }, tools);
  const material = {
    candidateName: payload.candidate.name,
    companyName: run.companyName,
    today: run.now.toZonedDateTimeISO(run.companyZone).toPlainDate().toString(),
    resume: await callTool(getResume, { opportunityId }, tools),
    posting: {
      id: `posting/${posting.id}`,
      title: "Job description",
      url: posting.url,
      text: posting.description.quoted,
      jobTitle: posting.title,
    },
    requisition: requisitionText(requisitions),
    notes: noteTexts(notes),
    feedback: feedbackTexts(feedback),
    linkedIn: opportunity.linkedIn ?? opportunity.refusedLinkedIn?.quoted ?? null,
  };
  return {
    material,
    set: await readSet({ postingId, planId }, tools),
    forms: await readForms(payload, run, tools),
    missing: [notes.missing, feedback.missing, requisitions.missing].filter(
      (words) => words !== null,
    ),
  };
};

/** As the plan names them; a plan that is gone names none. */
const readForms = async (
  { planId, stageId, postingId, postingTitle }: BookInterview,
  { case_ }: Pick<SpecialistRun, "case_">,
  tools: ToolContext,
): Promise<Record<string, string>> => {
  const { stageName, team } = case_;
  try {
    const asked = { planId, stageId, stageName, postingId, postingTitle, team };
    const { plan } = await callTool(getPlan, asked, tools);
    return Object.fromEntries(
      plan.sessions.flatMap(({ id, feedbackTemplate: form }) =>
        form === undefined || IS_ID.test(form) ? [] : [[id, form] as const],
      ),
    );
  } catch (thrown) {
    if (thrown instanceof AppError && WITHOUT_QUESTIONS.has(thrown.code)) return {};
    throw thrown;
  }
};

const IS_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** A plan that is gone by now has no questions: the brief comes without. */
const readSet = async (
  asked: { postingId: PostingId; planId: string },
  tools: ToolContext,
): Promise<SetSession[]> => {
  try {
    return (await callTool(getQuestions, asked, tools)).set.sessions;
  } catch (thrown) {
    if (thrown instanceof AppError && WITHOUT_QUESTIONS.has(thrown.code)) return [];
    throw thrown;
  }
};

const WITHOUT_QUESTIONS: ReadonlySet<string> = new Set(["plan_missing", "not_found"]);

interface ForSession {
  session: BookedSession;
  payload: BookInterview;
  common: Common;
}

/** What a session's readers may see: together, and each alone. */
const readFor = async (
  people: readonly Omit<BriefReader, "feedback" | "documents">[],
  { session, payload, common: { material, set, forms } }: ForSession,
  tools: ToolContext,
): Promise<Pick<GatheredSession, "readers" | "material">> => {
  const opportunityId = OpportunityId.parse(payload.opportunityId);
  const isShared = ({ id }: FeedbackText): boolean =>
    material.feedback.some((form) => form.id === id);
  const readers: GatheredReader[] = [];
  for (const reader of people) {
    const readerId = UserId.parse(reader.userId);
    const answer = await callTool(getFeedback, { opportunityId, readerId }, tools);
    readers.push({ reader, feedback: feedbackTexts(answer).filter((form) => !isShared(form)) });
  }
  const screen = createScreen(payload.candidate.name);
  const fairCovers = (part: SetSession | null): string[] =>
    coveredOf(coversOf(part), { part, screen });
  const own = set.find(({ sessionId }) => sessionId === session.sessionId) ?? null;
  return {
    readers,
    material: {
      ...material,
      plan: {
        id: `plan/${payload.planId}/${session.sessionId}`,
        title: "Interview plan",
        url: null,
        text: session.agenda,
      },
      questions: own,
      covers: coversOf(own),
      others: payload.sessions
        .filter(({ sessionId }) => sessionId !== session.sessionId)
        .map((other) => ({
          name: other.name,
          startsAt: other.startsAt,
          people: other.panel.map(({ name }) => name),
          covers: fairCovers(set.find(({ sessionId }) => sessionId === other.sessionId) ?? null),
        })),
      form: forms[session.sessionId] ?? null,
    },
  };
};

const coversOf = (part: SetSession | null): string[] =>
  (part?.competencies ?? []).map(({ name }) => name);

/** Who is to be briefed of a session. */
const peopleOf = (
  { panel, trainees = [] }: BookedSession,
  { userId, channels }: BriefsAsked,
): Omit<BriefReader, "feedback" | "documents">[] =>
  [
    ...panel.map((person) => ({ ...person, part: "panel" as const })),
    ...trainees.map((person) => ({ ...person, part: "trainee" as const })),
  ]
    .filter((person) => userId === null || person.userId === userId)
    .map(({ userId: id, email, name, zone, part }) => ({
      userId: id,
      email,
      name,
      zone,
      part,
      channel: channels[email] ?? "mail",
    }));

const briefedSession = (session: BookedSession, { videoUrls }: BriefsAsked): BriefedSession => ({
  sessionId: session.sessionId,
  name: session.name,
  format: session.format,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  panel: session.panel.map(({ email, name, role }) => ({ email, name, role })),
  trainees: (session.trainees ?? []).map(({ email, name }) => ({ email, name })),
  room: session.room?.name ?? null,
  videoUrl: videoUrls[session.sessionId] ?? null,
  agenda: session.agenda,
});
