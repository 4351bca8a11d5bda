/** Every specialist with a model that misbehaves in every way: the checked draft is the result, it says so, and in time. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BEHAVIOUR_NAMES } from "../../../sandbox/openai/behaviour.ts";
import type { Database } from "../../../src/db/port.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { type ModelTwin, startModelTwin } from "../../support/model-twin.ts";
import { modelsAt } from "../../support/models.ts";
import { ORDER, wordedDrafts } from "../../support/worded-drafts.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

const BUDGET_MS = 200;
/** What a busy machine may add. */
const SLACK_MS = 1_500;
const HARMLESS = new Set(["faithful", "script", "assistant"]);
/** What is said of it, where it can be told what it was. */
const SAYS: Partial<Record<string, string>> = {
  slow: "the model took too long",
  endless: "the model took too long",
  refuse: "the model refused to answer",
  empty: "the answer is empty",
  cut_off: "the answer was cut off",
  filtered: "the answer was held back by its server's filter",
  nonsense: "the answer does not have the agreed shape",
  wrong_schema: "the answer does not have the agreed shape",
};
/** Ways that only the end of the time ends. */
const ENDLESS = new Set(["slow", "endless"]);

describeOneDatabase("embedded", "a model that misbehaves", (open) => {
  let database: Database;
  let twin: ModelTwin;
  beforeAll(async () => {
    [database, twin] = await Promise.all([open(), startModelTwin()]);
  });
  afterAll(async () => await twin[Symbol.asyncDispose]());
  beforeEach(() => twin.openai.reset());

  describe.each(wordedDrafts().map((each) => [each.name, each] as const))(
    "asked for %s",
    (name, one) => {
      const reword = async (budgetMs = BUDGET_MS) => {
        const models = await modelsAt(twin.place, { database, deps: { budgetMs } });
        return await one.reword({ model: models.for({ user: name, runId: null }), budgetMs });
      };

      it("gives the draft back when it behaves", async () => {
        const { refined, words, answer } = await reword(10_000);
        expect([refined, words, answer.fault]).toEqual(["draft", one.drafted, null]);
        expect(answer.tokens.input).toBeGreaterThan(50);
      });

      it.each(BEHAVIOUR_NAMES.filter((behaviour) => !HARMLESS.has(behaviour)))(
        "leaves the draft as it is when it does as in: %s",
        async (behaviour) => {
          twin.openai.set({ behaviour, delayMs: 60_000, order: ORDER });
          const from = startStopwatch();
          const budgetMs = ENDLESS.has(behaviour) ? BUDGET_MS : 10_000;
          const { refined, words, answer } = await reword(budgetMs);
          expect(words).toEqual(one.drafted);
          expect(refined).toBe("fallback");
          expect(from.wallMs()).toBeLessThan(budgetMs + SLACK_MS);
          expect(answer.fault).toBe(behaviour in SAYS ? SAYS[behaviour] : answer.fault);
        },
      );

      it("leaves it as it is when its server fails, and it is asked no more than once again", async () => {
        for (const status of [401, 404, 500]) {
          twin.openai.reset();
          twin.company.faults.clear();
          twin.company.faults.add({ service: "openai", kind: "status", status, times: null });
          const { refined, words, answer } = await reword(10_000);
          expect([refined, words]).toEqual(["fallback", one.drafted]);
          expect(answer.fault).toBe(
            `the model could not be asked: its server refused (status ${status})`,
          );
          const [rule] = twin.company.faults.list();
          expect(rule?.met).toBe(status === 500 ? 2 : 1);
        }
        twin.company.faults.clear();
      });
    },
  );
});
