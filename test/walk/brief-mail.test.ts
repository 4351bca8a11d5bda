/** Briefs by mail, where nobody is in Slack, and reminders: one whose fate nobody knows waits for a person, and is not sent twice. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { listQuestions } from "../../src/cases/candidate-questions.ts";
import { bookedScreen, briefsOf, until, untilBriefed } from "../support/briefs-walk.ts";
import { linkInMail } from "../support/candidate-page.ts";
import { openChat } from "../support/chat-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { type FaultyWalk, startFaultyWalk } from "../support/faulty-walk.ts";
import { advance, untilCase } from "../support/nothing-fits.ts";
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

  it("and a reminder whose answer is lost is not sent to the candidate twice either", async () => {
    const { walk } = house;
    const booked = await bookedScreen(walk);
    const { caseId, payload } = booked;
    await until(walk, booked, 1.4);
    const reminderOf = async () =>
      (await walk.api.case(caseId)).proposals.find(({ kind }) => kind === "remind_candidate");
    const waiting = await walk.waitFor("its reminder", async () => await reminderOf());
    house.mailDoor.dropAnswersTo(/\r\n\.\r\n/);
    await walk.api.approve(waiting);
    await walk.waitFor("the reminder", async () => (await reminderOf())?.status === "done");
    await settled(walk, payload.opportunityId);
    house.mailDoor.letPass();
    const told = await walk.api.case(caseId);
    expect(told).toMatchObject({ status: "booked", problem: { code: "message_not_sent" } });
    const mails = (await walk.eyes.mailsTo(payload.candidate.email)).filter(({ subject }) =>
      subject.startsWith("Reminder:"),
    );
    expect(mails).toHaveLength(1);
    const effect = told.effects.find(({ kind }) => kind === "reminder_mail");
    expect(effect?.status).toBe("parked");
    const said = await walk.api.send("POST", `/api/effects/${effect?.id}/checked`, {
      arrived: true,
    });
    expect(said.status).toBe(200);
    await settled(walk, payload.opportunityId);
    expect(await walk.api.case(caseId)).toMatchObject({ status: "booked", problem: null });
  });

  it("nor is the word that a person has answered them", async () => {
    const { walk } = house;
    const { caseId, payload } = await bookedScreen(walk);
    const { opportunityId, candidate } = payload;
    const chat = openChat(await linkInMail(walk, candidate.email));
    await chat.act({ kind: "ask_a_person", text: "Is there a harbour seal?" });
    const { id } = await walk.waitFor("the question", async () =>
      (await listQuestions(walk.running.deps.database, { isOpen: true })).find(
        (one) => one.caseId === caseId,
      ),
    );
    const path = `/api/questions-from-candidates/${id}/answer`;
    expect((await walk.api.send("POST", path, { text: "One." })).status).toBe(200);
    house.mailDoor.dropAnswersTo(/\r\n\.\r\n/);
    await advance(walk, 0.05);
    const told = await untilCase(walk, opportunityId, ({ proposals }) =>
      proposals.some(({ kind, status }) => kind === "tell_answer" && status === "done"),
    );
    house.mailDoor.letPass();
    expect(told.effects.find(({ kind }) => kind === "answer_mail")?.status).toBe("parked");
    expect(told).toMatchObject({ status: "booked", problem: { code: "question_not_told" } });
    const mails = await walk.eyes.mailsTo(candidate.email);
    expect(mails.filter(({ subject }) => subject.startsWith("An answer"))).toHaveLength(1);
  });
});
