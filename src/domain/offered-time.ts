/** Time that is kept for an offer: of all its times at most one comes true. */

/** Which of an offer's times something is kept for. */
export interface OfferedTime {
  /** Id of the offer's proposal. */
  offer: string;
  /** Its place among the times. */
  time: number;
}

/** How many interviews somebody has at most, of those kept for them: an offer counts as the fullest of its times. */
export const mostInterviews = (kept: readonly (OfferedTime | null | undefined)[]): number => {
  const offers = new Map<string, Map<number, number>>();
  let most = 0;
  for (const offered of kept) {
    if (!offered) {
      most += 1;
      continue;
    }
    const times = offers.get(offered.offer) ?? new Map<number, number>();
    times.set(offered.time, (times.get(offered.time) ?? 0) + 1);
    offers.set(offered.offer, times);
  }
  for (const times of offers.values()) most += Math.max(...times.values());
  return most;
};
