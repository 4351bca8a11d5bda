/** From draft to proposal: control fields from records and the engine, and beside them all that a person needs to judge. */
import { leverReminderOf } from "../../src/feedback/rules.ts";
import type { BookingProposal, SpecialistRun } from "../specialist.ts";
import type { ProposalContext } from "../../src/cases/open-proposal.ts";
import { AppError } from "../../src/domain/errors.ts";
import { spanOf } from "../../src/domain/itinerary.ts";
import { zoneAt } from "../../src/domain/preferences.ts";
import { changeWithin } from "../../src/domain/no-fit.ts";
import type { InterviewPlan, SessionRule } from "../../src/domain/plan.ts";
import { type AskedVideo, meetingPlaceOf } from "../../src/domain/video.ts";
import { OpportunityId, PostingId, StageId, UserId } from "../../src/domain/ids.ts";
import type {
  BookInterview,
  BookedSession,
  Evidence,
  PanelMember,
  ScoredItinerary,
  Seatable,
} from "../../src/domain/proposal.ts";
import { plainName, quote, shownName } from "../../src/domain/quoted.ts";
import { zoneName } from "../../src/domain/zone-names.ts";
import type { ContextPlace, SchedulingContext } from "../../tools/scheduling-context.ts";
import { daysOffInWords } from "../../tools/days-off.ts";
import { SHARES_WEEKS } from "../../tools/shares-of-pools.ts";
import { roomsOf } from "../../tools/with-rooms.ts";
import type { BookingDraft } from "./draft.ts";
import { seatsOf, traineesOf } from "./seats.ts";
import { bookingReason, bookingSummary } from "./words.ts";

/** The one proposal for all sessions of a stage. Errors: `lever_rejected` when nobody is known in whose name Lever could be written. */
export const proposeBooking = (
  draft: BookingDraft,
  gathered: SchedulingContext,
  run: SpecialistRun,
): BookingProposal => {
  const everybody = membersOf(gathered, draft.itineraries);
  const [itinerary, ...alternatives] = hostable(draft.itineraries, everybody, gathered);
  if (!itinerary) throw new Error("a draft without a time");
  const people = membersOf(gathered, [itinerary, ...alternatives]);
  const payload = payloadOf({ draft, gathered, run, itinerary, people });
  const context = contextOf(draft, gathered, run);
  return {
    key: gathered.sessions.map(({ rule }) => rule.id).join(" "),
    audience: "candidate",
    // Nobody wrote this plan, or it was not kept to: a person decides, whatever the mode.
    risk: gathered.inferred || gathered.relaxed ? "high" : "medium",
    warnings: context.evidence.filter((item) => item.kind === "warning").length,
    payload,
    context: {
      ...context,
      summary: bookingSummary(payload),
      reason: bookingReason(itinerary),
      itinerary,
      alternatives,
      people,
    },
  };
};

/** What a person sees beside any proposal of times. */
export const contextOf = (
  draft: BookingDraft,
  gathered: SchedulingContext,
  run: SpecialistRun,
): Pick<ProposalContext, "calendar" | "evidence"> => ({
  calendar: {
    readAt: gathered.availability[0]?.readAt ?? gathered.now,
    people: gathered.availability.map((person) => ({
      email: person.email,
      name: nameOf(person.email, gathered),
      zone: zoneThen(person, draft, gathered) ?? run.companyZone,
      readable: person.readable,
      reason: person.reason,
      blocks: person.blocks.map(({ start, end, kind }) => ({ start, end, kind })),
    })),
  },
  evidence: evidenceOf(draft, gathered),
});

/** Around them at the time that is proposed. */
const zoneThen = (
  { email, zone }: SchedulingContext["availability"][number],
  { itineraries: [proposed] }: BookingDraft,
  gathered: SchedulingContext,
): string | null =>
  proposed && zone !== null
    ? zoneAt({ zone, ...staysOf(email, gathered) }, spanOf(proposed.sessions).startsAt)
    : zone;

const nameOf = (email: string, gathered: SchedulingContext): string =>
  [...gathered.people, ...roomsOf(gathered)].find((one) => one.email === email)?.name ?? email;

/** Everybody who sits in one of the offered times, with the most important of their seats. */
export const membersOf = (
  gathered: SchedulingContext,
  itineraries: ScoredItinerary[],
): Seatable[] => {
  const seated = new Map<string, Pick<ContextPlace, "label" | "key">>();
  const sitting = itineraries.flatMap(({ sessions }) =>
    sessions.flatMap(({ training = [] }) => training),
  );
  for (const { email, kind } of sitting) {
    if (email !== undefined) seated.set(email, { label: kind.replace("_", " "), key: false });
  }
  const trainees = new Set(seated.keys());
  for (const { sessionId, panel } of itineraries.flatMap(({ sessions }) => sessions)) {
    const session = gathered.sessions.find(({ rule }) => rule.id === sessionId);
    for (const { email, place } of panel) {
      const seat = session?.places[place] ?? NAMED;
      if (!session || !(seat.key || !seated.has(email) || trainees.delete(email))) continue;
      seated.set(email, seat);
    }
  }
  return [...seated].map(([email, seat]) => {
    const person = gathered.people.find((candidate) => candidate.email === email);
    const time = gathered.availability.find((reading) => reading.email === email);
    if (!person || !time?.zone) throw new Error("a time names somebody who was not read");
    return {
      userId: UserId.parse(person.userId),
      email,
      name: shownName(person.name),
      zone: time.zone,
      ...staysOf(email, gathered),
      role: seat.label,
      key: seat.key,
      feedbackTemplateId: null,
      ...(time.service && { calendar: time.service }),
      ...linkOf(email, gathered.plan),
      ...(gathered.withoutZoom?.includes(email) === true && { zoom: false as const }),
    };
  });
};

/** Their journeys, for where they are at a time. */
export const staysOf = (
  email: string,
  { preferences }: SchedulingContext,
): Pick<Seatable, "stays"> => {
  const stays = preferences?.[email]?.stays ?? [];
  return stays.length > 0
    ? { stays: stays.map(({ from, until, zone }) => ({ from, until, zone })) }
    : {};
};

/** The seat of somebody whom the plan has no place for. */
const NAMED: ContextPlace = { label: "named", key: false, choices: [] };

/** Those of the times whose panels can host the video that the plan asks for. All of them when none can: then the booking
 * says why. */
const hostable = (
  itineraries: ScoredItinerary[],
  people: readonly PanelMember[],
  { sessions, plan }: SchedulingContext,
): ScoredItinerary[] => {
  const canMeet = ({ sessionId, panel, room }: ScoredItinerary["sessions"][number]): boolean => {
    const rule = sessions.find((session) => session.rule.id === sessionId)?.rule;
    const members = panel.flatMap(({ email }) => people.filter((one) => one.email === email));
    if (!rule) return false;
    const asked = { ...askedVideo(rule, plan), room };
    return !("fault" in meetingPlaceOf(members, asked));
  };
  const fitting = itineraries.filter((itinerary) => itinerary.sessions.every(canMeet));
  return fitting.length > 0 ? fitting : itineraries;
};

interface PayloadFacts {
  draft: BookingDraft;
  gathered: SchedulingContext;
  run: SpecialistRun;
  itinerary: ScoredItinerary;
  people: Seatable[];
}

/** All sessions of another of the drafted times. */
export const sessionsAt = (
  itinerary: ScoredItinerary,
  draft: BookingDraft,
  { gathered, run }: Pick<PayloadFacts, "gathered" | "run">,
): BookedSession[] => {
  const people = membersOf(gathered, draft.itineraries);
  return itinerary.sessions.map((placed) =>
    bookedSession(placed, { draft, gathered, run, itinerary, people }),
  );
};

const payloadOf = (facts: PayloadFacts): BookInterview => {
  const { draft, gathered, run, itinerary } = facts;
  const { opportunity, posting, plan, candidate } = gathered;
  const sessions = itinerary.sessions.map((placed) => bookedSession(placed, facts));
  const [first] = sessions;
  const name = quote(opportunity.name.quoted, {
    system: "lever",
    ref: `opportunity/${opportunity.id}#name`,
  });
  return {
    kind: "book_interview",
    version: 2,
    opportunityId: OpportunityId.parse(opportunity.id),
    postingId: PostingId.parse(posting.id),
    stageId: StageId.parse(opportunity.stageId),
    performAs: performAs(run, gathered),
    planId: plan.id,
    title: sessions.length === 1 ? (first?.name ?? "") : opportunity.stageName,
    sessions,
    candidate: {
      name: plainName(name, "there"),
      email: candidate.email,
      zone: candidate.zone,
      zoneSource: candidate.zoneSource,
    },
    feedbackReminder: leverReminderOf(plan),
    postingTitle: shownName(posting.title),
    postingUrl: posting.url ?? "",
    companyName: run.companyName,
    leverUrl: opportunity.url ?? "",
    briefsUrl: run.briefsUrl,
    texts: draft.texts,
  };
};

const bookedSession = (
  placed: ScoredItinerary["sessions"][number],
  { gathered, people }: PayloadFacts,
): BookedSession => {
  const session = gathered.sessions.find(({ rule }) => rule.id === placed.sessionId);
  if (!session) throw new Error("a time names a session that is not in the plan");
  const { rule, feedbackTemplateId } = session;
  const format = rule.format ?? "video";
  return {
    sessionId: rule.id,
    name: rule.name,
    durationMinutes: rule.durationMinutes,
    format,
    startsAt: placed.startsAt,
    endsAt: placed.endsAt,
    ...(placed.room && { room: placed.room }),
    ...seatsOf(placed.panel, people, {
      feedbackTemplateId,
      startsAt: placed.startsAt,
      asked: { ...askedVideo(rule, gathered.plan), room: placed.room },
    }),
    ...traineesOf(placed, people),
    feedbackTemplateId,
    prepare: rule.prepare ?? "",
    agenda: rule.agenda ?? "",
  };
};

const askedVideo = ({ format, video }: SessionRule, plan: InterviewPlan): AskedVideo => ({
  video: (format ?? "video") === "video" ? (video ?? plan.video) : "none",
  link: plan.link,
});

/** Addresses differ in nothing by their case. */
const linkOf = (email: string, { links = {} }: InterviewPlan): { link?: string } => {
  const own = Object.entries(links).find(([name]) => name.toLowerCase() === email.toLowerCase());
  return own ? { link: own[1] } : {};
};

const performAs = (run: SpecialistRun, gathered: SchedulingContext): BookInterview["performAs"] => {
  const id = run.performAs ?? gathered.performAs;
  if (id !== "") return UserId.parse(id);
  throw new AppError({
    code: "lever_rejected",
    fault: "caller",
    message:
      "Nobody is known in whose name Lever could be written: give the opportunity or the posting an owner, or set LEVER_PERFORM_AS.",
  });
};

/** Whoever decides must not take it for what the plan asks for. */
const relaxedEvidence = ({ relaxed }: SchedulingContext): Evidence[] => {
  if (!relaxed) return [];
  const isSeat = relaxed.id.startsWith("person:");
  const means = isSeat ? " Nobody takes that place yet." : "";
  return [
    {
      kind: "warning",
      what: `Nothing fits by the plan, so one rule gave, as was asked for: ${changeWithin(relaxed)}.${means}`,
      source: "slot engine",
    },
  ];
};

const evidenceOf = (draft: BookingDraft, gathered: SchedulingContext): Evidence[] => {
  const { opportunity, posting, plan, candidate } = gathered;
  const unreadable = gathered.availability.filter((person) => !person.readable);
  const rooms = roomsOf(gathered).length;
  const read = (what: string, source: string, url?: string | null): Evidence => ({
    kind: "read",
    what,
    source,
    ...(url && { url }),
  });
  return [
    ...relaxedEvidence(gathered),
    ...(gathered.inferred
      ? [{ kind: "warning" as const, what: gathered.inferred, source: `get_plan ${plan.id}` }]
      : []),
    ...(candidate.zoneSource === "company"
      ? [
          {
            kind: "warning" as const,
            what: `The candidate's time zone is not known. Times are given in ${zoneName(candidate.zone)}; check before you send.`,
            source: "get_opportunity",
          },
        ]
      : []),
    ...unreadable.map((person) => ({
      kind: "warning" as const,
      what: `The calendar of ${nameOf(person.email, gathered)} could not be read (${(person.reason ?? "").replaceAll("_", " ")}); nobody was booked on a guess.`,
      source: "check_availability",
    })),
    read(
      "Stage, address, consent and owner",
      `get_opportunity opportunity/${opportunity.id}`,
      opportunity.url,
    ),
    ...(candidate.windows === null
      ? []
      : [read("Times that the candidate gave on their page", "candidate")]),
    read(`Posting ${posting.title}`, `get_posting posting/${posting.id}`, posting.url),
    read(`Interview plan ${plan.id}`, `get_plan ${plan.id}`),
    read(
      `Calendars of ${gathered.availability.length - rooms} people${rooms > 0 ? ` and ${rooms} rooms` : ""}${unreadable.length > 0 ? `, ${unreadable.length} of them unreadable` : ""}, next ${plan.rules?.horizonBusinessDays ?? 5} business days`,
      "check_availability",
    ),
    ...(Object.values(gathered.owed ?? {}).some((owed) => owed !== 0)
      ? [read(`Who was booked for how many interviews in the past ${SHARES_WEEKS} weeks`, "books")]
      : []),
    ...daysOffInWords(gathered.daysOff ?? {}, (email) => nameOf(email, gathered)).map((what) =>
      read(what, "holidays"),
    ),
    ...gathered.leftOut.map(({ email, why }) => ({
      kind: "left_out" as const,
      what: `${email}: ${why}`,
      source: "plan",
    })),
    ...draft.findings.map((what) => ({ kind: "left_out" as const, what, source: "slot engine" })),
  ];
};
