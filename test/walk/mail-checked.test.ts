/** Nobody can tell whether the candidate's mail left. A person asks them, and says so: then it is done, or sent again, alone. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { openApi, problemOf } from "../support/api.ts";
import { describeEachDatabase } from "../support/database.ts";
import { type FaultyWalk, startFaultyWalk } from "../support/faulty-walk.ts";
import { changesDuring, proposalFor, settled, untilProposal } from "../support/story.ts";
import type { Walk } from "../support/walk.ts";

describeEachDatabase("a mail of which nobody can tell whether it left", (open) => {
  let house: FaultyWalk;
  let walk: Walk;
  beforeAll(async () => {
    house = await startFaultyWalk(open);
    ({ walk } = house);
  });
  afterEach(() => {
    house.heal();
  });
  afterAll(async () => await house.close());

  /** The mail server has it, and its answer is lost. Shape: the booking, and its mail. */
  const parked = async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    house.mailDoor.dropAnswersTo(/\r\n\.\r\n/);
    await walk.api.approve(waiting);
    const booked = await untilProposal(walk, waiting, "done");
    await settled(walk, waiting.payload.opportunityId);
    house.mailDoor.letPass();
    return { booked, mail: mailOf(booked) };
  };
  const mailOf = ({ effects }: ProposalDetail) => {
    const mail = effects.find(({ kind }) => kind === "candidate_mail");
    if (!mail) throw new Error("a booking without a mail");
    return mail;
  };
  const say = async (effectId: string, arrived: boolean) =>
    await walk.api.send("POST", `/api/effects/${effectId}/checked`, { arrived });

  it("is done when they say that it arrived, and the ledger says who has found it out", async () => {
    const { booked, mail } = await parked();
    expect(mail).toMatchObject({ status: "parked", error: { code: "outcome_unknown" } });
    expect((await walk.api.case(booked.caseId)).problem?.code).toBe("outcome_unknown");
    const changes = await changesDuring(walk, async () => {
      expect((await say(mail.id, true)).status).toBe(200);
      await settled(walk, booked.payload.opportunityId);
    });
    expect(changes).toEqual({});
    expect(mailOf(await walk.api.proposal(booked.id))).toMatchObject({
      status: "done",
      attempt: 1,
    });
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });
    const entries = await walk.api.ledger(booked.caseId);
    const checked = entries.filter(({ type }) => type === "effect.checked");
    expect(checked).toMatchObject([{ data: { effectId: mail.id, arrived: true } }]);
    expect(checked[0]?.actor).not.toBe("convene");
    const again = await say(mail.id, false);
    expect([again.status, problemOf(again).code]).toEqual([409, "conflict"]);
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  it("is sent again, once and alone, when they say that it did not", async () => {
    const { booked, mail } = await parked();
    const before = (await walk.eyes.mailsTo(booked.payload.candidate.email)).length;
    const changes = await changesDuring(walk, async () => {
      expect((await say(mail.id, false)).status).toBe(200);
      const second = await say(mail.id, false);
      expect([second.status, problemOf(second).code]).toEqual([409, "conflict"]);
      await settled(walk, booked.payload.opportunityId);
    });
    expect(changes).toEqual({ "mail.received": 1 });
    expect(await walk.eyes.mailsTo(booked.payload.candidate.email)).toHaveLength(before + 1);
    const after = await walk.api.proposal(booked.id);
    expect(mailOf(after)).toMatchObject({ status: "done", attempt: 2 });
    expect(new Set(after.effects.map(({ status }) => status))).toEqual(new Set(["done"]));
    expect(await walk.api.case(booked.caseId)).toMatchObject({
      status: "booked",
      problem: null,
      nextStep: "The message was sent again.",
    });
  });

  it("waits for a person again when nobody can tell of the second one either", async () => {
    const { booked, mail } = await parked();
    house.mailDoor.dropAnswersTo(/\r\n\.\r\n/);
    await say(mail.id, false);
    await settled(walk, booked.payload.opportunityId);
    house.mailDoor.letPass();
    expect(mailOf(await walk.api.proposal(booked.id))).toMatchObject({
      status: "parked",
      attempt: 2,
    });
    expect((await walk.api.case(booked.caseId)).problem?.message).toContain(
      "ask its reader once more",
    );
    expect((await say(mail.id, true)).status).toBe(200);
    await settled(walk, booked.payload.opportunityId);
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });
  });

  it("leaves the booking as it is when it may not be sent again", async () => {
    const { booked, mail } = await parked();
    await walk.eyes.control("POST", `/opportunities/${booked.payload.opportunityId}/archive`, {});
    await settled(walk, booked.payload.opportunityId);
    const late = await say(mail.id, false);
    expect([late.status, problemOf(late).code]).toEqual([409, "conflict"]);
    const stranger = openApi(walk.url, null);
    const path = `/api/effects/${mail.id}/checked`;
    expect((await stranger.send("POST", path, { arrived: true })).status).toBe(401);
    const unknown = await say("ef_of_nobody", true);
    expect([unknown.status, problemOf(unknown).code]).toEqual([404, "not_found"]);
    const { effects } = await walk.api.proposal(booked.id);
    expect(effects.filter(({ status }) => status !== "done")).toMatchObject([{ status: "parked" }]);
  });
});
