/** A change of what is booked: after somebody declined or moved an event, or because the candidate asked for it. */
import type { BookingProposal, SpecialistRun } from "../specialist.ts";
import {
  type SessionChange,
  changesFrom,
  isForCandidate,
  sessionChanges,
  yetToCome,
} from "../../src/domain/change.ts";
import { AppError } from "../../src/domain/errors.ts";
import { timeOf } from "../../src/domain/itinerary.ts";
import type { NoFit, Relaxation } from "../../src/domain/no-fit.ts";
import type { InterviewPlan } from "../../src/domain/plan.ts";
import type {
  BookInterview,
  Evidence,
  ScoredItinerary,
  Seatable,
} from "../../src/domain/proposal.ts";
import { slotInWords } from "../../src/domain/time.ts";
import { type Booked, type Outside, lookOutside } from "./booked.ts";
import { takenInWords } from "../../tools/candidate-times.ts";
import type { ToolContext } from "../../tools/context.ts";
import { triedOut, withVideo } from "../../tools/helping.ts";
import { isOfSearch, kindOf, relaxContext } from "../../tools/relaxed.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { SearchBudget } from "../../tools/search-budget.ts";
import { roomsOf } from "../../tools/with-rooms.ts";
import { draftChangeTexts, invitationOf } from "./change-texts.ts";
import { withAskedOnly } from "./asked.ts";
import type { BookingDraft } from "./draft.ts";
import { type Heard, heardInWords } from "./heard.ts";
import { inVain } from "./in-vain.ts";
import { contextOf, membersOf, staysOf } from "./propose.ts";
import { type Changing, type FoundWays, type HowToFind, findWays, sessionsOfWay } from "./ways.ts";
import { bookingSummary } from "./words.ts";

/** What was gathered to change a booking. Shape: JSON. */
export interface Mending {
  booked: Booked;
  outside: Outside;
  /** What the plan says otherwise by now, in words; absent when nothing. */
  differs?: string[];
  /** What the candidate wrote with their wish; absent when they wrote nothing, or it does not count. */
  heard?: Heard;
}

/** A booking and how it stands outside. Errors: those of Lever and the calendar. */
export const gatherMending = async (booked: Booked, tools: ToolContext): Promise<Mending> => ({
  booked,
  outside: await lookOutside(booked, tools),
});

/** Errors: `no_slot` with what happened, why nothing mends it, and what would have to give. */
export const draftMend = (
  gathered: SchedulingContext,
  mending: Mending,
  run: Pick<SpecialistRun, "isMoveWanted" | "relax" | "wishes">,
): BookingDraft => {
  const { isMoveWanted, relax } = run;
  const { booked, outside, differs = [] } = mending;
  if (yetToCome(outside.change).length === 0) throw begun();
  const eventIds = booked.events.map(({ eventId }) => eventId);
  const mayOverlap = run.wishes.asked?.times?.isNamed === true;
  const findIn: FindIn = (context, how) =>
    withAskedOnly(
      findWays({ gathered: context, outside, eventIds, isMoveWanted, mayOverlap }, how),
      gathered,
      run,
    );
  const draftOf = ({ ways, findings, unfollowed, isPassedOver }: FoundByWords): BookingDraft => ({
    itineraries: ways,
    findings: [...differs, ...findings],
    warnings: unfollowed,
    isPassedOver,
    texts: draftChangeTexts(inFormatsOf(booked.payload, ways[0])),
  });
  const budget = new SearchBudget();
  const isStrict = run.wishes.asked != null;
  const how = { budget, isWhyWanted: true };
  const strict = isStrict
    ? { ...findIn(gathered, how), isPassedOver: false }
    : findByWords(gathered, { find: findIn, how });
  if (strict.ways.length > 0) return draftOf(strict);
  // A rule gives only where no change fits with it, and never one by which it was booked, but that people come together.
  const looser = relax && mayGive(relax) ? relaxContext(gathered, relax) : null;
  const given = { budget: new SearchBudget(), isWhyWanted: false };
  const found = looser && findByWords(looser, { find: findIn, how: given });
  if (looser?.relaxed && found && found.ways.length > 0) {
    return { ...draftOf(found), relaxed: looser.relaxed };
  }
  const coming = new Set(yetToCome(outside.change).map(({ sessionId }) => sessionId));
  const sessions = gathered.sessions.filter(({ rule }) => coming.has(rule.id));
  const relaxations = triedOut(withVideo(strict.relaxations, sessions).filter(mayGive), {
    // What a person asks for holds: what would help elsewhere is no help.
    context: isStrict ? gathered : withoutWords(gathered),
    find: (context) => ({ itineraries: findIn(context, { budget, isWhyWanted: false }).ways }),
    budget,
    isToTry: () => true,
  });
  const because = becauseOf(mending, run);
  // What a person asks for is told, and not looked for again by itself.
  throw noChangeFits({ ...strict, relaxations }, { gathered, because, differs, gave: inVain(run) });
};

type FindIn = (context: SchedulingContext, how: HowToFind) => FoundWays;

interface FoundByWords extends FoundWays {
  /** Nothing fits what the candidate wrote: the ways, or why there are none, are without that. */
  isPassedOver: boolean;
}

/** By what the candidate wrote, and only if nothing fits that without it. */
const findByWords = (
  context: SchedulingContext,
  { find, how }: { find: FindIn; how: HowToFind },
): FoundByWords => {
  const isWritten = context.candidate.wished !== undefined;
  const own = { budget: new SearchBudget(), isWhyWanted: false };
  const followed = isWritten ? find(context, own) : null;
  if (followed && followed.ways.length > 0) return { ...followed, isPassedOver: false };
  return { ...find(withoutWords(context), how), isPassedOver: isWritten };
};

const withoutWords = (context: SchedulingContext): SchedulingContext => {
  const { wished: _, ...candidate } = context.candidate;
  return { ...context, candidate };
};

const mayGive = (relaxation: Pick<Relaxation, "id">): boolean =>
  isOfSearch(relaxation) || kindOf(relaxation.id) === "format";

/** What is by video by now is told as such. */
const inFormatsOf = (payload: BookInterview, way: ScoredItinerary | undefined): BookInterview => ({
  ...payload,
  sessions: payload.sessions.map((session) => {
    const format = way?.sessions.find(({ sessionId }) => sessionId === session.sessionId)?.format;
    return { ...session, ...(format && { format }) };
  }),
});

const begun = (): AppError =>
  new AppError({
    code: "no_slot",
    fault: "caller",
    message: "The interview has begun: nothing is left to change.",
  });

const MOST_SAID = 3;
/** When a plan says nothing. */
const ALERT_AFTER_HOURS = 48;

const noChangeFits = (
  { blockers, relaxations }: FoundWays,
  {
    gathered,
    because,
    differs,
    gave,
  }: {
    gathered: SchedulingContext;
    because: string;
    differs: readonly string[];
    gave: string | null;
  },
): AppError => {
  const said = [...new Set([...blockers.slice(0, MOST_SAID), ...takenInWords(gathered.candidate)])];
  const ways = relaxations.slice(0, MOST_SAID).map(({ words }) => words);
  const noFit: NoFit = {
    because,
    ...(gave !== null && { inVain: gave }),
    blockers: said,
    relaxations,
    people: [...gathered.people, ...roomsOf(gathered)].map(({ email }) => email),
    alertAfterHours: gathered.plan.rules?.alertAfterHours ?? ALERT_AFTER_HOURS,
  };
  return new AppError({
    code: "no_slot",
    fault: "caller",
    message: [
      "No change of the booking fits everybody.",
      ...(gave === null ? [] : [gave]),
      ...said,
      ...differs,
      ...(ways.length > 0 ? ["What would help:", ...ways] : []),
    ].join(" "),
    data: { noFit },
  });
};

/** When a plan says nothing. */
const PERSON_WITHIN_HOURS = 48;

/** So near to an interview a person decides on every change of it. Units: hours. */
export const personWithinHours = (plan: Pick<InterviewPlan, "rules"> | null): number =>
  plan?.rules?.changesNeedPersonWithinHours ?? PERSON_WITHIN_HOURS;

/** The one proposal: the least disturbance, with the other ways beside it. */
export const proposeMend = (
  draft: BookingDraft,
  { gathered, mending }: { gathered: SchedulingContext; mending: Mending },
  run: SpecialistRun,
): BookingProposal => {
  const { payload: booked } = mending.booked;
  const coming = membersOf(gathered, draft.itineraries.map(newcomers(booked)));
  const people = [...coming, ...staying(booked, coming, gathered)];
  const { change } = mending.outside;
  const changing = { sessions: booked.sessions, change };
  const [way, ...others] = hostable(draft.itineraries, changing, people);
  if (!way) throw new Error("a draft without a way");
  const sessions = sessionsOfWay(way, changing, people);
  const { offer: _, ...payload } = {
    ...booked,
    kind: "change_booking" as const,
    candidate: { ...booked.candidate, email: gathered.candidate.email },
    sessions,
    texts: { ...draft.texts, ...invitationOf(change.invitation, sessions) },
    change: { ...change, because: becauseOf(mending, run) },
  } satisfies BookInterview;
  const given = contextOf(draft, gathered, run);
  const evidence = [...evidenceOf(payload, { draft, gathered, mending, run }), ...given.evidence];
  const context = { ...given, evidence };
  return {
    key: "change",
    audience: isForCandidate(payload) ? "candidate" : "internal",
    risk: riskOf(payload, { gathered, mending, run }),
    warnings: context.evidence.filter(({ kind }) => kind === "warning").length,
    payload,
    context: {
      ...context,
      people,
      itinerary: way,
      alternatives: others,
      summary: bookingSummary(payload),
      reason: payload.change.because,
    },
  };
};

/** What is said of a change beside what is said of any times. */
const evidenceOf = (
  payload: BookInterview,
  { draft, gathered, mending, run }: Judged & { draft: BookingDraft },
): Evidence[] => {
  const warning = (what: string): Evidence => ({ kind: "warning", what, source: "slot engine" });
  const { events, refused = [] } = mending.outside.change;
  const declined = new Set(events.flatMap((event) => event.declined));
  const otherRooms = sessionChanges(payload).filter(
    ({ before, after, isRoomChanged }) =>
      isRoomChanged && before.room && after.room && !declined.has(before.room.email),
  );
  const known = [...gathered.people, ...roomsOf(gathered)];
  return [
    ...(run.moveWords === null ? [] : heardInWords(run.moveWords, mending.heard, draft)),
    ...otherRooms.map((change) => warning(otherRoomInWords(change, gathered))),
    ...(draft.warnings ?? []).map(warning),
    ...refused.map(({ email, ...time }): Evidence => {
      const name = known.find((one) => one.email === email)?.name ?? email;
      const when = slotInWords(timeOf(time), payload.candidate.zone);
      const what = `${name} declined ${when} before, and is not asked for that time again.`;
      return { kind: "left_out", what, source: "books" };
    }),
  ];
};

/** A room that declined explains itself; another one is left for the number of people, or for the time. */
const otherRoomInWords = (
  { before, after }: SessionChange,
  gathered: SchedulingContext,
): string => {
  const said = `${after.name} would take place in room ${after.room?.name} instead of ${before.room?.name}`;
  const capacity = roomsOf(gathered).find(({ email }) => email === before.room?.email)?.capacity;
  const coming = after.panel.length + (after.trainees ?? []).length + 1;
  return capacity !== undefined && capacity < coming
    ? `${said}, which seats ${capacity}: ${coming} come, with the candidate.`
    : `${said}, which has not declined.`;
};

/** Those whose panels can host what is asked for. All of them when none can: then the change says why. */
const hostable = (
  ways: readonly ScoredItinerary[],
  changing: Changing,
  people: readonly Seatable[],
): readonly ScoredItinerary[] => {
  const fitting = ways.filter((way) => {
    try {
      return sessionsOfWay(way, changing, people).length > 0;
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === "plan_invalid") return false;
      throw thrown;
    }
  });
  return fitting.length > 0 ? fitting : ways;
};

const becauseOf = (
  { outside }: Pick<Mending, "outside">,
  { isMoveWanted, wishes }: Pick<SpecialistRun, "isMoveWanted" | "wishes">,
): string =>
  [
    ...outside.deviations.map(({ words }) => words),
    ...(isMoveWanted
      ? [wishes.asked ? ASKED_BY_PERSON : "The candidate asks for another time."]
      : []),
  ].join(" ");

const ASKED_BY_PERSON = "A person of the team asks for another time.";

/** The others of the booking: at home, and on their journeys as they have set them by now. */
const staying = (
  { sessions }: BookInterview,
  coming: readonly Seatable[],
  gathered: SchedulingContext,
): Seatable[] => {
  const known = new Set(coming.map(({ email }) => email));
  const others = sessions.flatMap(({ panel }) => panel).filter(({ email }) => !known.has(email));
  return [...new Map(others.map((member) => [member.email, member])).values()].map((member) => {
    const read = gathered.availability.find(({ email }) => email === member.email);
    return { ...member, zone: read?.zone ?? member.zone, ...staysOf(member.email, gathered) };
  });
};

/** Those of a way who are not in the booking already: they were read when it was made. */
const newcomers =
  ({ sessions }: BookInterview) =>
  (way: ScoredItinerary): ScoredItinerary => ({
    ...way,
    sessions: way.sessions.map((placed) => {
      const old = sessions.find(({ sessionId }) => sessionId === placed.sessionId);
      const isNew = ({ email }: { email: string }) =>
        old?.panel.every((member) => member.email !== email) !== false;
      return { ...placed, panel: placed.panel.filter(isNew) };
    }),
  });

interface Judged {
  gathered: SchedulingContext;
  mending: Mending;
  run: SpecialistRun;
}

/** High, so that a person decides: shortly before the interview, about what somebody moved by hand, who may mean it, and where
 * a rule gave. */
const riskOf = (
  payload: BookInterview,
  { gathered, mending, run }: Judged,
): BookingProposal["risk"] => {
  const hours = personWithinHours(gathered.plan);
  const isSoon = Temporal.Instant.compare(changesFrom(payload), run.now.add({ hours })) < 0;
  const isByHand = mending.outside.deviations.some(({ code }) => code !== "declined");
  // Whatever was understood of it: what they wrote is for a person to read.
  const hasWords = run.moveWords !== null;
  return isSoon || isByHand || hasWords || gathered.relaxed ? "high" : "medium";
};
