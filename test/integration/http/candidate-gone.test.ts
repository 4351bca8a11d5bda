import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { type Shown, formIn, openLink, post } from "../../support/candidate-page.ts";
import { bookPage, saidOn, startPageWalk } from "../../support/booked-page.ts";
import { describePostgres } from "../../support/database.ts";
import { settled } from "../../support/story.ts";
import type { Walk } from "../../support/walk.ts";

const OTHER_ACTS = ["confirm", "needs", "move", "availability"] as const;
const ENDING_ACTS = ["cancel", "person"] as const;

describePostgres("the page of a candidate who is no longer in Lever, or archived", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startPageWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  /** A recruiter does it in Lever, and we have heard of it. */
  const inLever = async ({ payload }: ProposalDetail, what: string): Promise<void> => {
    await walk.eyes.control("POST", `/opportunities/${payload.opportunityId}/${what}`, {});
    await settled(walk, payload.opportunityId);
  };
  /** What Lever has deleted, Convene erases within seconds. */
  const erased = async ({ caseId }: ProposalDetail): Promise<void> => {
    const { database } = walk.running.deps;
    await walk.waitFor("the erasure", async () => {
      const [row] = await database.query(
        "select 1 as ok from cases where id = $1 and erased_at is not null",
        [caseId],
      );
      return row !== undefined;
    });
  };
  const textsOf = async ({ caseId }: ProposalDetail): Promise<number> => {
    const rows = await walk.running.deps.database.query(
      "select 1 as ok from texts t join cases c on c.candidate = t.candidate where c.id = $1",
      [caseId],
    );
    return rows.length;
  };
  /** All that the page can send, from forms as they were shown before. Shape: statuses by act. */
  const send = async (
    page: Shown,
    { link }: { link: string },
    acts: readonly string[],
  ): Promise<Record<string, number>> => {
    const { hidden } = formIn(page, "/person");
    const fields = { ...hidden, needs: "Captions", reason: "An exam", words: "friday 10-12" };
    const sent: Record<string, number> = {};
    for (const act of acts) sent[act] = (await post(`${link}/${act}`, fields)).status;
    return sent;
  };
  const allOf = (acts: readonly string[], status: number): Record<string, number> =>
    Object.fromEntries(acts.map((act) => [act, status]));

  it("shows nothing and takes nothing once they were deleted, whatever is booked", async () => {
    const booked = await bookPage(walk);
    const before = await openLink(booked.link);
    const draft = await post(`${booked.link}/availability`, {
      ...formIn(before, "/person").hidden,
      words: "friday 10-12",
    });
    await inLever(booked, "delete");
    await erased(booked);
    const after = await openLink(booked.link);
    expect(after.status).toBe(410);
    for (const { name, panel } of booked.payload.sessions) {
      expect(after.words).not.toContain(name);
      for (const person of panel) expect(after.words).not.toContain(person.name);
    }
    for (const path of ["/interview.ics", "/availability"]) {
      expect((await openLink(`${booked.link}${path}`)).status).toBe(410);
    }
    const acts = [...OTHER_ACTS, ...ENDING_ACTS];
    expect(await send(before, booked, acts)).toEqual(allOf(acts, 410));
    const confirm = new URL(formIn(draft, "/confirm").action, booked.link).toString();
    expect((await post(confirm, {})).status).toBe(410);
    expect([await saidOn(walk, booked), await textsOf(booked)]).toEqual([[], 0]);
  });

  it("shows the time of who was archived until it is cancelled, and takes no more than that they cancel or ask for a person", async () => {
    const booked = await bookPage(walk);
    const before = await openLink(booked.link);
    await inLever(booked, "archive");
    const after = await openLink(booked.link);
    expect(after.words).toContain(booked.payload.sessions[0]?.panel[0]?.name);
    for (const act of ["/confirm", "/needs", "/move"]) {
      expect(() => formIn(after, act)).toThrow("no form");
    }
    expect(await send(before, booked, OTHER_ACTS)).toEqual(allOf(OTHER_ACTS, 400));
    expect((await openLink(`${booked.link}/availability`)).status).toBe(400);
    expect(await send(after, booked, ENDING_ACTS)).toEqual(allOf(ENDING_ACTS, 200));
    await settled(walk, booked.payload.opportunityId);
    expect(await saidOn(walk, booked)).toEqual(["wants_cancel", "wants_person"]);
    await inLever(booked, "delete");
    await erased(booked);
    expect((await openLink(booked.link)).status).toBe(410);
  });

  it("shows nothing and takes nothing once they were anonymized", async () => {
    const booked = await bookPage(walk);
    const before = await openLink(booked.link);
    await inLever(booked, "anonymize");
    // Lever tells of the next change alone.
    await inLever(booked, "archive");
    await erased(booked);
    expect((await openLink(booked.link)).status).toBe(410);
    expect(await send(before, booked, ENDING_ACTS)).toEqual(allOf(ENDING_ACTS, 410));
    expect((await walk.api.case(booked.caseId)).status).toBe("closed");
  });

  it("takes nothing of who was anonymized without a word from Lever, and shows nothing from then on", async () => {
    const booked = await bookPage(walk);
    const before = await openLink(booked.link);
    await inLever(booked, "anonymize");
    const texts = await textsOf(booked);
    const acts = [...OTHER_ACTS, ...ENDING_ACTS];
    expect(await send(before, booked, acts)).toEqual(allOf(acts, 400));
    expect([await saidOn(walk, booked), await textsOf(booked)]).toEqual([[], texts]);
    expect((await openLink(booked.link)).words).toContain("no longer needed");
  });

  it("is as it was once they are back", async () => {
    const booked = await bookPage(walk);
    await inLever(booked, "archive");
    await inLever(booked, "unarchive");
    const back = await openLink(booked.link);
    expect(await send(back, booked, OTHER_ACTS)).toEqual(allOf(OTHER_ACTS, 200));
    expect(await saidOn(walk, booked)).toEqual(["confirmed", "needs", "wants_move"]);
  });
});
