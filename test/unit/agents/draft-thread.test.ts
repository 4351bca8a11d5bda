import { monitorEventLoopDelay } from "node:perf_hooks";
import { expect, it } from "vitest";
import { draftHere, draftTimes } from "../../../agents/scheduling/draft-thread.ts";
import { longSearch } from "../../support/long-search.ts";

const gathered = { ...longSearch(), posting: { url: null } } as ReturnType<typeof longSearch>;
const wishes = { startsAt: null, planId: null, panelistIds: [] };
const asked = { gathered, run: { wishes, relax: null, isMoveWanted: false } };
const NANOSECONDS = 1e6;

const refusalOf = async (work: () => unknown): Promise<unknown> => {
  try {
    return await work();
  } catch (thrown) {
    return thrown;
  }
};

it("a draft that takes long holds nothing else up, and says the same", async () => {
  const here = await refusalOf(() => draftHere(asked));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const before = performance.now();
  const refused = await refusalOf(
    async () => await draftTimes(asked, new AbortController().signal),
  );
  const took = performance.now() - before;
  delay.disable();
  expect(refused).toMatchObject({ code: "no_slot", fault: "caller" });
  expect(refused).toEqual(here);
  expect(delay.max / NANOSECONDS).toBeLessThan(took / 2);
});

it("a draft that nobody waits for any more ends with the signal's own reason", async () => {
  const caller = new AbortController();
  const long = draftTimes(asked, caller.signal);
  const reason = new Error("the lease is lost");
  caller.abort(reason);
  await expect(long).rejects.toBe(reason);
  // Nor has the next one to wait for it, or gets its answer.
  const relax = { id: "buffer", change: "Without the buffers", words: "" };
  const next = { ...asked, run: { ...asked.run, relax } };
  expect(await draftTimes(next, new AbortController().signal)).toEqual(draftHere(next));
});

it("a rule that gives gives in a thread too", async () => {
  const relax = { id: "buffer", change: "Without the buffers", words: "" };
  const looser = { ...asked, run: { ...asked.run, relax } };
  const found = await draftTimes(looser, new AbortController().signal);
  expect(found.relaxed).toEqual({ id: relax.id, change: relax.change });
  expect(found).toEqual(draftHere(looser));
});
