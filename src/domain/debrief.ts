/** A meeting of those who interviewed in a round, once it is over: to talk about what their forms say. Without the candidate. */
import { z } from "zod";
import { OpportunityId, PostingId, StageId, UserId } from "./ids.ts";
import { timeOf } from "./itinerary.ts";
import { isoInstant, slotInWords, zoneId } from "./time.ts";

const words = (max: number) => z.string().min(1).max(max);

const DebriefTime = z.strictObject({ startsAt: isoInstant, endsAt: isoInstant });

/** Somebody who is asked to it. */
export const DebriefPerson = z.strictObject({
  userId: UserId,
  email: z.email(),
  name: words(200),
  zone: zoneId,
  why: z
    .enum(["handed_in", "recruiter", "hiring_manager"])
    .describe("handed_in: a form of the round is theirs. The others come beside it"),
});
export type DebriefPerson = z.infer<typeof DebriefPerson>;

/** Payload of the proposal that they meet. */
export const BookDebrief = z.strictObject({
  kind: z.literal("book_debrief"),
  version: z.literal(1),
  opportunityId: OpportunityId,
  postingId: PostingId,
  stageId: StageId.describe("Whose round it is"),
  caseId: z.string(),
  planId: z.string(),
  candidateName: words(300),
  postingTitle: z.string(),
  stageName: z.string(),
  companyName: z.string(),
  startsAt: isoInstant,
  endsAt: isoInstant,
  alternatives: z
    .array(DebriefTime)
    .max(2)
    .describe("Other times at which all of them could, when they were read"),
  people: z.array(DebriefPerson).min(2).max(60),
  organizer: z.email().describe("Whose calendar holds the event"),
  video: z.enum(["meet", "teams", "none"]),
  deadlineHours: z
    .int()
    .min(1)
    .describe("So long after its last interview the round is over without all forms"),
  isPartial: z.boolean().describe("The deadline came before all forms were in"),
  caseUrl: z.url().describe("Where the synthesis of the forms is, for whoever may see it"),
  leverUrl: z.string().describe("Empty when Lever says none"),
});
export type BookDebrief = z.infer<typeof BookDebrief>;

/** What a person may change before approving: another of its times, known by its beginning. */
export const DebriefEdit = z.strictObject({ startsAt: isoInstant });

/** Code of the problem of a case that its panel does not meet. */
export const DEBRIEF_NOT_BOOKED = "debrief_not_booked";

/** Code of the problem of a case that not everybody comes to its debrief. */
export const DEBRIEF_CHANGED = "debrief_changed";

/** Code of the problem of a case that what is stored of its debrief cannot be read. */
export const DEBRIEF_UNREADABLE = "debrief_unreadable";

/** Id of the one session that it is. */
export const DEBRIEF_SESSION = "debrief";

/** As time that is held. */
export const debriefSession = ({ people, startsAt, endsAt }: BookDebrief) => ({
  panel: people,
  startsAt,
  endsAt,
});

/** When it is, on the clock of whoever holds it. */
export const debriefWhen = ({ people, organizer, startsAt, endsAt }: BookDebrief): string =>
  slotInWords(timeOf({ startsAt, endsAt }), zoneOf({ people, organizer }));

/** The zone in which its event is written. */
export const zoneOf = ({ people, organizer }: Pick<BookDebrief, "people" | "organizer">): string =>
  people.find(({ email }) => email === organizer)?.zone ?? people[0]?.zone ?? "UTC";

/** The event as everybody gets it: no word of what anybody wrote. */
export const renderDebrief = (payload: BookDebrief): { title: string; description: string } => {
  const { candidateName, postingTitle, stageName, video, people, caseUrl, leverUrl } = payload;
  const zones = [...new Set(people.map(({ zone }) => zone))];
  return {
    title: `Debrief: ${candidateName} for ${postingTitle}`,
    description: [
      `The panel of ${stageName} talks about ${candidateName} for ${postingTitle}. The candidate is not asked to it.`,
      "",
      `What the forms say, beside each other: ${caseUrl}`,
      ...(leverUrl === "" ? [] : [`Profile in Lever: ${leverUrl}`]),
      ...(video === "none" ? [] : ["Where: the video link of this event"]),
      "",
      ...zones.map((zone) => slotInWords(timeOf(payload), zone)),
    ].join("\n"),
  };
};

/** The same at another of its times; null: it has no such time. The one before becomes one of the others. */
export const debriefAt = (payload: BookDebrief, startsAt: string): BookDebrief | null => {
  const at = Temporal.Instant.from(startsAt);
  const is = (time: { startsAt: string }) => Temporal.Instant.from(time.startsAt).equals(at);
  const chosen = payload.alternatives.find(is);
  if (!chosen) return null;
  const before = { startsAt: payload.startsAt, endsAt: payload.endsAt };
  return {
    ...payload,
    ...chosen,
    alternatives: [before, ...payload.alternatives.filter((time) => !is(time))],
  };
};

/** `Debrief of the panel, Tuesday 1 December 2026, 10:00–10:30 (Lisbon time)`. */
export const debriefInWords = (payload: BookDebrief): string =>
  `Debrief of ${payload.people.length} people, ${debriefWhen(payload)}`;
