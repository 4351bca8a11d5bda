/** An offer that is approved days after it was proposed: what has passed or is too near by then is offered nowhere. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { spanOf } from "../../src/domain/itinerary.ts";
import { slotInWords } from "../../src/domain/time.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { linkInMail, openLink } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved } from "../support/declined.ts";
import { advance } from "../support/nothing-fits.ts";
import { proposalFor, untilProposal, waitingProposal } from "../support/story.ts";
import { OFFER_PLANS, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "an offer that was approved late", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300, env: { PLANS_DIR: OFFER_PLANS } });
  });
  afterAll(async () => {
    await walk.close();
  });

  const spansOf = ({ payload }: ProposalDetail) => (payload.offer?.times ?? []).map(spanOf);
  const hoursUntil = (instant: Temporal.Instant): number =>
    walk.running.deps.clock.now().until(instant).total("hours");
  /** Until a moment, as the company's clock tells it. */
  const passTo = async (instant: Temporal.Instant): Promise<void> => {
    await advance(walk, hoursUntil(instant));
  };

  it("names the same times in its mail and on its page, and none that is past", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const spans = spansOf(waiting);
    const [first, second] = spans;
    if (!first || !second) throw new Error("nothing to choose from");
    await passTo(first.startsAt.subtract({ minutes: 90 }));
    const sent = await approved(walk, await walk.api.proposal(waiting.id));
    const { candidate, offer } = sent.payload;
    const [mail] = await walk.eyes.mailsTo(candidate.email);
    const page = await openLink(await linkInMail(walk, candidate.email));
    const told = spans.filter((span) => mail?.text.includes(slotInWords(span, candidate.zone)));
    const shown = spans.filter(({ startsAt }) =>
      page.html.includes(`value="${startsAt.toString()}"`),
    );
    expect(told).toEqual(shown);
    expect(told).toEqual(spans.slice(spans.length - told.length));
    expect(told.length).toBeGreaterThan(0);
    expect(told).not.toContainEqual(first);
    for (const { startsAt } of told) expect(hoursUntil(startsAt)).toBeGreaterThan(1.9);
    expect(sent.rendered.mail.text).not.toContain(slotInWords(first, candidate.zone));
    const until = Temporal.Instant.from(offer?.until ?? "");
    const isSooner = told.some(
      ({ startsAt }) => Temporal.Instant.compare(startsAt.subtract({ hours: 2 }), until) < 0,
    );
    expect(mail?.text.includes("but each no longer than")).toBe(isSooner);
    expect(page.words.includes("Each can be chosen until")).toBe(isSooner);
  });

  it("can be decided on as long as one of its times is left, and no longer", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const until = Temporal.Instant.from(waiting.payload.offer?.until ?? "");
    const expiresAt = Temporal.Instant.from(waiting.expiresAt);
    expect(Temporal.Instant.compare(expiresAt, until)).toBeLessThanOrEqual(0);
    const last = spansOf(waiting).at(-1);
    if (!last) throw new Error("nothing to choose from");
    expect(expiresAt.until(last.startsAt).total("hours")).toBeGreaterThanOrEqual(2);
  });

  it("whose times have all passed while everything was held up is looked for anew", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    await walk.api.send("POST", "/api/control/pause");
    await walk.api.approve(waiting);
    const last = spansOf(waiting).at(-1);
    if (!last) throw new Error("nothing to choose from");
    await passTo(last.startsAt);
    await walk.api.send("POST", "/api/control/resume");
    const failed = await untilProposal(walk, waiting, "failed");
    expect(await walk.eyes.mailsTo(waiting.payload.candidate.email)).toEqual([]);
    const again = await waitingProposal(walk, failed.payload.opportunityId);
    expect(again.kind).toBe("offer_times");
    for (const { startsAt } of spansOf(again)) expect(hoursUntil(startsAt)).toBeGreaterThan(0);
  });
});
