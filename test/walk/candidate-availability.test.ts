import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { formIn, openLink, sendForm } from "../support/candidate-page.ts";
import { describePostgres } from "../support/database.ts";
import { findWaiting, statusOf } from "../support/in-the-books.ts";
import { proposalFor, settled } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describePostgres("a candidate who says when they could", (open) => {
  let walk: Walk;
  let first: ProposalDetail;
  let link: string;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300 });
  });
  afterAll(async () => {
    await walk.close();
  });

  const begin = async (): Promise<void> => {
    first = await proposalFor(walk, walk.nextCandidate());
    const { links, clock } = walk.running.deps;
    const token = await links.make("candidate", first.caseId, clock.now().add({ hours: 48 }));
    link = `${walk.url}/c/${token}`;
  };
  const next = async (): Promise<ProposalDetail> => {
    const { database } = walk.running.deps;
    const { opportunityId } = first.payload;
    const { id } = await walk.waitFor("another proposal", async () => {
      const waiting = await findWaiting(database, opportunityId);
      return waiting && waiting.id !== first.id ? waiting : null;
    });
    await settled(walk, opportunityId);
    return await walk.api.proposal(id);
  };

  it("is shown what was understood, and counts only once they say yes", async () => {
    await begin();
    const page = await openLink(`${link}/availability?zone=Europe%2FBerlin`);
    const check = await sendForm(page, "/availability", {
      cell: ["2026-11-26/noon", "2026-11-27/noon"],
      words: "",
    });
    expect(check.words).toContain("Is this right?");
    expect(check.words).toContain("Thursday, 26 November 2026 12:00–17:00");
    await settled(walk, first.payload.opportunityId);
    expect(await statusOf(walk.running.deps.database, first.id)).toBe("waiting");
    const thanks = await sendForm(check, "/confirm");
    expect(thanks.words).toContain("We look for a time that suits you");
    const proposal = await next();
    expect(await statusOf(walk.running.deps.database, first.id)).toBe("superseded");
    const start = Temporal.Instant.from(
      proposal.payload.sessions[0]?.startsAt ?? "",
    ).toZonedDateTimeISO("Europe/Berlin");
    expect(["2026-11-26", "2026-11-27"]).toContain(start.toPlainDate().toString());
    expect(start.hour).toBeGreaterThanOrEqual(12);
    expect(start.hour).toBeLessThan(17);
    expect(proposal.payload.candidate).toMatchObject({
      zone: "Europe/Berlin",
      zoneSource: "candidate",
    });
    expect(proposal.evidence.map(({ what }) => what)).toContain(
      "Times that the candidate gave on their page",
    );
  });

  it("is asked where their words have two readings, and nothing counts before", async () => {
    await begin();
    const page = await openLink(`${link}/availability`);
    let check = await sendForm(page, "/availability", { words: "3/12" });
    expect(check.words).toContain("Something is not clear yet");
    expect(() => formIn(check, "/confirm")).toThrow("no form");
    check = await sendForm(check, "/choose");
    expect(check.words).toContain("Is this right?");
    expect(check.words).not.toContain("Something is not clear yet");
    await sendForm(check, "/confirm");
    const proposal = await next();
    const { sessions, candidate } = proposal.payload;
    const day = Temporal.Instant.from(sessions[0]?.startsAt ?? "")
      .toZonedDateTimeISO(candidate.zone)
      .toPlainDate();
    expect(day.toString()).toMatch(/^2026-12-03|^2027-03-12/);
  });

  it("can be changed before it counts, and nothing marked or written is lost", async () => {
    await begin();
    const page = await openLink(`${link}/availability`);
    const check = await sendForm(page, "/availability", {
      cell: "2026-11-26/am",
      words: "or Friday after 2pm",
    });
    const back = /href="([^"]*\/availability\?[^"]*from=[^"]*)"/.exec(check.html)?.[1] ?? "";
    const again = await openLink(new URL(back.replaceAll("&amp;", "&"), link).toString());
    expect(again.words).toContain("or Friday after 2pm");
    expect(again.html).toMatch(/value="2026-11-26\/am"\s+checked/);
  });

  it("refuses nothing at all kindly, and a draft that is another's", async () => {
    const page = await openLink(`${link}/availability`);
    const empty = await sendForm(page, "/availability", { words: "  " });
    expect([empty.status, empty.words.includes("Please mark a time")]).toEqual([422, true]);
    const check = await sendForm(page, "/availability", { cell: "2026-11-26/am", words: "" });
    const path = new URL(check.url).pathname.split("/availability/")[1] ?? "";
    await begin();
    expect((await openLink(`${link}/availability/${path}`)).status).toBe(400);
  });
});
