/** A small company of tests: who is asked of a proposal, by list, page and act. */
import { expect } from "vitest";
import { readWhyNotYours } from "../../src/cases/asked-of.ts";
import { delegate } from "../../src/cases/delegations.ts";
import type { ProposalRecord } from "../../src/cases/records.ts";
import type { Database } from "../../src/db/port.ts";
import type { Role } from "../../src/domain/access.ts";
import { ADMIN } from "../../src/domain/administrator.ts";
import { asAppError } from "../../src/domain/errors.ts";
import type { RuleAnswer } from "../../src/domain/policy.ts";
import { proposalRoutes } from "../../src/http/api/proposal-routes.ts";
import type { DecisionAnswer, ProposalItem } from "../../src/http/api/schemas.ts";
import { type NewToken, createToken, findPrincipal } from "../../src/http/auth/tokens.ts";
import type { Principal } from "../../src/http/auth/principal.ts";
import { readPolicy } from "../../src/policy/store.ts";
import { randomIds } from "../../src/identifiers.ts";
import { openAsking } from "./asking.ts";
import { bookingOf } from "./waiting-proposal.ts";

type Asking = Awaited<ReturnType<typeof openAsking>>;

export const principal = (name: string, role: Role): Principal => ({
  name,
  role,
  scope: null,
  email: null,
  via: "token",
});

export const [ADA, RITA, OMAR, PAULA] = [
  "ada@c.test",
  "rita@c.test",
  "omar@c.test",
  "paula@c.test",
] as const;

export const COMPANY = [
  principal(ADA, "admin"),
  // The operator's own key, where nobody signs in.
  principal(ADMIN, "admin"),
  principal(RITA, "recruiter"),
  principal(OMAR, "recruiter"),
  principal(PAULA, "recruiter"),
  principal("Hana", "hiring_manager"),
];

/** What a route answers to somebody. */
/** The routes of proposals, asked as somebody would. */
export const routesOf = (deps: Asking["deps"]) => {
  const routes = proposalRoutes({ ...deps, stepsOf: () => [] });
  return async <Answer>(
    path: string,
    by: Principal,
    { id, ...part }: { id?: string; query?: object; body?: object },
  ): Promise<Answer> => {
    const route = routes.find((one) => one.path === path);
    if (!route) throw new Error(`no route ${path}`);
    const params = id === undefined ? {} : { id };
    // The routes look at neither request nor response.
    const none = {} as never;
    const call = { params, query: {}, body: undefined, ...part, request: none, response: none };
    return (await route.call({ ...call, principal: by }, deps.reach)) as Answer;
  };
};

/** A small company with a proposal that waits, and who of it may decide. */
export const openCompany = async (database: Database) => {
  const asking = await openAsking(database);
  const { deps, desk, clock } = asking;
  const ask = routesOf(deps);
  for (const { name, role } of COMPANY) {
    if (name !== ADMIN && (role === "admin" || role === "recruiter")) {
      await asking.signIn(name, role);
    }
  }
  let made = 0;
  const propose = async () => {
    made += 1;
    const proposal = await desk.propose(bookingOf(`of ${made}`, made * 2));
    const until = clock.now().add({ hours: 48 }).toString();
    await database.query("update proposals set expires_at = $2 where id = $1", [
      proposal.id,
      until,
    ]);
    return proposal;
  };
  const approve = async ({ id, digest }: ProposalRecord, by: Principal) =>
    await ask<DecisionAnswer>("/api/proposals/{id}/decision", by, {
      id,
      body: { decision: "approve", digest },
    });
  const shownTo = async (by: Principal, { id }: ProposalRecord) => {
    const query = { status: "waiting" };
    const list = await ask<{ items: ProposalItem[] }>("/api/proposals", by, { query });
    const page = await ask<ProposalItem>("/api/proposals/{id}", by, { id });
    const item = list.items.find((one) => one.id === id);
    expect(item?.notYours, `the list and the page for ${by.name}`).toBe(page.notYours);
    expect(await readWhyNotYours(id, by, deps)).toBe(page.notYours);
    return page.notYours;
  };
  /** Tries everybody on a proposal of their own, as `prepare` leaves it. Shape: who may approve it. */
  const whoMay = async (
    prepare: (proposal: ProposalRecord) => Promise<unknown> = async () => {},
  ) => {
    const may: string[] = [];
    for (const by of COMPANY) {
      const proposal = await propose();
      await prepare(proposal);
      const whyNot = await shownTo(by, proposal);
      const refused = await approve(proposal, by).then(
        () => null,
        (thrown: unknown) => asAppError(thrown).message,
      );
      // Who may not decide at all is refused by their role, whatever it is that waits.
      if (by.role === "hiring_manager") expect(whyNot).toMatch(/^This waits for /);
      else expect(refused, `the act of ${by.name}`).toBe(whyNot);
      expect(refused === null).toBe(whyNot === null);
      if (refused === null) may.push(by.name);
    }
    return may;
  };
  const rule = async (answer: RuleAnswer) => await asking.askOf(answer);
  /** A rule as it could be made before people were named by their addresses. */
  const ruleFromBefore = async (answer: RuleAnswer) => {
    const { policy, version } = await readPolicy(database);
    const rules = JSON.stringify({ ...policy, rules: [{ answer }] });
    await database.query(
      "insert into policies (version, policy, created_by, created_at) values ($1, $2, 'admin', $3)",
      [version + 1, rules, clock.now().toString()],
    );
  };
  const signIn = async (who: Pick<NewToken, "name" | "email" | "person">): Promise<Principal> => {
    const validFor = Temporal.Duration.from({ hours: 900 });
    const token = { ...who, role: "recruiter", kind: "token", validFor } as const;
    const secret = await createToken(token, { ...deps, ids: randomIds });
    const found = await findPrincipal({ secret }, { ...deps, ids: randomIds });
    if (!found) throw new Error("a token that was just made is not known");
    return found;
  };
  const away = async (person: string, other: string) => {
    const now = clock.now();
    const said = { person, delegate: other, from: now, until: now.add({ hours: 240 }) };
    await delegate({ ...said, saidBy: person }, { database, clock, ids: randomIds });
  };
  /** As it was found in calendars. */
  const outOfOffice = async ({ id }: ProposalRecord, people: readonly string[]) => {
    for (const person of people) {
      await database.query(
        "insert into asked_absences (proposal_id, person, is_away, at) values ($1, $2, true, $3)",
        [id, person, clock.now().toString()],
      );
    }
  };
  const by = (name: string): Principal => {
    const found = COMPANY.find((one) => one.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  return {
    asking,
    propose,
    approve,
    shownTo,
    whoMay,
    rule,
    ruleFromBefore,
    signIn,
    away,
    outOfOffice,
    by,
  };
};

export const DECIDERS = [ADA, ADMIN, RITA, OMAR, PAULA];
