/** Who is told that a proposal waits for them, on lists and on its page, is who may approve it; everybody else is told why not, in the
 * words with which they would be refused. */
import { expect, it } from "vitest";
import { readWhyNotYours } from "../../../src/cases/asked-of.ts";
import { delegate, listDelegations } from "../../../src/cases/delegations.ts";
import type { ProposalRecord } from "../../../src/cases/records.ts";
import type { Database } from "../../../src/db/port.ts";
import type { Role } from "../../../src/domain/access.ts";
import { ADMIN } from "../../../src/domain/administrator.ts";
import { asAppError } from "../../../src/domain/errors.ts";
import type { RuleAnswer } from "../../../src/domain/policy.ts";
import { proposalRoutes } from "../../../src/http/api/proposal-routes.ts";
import type { DecisionAnswer, ProposalItem } from "../../../src/http/api/schemas.ts";
import { removeAccount, setAccess } from "../../../src/http/auth/accounts.ts";
import { type NewToken, createToken, findPrincipal } from "../../../src/http/auth/tokens.ts";
import type { Principal } from "../../../src/http/auth/principal.ts";
import { readPolicy } from "../../../src/policy/store.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { openAsking } from "../../support/asking.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { bookingOf } from "../../support/waiting-proposal.ts";

type Asking = Awaited<ReturnType<typeof openAsking>>;

const principal = (name: string, role: Role): Principal => ({
  name,
  role,
  scope: null,
  email: null,
  via: "token",
});

const [ADA, RITA, OMAR, PAULA] = [
  "ada@c.test",
  "rita@c.test",
  "omar@c.test",
  "paula@c.test",
] as const;

const COMPANY = [
  principal(ADA, "admin"),
  // The operator's own key, where nobody signs in.
  principal(ADMIN, "admin"),
  principal(RITA, "recruiter"),
  principal(OMAR, "recruiter"),
  principal(PAULA, "recruiter"),
  principal("Hana", "hiring_manager"),
];

/** What a route answers to somebody. */
const routesOf = (deps: Asking["deps"]) => {
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

const open = async (database: Database) => {
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

const DECIDERS = [ADA, ADMIN, RITA, OMAR, PAULA];

describeOneDatabase("embedded", "a proposal that waits", (openDatabase) => {
  it("is shown as theirs to whom a rule asks, and to nobody else", async () => {
    const { asking, whoMay, rule, shownTo, propose, by } = await open(await openDatabase());
    await using _ = asking;
    expect(await whoMay()).toEqual(DECIDERS);
    await rule({ do: "ask", of: ["recruiter"] });
    expect(await whoMay()).toEqual([RITA, OMAR, PAULA]);
    await rule({ do: "ask", of: ["admin"], people: [RITA] });
    expect(await whoMay()).toEqual([ADA, ADMIN, RITA]);
    await rule({ do: "ask", people: [RITA], hours: 4, afterwards: "ask_admins" });
    expect(await whoMay()).toEqual([RITA]);
    const waiting = await propose();
    expect(await shownTo(by(ADA), waiting)).toBe(
      `This waits for ${RITA}, and 4 hours after it was proposed for any admin as well: a rule of the policy asks for them. You can still reject it.`,
    );
    asking.clock.advance({ hours: 5 });
    expect(await shownTo(by(ADA), waiting)).toBe(null);
    expect(await shownTo(by(OMAR), waiting)).toContain("and by now for any admin as well");
  });

  it("is everybody's who may decide where policy asks nobody", async () => {
    const { asking, whoMay, rule } = await open(await openDatabase());
    await using _ = asking;
    await rule({ do: "perform", afterMinutes: 30 });
    expect(await whoMay()).toEqual(DECIDERS);
    await rule({ do: "observe" });
    expect(await whoMay()).toEqual(DECIDERS);
  });

  it("is their delegate's too, and admins' where nobody is left whom the rule asks", async () => {
    const database = await openDatabase();
    const { asking, whoMay, rule, away, shownTo, propose, by } = await open(database);
    await using _ = asking;
    await rule({ do: "ask", people: [RITA] });
    await away(RITA, OMAR);
    expect(await whoMay()).toEqual([RITA, OMAR]);
    expect(await shownTo(by(PAULA), await propose())).toContain(
      `This waits for ${RITA}, or ${OMAR} in place of ${RITA}: a rule`,
    );
    await database.query("update api_tokens set revoked_at = now() where name = $1", [RITA]);
    const waiting = await propose();
    const yours = [];
    for (const one of COMPANY.filter(({ name }) => name !== RITA)) {
      if ((await shownTo(one, waiting)) === null) yours.push(one.name);
    }
    expect(yours).toEqual([ADA, ADMIN]);
    expect(await shownTo(by(PAULA), waiting)).toContain("nobody can decide any more");
    await away(ADA, PAULA);
    expect(await shownTo(by(PAULA), waiting)).toBe(null);
  });

  it("is admins' as well while all whom a rule asks first are out of office, and for nobody else", async () => {
    const { asking, whoMay, rule, away, outOfOffice, shownTo, propose, by } = await open(
      await openDatabase(),
    );
    await using _ = asking;
    const off = (...people: string[]) => {
      return async (proposal: ProposalRecord) => await outOfOffice(proposal, people);
    };
    await rule({ do: "ask", people: ["Rita", "Omar"], hours: 4, afterwards: "ask_admins" });
    expect(await whoMay(off("Rita"))).toEqual(["Rita", "Omar"]);
    expect(await whoMay(off("Rita", "Omar"))).toEqual(["Ada", ADMIN, "Rita", "Omar"]);
    // What is known of one proposal counts for no other, in the list as in the act.
    expect(await whoMay()).toEqual(["Rita", "Omar"]);
    const waiting = await propose();
    expect(await shownTo(by("Paula"), waiting)).toContain("4 hours after it was proposed");
    await outOfOffice(waiting, ["Rita", "Omar"]);
    expect(await shownTo(by("Paula"), waiting)).toContain("and by now for any admin as well");
    // Their delegate holds it while they are there, and an admin's delegate is asked with the admin.
    await away("Ada", "Paula");
    expect(await shownTo(by("Paula"), waiting)).toBe(null);
    await away("Rita", "Paula");
    expect(await shownTo(by("Ada"), waiting)).toContain("4 hours after it was proposed");
    await outOfOffice(waiting, ["Paula"]);
    expect(await shownTo(by("Ada"), waiting)).toBe(null);
    // Whoever a rule asks no more says nothing by being away.
    await rule({ do: "ask", people: ["Rita"], hours: 4, afterwards: "end" });
    expect(await whoMay(off("Rita", "Omar"))).toEqual(["Rita", "Paula"]);
  });

  it("is not for the first of two again, nor for whoever acts in their place", async () => {
    const { asking, whoMay, rule, away, approve, by } = await open(await openDatabase());
    await using _ = asking;
    await rule({ do: "ask", people: [RITA, ADA], fourEyes: true });
    await away(RITA, OMAR);
    const first = async (proposal: ProposalRecord) => await approve(proposal, by(RITA));
    expect(await whoMay(first)).toEqual([ADA]);
  });

  it("is never asked of whoever has only been given a name, and of a person by id or address", async () => {
    const { asking, rule, shownTo, signIn, propose } = await open(await openDatabase());
    await using _ = asking;
    const real = { name: "grace@c.test", email: "grace@c.test", person: "user_grace" };
    const namesake = { name: "grace.h@c.test", email: "grace.h@c.test", person: "user_namesake" };
    const three = [
      await signIn(real),
      await signIn(namesake),
      await signIn({ name: "Grace Hopper", email: null, person: null }),
    ];
    const asked = async (people: string[]) => {
      await rule({ do: "ask", people });
      const waiting = await propose();
      return await Promise.all(three.map(async (by) => (await shownTo(by, waiting)) === null));
    };
    expect(await asked(["user_grace"])).toEqual([true, false, false]);
    expect(await asked(["Grace@C.test"])).toEqual([true, false, false]);
    expect(await asked(["user_namesake", "rita@c.test"])).toEqual([false, true, false]);
    await expect(asked(["Grace Hopper"])).rejects.toMatchObject({ code: "input_invalid" });
  });

  it("goes on to be of whoever a rule or a delegation from before names by their name alone", async () => {
    const database = await openDatabase();
    const { asking, ruleFromBefore, shownTo, signIn, propose, approve, by } = await open(database);
    await using _ = asking;
    const users = await asking.deps.lever.listUsers();
    const [grace] = users.filter(
      ({ name, deactivated }) =>
        !deactivated && users.filter((other) => other.name === name).length === 1,
    );
    if (!grace) throw new Error("no user of Lever has a name of their own");
    const herself = await signIn({ name: "laptop", email: grace.email, person: null });
    const byHerName = await signIn({ name: grace.name, email: null, person: null });
    await ruleFromBefore({ do: "ask", people: [grace.name] });
    const waiting = await propose();
    expect(await shownTo(herself, waiting)).toBe(null);
    expect(await shownTo(byHerName, waiting)).toContain(`This waits for ${grace.name}: a rule`);
    await database.query(
      `insert into delegations (id, person, delegate, from_at, until_at, said_by, said_at)
       values ('dg_before', $1, $2, $3, $4, 'admin', $3)`,
      [
        grace.name,
        PAULA,
        asking.clock.now().toString(),
        asking.clock.now().add({ hours: 9 }).toString(),
      ],
    );
    expect(await shownTo(by(PAULA), waiting)).toBe(null);
    expect(await shownTo(by(OMAR), waiting)).toContain(`${PAULA} in place of ${grace.name}`);
    expect((await approve(waiting, herself)).proposal.status).toBe("approved");

    await signIn({ name: grace.name, email: "another@c.test", person: null });
    const ambiguous = await propose();
    expect(await shownTo(herself, ambiguous)).toContain("nobody can decide any more");
    expect(await shownTo(by(ADA), ambiguous)).toBe(null);
  });

  it("is not for one person twice, whatever their sign-ins are called", async () => {
    const { asking, rule, shownTo, signIn, propose, approve, by } = await open(
      await openDatabase(),
    );
    await using _ = asking;
    const first = await signIn({ name: "Grace", email: "grace@c.test", person: null });
    const laptop = await signIn({ name: "Grace (laptop)", email: "GRACE@c.test", person: null });
    const inCapitals = await signIn({ name: "GRACE@C.TEST", email: null, person: null });
    const account = { ...by(OMAR), name: "grace@c.test", identity: "https://idp.test u-1" };
    const moved = { ...by(OMAR), name: "hopper@c.test", identity: "https://idp.test u-1" };
    await rule({ do: "ask", fourEyes: true });
    const waiting = await propose();
    await approve(waiting, first);
    for (const again of [first, laptop, inCapitals, account]) {
      const whyNot = "You have approved this already: a second person has to approve it too.";
      expect(await shownTo(again, waiting)).toBe(whyNot);
      await expect(approve(waiting, again)).rejects.toMatchObject({ message: whyNot });
    }
    expect(await shownTo(by(RITA), waiting)).toBe(null);
    const other = await propose();
    await approve(other, account);
    await expect(approve(other, moved)).rejects.toMatchObject({ code: "conflict" });
    expect((await approve(other, by(RITA))).proposal.status).toBe("approved");
  });

  it("is passed on by nobody to themselves under another name", async () => {
    const { asking, signIn, away } = await open(await openDatabase());
    await using _ = asking;
    await signIn({ name: "grace@c.test", email: "grace@c.test", person: "user_grace" });
    await signIn({ name: "hopper@c.test", email: "hopper@c.test", person: "user_grace" });
    await expect(away("grace@c.test", "hopper@c.test")).rejects.toMatchObject({
      message: "Nobody is their own delegate.",
    });
    await expect(away("grace@c.test", "GRACE@c.test")).rejects.toMatchObject({
      message: "Nobody is their own delegate.",
    });
  });

  it("is no delegate's of whoever had their address before, once that account is removed", async () => {
    const database = await openDatabase();
    const { asking, rule, away, shownTo, propose, by } = await open(database);
    await using _ = asking;
    const deps = { ...asking.deps, ids: randomIds };
    const access = { role: "recruiter", teams: null, requisitions: null } as const;
    const set = { kind: "role", access } as const;
    const account = await setAccess({ email: "Omar@c.test", set, by: "admin" }, deps);
    await rule({ do: "ask", people: [RITA] });
    await away(RITA, OMAR);
    const waiting = await propose();
    expect(await shownTo(by(OMAR), waiting)).toBe(null);
    expect(await removeAccount({ id: account.id, by: "admin" }, deps)).toBe(true);
    expect(await shownTo(by(OMAR), waiting)).toContain(`This waits for ${RITA}: a rule`);
    expect(await listDelegations(database, asking.clock.now())).toEqual([]);
  });

  it("is told of in as many statements in a list of many as in one of one", async () => {
    const database = await openDatabase();
    const { asking, propose, by } = await open(database);
    await using _ = asking;
    const asked: string[] = [];
    const counted = new Proxy(database, {
      get: (target, key) => {
        const found: unknown = Reflect.get(target, key, target);
        if (typeof found !== "function") return found;
        return (...args: unknown[]) => {
          if (key === "query") asked.push(String(args[0]));
          return found.apply(target, args) as unknown;
        };
      },
    });
    const ask = routesOf({ ...asking.deps, database: counted });
    const statements = async () => {
      asked.length = 0;
      const list = await ask<{ items: unknown[] }>("/api/proposals", by(ADA), {
        query: { status: "waiting" },
      });
      const about = asked.filter((sql) =>
        /api_tokens|delegations|polic|aedt|asked_absences/.test(sql),
      );
      return [list.items.length, about.length];
    };
    await propose();
    const [, few] = await statements();
    expect(asked.filter((sql) => sql.includes("asked_absences"))).toHaveLength(1);
    for (let more = 0; more < 6; more += 1) await propose();
    expect(await statements()).toEqual([7, few]);
  });
});
