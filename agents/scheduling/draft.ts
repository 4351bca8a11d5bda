/** The draft: the best times that the engine finds in what was gathered, and texts that are complete as they are. */
import type { SpecialistRun } from "../specialist.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { BookingTexts, ScoredItinerary } from "../../src/domain/proposal.ts";
import { type FoundTimes, findTimes } from "../../tools/find-times.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { draftTexts } from "./texts.ts";

/** Shape: JSON; `itineraries` best first, at least one. */
export interface BookingDraft {
  itineraries: ScoredItinerary[];
  /** What the engine had to say about people, calendars and its own search. */
  findings: string[];
  texts: BookingTexts;
}

/** Errors: `no_slot` with who and what blocks, and what would have to give. */
export const draftBooking = (gathered: SchedulingContext, run: SpecialistRun): BookingDraft => {
  const found = findTimes(gathered, { wantedStart: run.wishes.startsAt });
  const [best] = found.itineraries;
  if (!best) throw nothingFits(found);
  return {
    itineraries: found.itineraries,
    findings: [...found.findings, ...(found.proven ? [] : [NOT_PROVEN])],
    texts: draftTexts({
      sessions: gathered.sessions.map(({ rule }) => ({
        format: rule.format ?? "video",
        prepare: rule.prepare ?? "",
        agenda: rule.agenda ?? "",
      })),
      postingUrl: gathered.posting.url ?? "",
      panelSize: best.sessions[0]?.panel.length ?? 0,
    }),
  };
};

const NOT_PROVEN =
  "The search for times ended before everything was looked at: there may be better ones.";

const MOST_BLOCKERS = 4;
const MOST_RELAXATIONS = 3;

const nothingFits = ({ blockers, relaxations, findings }: FoundTimes): AppError => {
  const said = [...blockers.slice(0, MOST_BLOCKERS), ...findings];
  const ways = relaxations.slice(0, MOST_RELAXATIONS);
  return new AppError({
    code: "no_slot",
    fault: "caller",
    message: [
      "No time fits everybody.",
      ...eachOnce(said),
      ...(ways.length > 0 ? ["What would help:", ...ways] : []),
    ].join(" "),
    data: { blockers: blockers.length, relaxations: relaxations.length },
  });
};

/** A finding is said once, also where a blocker quotes it. */
const eachOnce = (sentences: string[]): string[] =>
  sentences.filter((words, at) => !sentences.slice(0, at).some((said) => said.includes(words)));
