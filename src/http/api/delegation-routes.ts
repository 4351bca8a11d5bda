/** Who decides in somebody's place for a time. */
import { z } from "zod";
import {
  type DelegationDeps,
  delegate,
  endDelegation,
  isOfTheirs,
  listDelegations,
} from "../../cases/delegations.ts";
import { AppError } from "../../domain/errors.ts";
import { isoInstant } from "../../domain/time.ts";
import { addressOf, handleOf, isCalled } from "../../domain/known-person.ts";
import { type Decider, listDeciders } from "../../policy/deciders.ts";
import { type Principal, deciderOf } from "../auth/principal.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

const name = z.string().min(1).max(200);

const DelegationList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      person: z.string(),
      delegate: z.string(),
      from: isoInstant,
      until: isoInstant,
      saidBy: z.string(),
      isYours: z.boolean().describe("You are one of the two, and may end it"),
    }),
  ),
  deciders: z.array(z.string()).describe("Who may be named: whoever may decide, by their address"),
  you: z.string().nullable().describe("Your own address; null: your sign-in has none"),
});
export type DelegationList = z.infer<typeof DelegationList>;

export const DelegationRequest = z.strictObject({
  person: name.exactOptional().describe("Who is away; absent: whoever asks. Of others, for admins"),
  delegate: name,
  from: isoInstant.exactOptional().describe("Absent: from now on"),
  until: isoInstant,
});
export type DelegationRequest = z.infer<typeof DelegationRequest>;

/** Routes of delegation. */
export const delegationRoutes = (deps: DelegationDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/delegations",
    summary: "Who decides in whose place, now or to come",
    access: "decide",
    about: "nobody",
    answer: DelegationList,
    handler: async ({ principal }) => await view(ownOf(principal), deps),
  }),
  defineRoute({
    method: "post",
    path: "/api/delegations",
    summary: "Name a delegate for a time: what you are asked goes to them too",
    access: "decide",
    about: "nobody",
    body: DelegationRequest,
    answer: DelegationList,
    handler: async ({ body, principal }) => {
      const own = ownOf(principal);
      const { role, name: by } = own;
      const person = body.person ?? handleOf(own);
      if (!isCalled(own, person) && role !== "admin") {
        throw new AppError({
          code: "forbidden",
          fault: "caller",
          message: "For somebody else an admin names a delegate.",
        });
      }
      const from = body.from === undefined ? deps.clock.now() : Temporal.Instant.from(body.from);
      const until = Temporal.Instant.from(body.until);
      await delegate({ person, delegate: body.delegate, from, until, saidBy: by }, deps);
      return await view(own, deps);
    },
  }),
  defineRoute({
    method: "post",
    path: "/api/delegations/{id}/end",
    summary: "End a delegation at once",
    access: "decide",
    about: "nobody",
    params: z.object({ id: z.string() }),
    answer: DelegationList,
    handler: async ({ params: { id }, principal }) => {
      const own = ownOf(principal);
      await endDelegation({ id, by: own, isAdmin: own.role === "admin" }, deps);
      return await view(own, deps);
    },
  }),
];

/** Whoever asks, as rules and delegations know them. */
const ownOf = (principal: Principal | null): Decider => {
  const { by, ...who } = deciderOf(principal);
  return { name: by, ...who };
};

const view = async (own: Decider, { database, clock }: DelegationDeps): Promise<DelegationList> => {
  const now = clock.now();
  const deciders = await listDeciders(database, now);
  return {
    items: (await listDelegations(database, now)).map((delegation) => ({
      ...delegation,
      from: delegation.from.toString(),
      until: delegation.until.toString(),
      isYours: isOfTheirs(delegation, own),
    })),
    deciders: [...new Set(deciders.flatMap((decider) => addressOf(decider) ?? []))],
    you: addressOf(own),
  };
};
