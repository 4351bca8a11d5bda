/** The proposal to send one session's brief: control fields from what is booked, the words as drafted. */
import type { AlertContext } from "../../src/cases/open-proposal.ts";
import type { Brief, BriefReader, BriefedSession, SendBrief } from "../../src/domain/brief.ts";
import { digestOf } from "../../src/digest.ts";
import { namesInWords } from "../../src/domain/names-in-words.ts";
import { dayInWords, hoursInWords } from "../../src/domain/time.ts";
import { zoneName } from "../../src/domain/zone-names.ts";
import type { SpecialistProposal } from "../specialist.ts";
import type { DraftedBrief } from "./agent.ts";
import type { GatheredBriefs, GatheredSession } from "./gather.ts";

/** Shape: internal, and of low risk: it goes to people of the panel alone. Null: nobody asked for it, and all of its readers were sent
 * the same within a day. */
export const proposeBrief = (
  drafted: Pick<DraftedBrief, "brief" | "agenda" | "own">,
  {
    session,
    gathered,
  }: {
    session: Omit<GatheredSession, "material">;
    gathered: Omit<GatheredBriefs, "sessions">;
  },
  { case_, companyZone }: { case_: { id: string }; companyZone: string },
): SpecialistProposal | null => {
  const { proposalId, planId: _, ...booking } = gathered.booking;
  const readers: BriefReader[] = session.readers.map(({ reader }) => ({
    ...reader,
    ...(session.before && !isOf(session.before.session, reader) && { isFirst: true as const }),
    ...(drafted.own[reader.userId] ?? { feedback: [], documents: [] }),
  }));
  const payload: SendBrief = {
    kind: "send_brief",
    version: 1,
    ...booking,
    caseId: case_.id,
    of: proposalId,
    session: { ...session.session, agenda: drafted.agenda },
    brief: drafted.brief,
    readers,
    changes: changesOf(session, { brief: drafted.brief, zone: companyZone }),
    hasNote: !gathered.isForOne,
  };
  if (session.isLately && !gathered.isAsked && isKnown(payload)) return null;
  return {
    key: `brief ${session.session.sessionId}`,
    audience: "internal",
    risk: "low",
    warnings: drafted.brief.leftOut.length,
    payload,
    context: contextOf(payload, gathered),
  };
};

const isKnown = ({ changes, readers }: SendBrief): boolean =>
  changes.length === 0 && readers.every(({ isFirst }) => isFirst !== true);

const changesOf = (
  { before, session }: Pick<GatheredSession, "before" | "session">,
  { brief, zone }: { brief: Brief; zone: string },
): string[] =>
  before ? [...changesSince(before.session, session, zone), ...newToRead(before.brief, brief)] : [];

/** What of the page itself is otherwise, beyond its wording. */
export const newToRead = (before: Brief, now: Brief): string[] => {
  const resumes = without(resumesOf(now), resumesOf(before));
  return [
    ...(digestOf(askedIn(before)) === digestOf(askedIn(now))
      ? []
      : ["The questions to ask are other ones."]),
    ...(resumes.length > 0 ? ["There is another resume."] : []),
  ];
};

const askedIn = ({ questions }: Brief) => questions.map(({ text, minutes }) => ({ text, minutes }));

const resumesOf = ({ documents }: Brief): string[] =>
  documents.map(({ id }) => id).filter((id) => id.startsWith("resume/"));

const contextOf = (payload: SendBrief, { isAsked }: { isAsked: boolean }): AlertContext => {
  const { session, candidate, readers, brief, changes } = payload;
  const again = changes.length > 0 ? " again, since the interview was changed" : "";
  return {
    summary: `Send the brief of ${session.name} with ${candidate.name} to ${namesInWords(readers.map(({ name }) => name))}${again}`,
    reason:
      changes.length > 0
        ? changes.join(" ")
        : isAsked
          ? "Somebody asked for it."
          : "The interview is soon.",
    evidence: [
      ...brief.documents.map(({ id, title, url }) => ({
        kind: "read" as const,
        what: title,
        source: id,
        ...(url !== null && { url }),
      })),
      ...brief.leftOut.map((what) => ({
        kind: "left_out" as const,
        what,
        source: "briefing",
      })),
    ],
  };
};

/** What is otherwise than in the brief that was sent before, in sentences. */
export const changesSince = (
  before: BriefedSession,
  now: BriefedSession,
  zone: string,
): string[] => {
  const came = without(peopleOf(now), peopleOf(before));
  const went = without(peopleOf(before), peopleOf(now));
  return [
    ...timeChange(before, now, zone),
    ...(came.length > 0 ? [`New: ${namesInWords(came)}.`] : []),
    ...(went.length > 0 ? [`Not there any more: ${namesInWords(went)}.`] : []),
    ...placeChanges(before, now),
  ];
};

const timeChange = (before: BriefedSession, now: BriefedSession, zone: string): string[] => {
  if (isSame(before.startsAt, now.startsAt) && isSame(before.endsAt, now.endsAt)) return [];
  const [was, is] = [before, now].map(({ startsAt, endsAt }) => ({
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(endsAt),
  }));
  if (!was || !is) return [];
  const isSameDay = dayInWords(was.startsAt, zone) === dayInWords(is.startsAt, zone);
  const said = ({ startsAt, endsAt }: typeof was): string =>
    `${isSameDay ? "" : `${dayInWords(startsAt, zone)}, `}${hoursInWords({ startsAt, endsAt }, zone)}`;
  return [`It is ${said(is)} instead of ${said(was)} (${zoneName(zone)}).`];
};

const HOW: Record<BriefedSession["format"], string> = {
  video: "It is by video now.",
  phone: "It is by phone now.",
  onsite: "It is on site now.",
};

const placeChanges = (before: BriefedSession, now: BriefedSession): string[] => {
  const isOtherwise = before.format !== now.format;
  const isOtherLink = before.videoUrl !== now.videoUrl && now.videoUrl !== null;
  return [
    ...(isOtherwise ? [HOW[now.format]] : []),
    ...(before.room === now.room
      ? []
      : [now.room === null ? "It has no room any more." : `The room is ${now.room} now.`]),
    ...(isOtherLink && before.videoUrl !== null ? ["The video link is another one."] : []),
    ...(isOtherLink && before.videoUrl === null && !isOtherwise
      ? ["It has a video link now."]
      : []),
    ...(now.videoUrl === null && before.videoUrl !== null && !isOtherwise
      ? ["It has no video link any more."]
      : []),
  ];
};

const isOf = (
  { panel, trainees }: BriefedSession,
  { email }: Pick<BriefReader, "email">,
): boolean => [...panel, ...trainees].some((each) => each.email === email);

const isSame = (one: string, other: string): boolean =>
  Temporal.Instant.from(one).equals(Temporal.Instant.from(other));

const peopleOf = ({ panel, trainees }: BriefedSession): string[] =>
  [...panel, ...trainees].map(({ name }) => name);

const without = (names: readonly string[], others: readonly string[]): string[] =>
  names.filter((name) => !others.includes(name));
