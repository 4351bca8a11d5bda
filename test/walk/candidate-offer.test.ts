import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { findOpenOffer } from "../../src/cases/offers.ts";
import { timeOf } from "../../src/domain/itinerary.ts";
import { mostInterviews } from "../../src/domain/offered-time.ts";
import { slotInWords } from "../../src/domain/time.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { type Shown, linkInMail, openLink, post, sendForm } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import {
  ONE_BOOKING,
  changesDuring,
  proposalFor,
  settled,
  untilProposal,
  waitingProposal,
} from "../support/story.ts";
import { MONDAY, OFFER_PLANS, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a candidate who chooses among offered times", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300, env: { PLANS_DIR: OFFER_PLANS } });
  });
  afterAll(async () => {
    await walk.close();
  });

  interface Offer {
    proposal: ProposalDetail;
    link: string;
    starts: string[];
  }
  const offer = async (opportunityId = walk.nextCandidate()): Promise<Offer> => {
    const waiting = await proposalFor(walk, opportunityId);
    await walk.api.approve(waiting);
    return await sent(await untilProposal(walk, waiting, "done"));
  };
  const sent = async (proposal: ProposalDetail): Promise<Offer> => ({
    proposal,
    link: await linkInMail(walk, proposal.payload.candidate.email),
    starts: (proposal.payload.offer?.times ?? []).map((time) => time[0]?.startsAt ?? ""),
  });
  const pick = async (link: string, startsAt: string): Promise<Shown> =>
    await sendForm(await openLink(link), "/pick", { startsAt });
  const bookings = async (caseId: string): Promise<ProposalDetail[]> => {
    const { proposals } = await walk.api.case(caseId);
    const booked = proposals.filter(({ kind }) => kind === "book_interview");
    return await Promise.all(booked.map(async ({ id }) => await walk.api.proposal(id)));
  };
  const held = async (proposalId: string): Promise<number> => {
    const [row] = await walk.running.deps.database.query<{ n: number }>(
      "select count(*)::int as n from reservations where proposal_id = $1 and released_at is null",
      [proposalId],
    );
    return row?.n ?? 0;
  };

  it("is offered, once a person approves, the very times that are held, by one mail and nothing else", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    expect(waiting.kind).toBe("offer_times");
    expect(waiting.summary).toMatch(/^Offer \d times for Phone Screen/);
    expect(waiting.steps.map(({ kind }) => kind)).toEqual(["offer_mail"]);
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "done");
    });
    expect(changes).toEqual({ "mail.received": 1 });
    const { proposal, link, starts } = await sent(await walk.api.proposal(waiting.id));
    expect(starts.length).toBeGreaterThan(2);
    const people = (proposal.payload.offer?.times ?? []).flat().flatMap(({ panel }) => panel);
    expect(await held(proposal.id)).toBe(people.length);
    const [manager] = people;
    const kept = await walk.running.deps.tools.cases.heldTime({
      emails: [manager?.email ?? ""],
      from: MONDAY,
      to: MONDAY.add({ hours: 30 * 24 }),
      opportunityId: "another",
      stageId: "another",
    });
    expect([kept.length, mostInterviews(kept.map(({ offered }) => offered))]).toEqual([
      starts.length,
      1,
    ]);
    const page = await openLink(link);
    for (const startsAt of starts) expect(page.html).toContain(`value="${startsAt}"`);
    const [mail] = await walk.eyes.mailsTo(proposal.payload.candidate.email);
    expect(mail?.calendar).toBeNull();
    expect((await walk.api.case(proposal.caseId)).status).toBe("open");
    await walk.moveStage(opportunityId, "phoneScreen");
    await settled(walk, opportunityId);
    expect((await walk.api.case(proposal.caseId)).proposals).toHaveLength(1);
  });

  it("has exactly what they choose booked, approved with the offer, and the other times are free again", async () => {
    const { proposal, link, starts } = await offer();
    const { opportunityId } = proposal.payload;
    const chosen = starts[1] ?? "";
    const changes = await changesDuring(walk, async () => {
      const page = await pick(link, chosen);
      expect(page.status).toBe(200);
      await settled(walk, opportunityId);
    });
    expect(changes).toEqual(ONE_BOOKING);
    const [booking, ...more] = await bookings(proposal.caseId);
    expect(more).toEqual([]);
    expect(booking?.status).toBe("done");
    expect(booking?.summary).toMatch(/^Book Phone Screen/);
    expect(booking?.previousTexts).toBeNull();
    expect(booking?.payload.sessions).toEqual(proposal.payload.offer?.times[1]);
    expect(booking?.decision).toMatchObject({
      decision: "approve",
      by: proposal.decision?.by,
    });
    expect(await held(proposal.id)).toBe(0);
    const page = await openLink(link);
    expect(page.words).toContain("I will be there");
    expect(await walk.api.verifyLedger()).toMatchObject({ ok: true });
    expect((await walk.api.case(proposal.caseId)).status).toBe("booked");
  });

  it("chooses among days of several interviews, and has all of them booked as one", async () => {
    const opportunityId = walk.nextCandidate();
    await walk.moveStage(opportunityId, "technicalPanel");
    const waiting = await waitingProposal(walk, opportunityId);
    expect(waiting.kind).toBe("offer_times");
    await walk.api.approve(waiting);
    const { proposal, link, starts } = await sent(await untilProposal(walk, waiting, "done"));
    const times = proposal.payload.offer?.times ?? [];
    expect(times.map((sessions) => sessions.length)).toEqual(times.map(() => 2));
    expect(times.length).toBeGreaterThan(1);
    const words = (await openLink(link)).words;
    for (const name of ["Past work", "Your questions"]) expect(words).toContain(name);
    const changes = await changesDuring(walk, async () => {
      await pick(link, starts[1] ?? "");
      await settled(walk, opportunityId);
    });
    expect(changes).toEqual({ ...ONE_BOOKING, "event.inserted": 2 });
    const [booking, ...more] = await bookings(proposal.caseId);
    expect(more).toEqual([]);
    expect(booking?.payload.sessions).toEqual(times[1]);
    expect((await walk.api.case(proposal.caseId)).status).toBe("booked");
    expect(await held(proposal.id)).toBe(0);
  });

  it("is told kindly when somebody's calendar has taken it meanwhile, and chooses among the others", async () => {
    const { proposal, link, starts } = await offer();
    const { opportunityId, offer: offered } = proposal.payload;
    const time = offered?.times[0]?.[0];
    if (!time) throw new Error("nothing is offered");
    await walk.eyes.keepBusy(time.panel[0]?.email ?? "", time);
    await pick(link, time.startsAt);
    await settled(walk, opportunityId);
    const page = await openLink(link);
    expect(page.words).toContain("was taken a moment before");
    expect(page.html).not.toContain(`value="${time.startsAt}"`);
    expect(page.html).toContain(`value="${starts[1] ?? ""}"`);
    expect((await walk.api.case(proposal.caseId)).problem).toBeNull();
    await pick(link, starts[1] ?? "");
    await settled(walk, opportunityId);
    const done = (await bookings(proposal.caseId)).filter(({ status }) => status === "done");
    expect(done.map(({ payload }) => payload.sessions[0]?.startsAt)).toEqual([starts[1]]);
  });

  it("has one time booked when two are chosen at once, from two windows", async () => {
    const { proposal, link, starts } = await offer();
    const page = await openLink(link);
    await Promise.all(
      starts.slice(0, 3).map(async (startsAt) => await sendForm(page, "/pick", { startsAt })),
    );
    await sendForm(page, "/pick", { startsAt: starts[0] ?? "" });
    await settled(walk, proposal.payload.opportunityId);
    expect((await bookings(proposal.caseId)).map(({ status }) => status)).toEqual(["done"]);
  });

  it("loses a race for one time to another candidate, and sees fresh ones", async () => {
    const one = await offer();
    const { database } = walk.running.deps;
    const facts = walk.world.opportunities.find(
      ({ id }) => id === one.proposal.payload.opportunityId,
    );
    const alike = (): string => {
      const id = walk.nextCandidate();
      const other = walk.world.opportunities.find((each) => each.id === id);
      const isAlike = other?.postingId === facts?.postingId && other?.ownerId === facts?.ownerId;
      return isAlike ? id : alike();
    };
    // Somebody at the database gives back what was held: both are offered the same times.
    const giveBack = async (): Promise<void> => {
      await database.query(
        "update reservations set released_at = now() where effect_id is null and released_at is null",
      );
    };
    await giveBack();
    const two = await offer(alike());
    await giveBack();
    const both = one.starts.filter((startsAt) => two.starts.includes(startsAt));
    const [startsAt = ""] = both;
    expect(both.length).toBeGreaterThan(0);
    await Promise.all([pick(one.link, startsAt), pick(two.link, startsAt)]);
    await settled(walk, one.proposal.payload.opportunityId, two.proposal.payload.opportunityId);
    const pages = [await openLink(one.link), await openLink(two.link)];
    const won = pages.filter(({ words }) => words.includes("I will be there"));
    const lost = pages.filter(({ words }) => words.includes("was taken a moment before"));
    expect([won.length, lost.length]).toEqual([1, 1]);
    expect(lost[0]?.html).not.toContain(`value="${startsAt}"`);
    expect(lost[0]?.html).toMatch(/name="startsAt"\s+value="20/);
  });

  it("may choose nothing that was not offered, and nothing once the offer has ended", async () => {
    const { proposal, link, starts } = await offer();
    const page = await openLink(link);
    await sendForm(page, "/pick", { startsAt: "2026-11-24T03:00:00Z" });
    expect((await post(`${link}/pick`, { startsAt: "soon" })).status).toBe(400);
    expect(await bookings(proposal.caseId)).toEqual([]);
    await walk.running.deps.database.query("update proposals set expires_at = $2 where id = $1", [
      proposal.id,
      walk.running.deps.clock.now().toString(),
    ]);
    const ended = await sendForm(page, "/pick", { startsAt: starts[0] ?? "" });
    expect(ended.words).toContain("no time to choose at the moment");
    await settled(walk, proposal.payload.opportunityId);
    expect(await bookings(proposal.caseId)).toEqual([]);
  });

  it("is a person's affair once the times have passed and nothing was chosen", async () => {
    const { proposal, link } = await offer();
    const { database, clock } = walk.running.deps;
    await database.query("update proposals set expires_at = $2 where id = $1", [
      proposal.id,
      clock.now().toString(),
    ]);
    await walk.waitFor("the case to be told", async () => {
      const [row] = await database.query<{ code: string | null }>(
        "select problems #>> '{0,code}' as code from cases where id = $1",
        [proposal.caseId],
      );
      return row?.code === "offer_unanswered";
    });
    expect((await openLink(link)).words).toContain("Tell us when you could");
  });

  it("is asked about again by a person when the mode has become stricter since", async () => {
    await walk.api.setMode("managed");
    const opportunityId = walk.nextCandidate();
    await walk.moveStage(opportunityId, "phoneScreen");
    await settled(walk, opportunityId);
    const case_ = await walk.api.caseOf(opportunityId);
    const made = await walk.api.proposal(case_?.proposals[0]?.id ?? "");
    expect(made.decision).toMatchObject({ decision: "perform", by: "policy" });
    const { link, starts } = await sent(made);
    await walk.api.setMode("assisted");
    await pick(link, starts[0] ?? "");
    await settled(walk, opportunityId);
    const [booking] = await bookings(made.caseId);
    expect(booking?.status).toBe("waiting");
    expect((await openLink(link)).words).toContain("We are booking your time");
    if (booking) await walk.api.approve(booking);
    if (booking) await untilProposal(walk, booking, "done");
    expect((await openLink(link)).words).toContain("I will be there");
  });

  it("is asked about where a rule names who decides on bookings, as trying that rule has shown before", async () => {
    const policy = z.looseObject({}).parse((await walk.api.send("GET", "/api/policy")).body);
    const { version: _, ...present } = policy;
    const answer = { do: "ask", of: ["admin"] };
    const rules = [{ kinds: ["book_interview"], answer }];
    const tried = { policy: { ...present, rules }, days: 1 };
    const preview = await walk.api.send("POST", "/api/policy/preview", tried);
    expect(preview.body).toMatchObject({
      differences: expect.arrayContaining([
        expect.objectContaining({
          kind: "book_interview",
          before: { do: "perform" },
          after: answer,
        }),
      ]) as unknown,
    });
    const { proposal, link, starts } = await offer();
    expect((await walk.api.send("PUT", "/api/policy", { ...policy, rules })).status).toBe(200);
    await pick(link, starts[0] ?? "");
    await settled(walk, proposal.payload.opportunityId);
    const [booking] = await bookings(proposal.caseId);
    expect([booking?.status, booking?.decision]).toEqual(["waiting", null]);
    const { body } = await walk.api.send("GET", "/api/policy");
    await walk.api.send("PUT", "/api/policy", { ...(body as object), rules: [] });
  });

  it("ends what was offered when they say when they could instead", async () => {
    const { proposal, link } = await offer();
    const { database, clock, texts } = walk.running.deps;
    const page = await openLink(`${link}/availability`);
    const check = await sendForm(page, "/availability", {
      cell: [...page.html.matchAll(/value="(2026-1\d-\d\d\/\w+)"/g)].map(([, cell = ""]) => cell),
      words: "",
    });
    await sendForm(check, "/confirm");
    await settled(walk, proposal.payload.opportunityId);
    const query = { caseId: proposal.caseId, now: clock.now() };
    expect(await findOpenOffer(database, query, texts)).toBeNull();
    expect(await held(proposal.id)).toBe(0);
    const { proposals } = await walk.api.case(proposal.caseId);
    expect(proposals.map(({ kind, status }) => [kind, status])).toContainEqual([
      "offer_times",
      "waiting",
    ]);
  });

  it("reads each interview under its own day where a choice takes several days", async () => {
    const opportunityId = walk.nextCandidate();
    await walk.moveStage(opportunityId, "onsite");
    const waiting = await waitingProposal(walk, opportunityId);
    await walk.api.approve(waiting);
    const { proposal, link } = await sent(await untilProposal(walk, waiting, "done"));
    const { candidate, offer: offered } = proposal.payload;
    const said = (words: string): string => words.replaceAll(/[\s,]+/g, " ");
    const page = await openLink(link);
    const buttons = page.html.split("<button").filter((part) => part.includes('name="startsAt"'));
    const times = offered?.times ?? [];
    expect(times.length).toBeGreaterThan(0);
    for (const time of times) {
      expect(new Set(time.map(({ startsAt }) => startsAt.slice(0, 10))).size).toBe(2);
      const button = buttons.find((each) => each.includes(`value="${time[0]?.startsAt ?? ""}"`));
      for (const session of time) {
        const when = slotInWords(timeOf(session), candidate.zone);
        expect(said(button ?? "")).toContain(said(when));
      }
    }
    await pick(link, times[0]?.[0]?.startsAt ?? "");
    await settled(walk, opportunityId);
    const booked = said((await openLink(link)).words);
    const mail = (await walk.eyes.mailsTo(candidate.email)).at(-1);
    for (const session of times[0] ?? []) {
      const when = slotInWords(timeOf(session), candidate.zone);
      expect(booked).toContain(said(when));
      const [day = "", hours = ""] = when.replace(/ \(.*/, "").split(", ");
      expect(mail?.text).toMatch(new RegExp(`${day} [^\n]*\n${hours}`));
    }
  });
});
