/** The steps of each kind of proposal, in order: internal and reversible first, what the candidate sees last. */
import type { BookInterview } from "../domain/proposal.ts";
import type { EffectKind } from "./kind.ts";
import { createCalendarEvent } from "./kinds/calendar-event.ts";
import { createCandidateMail } from "./kinds/candidate-mail.ts";
import { createLeverNote } from "./kinds/lever-note.ts";
import { createLeverPanel } from "./kinds/lever-panel.ts";
import { createReserve } from "./kinds/reserve.ts";

type BundleDeps = Parameters<typeof createCalendarEvent>[0] &
  Parameters<typeof createCandidateMail>[0] &
  Parameters<typeof createLeverPanel>[0] &
  Omit<Parameters<typeof createReserve>[0], "calendar">;

/** Every bundle. */
export const createBundles = (
  deps: BundleDeps,
): Record<BookInterview["kind"], readonly EffectKind[]> => ({
  book_interview: [
    createReserve({ ...deps, calendar: deps.calendar.reader }),
    createCalendarEvent(deps),
    createLeverPanel(deps),
    createLeverNote(deps),
    createCandidateMail(deps),
  ],
});
