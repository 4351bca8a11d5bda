/** Who of a queue's workers sleeps. A notice wakes one of them, and who finds a job wakes the next: so a single job costs
 * two looks at the queue, however many workers there are, and a backlog still has all of them at work at once. They are
 * woken in turn: one whose look hangs keeps one notice from the others, not all of them. */

/** The workers of one queue in this process. */
export interface Crew {
  add(workerId: string): void;
  /** It has found a job, so there may be another. */
  begins(workerId: string): void;
  /** It looks again at once: the notice of a waiting job came while all were busy. */
  ends(workerId: string): void;
  /** One that sleeps, if any does. */
  wakeOne(): void;
}

/** A crew of nobody yet; `wake` has a worker look for a job. */
export const createCrew = (wake: (workerId: string) => void): Crew => {
  const workers: string[] = [];
  const busy = new Set<string>();
  let turn = 0;
  const wakeOne = (): void => {
    const order = [...workers.slice(turn), ...workers.slice(0, turn)];
    const asleep = order.find((id) => !busy.has(id));
    if (asleep === undefined) return;
    turn = (workers.indexOf(asleep) + 1) % workers.length;
    wake(asleep);
  };
  return {
    add(workerId) {
      workers.push(workerId);
    },
    begins(workerId) {
      busy.add(workerId);
      wakeOne();
    },
    ends(workerId) {
      busy.delete(workerId);
      wake(workerId);
    },
    wakeOne,
  };
};
