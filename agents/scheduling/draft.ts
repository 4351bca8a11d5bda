/** The draft: the best times that the engine finds in what was gathered, and texts that are complete as they are. */
import type { SpecialistRun } from "../specialist.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { NoFit } from "../../src/domain/no-fit.ts";
import type { BookingTexts, ScoredItinerary } from "../../src/domain/proposal.ts";
import { type FoundTimes, findTimes } from "../../tools/find-times.ts";
import { relaxContext } from "../../tools/relaxed.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { roomsOf } from "../../tools/with-rooms.ts";
import { inVain } from "./in-vain.ts";
import { draftTexts } from "./texts.ts";

/** Shape: JSON; `itineraries` best first, at least one. */
export interface BookingDraft {
  /** The rule that gave, when there are times only without it. */
  relaxed?: SchedulingContext["relaxed"];
  itineraries: ScoredItinerary[];
  /** What the engine had to say about people, calendars and its own search. */
  findings: string[];
  /** What whoever decides must know of these times. */
  warnings?: string[];
  /** Whether they do not follow what the candidate wrote, because nothing does. */
  isPassedOver?: boolean;
  texts: BookingTexts;
}

/** Errors: `no_slot` with who and what blocks, and what would have to give. */
export const draftBooking = (
  gathered: SchedulingContext,
  run: Pick<SpecialistRun, "wishes" | "relax">,
): BookingDraft => {
  const wanted = { wantedStart: run.wishes.startsAt };
  const strict = findTimes(gathered, wanted);
  if (strict.itineraries.length > 0) return draftOf(gathered, strict);
  // A rule gives only where nothing fits with it.
  const looser = run.relax && relaxContext(gathered, run.relax);
  const found = looser && findTimes(looser, wanted);
  if (looser && found && found.itineraries.length > 0) return draftOf(looser, found);
  throw nothingFits(strict, { gathered, run });
};

const draftOf = (gathered: SchedulingContext, found: FoundTimes): BookingDraft => ({
  ...(gathered.relaxed && { relaxed: gathered.relaxed }),
  itineraries: found.itineraries,
  findings: [...found.findings, ...(found.proven ? [] : [NOT_PROVEN])],
  texts: draftTexts({
    sessions: gathered.sessions.map(({ rule }) => ({
      format: rule.format ?? "video",
      prepare: rule.prepare ?? "",
      agenda: rule.agenda ?? "",
    })),
    postingUrl: gathered.posting.url ?? "",
    hasTraining: gathered.sessions.some(({ training }) => training !== undefined),
    panelSize: found.itineraries[0]?.sessions[0]?.panel.length ?? 0,
  }),
});

const NOT_PROVEN =
  "The search for times ended before everything was looked at: there may be better ones.";

const MOST_BLOCKERS = 4;
const MOST_RELAXATIONS = 3;
/** What a person may choose from. */
const MOST_CHOICES = 6;
/** When a plan says nothing. */
const ALERT_AFTER_HOURS = 48;

const nothingFits = (
  { blockers, relaxations, findings }: FoundTimes,
  { gathered, run }: { gathered: SchedulingContext; run: Pick<SpecialistRun, "wishes" | "relax"> },
): AppError => {
  const said = eachOnce([...blockers.slice(0, MOST_BLOCKERS), ...findings]);
  const ways = relaxations.slice(0, MOST_RELAXATIONS).map(({ words }) => words);
  const gave = inVain(run);
  const noFit: NoFit = {
    ...(gave !== null && { inVain: gave }),
    blockers: said,
    relaxations: relaxations.slice(0, MOST_CHOICES),
    people: [...gathered.people, ...roomsOf(gathered)].map(({ email }) => email),
    alertAfterHours: gathered.plan.rules?.alertAfterHours ?? ALERT_AFTER_HOURS,
  };
  return new AppError({
    code: "no_slot",
    fault: "caller",
    message: [
      "No time fits everybody.",
      ...(gave === null ? [] : [gave]),
      ...said,
      ...(ways.length > 0 ? ["What would help:", ...ways] : []),
    ].join(" "),
    data: {
      blockers: blockers.length,
      relaxations: relaxations.length,
      // Who asks for one time alone is answered; only what any time would do for is looked for again.
      ...(run.wishes.startsAt === null && { noFit }),
    },
  });
};

/** A finding is said once, also where a blocker quotes it. */
const eachOnce = (sentences: string[]): string[] =>
  sentences.filter((words, at) => !sentences.slice(0, at).some((said) => said.includes(words)));
