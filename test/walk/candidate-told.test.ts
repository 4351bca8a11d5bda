/** What the candidate's page says after their booking was changed or taken back: nothing of the time that it was at before. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { type Shown, linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, decline, emailsOf } from "../support/declined.ts";
import { proposalFor, waitingProposal } from "../support/story.ts";
import { POOL_PLANS, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a candidate whose booking becomes another", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300, env: { PLANS_DIR: POOL_PLANS } });
  });
  afterAll(async () => {
    await walk.close();
  });

  const pageOf = async ({ payload }: ProposalDetail): Promise<Shown> =>
    await openLink(await linkInMail(walk, payload.candidate.email));
  const CONFIRMED = "You confirmed that you will be there";
  const ASKED = "You asked for another time";

  it("confirms the time that it is at now, and waits for nobody once it was moved", async () => {
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    const before = await sendForm(await pageOf(booked), "/confirm");
    expect(before.words).toContain(CONFIRMED);
    expect((await sendForm(before, "/move", { reason: "An exam." })).words).toContain(ASKED);
    const moved = await approved(walk, await waitingProposal(walk, booked.payload.opportunityId));
    const page = await pageOf(moved);
    expect(page.words).not.toContain(CONFIRMED);
    expect(page.words).not.toContain(ASKED);
    expect((await sendForm(page, "/confirm")).words).toContain(CONFIRMED);
  });

  it("gets an entry for their calendar that is as new as their last mail", async () => {
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    await sendForm(await pageOf(booked), "/move", { reason: "An exam." });
    const moved = await approved(walk, await waitingProposal(walk, booked.payload.opportunityId));
    const mail = (await walk.eyes.mailsTo(moved.payload.candidate.email)).at(-1);
    const { url } = await pageOf(moved);
    const entry = await openLink(`${url.split("?")[0] ?? ""}/interview.ics`);
    const lineOf = (calendar: string, name: string) =>
      calendar.split("\r\n").find((line) => line.startsWith(name));
    for (const name of ["UID", "SEQUENCE", "DTSTART"]) {
      expect(lineOf(entry.html, name)).toBe(lineOf(mail?.calendar ?? "", name));
    }
    expect(lineOf(entry.html, "SEQUENCE")).toBe("SEQUENCE:1");
  });

  it("is told that it is cancelled, and may ask for a person", async () => {
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    const page = await pageOf(booked);
    await sendForm(page, "/cancel", { "cancel-reason": "" });
    await approved(walk, await waitingProposal(walk, booked.payload.opportunityId));
    const after = await openLink(page.url);
    expect(after.words).toContain("Cancelled: Phone Screen for");
    expect(after.words).toContain("This does not take place any more");
    expect(after.words).not.toContain("Tell us when you could");
    expect(after.html).not.toContain("/availability");
    const form = await openLink(page.url.replace(/(\?|$)/, "/availability$1"));
    expect(form.status).toBe(400);
    expect((await sendForm(after, "/person")).words).toContain("You asked for a person");
  });

  it("confirms again when somebody else comes, of which they are told", async () => {
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    await sendForm(await pageOf(booked), "/confirm");
    await decline(walk, booked, { index: 0, email: emailsOf(booked).at(-1) ?? "" });
    const changed = await approved(walk, await waitingProposal(walk, booked.payload.opportunityId));
    expect(changed.audience).toBe("candidate");
    expect((await pageOf(changed)).words).not.toContain(CONFIRMED);
  });

  it("need not confirm again when its panel in Lever was put back, of which they know nothing", async () => {
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    await sendForm(await pageOf(booked), "/confirm");
    const panelId = booked.effects.find(({ kind }) => kind === "lever_panel")?.externalRef?.[
      "panelId"
    ];
    await walk.eyes.control("POST", `/panels/${panelId ?? ""}/delete`, {});
    const changed = await approved(walk, await waitingProposal(walk, booked.payload.opportunityId));
    expect(changed.audience).toBe("internal");
    expect((await pageOf(changed)).words).toContain(CONFIRMED);
  });
});
