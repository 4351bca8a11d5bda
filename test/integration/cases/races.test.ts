/** Two people decide on the same proposal at the same moment, two hundred times. */
import { expect, it } from "vitest";
import { decideProposal } from "../../../src/cases/decide-proposal.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { bookingOf, openDesk } from "../../support/waiting-proposal.ts";

const RACES = { embedded: 50, postgres: 200 };
const AT_ONCE = 8;

describeEachDatabase("a proposal that two people decide on at once", (open) => {
  const all = RACES[open.kind];
  it(`has one decision and tells its run once, ${all} times out of ${all}`, async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const races = Array.from({ length: all }, (_, index) => index + 1);
    const winners: string[] = [];
    const refusals: unknown[] = [];
    const race = async (number: number): Promise<void> => {
      const { id: proposalId, digest } = await desk.propose(bookingOf(`race ${number}`, number));
      // Half of the races are about the same answer, half about opposite ones; either may be asked first.
      const second: "approve" | "reject" = winners.length % 2 === 0 ? "approve" : "reject";
      const decisions = [
        { by: "Ines", decision: "approve" as const },
        { by: "Jonas", decision: second },
      ];
      const settled = await Promise.allSettled(
        decisions.map(
          async (decision) =>
            await decideProposal(
              { proposalId, digest, role: "recruiter", via: "dashboard", ...decision },
              desk.deps,
            ),
        ),
      );
      for (const [index, one] of settled.entries()) {
        if (one.status === "fulfilled") winners.push(`${proposalId} ${decisions[index]?.by}`);
        else refusals.push(one.reason);
      }
    };
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let one = races.pop(); one !== undefined; one = races.pop()) await race(one);
      }),
    );
    const rows = await database.query<{ won: string; told: number; noted: number }>(
      `select d.proposal_id || ' ' || d.decided_by as won,
         (select count(*)::int from inbox i where i.kind = 'decision'
            and i.data ->> 'proposalId' = d.proposal_id) as told,
         (select count(*)::int from ledger l where l.type = 'decision.made'
            and l.data ->> 'proposalId' = d.proposal_id and l.actor = d.decided_by) as noted
       from decisions d`,
    );
    expect(winners).toHaveLength(all);
    expect(rows.map(({ won }) => won).toSorted()).toEqual(winners.toSorted());
    expect(rows.filter(({ told, noted }) => told !== 1 || noted !== 1)).toEqual([]);
    expect(refusals).toHaveLength(all);
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: "already_decided" });
  });
});
