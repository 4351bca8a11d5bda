import { beforeEach, expect, it } from "vitest";
import { keepModel, priorModel } from "../../../src/cases/no-show-risks.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { appendLedger } from "../../../src/ledger/append.ts";
import { readChangeLog } from "../../../src/ledger/change-log.ts";
import { writeTechnicalFile } from "../../../src/ledger/technical-file.ts";
import { FIRST_POLICY, changePolicy } from "../../../src/policy/store.ts";
import { describeOneDatabase } from "../../support/database.ts";

describeOneDatabase("embedded", "the log of what was in use", (open) => {
  let database: Database;
  const begun = Temporal.Instant.from("2026-11-23T10:00:00Z");
  let clock = createManualClock(begun);
  beforeEach(async () => {
    clock = createManualClock(begun);
    database = await open();
  });

  const asked = async (specialist: string, model: string, isDegraded = false): Promise<void> => {
    clock.advance({ hours: 1 });
    const prompt = { prompt: "v1", promptDigest: "d".repeat(64), host: "models.example" };
    await database.transaction(async (tx) => {
      await appendLedger(tx, {
        type: "model.asked",
        actor: "convene",
        correlationId: "co",
        data: { specialist, model, ...prompt, isDegraded },
        at: clock.now(),
      });
    });
  };

  it("has a period for each time that a model was in use, also one that came back", async () => {
    for (const model of ["a", "a", "b", "a"]) await asked("briefing", model, model === "b");
    await asked("questions", "b");
    const { models } = await readChangeLog(database);
    const told = models.map(({ specialist, model, from, until, asked: times, degraded }) => [
      specialist,
      model,
      from.toString().slice(11, 16),
      until?.toString().slice(11, 16) ?? null,
      times,
      degraded,
    ]);
    expect(told).toEqual([
      ["briefing", "a", "14:00", null, 1, 0],
      ["briefing", "b", "13:00", "14:00", 1, 1],
      ["briefing", "a", "11:00", "13:00", 2, 0],
      ["questions", "b", "15:00", null, 1, 0],
    ]);
  });

  it("has the versions of the policy and of the no-show model, with what came before the first", async () => {
    const versions = async () => {
      const { policies, noShowModels } = await readChangeLog(database);
      return [policies, noShowModels].map((all) =>
        all.map(({ version, by, from, until }) => [
          version,
          by,
          from?.toString() ?? null,
          until?.toString() ?? null,
        ]),
      );
    };
    expect(await versions()).toEqual([[["0", null, null, null]], [["prior", null, null, null]]]);
    const model = priorModel();
    const change = { policy: FIRST_POLICY, basedOn: 0, by: "Ada", correlationId: "co" };
    await changePolicy(database, clock, change);
    await database.transaction(async (tx) => {
      // The same once more is nothing new.
      await keepModel(tx, model, clock.now());
      await keepModel(tx, model, clock.now().add({ hours: 24 }));
    });
    const at = begun.toString();
    expect(await versions()).toEqual([
      [
        ["1", "Ada", at, null],
        ["0", null, null, at],
      ],
      [
        [model.version, "convene", at, null],
        ["prior", null, null, at],
      ],
    ]);
  });

  it("is a part of the technical file, whose tables no name of a model can break", async () => {
    await asked("briefing", "odd|name\nof a model");
    const file = await writeTechnicalFile(await readChangeLog(database), { at: clock.now() });
    expect(file).toContain("## Model card");
    expect(file).toMatch(
      /^\| briefing \| odd\\\|name of a model \| models\.example \| v1 \| d{64} /m,
    );
    expect(file).toContain("| 0 | the program | the beginning | in force |");
  });
});
