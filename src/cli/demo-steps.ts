/** The demo's progress: a live line on a terminal, one JSON line for programs. */
import type { AppError } from "../domain/errors.ts";

export interface DemoSteps {
  /** Runs one step and shows how long it took. Errors: those of the work. */
  run<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  /** A line of the story. */
  say(words: string): void;
  fail(error: AppError): void;
  /** Ends the show. Shape: whether everything was seen. */
  end(leverCalls: number): boolean;
}

interface Step {
  name: string;
  ok: boolean;
  ms: number;
}

/** Steps that are shown as they go. */
export const createDemoSteps = ({ json }: { json: boolean }): DemoSteps => {
  const steps: Step[] = [];
  const isLive = !json && process.stdout.isTTY;
  const print = (text: string): void => {
    if (!json) process.stdout.write(text);
  };
  const from = performance.now();
  let failure: AppError | null = null;
  return {
    run: async (name, work) => {
      if (isLive) print(`  …  ${name}`);
      const began = performance.now();
      const settle = (ok: boolean): void => {
        const ms = Math.round(performance.now() - began);
        steps.push({ name, ok, ms });
        print(`${isLive ? "\r\u001B[2K" : ""}  ${ok ? "✓" : "✗"}  ${name}  ${ms} ms\n`);
      };
      try {
        const result = await work();
        settle(true);
        return result;
      } catch (error) {
        settle(false);
        throw error;
      }
    },
    say: (words) => print(`       ${words}\n`),
    fail: (error) => {
      failure = error;
      print(`\n${error.message}\n`);
    },
    end: (leverCalls) => {
      const ok = failure === null && steps.every((step) => step.ok);
      if (json) {
        process.stdout.write(
          `${JSON.stringify({ ok, steps, leverCalls, ...(failure && { error: failure.message }) })}\n`,
        );
      } else {
        const seconds = ((performance.now() - from) / 1000).toFixed(1);
        print(
          `\n${ok ? `All of it seen on every side, ${seconds} s after an empty folder; ${leverCalls} calls to Lever until it was booked.` : "Not everything was seen."}\n`,
        );
      }
      return ok;
    },
  };
};
