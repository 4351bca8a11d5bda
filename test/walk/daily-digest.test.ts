/** A recruiter's morning: their day is told to them once, and to nobody else. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { VersionedPreferences } from "../../src/http/api/people-schemas.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { bookedScreen } from "../support/briefs-walk.ts";
import { describeOneDatabase } from "../support/database.ts";
import { advance, recruiterOf } from "../support/nothing-fits.ts";
import { proposalFor } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

const Told = z.object({
  messages: z.array(z.object({ text: z.string(), blocks: z.array(z.unknown()) }).loose()),
});

describeOneDatabase("postgres", "the daily digest", (open) => {
  let walk: Walk;
  let booked: ProposalDetail;
  let waiting: ProposalDetail;
  let userId: string;
  let crashes = 0;
  beforeAll(async () => {
    walk = await startWalk(open, {
      env: { DAILY_DIGEST: "on" },
      witness: async (name) => {
        // The process ends just after Slack has said that the first message is there.
        if (name !== "effect.digest_slack.answered" || crashes > 0) return;
        crashes += 1;
        throw Object.assign(new Error("the process ends here"), { retryable: true });
      },
    });
    booked = await bookedScreen(walk);
    const email = recruiterOf(walk, booked.payload.opportunityId);
    userId = walk.world.people.find((person) => person.email === email)?.userId ?? "";
    waiting = await proposalFor(walk, nextOwn());
  });
  afterAll(async () => await walk.close());

  /** A candidate whom the same recruiter answers for. */
  const nextOwn = (): string => {
    const next = walk.nextCandidate();
    const { ownerId } = walk.world.opportunities.find(({ id }) => id === next) ?? {};
    return ownerId === userId ? next : nextOwn();
  };
  /** Digests in Slack that lead to this recruiter's day. */
  const digests = async () =>
    Told.parse(await walk.eyes.control("GET", "/slack")).messages.filter(({ blocks }) =>
      JSON.stringify(blocks).includes(`/today?person=${userId}`),
    );
  const events = async () =>
    (await walk.api.events()).filter(
      ({ kind, opportunityId }) => kind === "digest_due" && opportunityId === `day:${userId}`,
    );
  const untilDays = async (count: number): Promise<void> => {
    await walk.waitFor("the day to be told", async () => {
      const all = await events();
      return all.length === count && all.every(({ status }) => status === "handled");
    });
  };

  it("is not told of a day that had begun before there was anything", async () => {
    await advance(walk, 1);
    expect(await events()).toEqual([]);
  });

  it("tells in the next morning what waits and was done, once, whatever ends the process", async () => {
    await advance(walk, 23);
    await untilDays(1);
    const told = await digests();
    expect(told).toHaveLength(1);
    expect(crashes).toBe(1);
    const [message] = told;
    expect(message?.text).toBe("Tuesday 24 November: 1 waiting for you, 1 done");
    const shown = JSON.stringify(message?.blocks);
    expect(shown).toContain(`${waiting.candidateName}, Phone Screen`);
    expect(shown).toContain(`/proposals/${waiting.id}`);
    expect(shown).toContain(`${booked.candidateName}, Phone Screen`);
    await advance(walk, 1);
    expect(await digests()).toHaveLength(1);
  });

  it("goes the way of all proposals, and holds no name", async () => {
    const entries = (await walk.api.ledger()).filter(
      ({ data, type }) => data["kind"] === "send_digest" || type.startsWith("effect."),
    );
    const made = entries.find(({ data }) => data["kind"] === "send_digest");
    expect(made).toMatchObject({ type: "proposal.made", caseId: null });
    const { database, texts } = walk.running.deps;
    const [row] = await database.query<{ status: string; text: string; decision: string }>(
      `select p.status, p.payload_text_id as text, d.decision from proposals p
       join decisions d on d.proposal_id = p.id where p.id = $1`,
      [made?.data["proposalId"]],
    );
    expect(row).toMatchObject({ status: "done", decision: "perform" });
    const payload = await texts.open(database, row?.text ?? "");
    expect(payload).toContain(waiting.id);
    for (const { candidateName } of [waiting, booked]) expect(payload).not.toContain(candidateName);
    expect((await walk.api.proposals("all")).map(({ kind }) => kind)).not.toContain("send_digest");
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  it("names nobody whose candidacy is for few eyes", async () => {
    const confidential = await proposalFor(walk, nextOwn());
    const { database } = walk.running.deps;
    await database.query("update cases set is_confidential = true where id = $1", [
      confidential.caseId,
    ]);
    // So that it does not end in the very moment in which the day is told.
    await database.query(
      "update proposals set expires_at = expires_at + interval '3 days' where id = $1",
      [confidential.id],
    );
    await advance(walk, 23);
    await untilDays(2);
    const [, second] = await digests();
    const shown = JSON.stringify(second?.blocks);
    expect(shown).toContain("A confidential candidate");
    expect(shown).toContain(`/proposals/${confidential.id}`);
    expect(shown).not.toContain(confidential.candidateName);
  });

  it("is recorded and not sent in silent mode", async () => {
    await walk.api.setMode("silent");
    await advance(walk, 24);
    await untilDays(3);
    expect(await digests()).toHaveLength(2);
    expect((await events())[0]?.note).toBe("Silent mode: the digest would have been sent.");
    await walk.api.setMode("assisted");
  });

  it("is not sent to who does not want it, nor on days that are not worked", async () => {
    const path = `/api/people/${userId}/preferences`;
    const set = async (changes: object): Promise<void> => {
      const { noDailyDigest: _, ...present } = VersionedPreferences.parse(
        (await walk.api.send("GET", path)).body,
      );
      expect((await walk.api.send("PUT", path, { ...present, ...changes })).status).toBe(200);
    };
    await set({ noDailyDigest: true });
    // Friday, and Saturday.
    await advance(walk, 24);
    await advance(walk, 24);
    // Whoever wanted it again on Friday would have it then.
    await set({});
    await advance(walk, 24);
    expect(await events()).toHaveLength(3);
    // Monday.
    await advance(walk, 24);
    await untilDays(4);
  });
});
