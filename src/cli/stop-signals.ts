/** The signals that ask a process to stop, and how often it has really been asked. */

/** From a service manager, from Ctrl-C, from a terminal that closes. `bin/convene.mjs` passes on the same ones. */
const STOP_SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
/** A terminal and a service manager tell the whole group, and each process that started us passes on what it was told: what
 * comes so soon after the first is the same wish. */
const SAME_WISH_MS = 1_000;

/** Calls `stop` for each signal that asks this process to stop, from now on. */
export const onStopSignal = (stop: (signal: NodeJS.Signals) => void): void => {
  for (const signal of STOP_SIGNALS) process.on(signal, stop);
};

/** A listener for signals: `first` at the first one, `again` at each that is a wish of its own. */
export const wishes = <Signal>({
  first,
  again,
  nowMs = () => performance.now(),
}: {
  first: (signal: Signal) => void;
  again: () => void;
  nowMs?: () => number;
}): ((signal: Signal) => void) => {
  let firstMs: number | undefined;
  return (signal) => {
    if (firstMs === undefined) {
      firstMs = nowMs();
      first(signal);
    } else if (nowMs() - firstMs > SAME_WISH_MS) again();
  };
};
