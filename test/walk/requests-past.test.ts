/** What is asked of a role or a candidate with nothing open here any more: how it ended is told, and nothing is proposed. */
import { afterEach, expect, it } from "vitest";
import { PlainRequestItem } from "../../src/http/api/request-schemas.ts";
import { firstSession } from "../support/booking.ts";
import { bookedScreen, until } from "../support/briefs-walk.ts";
import { describeOneDatabase } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import { proposalFor, settled, untilProposal, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a request about what has ended", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());

  const ask = async (text: string, more: { caseId?: string } = {}) => {
    const { body } = await walk.api.send("POST", "/api/plain-requests", { text, ...more });
    const { id } = PlainRequestItem.parse(body);
    return await walk.waitFor("an answer", async () => {
      const answer = await walk.api.send("GET", `/api/plain-requests/${id}`);
      const found = PlainRequestItem.parse(answer.body);
      return found.answeredAt !== null && found;
    });
  };

  it("tells of a cancelled interview, of a closed case, and of its role", async () => {
    walk = await startWalk(open);
    const { caseId, payload } = await bookedScreen(walk);
    const { opportunityId, candidate, postingTitle } = payload;
    await ask(`cancel ${candidate.name}`);
    const cancellation = await waitingProposal(walk, opportunityId);
    await walk.api.approve(cancellation);
    await untilProposal(walk, cancellation, "done");
    const cancelled = (await ask(`status of ${candidate.name}`)).words.join(" ");
    expect(cancelled).toContain("No interview is booked now.");
    expect(cancelled).toContain("and has been cancelled");

    await walk.moveStage(opportunityId, "newApplicant");
    await settled(walk, opportunityId);
    expect((await walk.api.case(caseId)).status).toBe("closed");
    const ended = await ask(`status of ${candidate.name}`);
    expect(ended).toMatchObject({ kind: "answer", intent: "status", handed: null });
    const words = ended.words.join(" ");
    expect(words).toMatch(/^Phone Screen: closed here on /);
    expect(words).toContain("and has been cancelled");
    expect(words).toContain("The candidate is at another stage now");
    const inSight = await ask("status", { caseId });
    expect(inSight.words).toEqual(ended.words);
    const moved = await ask(`move ${candidate.name} to Friday`);
    expect(moved).toMatchObject({ kind: "asks", handed: null });
    expect(moved.words.join(" ")).toContain("has ended");
    expect(moved.choices).toMatchObject([{ text: `Status of ${candidate.name}` }]);
    const owed = await ask(`who still owes feedback for the ${postingTitle} role?`);
    expect(owed.words[0]).toBe(`Nobody owes feedback for “${postingTitle}”.`);
    // Nothing of them is left once they are for few eyes.
    await walk.running.deps.database.query("update cases set is_confidential = true");
    const hidden = await ask(`status of ${candidate.name}`);
    const unknown = await ask("status of Zebulon Quark");
    expect([hidden.kind, hidden.words]).toEqual([unknown.kind, unknown.words]);
  });

  it("tells who owes feedback of a role of which no case is open", async () => {
    walk = await startWalk(open);
    const booked = await bookedScreen(walk);
    const { postingTitle, candidate } = booked.payload;
    const [writer] = firstSession(booked.payload).panel;
    await until(walk, booked, 0);
    await advance(walk, 0.9);
    const { database } = walk.running.deps;
    await walk.waitFor("what is owed", async () => {
      const owed = await ask(`who owes feedback for ${candidate.name}?`);
      return owed.items.length > 0;
    });
    await database.query("update cases set status = 'closed', closed_at = now()");
    const owed = await ask(`who still owes feedback for the ${postingTitle} role?`);
    expect(owed.words[0]).toMatch(new RegExp(`owed for “${postingTitle}”, by .*${writer?.name}`));
    expect(owed.items.length).toBeGreaterThan(0);
    const theirs = await ask(`remind ${writer?.name} of feedback`);
    expect(theirs.words.join(" ")).toContain("nothing is open here any more");

    const ofRound = await ask("who owes feedback for the phone screen since last month?");
    expect(ofRound.words[0]).toContain("owed for “Phone Screen”, by");
    expect(ofRound.words[1]).toMatch(/^Taken so: interviews since \w+ 1 \w+ \d{4}\.$/);
    expect(ofRound.items).toHaveLength(owed.items.length);
    for (const other of ["for the onsite", "for more than two weeks", "for last month"]) {
      const none = await ask(`who owes feedback ${other}?`);
      expect([other, none.items, none.kind]).toEqual([other, [], "answer"]);
    }
    const open_ = (await proposalFor(walk, walk.nextCandidate())).payload.candidate.name;
    for (const text of [
      `move ${candidate.name} or ${open_} to Friday`,
      `status of ${open_} and ${candidate.name}`,
    ]) {
      const both = await ask(text);
      expect([both.kind, both.handed]).toEqual(["asks", null]);
      expect(both.words[0]).toContain(`what was arranged here for ${candidate.name} has ended`);
      expect(both.choices[0]?.text).toBe(`Status of ${candidate.name}`);
    }
  });

  it("of somebody who is archived after their case had closed tells so, and of nothing that they are owed", async () => {
    walk = await startWalk(open);
    const booked = await bookedScreen(walk);
    const { candidate, opportunityId } = booked.payload;
    await until(walk, booked, 0);
    await advance(walk, 0.9);
    const owes = async (): Promise<number> => (await ask("who owes feedback?")).items.length;
    await walk.waitFor("what is owed", async () => (await owes()) > 0);
    const { database } = walk.running.deps;
    await database.query("update cases set status = 'closed', closed_at = now()");
    await walk.eyes.control("POST", `/opportunities/${opportunityId}/archive`, {});
    await settled(walk, opportunityId);
    expect((await ask(`status of ${candidate.name}`)).words).toContain(
      "In Lever the candidate is archived.",
    );
    expect(await owes()).toBe(0);
    await walk.eyes.control("POST", `/opportunities/${opportunityId}/unarchive`, {});
    await settled(walk, opportunityId);
    const standing = await database.query(
      "select distinct in_lever from cases where opportunity_id = $1",
      [opportunityId],
    );
    expect(standing).toEqual([{ in_lever: "active" }]);
    expect(await owes()).toBeGreaterThan(0);
  });
});
