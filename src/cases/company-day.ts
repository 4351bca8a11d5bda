/** Reads what administrators are told of the company itself, and who of Lever's users they are. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { isSameAddress } from "../domain/known-person.ts";
import { type RegisterKind, clockStateOf } from "../domain/register.ts";
import type { LeverReader } from "../lever/port.ts";
import type { ClockRow, CompanyRows } from "../today/company.ts";
import type { People } from "./named-people.ts";
import { listReachable } from "./reachable-deciders.ts";
import { listStepsBack } from "./rollout.ts";
import { endedInWords, listEndedPairs, readShortRules } from "./two-people.ts";

type Reads = Database | Queryable;

interface Asked {
  now: Temporal.Instant;
  since: Temporal.Instant;
  people: People;
}

/** Clocks of the register that are over or soon are, what is due first before the others; rules that ask for two people and have fewer; and
 * what has changed of the policy since. */
export const readCompanyRows = async (
  reads: Reads,
  { now, since, people }: Asked,
): Promise<CompanyRows> => {
  const isSince = ({ at }: { at: Temporal.Instant }): boolean =>
    Temporal.Instant.compare(at, since) >= 0 && Temporal.Instant.compare(at, now) < 0;
  return {
    clocks: await readClocks(reads, now),
    shortRules: await readShortRules(reads, { now, people }),
    endedPairs: (await listEndedPairs(reads))
      .filter(isSince)
      .map((ended) => ({ ...ended, what: endedInWords(ended) })),
    stepsBack: (await listStepsBack(reads)).filter(isSince),
  };
};

/** Of what is not settled. */
export const readClocks = async (reads: Reads, now: Temporal.Instant): Promise<ClockRow[]> => {
  const rows = await reads.query<{ id: string; kind: RegisterKind; dueAt: Temporal.Instant } & Row>(
    `select id, kind, due_at as "dueAt" from register_entries where settled_at is null order by due_at, id`,
  );
  return rows.flatMap((row) => {
    const state = clockStateOf({ ...row, settledAt: null }, now);
    return state === "soon" || state === "over" ? [{ ...row, isOver: state === "over" }] : [];
  });
};

/** Ids of the active Lever users who are administrators here, by their sign-in's user or address. Errors: Lever's. */
export const listAdminUsers = async (
  reads: Reads,
  { people, now }: { people: Pick<LeverReader, "listUsers">; now: Temporal.Instant },
): Promise<string[]> => {
  const users = await people.listUsers();
  const listUsers = async () => await Promise.resolve(users);
  const admins = (await listReachable(reads, { listUsers, now })).filter(
    ({ role }) => role === "admin",
  );
  return users
    .filter(({ deactivated }) => !deactivated)
    .filter(({ email }) => admins.some((admin) => isSameAddress(admin.email, email)))
    .map(({ id }) => id);
};
