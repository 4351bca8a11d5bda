/** What a model was asked is written down once, also when the run is cut off right after that and goes on. */
import { expect, it } from "vitest";
import { AppError } from "../../../src/domain/errors.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { openLoopbackServer } from "../../support/loopback-server.ts";
import { completion } from "../../support/malformed-answers.ts";
import { proposalFor } from "../../support/story.ts";
import { startWalk } from "../../support/walk.ts";

describeOneDatabase("embedded", "a run that is cut off after its words were looked at", (open) => {
  it("counts each question to a model once", async () => {
    await using undo = new AsyncDisposableStack();
    const server = undo.use(await openLoopbackServer(() => completion("{}")));
    const looks = { begun: 0, ended: 0 };
    const walk = await startWalk(open, {
      env: { OPENAI_API_KEY: "key", OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_MODEL: "a-model" },
      witness: (point) => {
        if (point === "node.scheduling.verify.begin") looks.begun += 1;
        if (point !== "node.scheduling.verify.end") return;
        looks.ended += 1;
        if (looks.ended > 1) return;
        throw new AppError({
          code: "database_unavailable",
          fault: "upstream",
          message: "gone for a moment",
          retryable: true,
        });
      },
    });
    undo.defer(async () => await walk.close());
    const { caseId } = await proposalFor(walk, walk.nextCandidate());
    expect(looks).toEqual({ begun: 2, ended: 2 });
    const asked = (await walk.api.ledger(caseId)).filter(({ type }) => type === "model.asked");
    expect(asked.map(({ data }) => data["specialist"])).toEqual(["scheduling"]);
  });
});
