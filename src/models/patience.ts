/** The one retry policy of this port, and the breaker that leaves a failing server alone. Source: RFC 9110, 10.2.3. */
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from "cockatiel";
import { type Outcome, isCallersEnd, outcomeOf } from "./outcome.ts";
import { modelFault } from "./port.ts";

export interface Patience {
  /** Uniform in [0, 1). */
  random: () => number;
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds, never going back. */
  now: () => number;
}

/** A busy server is asked again so often, if that fits into the budget. */
const BUSY_TRIES = 3;
/** Ceiling of the wait before another try, where the server does not say how long. Units: milliseconds. */
const JITTER_MS = 1_000;

const FAILURES_IN_A_ROW = 5;
/** Units: milliseconds. */
const REST_MS = 30_000;

/** The caller's own end, on its way past the breaker. */
class CallersEnd extends Error {}

/** Opens after failures of the server itself in a row, whoever asked. */
export const createBreaker = (): CircuitBreakerPolicy =>
  circuitBreaker(
    handleWhen((error) => !(error instanceof CallersEnd) && outcomeOf(error).isServersFault),
    { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW) },
  );

/** How long to wait before another try; null: it would be of no use. */
const waitAfter = (
  { again, retryAfterMs }: Outcome,
  { busy, others }: { busy: number; others: number },
  { random }: Patience,
): number | null => {
  if (again === "busy" && busy < BUSY_TRIES)
    return retryAfterMs ?? Math.round(random() * JITTER_MS);
  if (again === "once" && others === 0) return Math.round(random() * JITTER_MS);
  return null;
};

/** Calls, again where that is of use and ends before the deadline. Errors: those of the last call; `model_failed` while the server
 * is left alone. */
export const withPatience = async <Result>(
  call: () => Promise<Result>,
  {
    patience,
    breaker,
    deadline,
    signal,
    caller,
  }: {
    patience: Patience;
    breaker: CircuitBreakerPolicy;
    /** By `patience.now`. */
    deadline: number;
    signal: AbortSignal;
    /** Of whoever asked. */
    caller: AbortSignal | undefined;
  },
): Promise<Result> => {
  const tries = { busy: 0, others: 0 };
  for (;;) {
    try {
      return await breaker.execute(async () => {
        try {
          return await call();
        } catch (thrown) {
          throw isCallersEnd(caller) ? new CallersEnd("ended", { cause: thrown }) : thrown;
        }
      });
    } catch (thrown) {
      if (thrown instanceof CallersEnd) throw thrown.cause;
      if (thrown instanceof BrokenCircuitError) throw modelFault("resting", { cause: thrown });
      const outcome = outcomeOf(thrown);
      const wait = waitAfter(outcome, tries, patience);
      if (wait === null || signal.aborted || patience.now() + wait >= deadline) throw thrown;
      tries[outcome.again === "busy" ? "busy" : "others"] += 1;
      await patience.sleep(wait, signal);
    }
  }
};
