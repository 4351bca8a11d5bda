import type { PlacedSession } from "./schedule-model.ts";

/** What somebody in a training seat does. */
export const TRAINING_ROLES = { shadow: "sits in", reverse_shadow: "leads, is watched" } as const;

/** Training seats that nobody takes, and why. */
export const EmptySeats = ({ session }: { session: PlacedSession | undefined }) => {
  const empty = (session?.training ?? []).filter(({ email }) => email === undefined);
  return empty.map(({ seat, words }) => (
    <p key={seat} className="small quiet empty-seat">
      {words}
    </p>
  ));
};
