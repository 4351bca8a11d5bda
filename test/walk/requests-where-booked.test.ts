/** A request to move something, held against where it is booked now: what does not agree is asked, and proposes nothing. */
import { afterEach, expect, it } from "vitest";
import { PlainRequestItem } from "../../src/http/api/request-schemas.ts";
import { firstSession } from "../support/booking.ts";
import { bookedScreen } from "../support/briefs-walk.ts";
import { describeOneDatabase } from "../support/database.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a request to move what is booked", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());

  const ask = async (text: string, more: { caseId?: string } = {}) => {
    const { body } = await walk.api.send("POST", "/api/plain-requests", { text, ...more });
    const { id } = PlainRequestItem.parse(body);
    return await walk.waitFor("an answer", async () => {
      const answer = await walk.api.send("GET", `/api/plain-requests/${id}`);
      const item = PlainRequestItem.parse(answer.body);
      const isDone =
        item.answeredAt !== null && (item.handed === null || item.handed.note !== null);
      return isDone && item;
    });
  };

  it("asks where what is booked is not where it is said to be, or is there already", async () => {
    walk = await startWalk(open);
    const booked = await bookedScreen(walk);
    const { name } = booked.payload.candidate;
    const { zone } = walk.running.deps.company;
    const { startsAt } = firstSession(booked.payload);
    const day = Temporal.Instant.from(startsAt)
      .toZonedDateTimeISO(zone)
      .toLocaleString("en-GB", { day: "numeric", month: "long" });
    const elsewhere = await ask(`move ${name}'s 4am to 3pm`);
    expect(elsewhere).toMatchObject({ kind: "asks", handed: null });
    expect(elsewhere.words.join(" ")).toContain("not when you say it is");
    const there = await ask(`move ${name} to ${day}`);
    expect(there).toMatchObject({ kind: "asks", handed: null });
    expect(there.words.join(" ")).toContain("It is booked then already");
    const standing = await walk.api.caseOf(booked.payload.opportunityId);
    expect(standing?.proposals.map(({ kind }) => kind)).not.toContain("change_booking");
    const [choice] = there.choices;
    expect(choice?.text).toBe(`Find another time for ${name} to ${day.toLowerCase()}`);
    const another = await ask(choice?.text ?? "", { caseId: booked.caseId });
    expect(another.handed?.proposals).toMatchObject([{ kind: "change_booking" }]);
    const [moved] = another.handed?.proposals ?? [];
    const { payload } = await walk.api.proposal(moved?.id ?? "");
    const after = firstSession(payload).startsAt;
    expect(after).not.toBe(startsAt);
    expect(after.slice(0, 10)).toBe(startsAt.slice(0, 10));
  });
});
