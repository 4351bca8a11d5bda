/** Whether the candidate has arrived: the panel is asked, what they say is kept and can be corrected, and who did not come may come another
 * time. */
import { afterEach, expect, it } from "vitest";
import { arrivalSubject } from "../../src/cases/arrival-links.ts";
import { InsightsAnswer } from "../../src/http/api/insights-schemas.ts";
import type { CaseDetail, ProposalDetail } from "../../src/http/api/schemas.ts";
import { bookedScreen, slackNaming, until } from "../support/briefs-walk.ts";
import { firstSession } from "../support/booking.ts";
import { openLink, sendForm } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { emailsOf, heldSeats } from "../support/declined.ts";
import { advance } from "../support/nothing-fits.ts";
import { settled, waitingProposal } from "../support/story.ts";
import type { Witness } from "../../src/witness.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "the arrival of a candidate", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());
  /** An interview that began six minutes ago, and whose panel was asked. Shape: it, and the link of each. */
  const asked = async (): Promise<{ booked: ProposalDetail; links: string[] }> => {
    const booked = await bookedScreen(walk);
    await until(walk, booked, -0.1);
    await walk.waitFor("the question", async () =>
      (await walk.api.case(booked.caseId)).proposals.some(
        ({ kind, status }) => kind === "ask_arrival" && status === "done",
      ),
    );
    await settled(walk, booked.payload.opportunityId);
    const said = (await slackNaming(walk, "Has ")).map((each) => JSON.stringify(each));
    const links = said.flatMap(
      (each) => each.match(/http[^"\\]+\/arrived\/[\w.-]+(?=\?said=no)/) ?? [],
    );
    return { booked, links };
  };
  /** The interview is over, and what was said of it a quarter of an hour old. */
  const correctionEnds = async ({ payload }: ProposalDetail): Promise<void> => {
    const now = walk.company.clock.now();
    const endsAt = Temporal.Instant.from(firstSession(payload).endsAt);
    const left = Math.max(now.until(endsAt).total("hours"), 0) + 0.26;
    await advance(walk, left);
  };
  const insights = async (): Promise<InsightsAnswer> =>
    InsightsAnswer.parse(
      (await walk.api.send("GET", "/api/insights?from=2026-11-01&to=2026-12-31")).body,
    );
  const messageOf = ({ proposals }: Pick<CaseDetail, "proposals">) =>
    proposals.find(({ kind }) => kind === "invite_again");

  it("is asked of each of the panel; who did not come is asked kindly to come another time, and is booked again by a person", async () => {
    let asItLeaves: (() => Promise<void>) | null = null;
    const witness: Witness = async (point) => {
      if (point !== "effect.again_mail.planned") return;
      await asItLeaves?.();
      asItLeaves = null;
    };
    walk = await startWalk(open, { witness });
    const { booked, links } = await asked();
    const { panel } = firstSession(booked.payload);
    expect(links).toHaveLength(panel.length);
    const page = await openLink(links[0] ?? "");
    expect(page.words).toContain("Has the candidate arrived?");
    expect((await walk.api.case(booked.caseId)).attendance[0]?.saidBy).toBeNull();

    const before = await insights();
    const after = await sendForm(page, "/no", { reason: "no_word" });
    expect(after.words).toContain("said: they did not come. The candidate sent no word.");
    expect(after.words).toMatch(/The candidate hears nothing before \w+day .+\d\d:\d\d/);
    const { opportunityId, candidate } = booked.payload;
    await settled(walk, opportunityId);
    const running = await walk.api.case(booked.caseId);
    expect(running).toMatchObject({ status: "blocked", problem: { code: "candidate_missed" } });
    expect(running.attendance[0]?.settlesAt).toBe(
      Temporal.Instant.from(firstSession(booked.payload).endsAt).add({ minutes: 15 }).toString(),
    );
    await correctionEnds(booked);
    const message = await walk.waitFor("a kind message", async () =>
      messageOf(await walk.api.case(booked.caseId)),
    );
    await settled(walk, opportunityId);
    const missed = await walk.api.case(booked.caseId);
    expect(missed).toMatchObject({ status: "blocked", problem: { code: "candidate_missed" } });
    expect(missed.attendance[0]).toMatchObject({ attended: false, reason: "no_word" });
    // The panel's time was spent, and what was offered first is no longer open.
    const now = await insights();
    expect(now.load).toEqual(before.load);
    expect([before.firstOffers.open, now.firstOffers.open, now.firstOffers.missed]).toEqual([
      1, 0, 1,
    ]);
    expect(panel.map(({ name }) => name)).toContain(missed.attendance[0]?.saidBy);

    // Why, is told otherwise: what waits would say what is not so.
    expect(message.summary).toContain("who did not come to");
    const { sessionId, startsAt } = firstSession(booked.payload);
    const said = { sessionId, startsAt, attended: false, reason: "panel_absent" };
    const path = `/api/cases/${booked.caseId}/attendance`;
    expect((await walk.api.send("PUT", path, said)).status).toBe(200);
    const other = await walk.waitFor("another mail", async () =>
      (await walk.api.case(booked.caseId)).proposals.find(
        ({ kind, status }) => kind === "invite_again" && status === "waiting",
      ),
    );
    await settled(walk, opportunityId);
    expect(other.id).not.toBe(message.id);
    expect(other.summary).toContain("which did not take place");
    expect((await insights()).load.interviews).toBe(0);
    const unfit = { ...said, attended: true };
    expect(await walk.api.send("PUT", path, unfit)).toMatchObject({
      status: 400,
      body: { code: "input_invalid" },
    });
    const sayByLink = async (answer: "yes" | "no"): Promise<void> =>
      void (await fetch(`${links[0]}/${answer}`, { method: "POST", redirect: "manual" }));
    asItLeaves = async () => {
      await sayByLink("yes");
      await walk.api.send("PUT", path, said);
    };
    await walk.api.approve(other);
    await walk.waitFor("its end", async () =>
      (await walk.api.case(booked.caseId)).runs.some(({ outcome }) =>
        outcome?.startsWith("It is said otherwise by now, or was said only just now"),
      ),
    );
    await settled(walk, opportunityId);
    expect(await walk.eyes.mailsTo(candidate.email)).toHaveLength(1);
    await correctionEnds(booked);
    const last = await walk.waitFor("a mail that holds", async () =>
      (await walk.api.case(booked.caseId)).proposals.find(
        ({ kind, status }) => kind === "invite_again" && status === "waiting",
      ),
    );
    await settled(walk, opportunityId);
    await walk.api.approve(last);
    await walk.waitFor(
      "its mail",
      async () => (await walk.eyes.mailsTo(candidate.email)).length > 1,
    );
    await settled(walk, opportunityId);
    const mail = (await walk.eyes.mailsTo(candidate.email)).at(-1);

    // However often it is said, they are asked once of one visit.
    const messages = async () =>
      (await walk.api.case(booked.caseId)).proposals.filter(({ kind }) => kind === "invite_again");
    const proposed = (await messages()).length;
    expect((await messages()).map(({ status }) => status)).not.toContain("waiting");
    await sayByLink("yes");
    await sayByLink("no");
    await correctionEnds(booked);
    await walk.waitFor("that it holds", async () => {
      const [item] = (await walk.api.case(booked.caseId)).attendance;
      return item?.attended === false && item.settlesAt === null;
    });
    await settled(walk, opportunityId);
    expect(await messages()).toHaveLength(proposed);
    expect(await walk.eyes.mailsTo(candidate.email)).toHaveLength(2);
    expect((await walk.api.case(booked.caseId)).nextStep).toMatch(
      /^The candidate was asked by mail/,
    );
    expect(mail?.subject).toContain("Another time for your interview");
    expect(mail?.text).toContain("our mistake, not yours");
    const link = /https?:\/\/\S+\/c\/\S+\/availability/.exec(mail?.text ?? "")?.[0] ?? "";
    const when = await openLink(link);
    const check = await sendForm(when, "/availability", { words: "any weekday between 9 and 17" });
    await sendForm(check, "/confirm");
    const again = await waitingProposal(walk, opportunityId);
    expect(again.kind).toBe("book_interview");
    expect(
      Temporal.Instant.compare(
        Temporal.Instant.from(firstSession(again.payload).startsAt),
        Temporal.Instant.from(firstSession(booked.payload).endsAt),
      ),
    ).toBe(1);
  });

  it("is corrected by a coordinator, which takes everything back, and stays unknown when nobody says anything", async () => {
    walk = await startWalk(open);
    const { booked, links } = await asked();
    const { caseId, payload } = booked;
    const held = await heldSeats(walk, payload.opportunityId);
    expect(held).toEqual(expect.arrayContaining(emailsOf(booked)));
    const no = async () => await sendForm(await openLink(links[0] ?? ""), "/no");
    const { sessionId, startsAt } = firstSession(payload);
    const path = `/api/cases/${caseId}/attendance`;
    const correct = async () => {
      const said = await walk.api.send("PUT", path, { sessionId, startsAt, attended: true });
      expect(said.status).toBe(200);
      await settled(walk, payload.opportunityId);
    };
    // While it runs nobody's time is free, and what is corrected leaves no trace.
    await no();
    await settled(walk, payload.opportunityId);
    expect(await heldSeats(walk, payload.opportunityId)).toEqual(held);
    await correct();
    await correctionEnds(booked);
    await settled(walk, payload.opportunityId);
    expect(messageOf(await walk.api.case(caseId))).toBeUndefined();
    expect(await heldSeats(walk, payload.opportunityId)).toEqual(held);
    await no();
    await correctionEnds(booked);
    await walk.waitFor("a kind message", async () => messageOf(await walk.api.case(caseId)));
    await settled(walk, payload.opportunityId);
    expect(await heldSeats(walk, payload.opportunityId)).toEqual([]);
    await correct();
    const corrected = await walk.api.case(caseId);
    expect(corrected).toMatchObject({ status: "booked", problem: null });
    expect(corrected.attendance[0]).toMatchObject({ attended: true });
    expect(messageOf(corrected)?.status).toBe("superseded");
    expect(await heldSeats(walk, payload.opportunityId)).toEqual(held);
    // Nothing that is booked was changed by it.
    const { firstOffers, repairs } = await insights();
    expect(firstOffers).toMatchObject({ changed: 0, missed: 0, open: 0 });
    expect(repairs).toMatchObject({ repaired: 0, putBack: 0, left: 0, open: 0 });
    expect((await walk.api.send("GET", "/api/today")).body).toMatchObject({
      parts: { done: [{ what: "panel asked whether the candidate had arrived" }] },
    });
    const ledger = await walk.api.ledger(caseId);
    expect(ledger.filter(({ type }) => type === "attendance.said")).toHaveLength(4);

    // Who ends reminders while it waits is not sent it, and it is a person's to decide on from then on.
    const waits = async () =>
      await walk.waitFor("a mail that waits", async () =>
        (await walk.api.case(caseId)).proposals.find(
          ({ kind, status }) => kind === "invite_again" && status === "waiting",
        ),
      );
    await no();
    await correctionEnds(booked);
    const usual = await waits();
    await settled(walk, payload.opportunityId);
    expect(usual.risk).toBe("low");
    const later = walk.company.clock.now().add({ hours: 24 });
    const stop = await walk.running.deps.links.make("reminders", caseId, later);
    expect((await fetch(`${walk.url}/reminders/${stop}`, { method: "POST" })).status).toBe(200);
    await settled(walk, payload.opportunityId);
    await walk.api.approve(usual);
    await walk.waitFor("its end", async () =>
      (await walk.api.case(caseId)).runs.some(({ outcome }) =>
        outcome?.startsWith("The candidate has said meanwhile that they want no more reminders"),
      ),
    );
    await settled(walk, payload.opportunityId);
    expect(await walk.eyes.mailsTo(payload.candidate.email)).toHaveLength(1);
    // That nobody was asked is told, and one press has it proposed again.
    const left = await walk.api.case(caseId);
    expect([left.mayInvite, left.problems.map(({ code, again }) => [code, again])]).toEqual([
      true,
      [
        ["candidate_missed", undefined],
        ["message_not_sent", "invite_again"],
      ],
    ]);
    expect((await walk.api.send("GET", "/api/today")).body).toMatchObject({
      parts: { failed: [{}, { again: "invite_again" }] },
    });
    const asking = async () => await walk.api.send("POST", `/api/cases/${caseId}/invitation`);
    expect((await asking()).status).toBe(200);
    const byAPerson = await waits();
    expect((await asking()).status).toBe(409);
    expect((await walk.api.case(caseId)).problems.map(({ code }) => code)).toEqual([
      "candidate_missed",
    ]);
    expect(byAPerson.risk).toBe("high");
    await settled(walk, payload.opportunityId);
    await walk.api.approve(byAPerson);
    await walk.waitFor(
      "its mail",
      async () => (await walk.eyes.mailsTo(payload.candidate.email)).length > 1,
    );
    await settled(walk, payload.opportunityId);
    expect((await walk.api.case(caseId)).mayInvite).toBe(false);

    const other = await bookedScreen(walk);
    const early = firstSession(other.payload);
    const tooEarly = await walk.api.send("PUT", `/api/cases/${other.caseId}/attendance`, {
      sessionId: early.sessionId,
      startsAt: early.startsAt,
      attended: true,
    });
    expect(tooEarly).toMatchObject({ status: 409, body: { code: "conflict" } });
    await until(walk, other, -3);
    await settled(walk, other.payload.opportunityId);
    expect((await walk.api.case(other.caseId)).attendance[0]).toMatchObject({
      attended: null,
      saidBy: null,
    });
  });

  it("is not asked before it begins, nor once the candidacy is for few, whoever has the link", async () => {
    walk = await startWalk(open);
    const booked = await bookedScreen(walk);
    const { caseId, payload } = booked;
    const { sessionId, startsAt, panel } = firstSession(payload);
    const { name } = payload.candidate;
    const token = await walk.running.deps.links.make(
      "arrival",
      arrivalSubject({ caseId, sessionId, startsAt, userId: panel[0]?.userId ?? "" }),
      Temporal.Instant.from(startsAt).add({ hours: 24 }),
    );
    const link = `${walk.url}/arrived/${token}`;
    const answer = async () => await fetch(`${link}/no`, { method: "POST" });
    const saidBy = async () => (await walk.api.case(caseId)).attendance[0]?.saidBy;
    const early = await answer();
    expect(early.status).toBe(200);
    expect(await early.text()).toContain("has not begun yet");
    expect((await openLink(link)).html).not.toContain("<button");
    expect(await saidBy()).toBeNull();

    await until(walk, booked, -0.1);
    await settled(walk, payload.opportunityId);
    expect((await openLink(link)).words).toContain(name);
    // Said now so and now so by a link: not without an end, and a coordinator may still put it right.
    const statuses: number[] = [];
    for (let times = 0; times < 21; times += 1) {
      const said = times % 2 === 0 ? "no" : "yes";
      const sent = { method: "POST", redirect: "manual" } as const;
      statuses.push((await fetch(`${link}/${said}`, sent)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 303), 429]);
    const path = `/api/cases/${caseId}/attendance`;
    const put = await walk.api.send("PUT", path, { sessionId, startsAt, attended: null });
    expect(put.status).toBe(200);
    await settled(walk, payload.opportunityId);
    const last = await saidBy();

    await walk.eyes.control("POST", `/confidential/${payload.opportunityId}`);
    const hidden = await openLink(link);
    expect(hidden.status).toBe(404);
    expect(hidden.html).not.toContain(name);
    expect((await answer()).status).toBe(404);
    expect(await saidBy()).toBe(last);
  });
});
