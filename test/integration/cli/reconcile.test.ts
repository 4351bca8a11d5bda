/** `convene reconcile` beside the processes that do the work, as a person or a program at the terminal has it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { ReconciliationItem } from "../../../src/http/api/schemas.ts";
import { type Outcome, runConvene } from "../../support/convene.ts";
import { describePostgres } from "../../support/database.ts";
import { proposalFor } from "../../support/story.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

describePostgres("convene reconcile", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => await walk.close());

  const convene = async (args: string[]): Promise<Outcome> => {
    const { database } = walk.config;
    if (database.kind !== "postgres") throw new Error("this needs a server");
    const env = {
      PATH: "",
      DATABASE_URL: database.url.reveal(),
      ENCRYPTION_KEYS: walk.config.encryptionKeys?.reveal() ?? "",
      DATA_DIR: walk.config.dataDir,
    };
    return await runConvene(["reconcile", ...args], env);
  };

  /** As if a minute had passed since the last one. */
  const forget = async () =>
    await walk.running.deps.database.query(
      "delete from settings where name in ('reconcile_pace', 'reconciliation_ended')",
    );

  it("waits for the workers, and says what was found with no name in it", async () => {
    const proposal = await proposalFor(walk, walk.nextCandidate());
    expect((await convene([])).out).toContain("Compared 1 candidate with Lever and calendars");
    // A proposal that no run would hear of.
    const { database } = walk.running.deps;
    await database.query("update runs set status = 'done' where id = $1", [proposal.runId]);
    await walk.eyes.control("POST", "/clock", { advanceMinutes: 20 });
    await forget();
    const { code, out, err } = await convene(["--json"]);
    expect([code, err]).toEqual([2, ""]);
    const result = ReconciliationItem.parse(JSON.parse(out));
    expect(result.findings.map(({ code: found }) => found)).toEqual(["proposal_stuck"]);
    expect(out).not.toContain(proposal.candidateName);
  });

  it("ends in its time when nobody works, and says how far it came", async () => {
    const refused = await convene([]);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringMatching(/Ask again in \d+ s\.\n$/),
    ]);
    await forget();
    await walk.running.stop();
    const { code, err } = await convene(["--wait", "1"]);
    expect(code).toBe(1);
    expect(err).toContain("Is a worker running?");
  });
});
