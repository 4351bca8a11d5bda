/** Whoever is for few eyes and whoever is unknown leave the same, wherever a request is shown. */
import { afterEach, expect, it } from "vitest";
import { PlainRequestItem } from "../../src/http/api/request-schemas.ts";
import { bookedScreen } from "../support/briefs-walk.ts";
import { describeOneDatabase } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a request that names somebody who is confidential", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());

  /** All that is shown of a request, in its answer and its trace. */
  const shownOf = async (text: string) => {
    const { body } = await walk.api.send("POST", "/api/plain-requests", { text });
    const { id } = PlainRequestItem.parse(body);
    const item = await walk.waitFor("an answer", async () => {
      const answer = await walk.api.send("GET", `/api/plain-requests/${id}`);
      const found = PlainRequestItem.parse(answer.body);
      return found.answeredAt !== null && found;
    });
    const { text: kept, kind, words, items, links, choices, handed } = item;
    const { outcome, steps } = await walk.api.run(item.runId);
    const step = steps.find(({ name }) => name === "understand_request");
    const { input, output } = step ?? {};
    return { kept, kind, words, items, links, choices, handed, outcome, input, output };
  };

  it("looks as one that names nobody", async () => {
    walk = await startWalk(open);
    const { payload, caseId } = await bookedScreen(walk);
    await walk.running.deps.database.query(
      "update cases set is_confidential = true where id = $1",
      [caseId],
    );
    const { name } = payload.candidate;
    // A colleague may have the same first name.
    const [first = "", last = ""] = name.split(" ");
    for (const said of [
      (who: string) => `status of ${who}`,
      (who: string) => `cancel ${who} and ${who}`,
      (who: string) => `who owes feedback for ${who}?`,
      (who: string) => `blah "${who}" or ${who.toLowerCase()}`,
      (who: string) => `Reject ${who}, she is deaf`,
    ]) {
      const hidden = await shownOf(said(name));
      expect(hidden).toEqual(await shownOf(said(`${first} Quark`)));
      expect(JSON.stringify(hidden)).not.toMatch(new RegExp(last, "iu"));
    }
  });
});
