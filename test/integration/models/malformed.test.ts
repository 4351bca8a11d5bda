/** Three hundred answers of a model that cannot be used: the draft stands each time, and what is booked is the same. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { scheduling } from "../../../agents/scheduling/agent.ts";
import { createRandom } from "../../../sandbox/worlds/random.ts";
import type { BookingTexts } from "../../../src/domain/proposal.ts";
import type { Database } from "../../../src/db/port.ts";
import { refine } from "../../../src/models/refine.ts";
import { verifyTexts } from "../../../agents/scheduling/verify.ts";
import { aBooking } from "../../support/booking.ts";
import { describeEachDatabase, describeOneDatabase } from "../../support/database.ts";
import {
  type LoopbackServer,
  type Reply,
  openLoopbackServer,
} from "../../support/loopback-server.ts";
import { completion, malformedAnswers } from "../../support/malformed-answers.ts";
import { modelsAt } from "../../support/models.ts";
import { ONE_BOOKING, changesDuring, proposalFor, untilProposal } from "../../support/story.ts";
import { startWalk } from "../../support/walk.ts";

const ANSWERS = 300;
const BOOKINGS = 5;
/** Of the many ways to be of no use, one of so many is tried with a whole booking. */
const EVERY = 7;

describeOneDatabase("embedded", "a model whose answers cannot be used", (open) => {
  const draft = aBooking().texts;
  const answers = malformedAnswers(ANSWERS, { draft, random: createRandom("malformed") });
  let server: LoopbackServer;
  let reply: Reply = completion(JSON.stringify(draft));
  let database: Database;
  beforeAll(async () => {
    database = await open();
    server = await openLoopbackServer(() => reply);
  });
  afterAll(async () => await server[Symbol.asyncDispose]());

  const reword = async (): Promise<BookingTexts | null> => {
    const models = await modelsAt({ url: `${server.url}/v1` }, { database });
    const model = models.for({ user: "scheduling", runId: null });
    const { schema, name, prompt } = scheduling.wording;
    const { wording } = await refine(
      { schema, name, prompt, draft },
      { model, budgetMs: 10_000, signal: new AbortController().signal },
    );
    return wording !== null && verifyTexts(wording, draft, 1).length === 0 ? wording : null;
  };

  it(`leaves the draft as it is, ${ANSWERS} times out of ${ANSWERS}`, async () => {
    expect(await reword()).toEqual(draft);
    const used: BookingTexts[] = [];
    for (const answer of answers) {
      reply = answer;
      const wording = await reword();
      if (wording !== null) used.push(wording);
    }
    expect(used).toEqual([]);
    expect(server.received.length).toBeGreaterThan(ANSWERS);
  });
});

describeEachDatabase("a booking whose words such a model was asked for", (open) => {
  it("is the same as without one, and says that the draft was used", async () => {
    await using undo = new AsyncDisposableStack();
    const draft = aBooking().texts;
    const answers = malformedAnswers(BOOKINGS * EVERY, {
      draft,
      random: createRandom("walk"),
    }).filter((_, index) => index % EVERY === 0);
    const server = undo.use(await openLoopbackServer((_request, index) => answers[index] ?? "cut"));
    const walk = await startWalk(open, {
      env: { OPENAI_API_KEY: "key", OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_MODEL: "a-model" },
    });
    undo.defer(async () => await walk.close());
    for (let booked = 1; booked <= BOOKINGS; booked += 1) {
      const changes = await changesDuring(walk, async () => {
        const waiting = await proposalFor(walk, walk.nextCandidate());
        expect(waiting.refined).toBe("fallback");
        const asked = (await walk.api.ledger(waiting.caseId)).find(
          ({ type }) => type === "model.asked",
        );
        expect(asked?.data).toMatchObject({
          specialist: "scheduling",
          model: "a-model",
          host: new URL(server.url).host,
          prompt: "scheduling-texts/1",
          promptDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
          cost: null,
          isDegraded: true,
        });
        await walk.api.approve(waiting);
        await untilProposal(walk, waiting, "done");
      });
      expect(changes).toEqual(ONE_BOOKING);
      expect(server.received.length).toBeGreaterThanOrEqual(booked);
    }
  });
});
