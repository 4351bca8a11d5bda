/** Briefs by mail, where nobody is in Slack: one whose fate nobody knows waits for a person, and is not sent twice. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { bookedScreen, briefsOf, until, untilBriefed } from "../support/briefs-walk.ts";
import { describeOneDatabase } from "../support/database.ts";
import { type FaultyWalk, startFaultyWalk } from "../support/faulty-walk.ts";
import { settled } from "../support/story.ts";

describeOneDatabase("embedded", "a brief by mail", (open) => {
  let house: FaultyWalk;
  beforeAll(async () => {
    house = await startFaultyWalk(open);
  });
  afterAll(async () => await house.close());

  it("whose answer is lost is told on the case, until somebody says that it arrived", async () => {
    const { walk } = house;
    await walk.eyes.control("POST", "/faults", {
      service: "slack",
      kind: "status",
      status: 400,
      reason: "users_not_found",
      path: "users.lookupByEmail",
      times: 100,
    });
    const booked = await bookedScreen(walk);
    house.mailDoor.dropAnswersTo(/\r\n\.\r\n/);
    await until(walk, booked, 23);
    const told = await untilBriefed(walk, booked, ([brief]) => brief?.status === "done");
    house.mailDoor.letPass();
    expect(told).toMatchObject({ status: "booked", problem: { code: "brief_not_sent" } });
    const { effects, payload } = await walk.api.brief(briefsOf(told)[0]?.id ?? "");
    const mails = effects.filter(({ kind }) => kind === "brief_mail");
    expect(mails).toHaveLength(payload.readers.length);
    expect(new Set(mails.map(({ status }) => status))).toEqual(new Set(["parked"]));
    for (const { email } of payload.readers) {
      const got = await walk.eyes.mailsTo(email);
      expect(got.filter(({ subject }) => subject.startsWith("Brief: "))).toHaveLength(1);
    }
    for (const { id } of mails) {
      const said = await walk.api.send("POST", `/api/effects/${id}/checked`, { arrived: true });
      expect(said.status).toBe(200);
    }
    await settled(walk, booked.payload.opportunityId);
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });
  });
});
