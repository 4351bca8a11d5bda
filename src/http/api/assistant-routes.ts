/** Tokens that people make for their assistants: shown once, good for MCP alone, and ended here. */
import { z } from "zod";
import type { Database } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { secretOf } from "../auth/authenticate.ts";
import { type Principal, mayDecide } from "../auth/principal.ts";
import { SCOPES, type Scope } from "../auth/scopes.ts";
import {
  type AssistantToken,
  asTheirs,
  createToken,
  listAssistantTokens,
  revokeTokenById,
} from "../auth/tokens.ts";
import { visibleWords } from "./access-schemas.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface AssistantRouteDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
  publicUrl: string;
  /** Whether a token may be for approving. */
  hasApprovals: boolean;
}

const MOST_DAYS = 365;
const MOST_OF_A_PERSON = 20;

const TokenItem = z.object({
  id: z.string(),
  name: z.string().describe("Whose it is"),
  label: z.string().describe("What its owner calls it"),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
});
export type AssistantTokenItem = z.infer<typeof TokenItem>;

export const AssistantTokenList = z.object({
  items: z.array(TokenItem),
  hasApprovals: z.boolean().describe("Whether a token can be made for approving"),
});
export type AssistantTokenList = z.infer<typeof AssistantTokenList>;

export const MadeToken = z.object({ secret: z.string().describe("Shown this once") });
export type MadeToken = z.infer<typeof MadeToken>;

const NewToken = z.strictObject({
  label: visibleWords(80),
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
  days: z.int().min(1).max(MOST_DAYS),
});
export type AssistantTokenToMake = z.input<typeof NewToken>;

/** Routes of assistants' tokens. Each person sees and ends their own; an admin everybody's. */
export const assistantRoutes = (deps: AssistantRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/assistant-tokens",
    summary: "Tokens of assistants that are good now: your own, or everybody's for an admin",
    access: "settings",
    about: "asker",
    answer: AssistantTokenList,
    handler: async ({ principal }) => {
      const found = await listAssistantTokens({ ownedBy: ownerFor(principal) }, deps);
      return { items: found.map(viewToken), hasApprovals: deps.hasApprovals };
    },
  }),
  defineRoute({
    method: "post",
    path: "/api/assistant-tokens",
    summary: "Make a token for an assistant; it is shown this once",
    access: "settings",
    about: "asker",
    body: NewToken,
    answer: MadeToken,
    handler: async ({ body, principal, request }) => {
      const owner = known(principal);
      refuseBeyondRole(body.scopes, owner);
      if (body.scopes.includes("mcp:approve") && !deps.hasApprovals) throw approvalsOff();
      const own = await listAssistantTokens({ ownedBy: owner }, deps);
      if (own.length >= MOST_OF_A_PERSON) throw tooMany();
      const carried = secretOf(request, deps);
      const secret = await createToken(
        {
          ...asTheirs(owner),
          kind: "token",
          validFor: Temporal.Duration.from({ hours: body.days * 24 }),
          assistant: { label: body.label, scopes: body.scopes },
          ...(carried && { openedWith: carried.secret }),
        },
        deps,
      );
      return { secret };
    },
  }),
  defineRoute({
    method: "delete",
    path: "/api/assistant-tokens/{id}",
    summary: "End an assistant's token",
    access: "settings",
    about: "asker",
    params: z.object({ id: z.string().min(1).max(100) }),
    answer: z.object({ revoked: z.literal(true) }),
    handler: async ({ params: { id }, principal }) => {
      const by = known(principal).name;
      const isEnded = await revokeTokenById(id, deps, { by, ownedBy: ownerFor(principal) });
      if (!isEnded) throw notThere("token");
      return { revoked: true as const };
    },
  }),
];

const known = (principal: Principal | null): Principal => {
  if (principal) return principal;
  throw new Error("a route that is not public was called by nobody");
};

/** Null: everybody's. */
const ownerFor = (principal: Principal | null): Principal | null =>
  known(principal).role === "admin" ? null : known(principal);

const refuseBeyondRole = (scopes: readonly Scope[], owner: Principal): void => {
  if (mayDecide(owner) || scopes.every((scope) => scope === "mcp:read")) return;
  throw new AppError({
    code: "forbidden",
    fault: "caller",
    message: `As ${owner.role} you may read: a token of yours can have the scope mcp:read alone.`,
  });
};

const approvalsOff = (): AppError =>
  new AppError({
    code: "forbidden",
    fault: "caller",
    message: "Approving through assistants is switched off here (MCP_APPROVALS).",
  });

const tooMany = (): AppError =>
  new AppError({
    code: "conflict",
    fault: "caller",
    message: `You have ${MOST_OF_A_PERSON} tokens for assistants. End one that is not used any more.`,
  });

const viewToken = ({ createdAt, expiresAt, ...token }: AssistantToken) => ({
  ...token,
  createdAt: createdAt.toString(),
  expiresAt: expiresAt?.toString() ?? null,
});
