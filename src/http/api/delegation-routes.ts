/** Who decides in somebody's place for a time. */
import { z } from "zod";
import {
  type Delegation,
  type DelegationDeps,
  delegate,
  endDelegation,
  listDelegations,
} from "../../cases/delegations.ts";
import { AppError } from "../../domain/errors.ts";
import { isoInstant } from "../../domain/time.ts";
import { addressOf, handleOf, isCalled } from "../../domain/known-person.ts";
import { listDeciders } from "../../policy/deciders.ts";
import { deciderOf } from "../auth/principal.ts";
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
    }),
  ),
  deciders: z
    .array(z.string())
    .describe("Who may be named: whoever may decide, by the names with which they sign in"),
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
    handler: async () => await view(deps),
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
      const { by, role, ...who } = deciderOf(principal);
      const own = { name: by, ...who };
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
      return await view(deps);
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
      const { by, role, ...who } = deciderOf(principal);
      await endDelegation({ id, by: { name: by, ...who }, isAdmin: role === "admin" }, deps);
      return await view(deps);
    },
  }),
];

const view = async ({ database, clock }: DelegationDeps): Promise<DelegationList> => {
  const now = clock.now();
  const deciders = await listDeciders(database, now);
  return {
    items: (await listDelegations(database, now)).map(viewOne),
    deciders: [...new Set(deciders.flatMap((decider) => addressOf(decider) ?? []))],
  };
};

const viewOne = ({ from, until, ...rest }: Delegation): DelegationList["items"][number] => ({
  ...rest,
  from: from.toString(),
  until: until.toString(),
});
