/** The candidate whom the company has met once: a first talk with two people, both of whom have handed in, and notes. */
import { createRandom } from "../worlds/random.ts";
import type { LeverNote, LeverOpportunity, LeverState } from "./state.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTES = 45;

/** Puts it into a new Lever. Its ids are drawn apart: those of all that comes later stay what they are. */
export const seedMeeting = (state: LeverState): void => {
  const { world } = state;
  const opportunity = state.opportunities.get(world.cast.briefed);
  const posting = world.postings.find(({ id }) => id === opportunity?.postingId);
  if (!opportunity || !posting) return;
  const ids = createRandom(`${world.seed}/met-before`);
  // On the Thursday before the world begins.
  const at = world.startsAtMs - 4 * DAY_MS + 10 * HOUR_MS;
  opportunity.createdAtMs = Math.min(opportunity.createdAtMs, at - 5 * DAY_MS);
  const people: [string, string] = [posting.ownerId, opportunity.followerIds[0] ?? posting.ownerId];
  const add = (note: Pick<LeverNote, "comments" | "secret">): void => {
    const id = ids.uuid();
    const createdAt = note.comments[0]?.createdAt ?? at;
    const about = { opportunityId: opportunity.id, createdAt, madeByApi: false };
    state.notes.set(id, { id, ...about, ...note });
  };
  for (const note of notesAt(at, { recruiter: posting.ownerId, lead: posting.hiringManagerId })) {
    add(note);
  }
  seedTalk({ state, opportunity, people, at, id: () => ids.uuid() });
};

const notesAt = (
  at: number,
  { recruiter, lead }: { recruiter: string; lead: string },
): Pick<LeverNote, "comments" | "secret">[] => [
  {
    secret: false,
    comments: [
      {
        value:
          "Heard of the role from a talk that our team gave. Asked how on-call is shared, and what happens after an incident.",
        userId: recruiter,
        createdAt: at - 3 * DAY_MS,
      },
      {
        value: "I can say more about on-call when we meet.",
        userId: lead,
        createdAt: at - 2 * DAY_MS,
      },
    ],
  },
  {
    secret: true,
    comments: [
      {
        value: "Hopes for 78,000 and has another offer until the end of the month.",
        userId: recruiter,
        createdAt: at - DAY_MS,
      },
    ],
  },
  {
    secret: false,
    comments: [
      {
        value:
          "Would like to see the code review guide before the next round. Sent on the same day.",
        userId: recruiter,
        createdAt: at + DAY_MS,
      },
    ],
  },
];

const SAID = [
  [
    "3 - Hire",
    "Explained step by step how a payment queue was moved to a new region without losing a message. Asked good questions about our tests.",
  ],
  [
    "3 - Hire",
    "Described an outage that came of a change made in haste and the three alarms that were added after it. Was brief about how indexes are chosen: worth another question.",
  ],
] as const;

interface Talk {
  state: LeverState;
  opportunity: LeverOpportunity;
  people: readonly string[];
  at: number;
  id(): string;
}

const seedTalk = ({ state, opportunity, people, at, id }: Talk): void => {
  const templateId = state.world.feedbackTemplates[1]?.id ?? "no-feedback";
  const [panelId, interviewId, createdAt] = [id(), id(), at - 2 * DAY_MS];
  const about = { opportunityId: opportunity.id, createdAt, canceledAt: null, note: null };
  const common = { ...about, feedbackReminder: "daily" };
  const interviewers = people.map((userId) => ({
    id: userId,
    feedbackTemplate: templateId,
    responseStatus: "accepted",
  }));
  state.panels.set(panelId, {
    ...common,
    id: panelId,
    applications: [opportunity.applicationId],
    timezone: state.world.company.zone,
    externallyManaged: false,
    externalUrl: null,
    userId: opportunity.ownerId,
    stageId: opportunity.stageId,
    interviews: [
      {
        ...common,
        id: interviewId,
        panelId,
        subject: "First talk",
        location: null,
        date: at,
        duration: MINUTES,
        feedbackTemplate: templateId,
        interviewers,
      },
    ],
  });
  people.forEach((userId, index) => {
    const [rating = null, words = null] = SAID[index] ?? [];
    const completedAt = at + (index + 1) * HOUR_MS;
    const formId = id();
    state.feedback.set(formId, {
      id: formId,
      opportunityId: opportunity.id,
      panelId,
      interviewId,
      userId,
      templateId,
      values: { [`${templateId}-rating`]: rating, [`${templateId}-notes`]: words },
      createdAt: completedAt,
      completedAt,
      deletedAt: null,
    });
  });
};
