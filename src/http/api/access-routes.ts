/** Who is signed in and with which tokens; and what people of the identity provider may. */
import { z } from "zod";
import type { Database } from "../../db/port.ts";
import { ROLES } from "../../domain/access.ts";
import { AppError, unfitField } from "../../domain/errors.ts";
import type { Clock } from "../../domain/time.ts";
import { ADMIN } from "../../domain/administrator.ts";
import { isAddress } from "../../domain/known-person.ts";
import { isSameName } from "../../domain/same-name.ts";
import type { Ids } from "../../identifiers.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader } from "../../lever/port.ts";
import {
  type Account,
  type HandSet,
  listAccounts,
  removeAccount,
  setAccess,
} from "../auth/accounts.ts";
import type { Principal } from "../auth/principal.ts";
import {
  type SignInRecord,
  endAllOfOwner,
  endOtherSessions,
  endSignIn,
  listSignIns,
} from "../auth/sign-ins.ts";
import { type NewToken, createToken } from "../auth/tokens.ts";
import {
  AccessToSet,
  AccountItem,
  AccountList,
  SignInList,
  TokenToMake,
} from "./access-schemas.ts";
import { MadeToken } from "./assistant-routes.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface AccessRouteDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
  lever: Pick<LeverReader, "listUsers">;
}

const Id = z.object({ id: z.string().min(1).max(100) });
const Ended = z.object({ ended: z.int().describe("How many") });

/** Routes of sessions, tokens and people's access. */
export const accessRoutes = (deps: AccessRouteDeps): AnyRoute[] => [
  ...signInRoutes(deps),
  ...tokenRoutes(deps),
  ...accountRoutes(deps),
];

const signInRoutes = (deps: AccessRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/sign-ins",
    summary:
      "Sessions and tokens that are good now: your own, or everybody's for admins and auditors",
    access: "own",
    about: "asker",
    answer: SignInList,
    handler: async ({ principal }) => {
      const asker = known(principal);
      return { items: (await listSignIns(asker, deps)).flatMap((one) => viewSignIn(one, asker)) };
    },
  }),
  defineRoute({
    method: "delete",
    path: "/api/sign-ins/{id}",
    summary: "End a session or token: your own, or anybody's for an admin",
    access: "own",
    about: "asker",
    params: Id,
    answer: Ended,
    handler: async ({ params: { id }, principal }) => {
      if (!(await endSignIn(id, known(principal), deps))) throw notThere("session or token");
      return { ended: 1 };
    },
  }),
  defineRoute({
    method: "post",
    path: "/api/sign-ins/end-others",
    summary: "Sign out everywhere else",
    access: "own",
    about: "asker",
    answer: Ended,
    handler: async ({ principal }) => ({ ended: await endOtherSessions(known(principal), deps) }),
  }),
];

const tokenRoutes = (deps: AccessRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "post",
    path: "/api/sign-ins/end-all",
    summary: "End all sessions and tokens of whomever one of them is, but the one that asks",
    access: "admin",
    about: "nobody",
    body: z.strictObject({ id: Id.shape.id.describe("Of one of them") }),
    answer: Ended,
    handler: async ({ body, principal }) => ({
      ended: await endAllOfOwner(body.id, known(principal), deps),
    }),
  }),
  defineRoute({
    method: "post",
    path: "/api/tokens",
    summary: "Make a token for somebody or something; it is shown this once",
    access: "admin",
    about: "nobody",
    body: TokenToMake,
    answer: MadeToken,
    handler: async ({ body: { days, person, name, ...token }, principal }) => ({
      secret: await createToken(
        {
          ...token,
          ...(person === null ? programOf(name) : await personOf({ person, name }, deps)),
          kind: "token",
          validFor: Temporal.Duration.from({ hours: days * 24 }),
          madeBy: known(principal).name,
        },
        deps,
      ),
    }),
  }),
];

type Whose = Pick<NewToken, "name" | "email" | "person">;

/** Errors: `input_invalid` for whom Lever does not know, or knows as gone; for a name beside a person. */
const personOf = async (
  { person, name }: { person: string; name: string | null },
  { lever }: AccessRouteDeps,
): Promise<Whose> => {
  if (name !== null)
    throw unfitField("name", "A token for a person acts in their address: leave its name out.");
  const users = await unlessForbidden(async () => await lever.listUsers());
  const user = users.find(({ id, deactivated }) => id === person && !deactivated);
  if (!user) throw unfitField("person", "Lever has no active user of that id.");
  return { name: user.email, email: user.email, person: user.id };
};

/** Errors: `input_invalid` for a name with which it could pass for somebody. */
const programOf = (name: string | null): Whose => {
  if (name === null) throw unfitField("name", "A token for a program has a name.");
  if (isAddress(name) || isSameName(name, ADMIN)) {
    throw unfitField(
      "name",
      "This name is somebody’s: choose the person, or another name for a program.",
    );
  }
  return { name, email: null, person: null };
};

const accountRoutes = (deps: AccessRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/accounts",
    summary: "People of the identity provider, and what they may",
    access: "oversee",
    about: "nobody",
    answer: AccountList,
    handler: async () => ({
      items: (await listAccounts(deps)).map((one) => viewAccount(one, deps)),
    }),
  }),
  defineRoute({
    method: "put",
    path: "/api/accounts",
    summary: "Set by hand what somebody may, before or after they first sign in",
    access: "admin",
    about: "nobody",
    body: AccessToSet,
    answer: AccountItem,
    handler: async ({ body: { email, set }, principal }) => {
      const by = known(principal);
      refuseOwn(email, by);
      const account = await setAccess({ email, set: handSetOf(set), by: by.name }, deps);
      return viewAccount(account, deps);
    },
  }),
  defineRoute({
    method: "delete",
    path: "/api/accounts/{id}",
    summary:
      "Forget somebody of the identity provider, with all sessions and tokens that act as them",
    access: "admin",
    about: "nobody",
    params: Id,
    answer: z.object({ removed: z.literal(true) }),
    handler: async ({ params: { id }, principal }) => {
      const by = known(principal);
      const account = (await listAccounts(deps)).find((one) => one.id === id);
      if (account) refuseOwn(account.email, by);
      if (!(await removeAccount({ id, by: by.name }, deps))) throw notThere("account");
      return { removed: true as const };
    },
  }),
];

const known = (principal: Principal | null): Principal => {
  if (principal) return principal;
  throw new Error("a route that is not public was called by nobody");
};

/** Whoever takes their own role away locks themselves out, perhaps as the last one. */
const refuseOwn = (email: string, by: Principal): void => {
  if (email.toLowerCase() !== by.email?.toLowerCase()) return;
  throw new AppError({
    code: "conflict",
    fault: "caller",
    message: "Nobody changes their own access. Ask another admin.",
  });
};

const handSetOf = (set: z.infer<typeof AccessToSet>["set"]): HandSet => {
  if (set.kind !== "role") return set;
  const { kind, ...access } = set;
  return { kind, access };
};

/** Shape: none for a role that there is no more. */
const viewSignIn = (
  record: SignInRecord,
  asker: Principal,
): z.infer<typeof SignInList>["items"] => {
  const role = ROLES.find((one) => one === record.role);
  if (!role) return [];
  return [
    {
      ...record,
      role,
      isThis: record.id === asker.id,
      createdAt: record.createdAt.toString(),
      lastSeenAt: record.lastSeenAt?.toString() ?? null,
      expiresAt: record.expiresAt?.toString() ?? null,
    },
  ];
};

const viewAccount = (
  { signedInAt, groupsUntil, ...account }: Account,
  { clock }: Pick<AccessRouteDeps, "clock">,
): AccountItem => ({
  ...account,
  signedInAt: signedInAt?.toString() ?? null,
  groupsUntil: groupsUntil?.toString() ?? null,
  isOver: groupsUntil !== null && Temporal.Instant.compare(groupsUntil, clock.now()) <= 0,
});
