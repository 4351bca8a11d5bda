/** What stands outside of one opportunity, read once for all effects that are held against it. */
import type { CalendarEvent, CalendarReader } from "../calendar/port.ts";
import { AppError } from "../domain/errors.ts";
import type { OpportunityId } from "../domain/ids.ts";
import type { LeverReader, Note, Panel, StageChange } from "../lever/port.ts";

export interface Look {
  /** Empty when Lever no longer has the opportunity. */
  panels(): Promise<Panel[]>;
  notes(): Promise<Note[]>;
  /** Oldest first. */
  stageChanges(): Promise<readonly StageChange[]>;
  /** Null when it is not there, or its mailbox is not. */
  event(organizer: string, eventId: string): Promise<CalendarEvent | null>;
}

/** A look that reads when it is first asked. Errors: those of the readers, but for what is not there. */
export const createLook = (
  opportunityId: OpportunityId,
  { lever, calendar }: { lever: LeverReader; calendar: CalendarReader },
): Look => {
  const panels = once(
    async () => await orElse([], async () => await lever.listPanels(opportunityId)),
  );
  const notes = once(
    async () => await orElse([], async () => await lever.listNotes(opportunityId)),
  );
  return {
    panels,
    notes,
    stageChanges: async () =>
      await orElse([], async () => (await lever.getOpportunity(opportunityId)).stageChanges),
    event: async (organizer, eventId) =>
      await orElse(null, async () => await calendar.getEvent(organizer, eventId)),
  };
};

const once = <Answer>(read: () => Promise<Answer>): (() => Promise<Answer>) => {
  let answer: Promise<Answer> | null = null;
  return async () => await (answer ??= read());
};

const orElse = async <Answer>(none: Answer, read: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await read();
  } catch (thrown) {
    const isGone =
      thrown instanceof AppError &&
      (thrown.code === "lever_not_found" || thrown.code === "calendar_not_found");
    if (isGone) return none;
    throw thrown;
  }
};
