/** What is otherwise in a proposal than in the one before it, field by field. Pure. */
import { isSameTime } from "../domain/change.ts";
import type { FieldChange } from "../domain/field-change.ts";
import {
  type BookInterview,
  type BookedSession,
  type BookingTexts,
  type ProposalPayload,
  isBooking,
} from "../domain/proposal.ts";
import type { PostSynthesis } from "../domain/synthesis.ts";
import { diffWords } from "../domain/text-diff.ts";
import { VIDEO_NAMES } from "../domain/video.ts";
import { type SynthesisChange, editsSince } from "../synthesis/edits.ts";

/** Of what people can change: bookings, debriefs, syntheses. Shape: times first, then people and places, then texts; empty when nothing is. */
export const diffOf = (before: ProposalPayload, after: ProposalPayload): FieldChange[] => {
  if (isBooking(before) && isBooking(after)) return diffOfBookings(before, after);
  if (before.kind === "book_debrief" && after.kind === "book_debrief") {
    return isSameTime(before, after) ? [] : [start(null, before.startsAt, after.startsAt)];
  }
  if (before.kind === "post_synthesis" && after.kind === "post_synthesis") {
    return diffOfSyntheses(before, after);
  }
  return [];
};

const WHAT: Record<BookInterview["kind"], string> = {
  book_interview: "book the interview",
  offer_times: "offer times",
  change_booking: "change what is booked",
  cancel_booking: "cancel what is booked",
};

const TEXTS: Record<keyof BookingTexts, FieldChange["field"]> = {
  mailSubject: "subject of the mail",
  mailBody: "text of the mail",
  invitationTitle: "title of the invitation",
  invitationBody: "text of the invitation",
  leverNote: "note in Lever",
};
const TEXT_ORDER = [
  "mailSubject",
  "mailBody",
  "invitationTitle",
  "invitationBody",
  "leverNote",
] as const satisfies readonly (keyof BookingTexts)[];

const diffOfBookings = (before: BookInterview, after: BookInterview): FieldChange[] => [
  ...words("what is done", null, [WHAT[before.kind], WHAT[after.kind]]),
  // What is taken back is no other time of what would have been made.
  ...(before.kind === after.kind ? diffOfSessions(before.sessions, after.sessions) : []),
  ...TEXT_ORDER.flatMap((name) => text(TEXTS[name], before.texts[name], after.texts[name])),
];

const diffOfSessions = (
  before: readonly BookedSession[],
  after: readonly BookedSession[],
): FieldChange[] => {
  const isOne = before.length === 1 && after.length === 1;
  const ids = [...new Set([...before, ...after].map(({ sessionId }) => sessionId))];
  return ids.flatMap((id) => {
    const old = before.find(({ sessionId }) => sessionId === id);
    const young = after.find(({ sessionId }) => sessionId === id);
    return diffOfSession(old, young, isOne ? null : ((young ?? old)?.name ?? null));
  });
};

/** Absent on one side: the interview itself came or went. */
const diffOfSession = (
  before: BookedSession | undefined,
  after: BookedSession | undefined,
  of: string | null,
): FieldChange[] => {
  const each = (
    read: (session: BookedSession) => string | null,
  ): [string | null, string | null] => [before ? read(before) : null, after ? read(after) : null];
  const [old, young] = each(({ startsAt }) => startsAt);
  return [
    ...(isSameInstant(old, young) ? [] : [start(of, old, young)]),
    ...words("length in minutes", of, each(minutesOf)),
    ...words(
      "people",
      of,
      each(({ panel }) => namesOf(panel)),
    ),
    ...words(
      "trainees",
      of,
      each(({ trainees = [] }) => namesOf(trainees)),
    ),
    ...words(
      "room",
      of,
      each(({ room }) => room?.name ?? null),
    ),
    ...words(
      "format",
      of,
      each(({ format }) => format),
    ),
    ...words("video", of, each(videoOf)),
    ...words("calendar of the event", of, each(organizerOf)),
  ];
};

const minutesOf = ({ startsAt, endsAt }: BookedSession): string =>
  String(Temporal.Instant.from(startsAt).until(endsAt).total("minutes"));

const namesOf = (people: readonly { name: string }[]): string | null =>
  people.length === 0 ? null : people.map(({ name }) => name).join(", ");

const videoOf = ({ video }: BookedSession): string | null => {
  if (video === "none") return null;
  return video === "fixed" ? "a fixed link" : VIDEO_NAMES[video];
};

const organizerOf = ({ organizer, panel, room }: BookedSession): string =>
  [...panel, ...(room ? [room] : [])].find(({ email }) => email === organizer)?.name ?? organizer;

const isSameInstant = (one: string | null, other: string | null): boolean =>
  one === null || other === null
    ? one === other
    : Temporal.Instant.from(one).equals(Temporal.Instant.from(other));

const start = (of: string | null, before: string | null, after: string | null): FieldChange => ({
  field: "start",
  of,
  shape: "instant",
  before,
  after,
  parts: [],
});

const words = (
  field: FieldChange["field"],
  of: string | null,
  [before, after]: readonly [string | null, string | null],
): FieldChange[] =>
  before === after ? [] : [{ field, of, shape: "words", before, after, parts: [] }];

const text = (field: FieldChange["field"], before: string, after: string): FieldChange[] => {
  if (before === after) return [];
  const parts = diffWords(before, after);
  return [{ field, of: null, shape: "text", before: null, after: null, parts }];
};

const PARTS: Record<SynthesisChange["part"], FieldChange["field"]> = {
  question: "question for the debrief",
  quote: "quote",
  remark: "remark",
};

const diffOfSyntheses = (before: PostSynthesis, after: PostSynthesis): FieldChange[] =>
  editsSince(before, after).flatMap((change) =>
    text(PARTS[change.part], change.before ?? "", change.after ?? ""),
  );
