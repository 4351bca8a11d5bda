/** What we would do: the unit that the gate decides on, a person approves by digest, and effects perform. */
import { z } from "zod";
import { AlertRecruiter } from "./alert.ts";
import { AttendanceMessage, isMessageKind } from "./attendance-message.ts";
import { SendBrief } from "./brief.ts";
import { NoteChat, TellAnswer, TellQuestion } from "./chat-words.ts";
import { SendDigest } from "./daily-digest.ts";
import { BookDebrief } from "./debrief.ts";
import { OpportunityId, PostingId, StageId, UserId } from "./ids.ts";
import { NudgeFeedback } from "./nudge.ts";
import { NoteQuestions } from "./question-note.ts";
import { MoveStage } from "./stage-move.ts";
import { PostSynthesis } from "./synthesis.ts";
import { isoInstant, zoneId } from "./time.ts";
import { MeetingLink, Video } from "./video.ts";

/** What the law asks differs by class. */
export const FeatureClass = z.enum(["logistics", "preparatory", "evaluative"]);
export type FeatureClass = z.infer<typeof FeatureClass>;

/** Who would see it. */
export const Audience = z.enum(["internal", "candidate"]);
export type Audience = z.infer<typeof Audience>;

export const Risk = z.enum(["low", "medium", "high"]);
export type Risk = z.infer<typeof Risk>;

/** Status of a proposal. `observed`: silent mode recorded it and did nothing. `performing` … `failed`: after approval. */
export const ProposalStatus = z.enum([
  "waiting",
  "observed",
  "approved",
  "rejected",
  "expired",
  "superseded",
  "performing",
  "done",
  "failed",
]);
export type ProposalStatus = z.infer<typeof ProposalStatus>;

/** One soft term of a slot's score. `points` = weight × value, the share of the whole; `words` says it to a person. */
export const ScoreTerm = z.object({
  name: z.string(),
  value: z.number().min(0).max(1).describe("0 worst … 1 best"),
  weight: z.number().min(0),
  points: z.number(),
  words: z.string(),
});
export type ScoreTerm = z.infer<typeof ScoreTerm>;

/** A meeting room. */
export const Room = z.strictObject({
  email: z.email(),
  name: z.string(),
  calendar: z.enum(["google", "microsoft"]).optional().describe("Where its calendar lives"),
  link: MeetingLink.optional().describe("Its own video link, as the plan says it"),
});
export type Room = z.infer<typeof Room>;

const TrainingKind = z.enum(["shadow", "reverse_shadow"]);

const TrainingSeat = z.object({
  seat: z.int().min(0),
  kind: TrainingKind,
  email: z.email().optional().describe("Absent: the seat stays empty"),
  words: z.string().describe("Who sits in, or why nobody does"),
});

const Seat = z.object({ place: z.int().min(0), email: z.email() });

/** A time with its people, scored. Times are absolute instants, half-open. */
export const ScoredSlot = z.object({
  startsAt: isoInstant,
  endsAt: isoInstant,
  panel: z.array(Seat).min(1),
  score: z.number().describe("Sum of the terms' points, 0 … 100"),
  terms: z.array(ScoreTerm),
});
export type ScoredSlot = z.infer<typeof ScoredSlot>;

/** Times and people for all sessions of a plan, scored as a whole. */
export const ScoredItinerary = z.object({
  sessions: z
    .array(
      z.object({
        sessionId: z.string(),
        startsAt: isoInstant,
        endsAt: isoInstant,
        panel: z.array(Seat).min(1),
        training: z.array(TrainingSeat).optional(),
        room: Room.optional(),
        format: z
          .literal("video")
          .optional()
          .describe("By video instead, and without the room that it is booked in"),
      }),
    )
    .min(1)
    .describe("In the order of time"),
  score: z.number().describe("Sum of the terms' points, 0 … 100"),
  terms: z.array(ScoreTerm),
});
export type ScoredItinerary = z.infer<typeof ScoredItinerary>;

export const PanelMember = z.object({
  userId: UserId,
  email: z.email(),
  name: z.string(),
  zone: zoneId.describe("Of the clocks around them at that time, also on a journey"),
  role: z
    .string()
    .describe("Why this person is here: `hiring manager`, `pool backend-seniors`, `named`"),
  key: z.boolean(),
  feedbackTemplateId: z.string().nullable(),
  calendar: z.enum(["google", "microsoft"]).optional().describe("Where the calendar lives"),
  link: MeetingLink.optional().describe("The person's own video link, as the plan says it"),
  zoom: z.literal(false).optional().describe("Has no account at Zoom, so hosts no meeting there"),
});
export type PanelMember = z.infer<typeof PanelMember>;

/** Somebody who may take a seat at one time or another: home, and where they are on which days. */
export const Seatable = PanelMember.extend({
  stays: z
    .array(z.object({ from: z.iso.date(), until: z.iso.date(), zone: zoneId }))
    .optional()
    .describe("Journeys; their last day counts too"),
});
export type Seatable = z.infer<typeof Seatable>;

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const CONTROL_BUT_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

const without = (forbidden: RegExp, max: number, message: string) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !forbidden.test(text) && text.isWellFormed(), message);
const line = (max: number) => without(CONTROL, max, "must be one line without control characters");
const lines = (max: number) => without(CONTROL_BUT_LINES, max, "holds control characters");

/** Texts as templates: times, names and links stand as tokens (`{{when}}`), which code fills from the facts. */
export const BookingTexts = z.strictObject({
  mailSubject: line(200),
  mailBody: lines(5000),
  invitationTitle: line(200),
  invitationBody: lines(5000),
  leverNote: lines(3000),
});
export type BookingTexts = z.infer<typeof BookingTexts>;

/** Somebody who learns: there, invited and held like the panel, and none of it. Without a form in Lever. */
export const Trainee = PanelMember.pick({ userId: true, email: true, name: true, zone: true })
  .extend({
    kind: TrainingKind.describe("shadow: sits in. reverse_shadow: leads, and the panel watches"),
  })
  .strict();
export type Trainee = z.infer<typeof Trainee>;

/** One interview of a booking. */
export const BookedSession = z.strictObject({
  sessionId: z.string().describe("Of the plan"),
  name: z.string(),
  durationMinutes: z.int(),
  format: z.enum(["video", "phone", "onsite"]),
  startsAt: isoInstant,
  endsAt: isoInstant,
  panel: z.array(PanelMember).min(1),
  trainees: z.array(Trainee).min(1).max(3).exactOptional(),
  room: Room.optional().describe("Where it takes place: invited, held and reserved like people"),
  organizer: z.email().describe("Whose calendar holds the event"),
  video: Video,
  isVideoFree: z
    .literal(true)
    .optional()
    .describe("Nobody asked for a kind of video: it goes with the organizer's calendar"),
  videoLink: MeetingLink.optional().describe("With `fixed`: where it meets"),
  feedbackTemplateId: z.string().nullable(),
  prepare: z
    .string()
    .describe("What the candidate should prepare; empty when the plan says nothing"),
  agenda: z.string(),
});
export type BookedSession = z.infer<typeof BookedSession>;

/** Times that a candidate may choose from: each is a booking of its own, and known by its beginning. */
export const OfferedTimes = z.strictObject({
  times: z
    .array(z.array(BookedSession).min(1).max(10))
    .min(1)
    .max(10)
    .describe("Each with all its sessions, in the order of time; no person is twice at one time"),
  until: isoInstant.describe("Until when they are held and may be chosen"),
  confirmation: BookingTexts.pick({ mailSubject: true, mailBody: true }).describe(
    "Of the mail that follows a choice; `texts` holds those of the mail that offers",
  ),
});
export type OfferedTimes = z.infer<typeof OfferedTimes>;

/** What is booked already, and is to be another booking or none. */
export const BookingChange = z.strictObject({
  refused: z
    .array(z.strictObject({ email: z.email(), startsAt: isoInstant, endsAt: isoInstant }))
    .max(100)
    .exactOptional()
    .describe("Who said no to which time in an event that is gone by now, or is another one"),
  of: z.string().describe("Id of the proposal whose booking it is"),
  because: z.string().describe("What happened, in our words"),
  before: z.array(BookedSession).min(1).max(10).describe("The sessions as booked"),
  begun: z
    .array(z.string())
    .min(1)
    .max(10)
    .exactOptional()
    .describe("Ids of those that had begun: they stay as they are, whatever stands of them"),
  events: z
    .array(
      z.strictObject({
        sessionId: z.string(),
        organizer: z.email(),
        eventId: z.string(),
        effectId: z.string().describe("The effect that the event says made it"),
        startsAt: isoInstant.describe("As it stands in the calendar: somebody may have moved it"),
        endsAt: isoInstant,
        declined: z.array(z.email()).describe("Who of the panel has said no"),
      }),
    )
    .max(10)
    .describe("Those that stand; a session without one lost its event"),
  panel: z
    .strictObject({
      panelId: z.string(),
      externalUrl: z.string(),
      interviews: z
        .array(
          z.strictObject({
            id: z.string(),
            location: z.string(),
            isGone: z.literal(true).exactOptional().describe("Somebody has removed it in Lever"),
            stood: z
              .strictObject({
                startsAt: isoInstant,
                durationMinutes: z.int(),
                userIds: z.array(UserId),
              })
              .exactOptional()
              .describe("As it stands in Lever: somebody may have changed it"),
          }),
        )
        .describe("In the order of `before`"),
    })
    .nullable()
    .describe("Null when Lever has it no more"),
  meetings: z
    .array(
      z.strictObject({
        sessionId: z.string(),
        host: z.email(),
        meetingId: z.string(),
        videoUrl: z.string(),
        effectId: z.string().describe("The effect that the meeting says made it"),
        startsAt: isoInstant.describe("As it stands at Zoom"),
        durationMinutes: z.int(),
      }),
    )
    .max(10)
    .exactOptional()
    .describe("Those at Zoom that stand; absent when no session meets there"),
  invitation: BookingTexts.pick({ invitationTitle: true, invitationBody: true }).describe(
    "As the panel has it",
  ),
});
export type BookingChange = z.infer<typeof BookingChange>;

/** Control fields and texts of one booking: all interviews of a stage. Control fields come from code and records alone. */
export const BookInterview = z.strictObject({
  kind: z.enum(["book_interview", "offer_times", "change_booking", "cancel_booking"]),
  version: z.literal(2),
  opportunityId: OpportunityId,
  postingId: PostingId,
  stageId: StageId,
  performAs: UserId.describe("Lever user in whose name the writes are made"),
  planId: z.string(),
  title: z.string().describe("Of one session its name; of several, the stage's"),
  sessions: z.array(BookedSession).min(1).max(10).describe("In the order of time"),
  candidate: z.strictObject({
    name: z.string(),
    email: z.email(),
    zone: zoneId,
    zoneSource: z
      .enum(["application", "candidate", "company"])
      .describe(
        "Where the zone comes from: their application, their own word, or, when nothing better is known, the company; that is said",
      ),
  }),
  feedbackReminder: z.enum(["once", "daily", "frequently", "none"]),
  postingTitle: z.string(),
  postingUrl: z.string().describe("Link to the job description; empty when Lever has none"),
  companyName: z.string(),
  leverUrl: z.string().describe("Link to the opportunity in Lever"),
  briefsUrl: z
    .url()
    .exactOptional()
    .describe("Where the panel asks for its briefs; the id of a session is added to it"),
  texts: BookingTexts,
  offer: OfferedTimes.exactOptional().describe(
    "With `offer_times` alone: `sessions` is the best of these times, and none is booked before the candidate chooses",
  ),
  change: BookingChange.exactOptional().describe(
    "With `change_booking`, whose `sessions` is all of the booking as it will be, and with `cancel_booking`, whose `sessions` is what is taken back",
  ),
});
export type BookInterview = z.infer<typeof BookInterview>;

/** Every payload by kind; grows with the specialists. */
export const ProposalPayload = z.discriminatedUnion("kind", [
  BookInterview,
  AlertRecruiter,
  SendBrief,
  NoteQuestions,
  SendDigest,
  PostSynthesis,
  AttendanceMessage,
  NudgeFeedback,
  MoveStage,
  BookDebrief,
  TellQuestion,
  TellAnswer,
  NoteChat,
]);
export type ProposalPayload = z.infer<typeof ProposalPayload>;

/** All kinds of proposals that there are. */
export const PROPOSAL_KINDS: readonly string[] = ProposalPayload.options.flatMap(
  ({ shape: { kind } }) => (kind instanceof z.ZodEnum ? kind.options : [...kind.values]),
);

const BOOKING_KINDS: ReadonlySet<string> = new Set(BookInterview.shape.kind.options);

/** Whether it is about the booking itself. Others stand beside it: they hold no time, and the case goes on without them. */
export const isBooking = (payload: ProposalPayload): payload is BookInterview =>
  BOOKING_KINDS.has(payload.kind);

/** Whether it tells people of an interview that is booked. */
export const isMessage = (payload: ProposalPayload): payload is AttendanceMessage =>
  isMessageKind(payload.kind);

/** What of its case it is about: a session, of a visit its first, a form that is owed, by interview and user, or what the candidate sent or asked.
 * Null: all of it. */
export const subjectOf = (payload: ProposalPayload): string | null => {
  if (payload.kind === "send_brief") return payload.session.sessionId;
  if (payload.kind === "tell_question") return payload.about ?? payload.upTo ?? null;
  if (payload.kind === "tell_answer") return payload.upTo;
  if (payload.kind === "nudge_feedback") {
    return `${payload.owed.interviewId}:${payload.owed.userId}`;
  }
  return isMessage(payload) ? (payload.sessions[0]?.sessionId ?? null) : null;
};

/** The same of a payload that is not opened. */
export const isBookingKind = (kind: ProposalPayload["kind"]): kind is BookInterview["kind"] =>
  BOOKING_KINDS.has(kind);

/** What a person may change before approving: another of the offered times, known by its beginning (its people come
 * with it), and the texts. */
export const BookingEdit = z.strictObject({
  startsAt: isoInstant.optional(),
  way: z
    .int()
    .min(0)
    .max(9)
    .optional()
    .describe("Of a change: another of its ways, by its place among `alternatives`"),
  cancel: z
    .literal(true)
    .optional()
    .describe("Of a change: what is booked is to be cancelled instead; nothing else counts then"),
  texts: BookingTexts.partial().optional(),
});
export type BookingEdit = z.infer<typeof BookingEdit>;

/** One thing that was read, or left out, and why. Ids and our own words only. */
export const Evidence = z.object({
  kind: z.enum(["read", "left_out", "warning"]),
  what: z.string(),
  source: z.string().describe("Tool and record, for instance `get_opportunity opportunity/…`"),
  url: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;
