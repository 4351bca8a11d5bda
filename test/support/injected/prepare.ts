/** What comes before a proposal, by the specialist's own steps: papers gathered in a world, and a draft. */
import { attendance } from "../../../agents/attendance/agent.ts";
import { proposeNudge, questionsOf } from "../../../agents/feedback/nudge.ts";
import { scheduling } from "../../../agents/scheduling/agent.ts";
import { type Booked } from "../../../agents/scheduling/booked.ts";
import type {
  BookingProposal,
  MessagesAsked,
  Specialist,
  SpecialistProposal,
  SpecialistRun,
} from "../../../agents/specialist.ts";
import { isAnythingToWord, settleWording } from "../../../graphs/settle-wording.ts";
import type { CaseRecord } from "../../../src/cases/records.ts";
import type { Database } from "../../../src/db/port.ts";
import {
  CaseId,
  ContactId,
  OpportunityId,
  PostingId,
  StageId,
  UserId,
} from "../../../src/domain/ids.ts";
import { NudgeFeedback } from "../../../src/domain/nudge.ts";
import { isBooking } from "../../../src/domain/proposal.ts";
import { plainName } from "../../../src/domain/quoted.ts";
import { type RefineOptions, refine } from "../../../src/models/refine.ts";
import { type At, type Standing, toolsOf } from "./world.ts";
import { NOW, type Written } from "./written.ts";

/** What was drafted: proposed as it is, or after a model was asked. */
export interface Prepared {
  /** What a model would be shown. */
  drafted: string;
  plain(): SpecialistProposal[];
  /** Null: there is nothing that a model may word. */
  worded:
    | ((options: Pick<RefineOptions, "model" | "budgetMs">) => Promise<{
        proposals: SpecialistProposal[];
        refined: string;
      }>)
    | null;
}

export const caseOf = (written: Written, at: At): CaseRecord => ({
  id: CaseId.parse("case_1"),
  opportunityId: OpportunityId.parse("opp-1"),
  stageId: StageId.parse(at),
  stageName: written.stageName,
  postingId: PostingId.parse("posting-1"),
  postingTitle: written.postingTitle,
  jurisdictions: [],
  team: written.team,
  requisitions: [],
  candidate: ContactId.parse("contact-1"),
  nameTextId: null,
  leverUrl: null,
  inLever: "active",
  isConfidential: false,
  linksEnded: 0,
  status: "open",
  mode: "assisted",
  nextStep: "",
  problems: [],
  createdAt: NOW,
  updatedAt: NOW,
  closedAt: null,
  erasedAt: null,
});

export const runOf = (
  written: Written,
  at: At,
  change: Partial<SpecialistRun> = {},
): SpecialistRun => ({
  case_: caseOf(written, at),
  wishes: { startsAt: null, planId: null, panelistIds: [], relax: null },
  relax: null,
  now: NOW,
  companyName: "Acme",
  companyZone: "Europe/Lisbon",
  briefsUrl: "https://convene.example.com/briefs/case_1",
  performAs: null,
  booked: null,
  isMoveWanted: false,
  moveWords: null,
  avoided: [],
  briefs: null,
  synthesis: null,
  messages: null,
  ...change,
});

export const steps = async <Gathered, Draft, Wording>(
  specialist: Specialist<Gathered, Draft, Wording>,
  run: SpecialistRun,
  tools: Parameters<typeof specialist.gather>[1],
): Promise<Prepared> => {
  const { signal } = new AbortController();
  const gathered = await specialist.gather(run, tools);
  const draft = await specialist.draft(gathered, run, signal);
  const { schema, name, prompt, of, people } = specialist.wording;
  const drafted = of(draft);
  return {
    drafted: JSON.stringify(drafted),
    plain: () => specialist.propose(draft, gathered, run),
    worded: isAnythingToWord(drafted)
      ? async (options) => {
          const answer = await refine<Wording>(
            { schema, name, prompt, draft: drafted },
            { ...options, signal, people: people?.(draft) ?? [] },
          );
          const { final } = settleWording(specialist, draft, answer.wording);
          return {
            proposals: specialist.propose(final.draft, gathered, run),
            refined: final.refined,
          };
        }
      : null,
  };
};

/** Those of a specialist that is asked for no more than what its run says. */
export const stepsAt =
  <Gathered, Draft, Wording>(
    world: Standing,
    specialist: Specialist<Gathered, Draft, Wording>,
    asked: Partial<SpecialistRun> = {},
  ) =>
  async (written: Written, database: Database): Promise<Prepared> =>
    await steps(specialist, runOf(written, world.at, asked), toolsOf(written, world, database));

export const proposed = (proposals: SpecialistProposal[]): Prepared => ({
  drafted: "",
  plain: () => proposals,
  worded: null,
});

export const book = async (written: Written, database: Database): Promise<BookingProposal> => {
  const { plain } = await stepsAt({ at: "onsite" }, scheduling)(written, database);
  const [proposal] = plain();
  if (!proposal || !isBooking(proposal.payload)) throw new Error("nothing was booked");
  return proposal as BookingProposal;
};

/** What stands once the very same texts were booked with. */
export const standing = async (written: Written, database: Database) => {
  const proposal = await book(written, database);
  const { payload } = proposal;
  const [session] = payload.sessions;
  if (!session) throw new Error("a booking without a session");
  const booked: Booked = {
    proposalId: "pr_1",
    events: [{ organizer: session.organizer, eventId: "event-1" }],
    panelId: "panel-1",
    interviewIds: ["interview-1"],
    meetings: [],
    payload,
  };
  const at: Standing = { at: "onsite", booked: session };
  return { proposal, booked, session, tools: toolsOf(written, at, database) };
};

export const message =
  (asked: (sessionId: string) => Partial<MessagesAsked>) =>
  async (written: Written, database: Database): Promise<Prepared> => {
    const { booked, session, tools } = await standing(written, database);
    const messages: MessagesAsked = {
      booking: booked,
      reminders: [],
      recruiter: null,
      missed: null,
      isConfirmed: false,
      videoUrls: { [session.sessionId]: "https://meet.example.com/abc" },
      channels: { "jonas@company.test": "slack" },
      ...asked(session.sessionId),
    };
    return await steps(attendance, runOf(written, "onsite", { booked, messages }), tools);
  };

export const reminding =
  (reader: string, mark: string) =>
  (sessionId: string): Partial<MessagesAsked> => ({
    reminders: [{ sessionId, reader, mark, because: null }],
  });

export const nudged = async (written: Written, database: Database): Promise<Prepared> => {
  const { lever, plans, questionSets } = toolsOf(written, { at: "screen" }, database);
  const case_ = caseOf(written, "screen");
  const { name, url } = await lever.getOpportunity(case_.opportunityId);
  const person = await lever.getUser(UserId.parse("user-jonas"));
  const [template] = await lever.listFeedbackTemplates();
  const [panel] = await lever.listPanels(case_.opportunityId);
  const [interview] = panel?.interviews ?? [];
  if (!interview) throw new Error("no interview");
  const { postingId } = case_;
  if (postingId === null) throw new Error("no posting");
  const plan = await plans.get("screen");
  const { set } = await questionSets.find({ postingId, planId: "screen" });
  const ends = interview.startsAt.add({ minutes: interview.durationMinutes });
  const payload = NudgeFeedback.parse({
    kind: "nudge_feedback",
    version: 1,
    opportunityId: case_.opportunityId,
    stageId: case_.stageId,
    caseId: case_.id,
    says: "reminder",
    number: 1,
    most: 3,
    until: NOW.add({ hours: 24 }).toString(),
    owed: {
      interviewId: interview.id,
      userId: person.id,
      name: person.name,
      form: template?.text ?? "",
      session: plan?.sessions[0]?.name ?? written.stageName,
      startsAt: interview.startsAt.toString(),
      endsAt: ends.toString(),
      zone: "Europe/Lisbon",
    },
    to: [{ userId: person.id, email: person.email, name: person.name, channel: "slack" }],
    note: null,
    candidateName: plainName(name, "a candidate"),
    postingTitle: case_.postingTitle,
    stageName: case_.stageName,
    formUrl: url ?? "",
    companyName: "Acme",
    questions: questionsOf(set, "screen"),
  });
  return proposed([proposeNudge(payload, { case_, leftOut: [] })]);
};
