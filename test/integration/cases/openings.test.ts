/** Whether whoever decides had it before them: noted where it is read, told of each person, and forgotten. */
import { expect, it } from "vitest";
import { decideProposal } from "../../../src/cases/decide-proposal.ts";
import { forgetOpenings, listDecisionsMade } from "../../../src/cases/openings.ts";
import type { ProposalRecord } from "../../../src/cases/records.ts";
import type { ApprovalOutcomes } from "../../../src/http/api/several-routes.ts";
import { severalRoutes } from "../../../src/http/api/several-routes.ts";
import { OVERSIGHT_DAYS, oversightOf } from "../../../src/policy/oversight.ts";
import { OMAR, PAULA, RITA, openCompany, routesOf } from "../../support/asked-company.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { bookingOf } from "../../support/waiting-proposal.ts";

describeOneDatabase("embedded", "how people decide", (open) => {
  const begin = async () => {
    const company = await openCompany(await open());
    const { deps, clock } = company.asking;
    const ask = routesOf(deps);
    const { database } = deps;
    return {
      ...company,
      clock,
      database,
      deps,
      read: async (id: string, name: string) =>
        await ask<ProposalRecord>("/api/proposals/{id}", company.by(name), { id }),
      made: async () =>
        (await listDecisionsMade(database, clock.now())).map(({ at, openedAt, ...one }) => ({
          ...one,
          seconds: openedAt && openedAt.until(at).total("seconds"),
        })),
    };
  };

  it("is from first opening the page, or without it", async () => {
    const company = await begin();
    await using _ = company.asking;
    const { clock, read, propose, approve, by, made } = company;
    const [opened, unopened] = [await propose(), await propose()];
    await read(opened.id, RITA);
    clock.advance({ seconds: 20 });
    await read(opened.id, RITA);
    await read(opened.id, OMAR);
    // Whoever may not decide is nobody whose look counts.
    await read(unopened.id, "Hana");
    clock.advance({ seconds: 10 });
    await approve(opened, by(RITA));
    clock.advance({ seconds: 10 });
    await approve(unopened, by(RITA));
    const usual = { person: RITA, kind: "book_interview", decision: "approve", isOfEdit: false };
    expect(await made()).toEqual([
      { ...usual, seconds: 30, isUnopened: false },
      { ...usual, seconds: null, isUnopened: true },
    ]);
    // What waits no more is opened by nobody afterwards.
    await read(unopened.id, RITA);
    expect((await made())[1]).toMatchObject({ isUnopened: true });
  });

  it("of an edit is from opening what it was made from, and in Slack nobody can tell", async () => {
    const company = await begin();
    await using _ = company.asking;
    const { clock, read, propose, made, deps } = company;
    const first = await propose();
    await read(first.id, RITA);
    clock.advance({ seconds: 40 });
    const decide = async (
      { id: proposalId, digest }: ProposalRecord,
      how: { edit?: { texts: { mailSubject: string } }; via?: "slack"; by: string },
    ) => {
      const decision = how.edit ? "edit" : "approve";
      const said = { proposalId, digest, decision, role: "recruiter", via: "dashboard" } as const;
      return (await decideProposal({ ...said, ...how }, deps)).proposal;
    };
    const edited = await decide(first, {
      by: RITA,
      edit: { texts: { mailSubject: `${bookingOf("one").texts.mailSubject}, upstairs` } },
    });
    clock.advance({ seconds: 2 });
    await decide(edited, { by: RITA });
    clock.advance({ seconds: 2 });
    await decide(await propose(), { by: OMAR, via: "slack" });
    expect(await made()).toMatchObject([
      { person: RITA, decision: "edit", seconds: 40, isUnopened: false },
      { person: RITA, decision: "approve", seconds: 42, isUnopened: false, isOfEdit: true },
      { person: OMAR, decision: "approve", seconds: null, isUnopened: false },
    ]);
  });

  it("is of the person, by whatever sign-in, and of both of two", async () => {
    const company = await begin();
    await using _ = company.asking;
    const { clock, read, propose, approve, rule, signIn, by, made } = company;
    const laptop = await signIn({ name: "laptop", email: RITA });
    await rule({ do: "ask", fourEyes: true });
    const waiting = await propose();
    await read(waiting.id, RITA);
    clock.advance({ seconds: 15 });
    await approve(waiting, laptop);
    clock.advance({ seconds: 15 });
    await approve(waiting, by(PAULA));
    const told = await made();
    expect(told).toMatchObject([
      { person: "laptop", seconds: 15, isUnopened: false },
      { person: PAULA, seconds: null, isUnopened: true },
    ]);
    clock.advance({ seconds: 15 });
    await approve(await propose(), by(RITA));
    expect((await made()).map(({ person }) => person)).toEqual(["laptop", PAULA, "laptop"]);
  });

  it("of several is from when they were read together", async () => {
    const company = await begin();
    await using _ = company.asking;
    const { clock, propose, by, deps, database } = company;
    const routes = severalRoutes(deps);
    const ask = async <Answer>(path: string, call: object): Promise<Answer> => {
      const route = routes.find((one) => one.path === path);
      if (!route) throw new Error(`no route ${path}`);
      const none = {} as never;
      const all = { params: {}, query: {}, body: undefined, request: none, response: none };
      return (await route.call({ ...all, principal: by(RITA), ...call }, deps.reach)) as Answer;
    };
    const all = [await propose(), await propose(), await propose()];
    for (const { id } of all) await ask("/api/proposals/{id}/content", { params: { id } });
    clock.advance({ seconds: 60 });
    const seen = all.map(({ id, digest }) => ({ id, digest }));
    const { items } = await ask<ApprovalOutcomes>("/api/proposals/approvals", { body: { seen } });
    expect(items.map(({ outcome }) => outcome)).toEqual(["approved", "approved", "approved"]);
    const [line] = oversightOf(await listDecisionsMade(database, clock.now()));
    expect(line).toMatchObject({ person: RITA, approvals: 3, timed: 3, medianSeconds: 20 });
  });

  it("is forgotten when it is measured no more", async () => {
    const company = await begin();
    await using _ = company.asking;
    const { clock, database, read, propose } = company;
    await read((await propose()).id, RITA);
    const count = async () => await database.query("select 1 from proposal_openings");
    await forgetOpenings(database, clock.now());
    expect(await count()).toHaveLength(1);
    clock.advance({ hours: OVERSIGHT_DAYS * 24 + 1 });
    await forgetOpenings(database, clock.now());
    expect(await count()).toHaveLength(0);
  });
});
