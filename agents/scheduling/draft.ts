/** The draft: the best slots that the engine finds in what was gathered, and texts that are complete as they are. */
import type { SpecialistRun } from "../specialist.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { BookingTexts, ScoredSlot } from "../../src/domain/proposal.ts";
import { findSlots } from "../../src/scheduling/find-slots.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { toSlotRequest } from "../../tools/slot-request.ts";
import { draftTexts } from "./texts.ts";

/** Shape: JSON; `slots` best first, at least one. */
export interface BookingDraft {
  slots: ScoredSlot[];
  /** What the engine had to say about people and calendars. */
  findings: string[];
  texts: BookingTexts;
}

/** How many times a person is offered, the proposed one counted. */
const OFFERED = 5;

/** The best slot, then the best of those that do not overlap one taken already: five quarters of an hour of one morning
 * would be no choice. Shape: best first. */
const spread = (slots: ScoredSlot[]): ScoredSlot[] => {
  const taken: ScoredSlot[] = [];
  for (const slot of slots) {
    if (taken.length === OFFERED) break;
    if (taken.every((other) => slot.endsAt <= other.startsAt || other.endsAt <= slot.startsAt)) {
      taken.push(slot);
    }
  }
  return taken;
};

/** A finding is said once, also where a blocker quotes it. */
const eachOnce = (sentences: string[]): string[] =>
  sentences.filter((words, at) => !sentences.slice(0, at).some((said) => said.includes(words)));

/** Errors: `no_slot` with who and what blocks. */
export const draftBooking = (gathered: SchedulingContext, run: SpecialistRun): BookingDraft => {
  const result = findSlots(toSlotRequest(gathered, { wantedStart: run.wishes.startsAt }));
  const findings = result.findings.map((finding) => finding.words);
  if (result.kind === "none") {
    const blockers = result.blockers.slice(0, 4).map((blocker) => blocker.words);
    throw new AppError({
      code: "no_slot",
      fault: "caller",
      message: ["No time fits everybody.", ...eachOnce([...blockers, ...findings])].join(" "),
      data: { blockers: blockers.length },
    });
  }
  const slots = spread(result.slots);
  const [best] = slots;
  if (!best) throw new Error("the engine found slots and gave none");
  return {
    slots,
    findings,
    texts: draftTexts({
      format: gathered.session.format ?? "video",
      prepare: gathered.session.prepare ?? "",
      agenda: gathered.session.agenda ?? "",
      postingUrl: gathered.posting.url ?? "",
      panelSize: best.panel.length,
    }),
  };
};
