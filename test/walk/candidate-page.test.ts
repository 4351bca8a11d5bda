import { afterAll, beforeAll, expect, it } from "vitest";
import { listAnswers, openAnswer } from "../../src/cases/answers.ts";
import type { CaseDetail, ProposalDetail } from "../../src/http/api/schemas.ts";
import { linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { proposalFor, settled, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("embedded", "the page of a booked interview", (open) => {
  let walk: Walk;
  let opportunityId: string;
  let proposed: ProposalDetail;
  let booked: ProposalDetail;
  let link: string;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300 });
    opportunityId = walk.nextCandidate();
    proposed = await proposalFor(walk, opportunityId);
    await walk.api.approve(proposed);
    booked = await untilProposal(walk, proposed, "done");
    link = await linkInMail(walk, booked.payload.candidate.email);
  });
  afterAll(async () => {
    await walk.close();
  });

  const kindsOf = ({ proposals }: CaseDetail): Record<string, string> =>
    Object.fromEntries(proposals.map(({ kind, status }) => [kind, status]));

  it("shows when, with whom and how, in the candidate's zone", async () => {
    const page = await openLink(link, { "accept-language": "de-DE,de;q=0.9" });
    expect(page.status).toBe(200);
    const { sessions, candidate } = booked.payload;
    const { startsAt = "", panel = [] } = sessions[0] ?? {};
    const day = new Intl.DateTimeFormat("de-DE", {
      timeZone: candidate.zone,
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
    }).format(Temporal.Instant.from(startsAt));
    expect(page.words).toContain(day);
    for (const { name, email } of panel) {
      expect(page.words).toContain(name);
      expect(page.html).not.toContain(email);
    }
    expect(page.html).toMatch(/href="https:[^"]*meet/);
  });

  it("is known to the mail alone: not to Lever, the calendar file, the ledger or any other page", async () => {
    const token = link.split("/c/")[1] ?? "nothing";
    const { database } = walk.running.deps;
    expect(proposed.rendered.mail.text).not.toContain("/c/");
    const [mail] = await walk.eyes.mailsTo(booked.payload.candidate.email);
    expect(mail?.calendar?.replaceAll(/\r?\n /g, "")).not.toContain("/c/");
    expect((await walk.eyes.notes(opportunityId)).join()).not.toContain("/c/");
    expect(JSON.stringify(await walk.eyes.panels(opportunityId))).not.toContain(token);
    const rows = await database.query("select data from ledger");
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(await walk.api.case(booked.caseId))).not.toContain(token);
  });

  it("takes a confirmation, needs and wishes, each once, and puts them to a person", async () => {
    let page = await sendForm(await openLink(link), "/confirm");
    expect(page.words).toContain("You confirmed that you will be there");
    page = await sendForm(page, "/needs", { needs: "Captions, please.", pronunciation: "AH-da" });
    expect(page.words).toContain("will see to it");
    page = await sendForm(page, "/move", { reason: "An exam <b>that</b> day." });
    expect(page.words).toContain("You asked for another time");
    page = await sendForm(page, "/cancel", { "cancel-reason": "" });
    expect(page.words).toContain("You asked to cancel");
    await settled(walk, opportunityId);
    const before = await walk.api.case(booked.caseId);
    expect(before.status).toBe("waiting");
    // The later wish counts.
    expect(kindsOf(before)).toEqual({
      cancel_booking: "waiting",
      tell_question: "done",
      change_booking: "superseded",
      book_interview: "done",
    });
    // Whoever wants a person has nothing done by software from then on: a person answers the wish as well.
    page = await sendForm(page, "/person");
    expect(page.words).toContain("You asked for a person");
    await settled(walk, opportunityId);
    const { database, texts } = walk.running.deps;
    const answers = await listAnswers(database, booked.caseId);
    expect(answers.map(({ kind }) => kind)).toEqual([
      "confirmed",
      "needs",
      "wants_move",
      "wants_cancel",
      "wants_person",
    ]);
    const needs = answers.find(({ kind }) => kind === "needs");
    expect(
      await openAnswer(database, { kind: "needs", textId: needs?.textId ?? null }, texts),
    ).toEqual({ needs: "Captions, please.", pronunciation: "AH-da" });
    const events = (await walk.api.events())
      .filter(({ source }) => source === "candidate")
      .toSorted((one, other) => (one.seq ?? 0) - (other.seq ?? 0));
    expect(events.map(({ status, note }) => [status, note])).toEqual([
      ["handled", "The candidate confirmed that they will come."],
      ["handled", expect.stringMatching(/ was told in Slack of what the candidate sent\.$/)],
      ["handled", "Waits for a decision."],
      ["handled", "Waits for a decision."],
      ["handled", expect.stringMatching(/ was told in Slack of the candidate's wish\./)],
    ]);
    expect(JSON.stringify(events)).not.toContain("Captions");
    const told = JSON.stringify(await walk.eyes.control("GET", "/slack"));
    expect(told).toContain("A candidate needs something for their interview");
    expect(told).toContain("A candidate would like to talk to a person");
    expect(told).not.toMatch(/Captions|AH-da/);
    const after = await walk.api.case(booked.caseId);
    expect(after.leftToPeople).toContain("wants people instead of software");
    expect(kindsOf(after)).toMatchObject({ cancel_booking: "superseded", book_interview: "done" });
    const ledger = await walk.api.ledger(booked.caseId);
    expect(ledger.filter(({ type }) => type === "candidate.said")).toHaveLength(5);
    expect(JSON.stringify(ledger)).not.toContain("exam");
    expect(await walk.api.verifyLedger()).toMatchObject({ ok: true });
  });
});
