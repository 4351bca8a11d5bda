/** Records as Lever's API v1 gives them. Times are epoch milliseconds, durations minutes. */
import { jobTextOf } from "../worlds/job-texts.ts";
import type { WorldPosting, WorldRequisition, WorldResume } from "../worlds/types.ts";
import type { Wire } from "./protocol.ts";
import type {
  LeverFeedback,
  LeverInterview,
  LeverNote,
  LeverOpportunity,
  LeverPanel,
  LeverState,
} from "./state.ts";

/** Links lead to the company's own pages. */
export const opportunityWire = (item: LeverOpportunity, baseUrl: string): Wire => ({
  id: item.id,
  name: item.name,
  headline: item.headline,
  contact: item.contactId,
  stage: item.stageId,
  stageChanges: item.stageChanges,
  confidentiality: item.confidential ? "confidential" : "non-confidential",
  location: item.location,
  phones: item.phone === null ? [] : [{ type: "mobile", value: item.phone }],
  emails: item.email === null ? [] : [item.email],
  links: item.links,
  archived: item.archived && {
    reason: item.archived.reason,
    archivedAt: item.archived.archivedAtMs,
  },
  tags: item.tags,
  sources: [],
  origin: item.origin,
  sourcedBy: null,
  owner: item.ownerId,
  followers: [item.ownerId, ...item.followerIds],
  applications: item.isAnonymized ? [] : [item.applicationId],
  createdAt: item.createdAtMs,
  updatedAt: item.updatedAtMs,
  lastInteractionAt: item.updatedAtMs ?? item.createdAtMs,
  lastAdvancedAt: item.stageChanges.at(-1)?.updatedAt ?? item.createdAtMs,
  snoozedUntil: null,
  urls: {
    list: `${baseUrl}/lever/opportunities`,
    show: `${baseUrl}/lever/opportunities/${item.id}`,
  },
  dataProtection: { store: { allowed: true }, contact: { allowed: item.contactAllowed } },
  isAnonymized: item.isAnonymized,
  opportunityLocation: null,
});

/** Several of Lever's write answers come back without the person. */
export const blankPerson = (wire: Wire): Wire => ({
  ...wire,
  name: "",
  headline: "",
  emails: [],
  phones: [],
  links: [],
});

/** A candidacy for one posting. */
export const applicationWire = (item: LeverOpportunity, state: LeverState): Wire => {
  const posting = state.world.postings.find(({ id }) => id === item.postingId);
  return {
    id: item.applicationId,
    opportunityId: item.id,
    candidateId: item.id,
    type: "posting",
    posting: item.postingId,
    postingOwner: posting?.ownerId ?? null,
    postingHiringManager: posting?.hiringManagerId ?? null,
    user: null,
    name: item.name,
    email: item.email,
    phone: item.phone === null ? null : { type: "mobile", value: item.phone },
    company: null,
    links: item.links,
    comments: null,
    customQuestions: [],
    archived: null,
    requisitionForHire: null,
    createdAt: item.createdAtMs,
    timezone: item.applicationZone,
  };
};

/** The person. */
export const contactWire = (item: LeverOpportunity): Wire => ({
  id: item.contactId,
  name: item.name,
  headline: item.headline,
  isAnonymized: item.isAnonymized,
  location: { name: item.location },
  emails: item.email === null ? [] : [item.email],
  phones: item.phone === null ? [] : [{ type: "mobile", value: item.phone }],
});

/** Somebody who works here. */
export const userWire = (
  person: LeverState["world"]["people"][number],
  state: LeverState,
): Wire => ({
  id: person.userId,
  name: person.name,
  username: person.username,
  email: person.email,
  createdAt: state.world.startsAtMs,
  deactivatedAt: person.deactivatedAtMs,
  accessRole: person.accessRole,
  photo: null,
  externalDirectoryId: null,
  linkedContactIds: null,
  jobTitle: person.jobTitle,
  managerId: null,
});

/** A job. */
export const postingWire = (
  posting: LeverState["world"]["postings"][number],
  { state, baseUrl }: { state: LeverState; baseUrl: string },
): Wire => ({
  id: posting.id,
  text: posting.title,
  state: "published",
  distributionChannels: ["public", "internal"],
  confidentiality: posting.confidential === true ? "confidential" : "non-confidential",
  user: posting.ownerId,
  owner: posting.ownerId,
  hiringManager: posting.hiringManagerId,
  categories: {
    team: posting.team,
    department: posting.team,
    location: posting.location,
    allLocations: [posting.location],
    commitment: "Full-time",
    level: null,
  },
  tags: [],
  content: {
    description: posting.description,
    descriptionHtml: `<div>${posting.description}</div>`,
    lists: listsOf(posting),
    closing: "",
    closingHtml: "",
  },
  country: posting.country,
  workplaceType: "hybrid",
  followers: [posting.ownerId],
  reqCode: null,
  requisitionCodes: posting.requisitionCodes,
  urls: {
    list: `${baseUrl}/lever/postings`,
    show: `${baseUrl}/lever/postings/${posting.id}`,
    apply: `${baseUrl}/lever/postings/${posting.id}/apply`,
  },
  createdAt: state.world.startsAtMs,
  updatedAt: state.world.startsAtMs,
});

const listsOf = ({ title }: WorldPosting): Wire[] => {
  const { asks, offers } = jobTextOf(title);
  const list = (text: string, items: readonly string[]): Wire[] =>
    items.length === 0 ? [] : [{ text, content: items.map((item) => `<li>${item}</li>`).join("") }];
  return [
    ...list(
      "What you bring",
      asks.map(([asked]) => asked),
    ),
    ...list("What we offer", offers),
  ];
};

/** What a posting is opened for, with what is for few eyes, as an account that may read requisitions gets it. */
export const requisitionWire = (item: WorldRequisition, startsAtMs: number): Wire => ({
  id: item.id,
  requisitionCode: item.code,
  name: item.name,
  status: "open",
  headcountTotal: item.headcountTotal,
  headcountHired: item.headcountHired,
  headcountInfinite: item.headcountTotal === "unlimited",
  backfill: false,
  confidentiality: item.confidential ? "confidential" : "non-confidential",
  creator: item.creatorId,
  owner: item.creatorId,
  hiringManager: item.hiringManagerId,
  compensationBand: { ...item.pay, interval: "per-year-salary" },
  employmentStatus: "full-time",
  location: item.location,
  team: item.team,
  department: item.team,
  internalNotes: item.internalNotes,
  postings: item.postingIds,
  offerIds: [],
  approval: null,
  customFields: {},
  createdAt: startsAtMs,
  updatedAt: startsAtMs,
  closedAt: null,
});

const interviewersWire = (interview: LeverInterview, state: LeverState, withStatus: boolean) =>
  interview.interviewers.map(({ id, feedbackTemplate, responseStatus }) => {
    const person = state.world.people.find(({ userId }) => userId === id);
    return {
      id,
      name: person?.name ?? "",
      email: person?.email ?? "",
      feedbackTemplate,
      ...(withStatus && { responseStatus }),
    };
  });

/** `start` and `end` are computed from the interviews. */
export const panelWire = (panel: LeverPanel, state: LeverState): Wire => {
  const starts = panel.interviews.map(({ date }) => date);
  const ends = panel.interviews.map(({ date, duration }) => date + duration * 60_000);
  return {
    id: panel.id,
    applications: panel.applications,
    canceledAt: panel.canceledAt,
    createdAt: panel.createdAt,
    start: Math.min(...starts),
    end: Math.max(...ends),
    timezone: panel.timezone,
    feedbackReminder: panel.feedbackReminder,
    user: panel.userId,
    stage: panel.stageId,
    note: panel.note,
    externallyManaged: panel.externallyManaged,
    externalUrl: panel.externalUrl,
    interviews: panel.interviews.map((interview) => ({
      id: interview.id,
      subject: interview.subject,
      note: interview.note,
      location: interview.location,
      date: interview.date,
      duration: interview.duration,
      feedbackReminder: interview.feedbackReminder,
      feedbackTemplate: interview.feedbackTemplate,
      interviewers: interviewersWire(interview, state, true),
    })),
  };
};

/** One slot of a panel, with what it takes from the panel. */
export const interviewWire = (
  interview: LeverInterview,
  panel: LeverPanel,
  state: LeverState,
): Wire => ({
  id: interview.id,
  panel: panel.id,
  opportunityId: panel.opportunityId,
  subject: interview.subject,
  note: interview.note,
  interviewers: interviewersWire(interview, state, false),
  timezone: panel.timezone,
  createdAt: interview.createdAt,
  date: interview.date,
  duration: interview.duration,
  location: interview.location,
  feedbackTemplate: interview.feedbackTemplate,
  feedbackForms: [...state.feedback.values()]
    .filter((form) => form.interviewId === interview.id && form.completedAt !== null)
    .map(({ id }) => id),
  feedbackReminder: interview.feedbackReminder,
  user: panel.userId,
  stage: panel.stageId,
  canceledAt: interview.canceledAt,
  postings: [state.opportunities.get(panel.opportunityId)?.postingId ?? ""],
  gcalEventUrl: null,
});

/** A note, or a thread of them. */
export const noteWire = (note: LeverNote): Wire => ({
  id: note.id,
  text: "Note",
  fields: note.comments.map(({ value, userId, createdAt }) => ({
    type: "note",
    text: "Comment",
    value,
    ...(userId !== null && { user: userId }),
    createdAt,
  })),
  user: note.comments[0]?.userId ?? null,
  secret: note.secret,
  createdAt: note.createdAt,
  completedAt: note.createdAt,
  deletedAt: null,
});

/** The scale of the company's forms, the best first. */
export const RATINGS: readonly string[] = [
  "4 - Strong Hire",
  "3 - Hire",
  "2 - No Hire",
  "1 - Strong No Hire",
];

/** What its scorecards rate from 1 to 4. */
const SCORED = ["Writing software", "Communication", "Working with others"];

const fieldsOf = (templateId: string): (Wire & { id: string })[] => [
  {
    id: `${templateId}-rating`,
    type: "score-system",
    text: "Rating",
    description: "",
    required: true,
    prompt: "Choose a rating",
    options: RATINGS.map((text, index) => ({ text, optionId: String(RATINGS.length - index) })),
  },
  {
    id: `${templateId}-notes`,
    type: "textarea",
    text: "What did you see?",
    description: "",
    required: false,
  },
  {
    id: `${templateId}-scorecard`,
    type: "scorecard",
    text: "Scorecard",
    description: "",
    required: false,
    scores: SCORED.map((text) => ({ text, description: "" })),
  },
];

/** A feedback form before anybody fills it in. */
export const templateWire = (template: { id: string; text: string }): Wire => ({
  id: template.id,
  text: template.text,
  group: null,
  instructions: "",
  createdAt: null,
  updatedAt: null,
  stage: null,
  fields: fieldsOf(template.id),
});

/** A form as one interviewer fills it in. */
export const feedbackWire = (form: LeverFeedback, state: LeverState): Wire => ({
  id: form.id,
  type: "interview",
  text: state.world.feedbackTemplates.find(({ id }) => id === form.templateId)?.text ?? "",
  instructions: "",
  baseTemplateId: form.templateId,
  fields: fieldsOf(form.templateId).map((field) => ({
    ...field,
    value: form.values[field.id] ?? null,
  })),
  user: form.userId,
  panel: form.panelId,
  interview: form.interviewId,
  createdAt: form.createdAt,
  updatedAt: null,
  completedAt: form.completedAt,
  deletedAt: form.deletedAt,
});

/** A résumé. Its link leads to the web app; the file itself comes by the API's own path. */
export const resumeWire = (item: LeverOpportunity, resume: WorldResume, baseUrl: string): Wire => ({
  id: resume.id,
  createdAt: item.createdAtMs,
  file: {
    name: resume.fileName,
    ext: resume.ext,
    downloadUrl: `${baseUrl}/lever/opportunities/${item.id}`,
    uploadedAt: item.createdAtMs,
    status: resume.parsed ? "processed" : "error",
    size: resume.bytes.length,
  },
  ...(resume.parsed && { parsedData: parsedWire(resume.parsed) }),
});

const parsedWire = ({ positions }: NonNullable<WorldResume["parsed"]>): Wire => ({
  positions: positions.map(({ org, title, startYear, endYear }) => ({
    org,
    title,
    summary: "",
    location: null,
    start: { year: startYear, month: null },
    ...(endYear !== null && { end: { year: endYear, month: null } }),
  })),
  schools: [],
});
