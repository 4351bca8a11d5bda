/** Requests in plain words of two people who have one name: each is known by who they are, and what was kept by name before is nobody's else. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { findAsker, whoIsAt } from "../../../src/cases/known-askers.ts";
import {
  getRequest,
  isAskedBy,
  listRequestsOf,
  storeRequest,
} from "../../../src/cases/plain-requests.ts";
import type { KnownPerson } from "../../../src/domain/known-person.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { openDesk } from "../../support/waiting-proposal.ts";

const NAME = "Ines Fujita";
const NEW = {
  text: "what waits for me",
  via: "dashboard",
  mayPropose: true,
  caseId: null,
  zone: "Europe/Lisbon",
} as const;
const INES = { name: NAME, email: "ines@company.test", person: "u_ines" };
const OTHER = { name: NAME, email: "other@company.test", person: "u_other" };
const MIGRATION = new URL("../../../src/db/migrations/000081.sql", import.meta.url);

describeEachDatabase("requests of two people of one name", (open) => {
  it("are seen by their own asker alone, by whatever way they come", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const store = async (by: KnownPerson): Promise<string> =>
      await database.transaction(async (tx) => await storeRequest(tx, { ...NEW, by }, desk.deps));
    const listed = async (by: KnownPerson): Promise<string[]> =>
      (await listRequestsOf(database, { by, limit: 9 })).map(({ id }) => id);
    const [hers, others] = [await store(INES), await store(OTHER)];
    expect(await listed(INES)).toEqual([hers]);
    expect(await listed(OTHER)).toEqual([others]);
    expect(await listed({ name: NAME })).toEqual([]);
    // The same by the identity provider, which knows her address alone.
    const bySignIn = { name: INES.email, email: INES.email, identity: "https://id.test 7" };
    expect(await listed(bySignIn)).toEqual([hers]);
    const found = await getRequest(database, hers);
    expect(found && [isAskedBy(found, INES), isAskedBy(found, OTHER)]).toEqual([true, false]);
  });

  it("come from Slack with the role of whoever typed, and not of the namesake", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const token = async (id: string, person: string | null, role: string): Promise<void> => {
      await database.query(
        `insert into api_tokens (id, name, role, secret_hash, kind, created_at, lever_user_id)
         values ($1, $2, $4, $1, 'token', $5, $3)`,
        [id, NAME, person, role, desk.deps.clock.now().toString()],
      );
    };
    await token("t_1", "u_other", "admin");
    await token("t_2", null, "recruiter");
    const users = [INES, OTHER].map(({ person: id, ...user }) => ({
      ...user,
      id,
      deactivated: false,
    }));
    const roleOf = async (email: string): Promise<string | undefined> => {
      const at = whoIsAt(email, users);
      return (at && (await findAsker(database, { at, now: desk.deps.clock.now() })))?.role;
    };
    expect(await roleOf(INES.email)).toBeUndefined();
    expect(await roleOf(OTHER.email)).toBe("admin");
    await token("t_3", "u_ines", "recruiter");
    expect(await roleOf(INES.email)).toBe("recruiter");
  });

  it("that were kept by name become theirs where the name is one person's", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const names = [NAME, "Rosa Klein", "Bo", "talent@Company.test", "slack:U1"];
    for (const name of names) {
      await database.transaction(
        async (tx) => await storeRequest(tx, { ...NEW, by: { name } }, desk.deps),
      );
    }
    await database.query(
      `insert into api_tokens (id, name, role, secret_hash, kind, created_at, lever_user_id, email) values
         ('t_1', 'Ines Fujita', 'admin', 'a', 'token', now(), 'u_ines', 'ines@company.test'),
         ('t_2', 'Ines Fujita', 'admin', 'b', 'session', now(), 'u_ines', 'Ines@company.test'),
         ('t_3', 'Rosa Klein', 'admin', 'c', 'token', now(), 'u_1', null),
         ('t_4', 'rosa klein', 'admin', 'd', 'token', now(), 'u_2', null),
         ('t_5', 'Bo', 'admin', 'e', 'token', now(), null, null)`,
    );
    await database.query("alter table plain_requests drop column asked_keys");
    await database.query("create index plain_requests_by_asker on plain_requests (asked_by, seq)");
    for (const statement of (await readFile(MIGRATION, "utf8")).split(/;\n/u)) {
      if (statement.trim() !== "") await database.query(statement);
    }
    const rows = await database.query<{ by: string; keys: string[] }>(
      'select asked_by as "by", asked_keys as keys from plain_requests order by seq',
    );
    expect(rows.map(({ keys }) => keys)).toEqual([
      ["lever u_ines", "address ines@company.test"],
      ["name rosa klein"],
      ["name bo"],
      ["address talent@company.test"],
      ["name slack:u1"],
    ]);
  });
});
