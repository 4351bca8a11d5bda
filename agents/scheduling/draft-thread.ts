/** A draft where it holds up nobody: looking for times of several interviews and rooms takes seconds, in which a lease would not
 * be renewed and no page served. */
import type { SpecialistRun } from "../specialist.ts";
import { inThread } from "../../tools/in-thread.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { roomsOf } from "../../tools/with-rooms.ts";
import { type BookingDraft, draftBooking } from "./draft.ts";
import { type Mending, draftMend } from "./mend.ts";

/** Shape: JSON. */
interface ToDraft {
  gathered: SchedulingContext & { mending?: Mending };
  run: Pick<SpecialistRun, "wishes" | "relax" | "isMoveWanted">;
}

/** So much is found sooner than a thread has started. */
const MOST_HERE = 4;

const PROGRAM = new URL("./draft-thread-program.ts", import.meta.url);

/** The best times for a booking or a change of one; where it is found makes no difference. Errors: `no_slot`. */
export const draftTimes = async (
  { gathered, run }: ToDraft,
  signal: AbortSignal,
): Promise<BookingDraft> => {
  const { wishes, relax, isMoveWanted } = run;
  const asked = { gathered, run: { wishes, relax, isMoveWanted } };
  const size = gathered.sessions.length * (1 + roomsOf(gathered).length);
  return size > MOST_HERE
    ? await inThread<typeof draftHere>(PROGRAM, asked, signal)
    : draftHere(asked);
};

/** The same in this very thread. */
export const draftHere = ({ gathered, run }: ToDraft): BookingDraft =>
  gathered.mending ? draftMend(gathered, gathered.mending, run) : draftBooking(gathered, run);
