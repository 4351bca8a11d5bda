/** The same loop with fewer starts: for an answer where all of them are too many. */
import { startMinute } from "./grid.ts";
import type { SessionFrame } from "./loop-frame.ts";
import type { LoopModel } from "./loop-model.ts";
import { localMinute } from "./zone-clock.ts";

/** What is found in it can be had in the whole model too; it need not be the best there. `minutes`: starts on multiples of it on
 * the candidate's clock, and those that are booked or pinned. */
export const coarserModel = (model: LoopModel, minutes: number): LoopModel => {
  const { sessions, clock, grid } = model.frame;
  const isOnGrid = Array.from({ length: grid.count }, (_, start) => {
    const local = localMinute(clock, startMinute({ ...grid, duration: 0 }, start));
    return local % minutes === 0;
  });
  const isLookedAt = (index: number, start: number): boolean => {
    const session = sessions[index];
    return isOnGrid[start] === true || (session !== undefined && isGiven(session, start));
  };
  return {
    ...model,
    most: (session, start, prices) =>
      isLookedAt(session, start) ? model.most(session, start, prices) : -Infinity,
    isOpen: (session, start) => isLookedAt(session, start) && model.isOpen(session, start),
  };
};

const isGiven = ({ asked, previous, frame }: SessionFrame, start: number): boolean =>
  asked.pinned?.start !== undefined || previous?.start === startMinute(frame.grid, start);
