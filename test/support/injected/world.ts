/** One company as its services would tell of it, with a place for every text that somebody else has written: records as they come
 * from Lever and the calendar, read by our own mappings and tools. */
import { toCalendarEvent } from "../../../src/calendar/google-event.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { readBytes } from "../../../src/documents/read-bytes.ts";
import type { OpportunityId } from "../../../src/domain/ids.ts";
import { shorten, shownName } from "../../../src/domain/quoted.ts";
import type { InterviewPlan } from "../../../src/domain/plan.ts";
import { mapFeedback, mapNote, mapResume } from "../../../src/lever/map-documents.ts";
import { mapRequisition } from "../../../src/lever/map-requisition.ts";
import {
  mapFeedbackForm,
  mapFeedbackTemplate,
  mapOpportunity,
  mapPanel,
  mapPosting,
  mapStage,
  mapUser,
} from "../../../src/lever/map.ts";
import type { LeverReader } from "../../../src/lever/port.ts";
import { createLog } from "../../../src/log.ts";
import { createPlanReader } from "../../../src/plans/reader.ts";
import { createQuestionSets } from "../../../src/question-sets/reader.ts";
import type { ToolContext } from "../../../tools/context.ts";
import { searchHere } from "../../../tools/search-thread.ts";
import { CLEAN, NOW, type Written } from "./written.ts";

const hours = (count: number): number => NOW.add({ hours: count }).epochMilliseconds;
/** Where the candidacy is: at a stage of which the interviews are over, or at the one that is to be booked. */
export type At = "screen" | "onsite";

const SCALE = ["4 - Strong Hire", "3 - Hire", "2 - No Hire", "1 - Strong No Hire"];
const OPTIONS = SCALE.map((text, index) => ({ text, optionId: String(index) }));
const INES = "ines@company.test";
const JONAS = "jonas@company.test";

const usersOf = ({ interviewerName, recruiterName }: Written) =>
  [
    { id: "user-ines", name: "Ines Duarte", email: INES, username: "ines" },
    { id: "user-jonas", name: interviewerName, email: JONAS, username: "jonas" },
    { id: "user-rosa", name: recruiterName, email: "rosa@company.test", username: "rosa" },
  ].map(mapUser);

const formWire = (written: Written, who: "ines" | "jonas") => {
  const isInes = who === "ines";
  return {
    id: `form-${who}`,
    text: written.feedbackTitle,
    baseTemplateId: "tpl",
    user: `user-${who}`,
    panel: "panel-screen",
    interview: "interview-screen",
    completedAt: hours(-20),
    fields: [
      { type: "score-system", text: "Rating", value: SCALE[1], options: OPTIONS },
      {
        type: "scorecard",
        text: "Scorecard",
        scores: [{ text: "Coding" }, { text: isInes ? written.feedbackRow : CLEAN.feedbackRow }],
        value: [
          { score: isInes ? 4 : 1, comment: isInes ? written.feedbackComment : "It took long." },
          { score: 3, comment: "" },
        ],
      },
      {
        type: "textarea",
        text: isInes ? written.feedbackLabel : CLEAN.feedbackLabel,
        value: isInes ? written.feedbackAnswer : "The estimate of the load was off.",
      },
    ],
  };
};

const panelOf = (written: Written) =>
  mapPanel({
    id: "panel-screen",
    stage: "screen",
    note: written.panelNote,
    createdAt: hours(-90),
    interviews: [
      {
        id: "interview-screen",
        subject: written.interviewSubject,
        date: hours(-26),
        duration: 45,
        location: written.interviewPlace,
        note: written.interviewNote,
        feedbackTemplate: "tpl",
        interviewers: [{ id: "user-ines" }, { id: "user-jonas" }],
      },
    ],
  });

const templateOf = ({ formName, formRow }: Written) => ({
  id: "tpl",
  text: formName,
  fields: [
    { type: "score-system", text: "Rating", options: OPTIONS },
    { type: "scorecard", text: "Scorecard", scores: [{ text: formRow }] },
  ],
});

/** What is not of the test throws when it is touched. */
const leverOf = (written: Written, at: At): LeverReader => {
  const users = usersOf(written);
  const stages = ["screen", "onsite", "offer"].map((id) =>
    mapStage({ id, text: id === at ? written.stageName : id }),
  );
  const find = <Item>(items: readonly Item[], is: (item: Item) => boolean): Item => {
    const found = items.find(is);
    if (found === undefined) throw new Error("no such record");
    return found;
  };
  const template = templateOf(written);
  return {
    ...(Object.freeze({}) as LeverReader),
    getOpportunity: async () => await Promise.resolve(opportunityOf(written, at)),
    getStage: async (id) => await Promise.resolve(find(stages, (stage) => stage.id === id)),
    listStages: async () => await Promise.resolve(stages),
    getPosting: async () => await Promise.resolve(postingOf(written)),
    listPostings: async () => await Promise.resolve([postingOf(written)]),
    findRequisitions: async () => await Promise.resolve(requisitionsOf(written)),
    getUser: async (id) => await Promise.resolve(find(users, (user) => user.id === id)),
    listUsers: async () => await Promise.resolve(users),
    findUserByEmail: async (email) =>
      await Promise.resolve(users.find((user) => user.email === email) ?? null),
    listFeedbackTemplates: async () => await Promise.resolve([mapFeedbackTemplate(template)]),
    getFeedbackTemplate: async () => await Promise.resolve(mapFeedbackForm(template)),
    listPanels: async () => await Promise.resolve([panelOf(written)]),
    listNotes: async (id) => await Promise.resolve(notesOf(written, id)),
    listFeedback: async (id) =>
      await Promise.resolve(
        (["ines", "jonas"] as const)
          .map((who) => mapFeedback(formWire(written, who), id))
          .filter((form) => form !== null),
      ),
    listResumes: async (id) =>
      await Promise.resolve([
        mapResume({ id: "resume-1", file: { name: written.resumeFile, ext: "txt" } }, id),
      ]),
    downloadResume: async () => await Promise.resolve(Buffer.from(written.resume)),
  };
};

const opportunityOf = (written: Written, at: At) =>
  mapOpportunity(
    {
      id: "opp-1",
      contact: "contact-1",
      name: written.candidateName,
      headline: written.headline,
      tags: [written.tag],
      emails: ["ada@candidate.test"],
      links: [written.link],
      stage: at,
      owner: "user-rosa",
      applications: [{ id: "app-1", posting: "posting-1", timezone: "Europe/Lisbon" }],
      urls: { show: "https://hire.lever.co/candidates/opp-1" },
    },
    { now: NOW, webUrl: null },
  );

const postingOf = (written: Written) =>
  mapPosting({
    id: "posting-1",
    text: written.postingTitle,
    owner: "user-rosa",
    hiringManager: "user-ines",
    requisitionCodes: ["R-1"],
    categories: { team: written.team, location: written.location },
    content: { description: written.postingText },
    urls: { show: "https://jobs.lever.co/company/posting-1" },
  });

const requisitionsOf = ({ requisition }: Written) => {
  const wire = { id: "req-1", requisitionCode: "R-1", name: requisition, status: "open" };
  return [mapRequisition(wire)].filter((one) => one !== null);
};

const notesOf = ({ note }: Written, id: OpportunityId) => {
  const fields = [{ type: "note", value: note, user: "user-rosa" }];
  const wire = { id: "note-1", createdAt: hours(-60), secret: false, user: "user-rosa", fields };
  return [mapNote(wire, id)].filter((one) => one !== null);
};

/** The event that stands for what is booked. */
const eventOf = (
  { eventTitle, eventText }: Written,
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
) =>
  toCalendarEvent({
    id: "event-1",
    etag: "1",
    status: "confirmed",
    summary: eventTitle,
    description: eventText,
    start: { dateTime: startsAt },
    end: { dateTime: endsAt },
    attendees: [{ email: JONAS, responseStatus: "accepted" }],
    extendedProperties: { private: { conveneEffect: "ef_1" } },
  })?.event ?? null;

/** The company's own, but for what sessions are called: that is a stage's name where nobody wrote a plan, taken as `inferPlan` does. */
const plansOf = (name: string, offer: boolean): InterviewPlan[] => [
  {
    id: "onsite",
    match: { stages: ["onsite"] },
    pools: { engineers: [JONAS] },
    sessions: [
      {
        id: "talk",
        name,
        durationMinutes: 60,
        format: "video",
        feedbackTemplate: "tpl",
        agenda: "Walk through recent work.",
        places: [{ role: "hiring_manager" }, { pool: "engineers" }],
      },
    ],
    rules: { horizonBusinessDays: 3, gridMinutes: 30 },
    ...(offer && { offer: "candidate" as const }),
  },
  {
    id: "screen",
    match: { stages: ["screen"] },
    sessions: [
      {
        id: "screen",
        name,
        durationMinutes: 45,
        format: "phone",
        feedbackTemplate: "tpl",
        places: [{ role: "hiring_manager" }],
      },
    ],
    stageRule: {
      when: "all_forms_in",
      scores: [{ field: "Rating", atLeast: 3 }],
      moveTo: "onsite",
    },
    debrief: { minutes: 30 },
  },
];

/** How a world is: where the candidacy is, whether candidates choose, and what is booked. */
export interface Standing {
  at: At;
  isOffered?: boolean;
  /** Nobody has any time. */
  isFull?: boolean;
  booked?: { startsAt: string; endsAt: string };
}

const ALL_THE_TIME = { start: NOW, end: NOW.add({ hours: 24 * 90 }), kind: "busy" as const };

const LONGEST_SESSION = 80;

/** What the steps of a specialist read it with. */
export const toolsOf = (
  written: Written,
  { at, isOffered = false, isFull = false, booked }: Standing,
  database: Database,
): ToolContext => {
  const lever = leverOf(written, at);
  const files = {
    all: () =>
      plansOf(shorten(shownName(written.sessionName), LONGEST_SESSION), isOffered).map((plan) => ({
        plan,
        file: "plans.yaml",
        text: "",
      })),
    faults: () => [],
  };
  const plans = createPlanReader({ files, database, listForms: null });
  const none = async () => await Promise.resolve([]);
  return {
    ...(Object.freeze({}) as ToolContext),
    lever,
    plans,
    questionSets: createQuestionSets({ database, lever, plans }),
    calendar: {
      readBusy: async (emails) =>
        await Promise.resolve(
          emails.map((email) => ({
            email,
            readable: true as const,
            zone: "Europe/Lisbon",
            service: "google" as const,
            blocks: isFull ? [ALL_THE_TIME] : [],
            readAt: NOW,
          })),
        ),
      getEvent: async () => await Promise.resolve(booked ? eventOf(written, booked) : null),
    },
    cases: {
      ...(Object.freeze({}) as ToolContext["cases"]),
      heldTime: none,
      peopleWithin: async () => await Promise.resolve(new Set()),
      candidateTaken: none,
      candidateTimes: async () => await Promise.resolve(null),
      missedInterviews: none,
    },
    preferences: { of: async () => await Promise.resolve(new Map()) },
    interviewing: { held: none, away: async () => await Promise.resolve(new Map()) },
    documents: {
      ...(Object.freeze({}) as ToolContext["documents"]),
      readDocument: async ({ bytes, name }) => await readBytes(bytes, name),
    },
    search: async (asked) => await Promise.resolve(searchHere(asked)),
    clock: createManualClock(NOW),
    companyZone: "Europe/Lisbon",
    caller: { kind: "agent", name: "injection test", mayPropose: false },
    signal: AbortSignal.timeout(600_000),
    log: createLog({ level: "silent" }),
  };
};
