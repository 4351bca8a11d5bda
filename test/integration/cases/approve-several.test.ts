/** One person approves several proposals at once: each by itself, and what cannot be approved is left out with its reason. */
import { expect, it } from "vitest";
import { approveSeveral } from "../../../src/cases/approve-several.ts";
import { decideProposal } from "../../../src/cases/decide-proposal.ts";
import { getDecision } from "../../../src/cases/decisions.ts";
import { getProposal } from "../../../src/cases/proposals.ts";
import type { ProposalRecord } from "../../../src/cases/records.ts";
import { SeveralApprovals } from "../../../src/http/api/several-routes.ts";
import { openAsking } from "../../support/asking.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { bookingOf } from "../../support/waiting-proposal.ts";

const seenOf = ({ id, digest }: ProposalRecord) => ({ id, digest });

describeOneDatabase("embedded", "several approvals at once", (open) => {
  it("are each decided by itself, and leave out what changed, was decided or has a digest that nobody has now", async () => {
    await using asking = await openAsking(await open());
    const { desk, deps } = asking;
    const [one, two, three, four] = [
      await desk.propose(bookingOf("one")),
      await desk.propose(bookingOf("two", 2)),
      await desk.propose(bookingOf("three", 4)),
      await desk.propose(bookingOf("four", 6)),
    ];
    const { texts } = bookingOf("three");
    const edited = await decideProposal(
      {
        proposalId: three.id,
        digest: three.digest,
        decision: "edit",
        edit: { texts: { ...texts, leverNote: `${texts.leverNote}\n\nAnd a word.` } },
        by: "Omar",
        role: "admin",
        via: "dashboard",
      },
      deps,
    );
    const seen = [one, { ...two, digest: "0".repeat(64) }, three, four].map(seenOf);
    const decider = { name: "Rita", role: "recruiter", scope: null } as const;
    const outcomes = await approveSeveral(
      { seen: [...seen, { id: "nothing_1", digest: "x" }], decider, via: "dashboard" },
      deps,
    );
    expect(outcomes.map(({ outcome, code }) => [outcome, code])).toEqual([
      ["approved", null],
      ["left_out", "stale_proposal"],
      ["left_out", "already_decided"],
      ["approved", null],
      ["left_out", "not_found"],
    ]);
    expect(outcomes[1]?.why).toContain("has changed since you saw it");
    const statuses = [];
    for (const id of [one.id, two.id, edited.proposal.id, four.id]) {
      statuses.push((await getProposal(deps.database, id))?.status);
    }
    expect(statuses).toEqual(["approved", "waiting", "waiting", "approved"]);
    expect(await getDecision(deps.database, four.id)).toMatchObject({
      decision: "approve",
      decidedBy: "Rita",
      via: "dashboard",
    });
  });

  it("hold to whom a rule asks, to four eyes and to reach", async () => {
    await using asking = await openAsking(await open());
    const { desk, deps } = asking;
    const [rita = "", omar = ""] = asking.people;
    await asking.signIn(rita);
    await asking.signIn(omar);
    await asking.askOf({ do: "ask", people: [rita, omar], fourEyes: true });
    const all = [await desk.propose(bookingOf("one")), await desk.propose(bookingOf("two", 2))].map(
      seenOf,
    );
    const approveAs = async (
      name: string,
      scope: { teams: string[]; requisitions: string[] } | null = null,
    ) =>
      (
        await approveSeveral(
          { seen: all, decider: { name, role: "recruiter", scope }, via: "dashboard" },
          deps,
        )
      ).map(({ outcome, code }) => code ?? outcome);
    expect(await approveAs("Nobody")).toEqual(["forbidden", "forbidden"]);
    expect(await approveAs(rita, { teams: ["Elsewhere"], requisitions: [] })).toEqual([
      "not_found",
      "not_found",
    ]);
    expect(await approveAs(rita)).toEqual(["first", "first"]);
    expect(await approveAs(omar)).toEqual(["approved", "approved"]);
  });

  it("never take what needs a look of its own", async () => {
    await using asking = await openAsking(await open());
    const { desk, deps } = asking;
    const move = await desk.propose(bookingOf("one"));
    await deps.database.query("update proposals set kind = 'move_stage' where id = $1", [move.id]);
    const decider = { name: "Rita", role: "admin", scope: null } as const;
    const [outcome] = await approveSeveral(
      { seen: [seenOf(move)], decider, via: "dashboard" },
      deps,
    );
    expect(outcome).toMatchObject({ outcome: "left_out", code: "forbidden" });
    expect((await getProposal(deps.database, move.id))?.status).toBe("waiting");
  });

  it("are at least one, at most fifty, and each named once", () => {
    const many = (count: number) => ({
      seen: Array.from({ length: count }, (_, index) => ({ id: `p${index}`, digest: "d" })),
    });
    const fits = (sent: unknown): boolean => SeveralApprovals.safeParse(sent).success;
    expect([0, 1, 50, 51].map((count) => fits(many(count)))).toEqual([false, true, true, false]);
    const twice = [...many(1).seen, ...many(1).seen];
    expect(fits({ seen: twice })).toBe(false);
  });
});
