/** The register of breaches and of requests about data, with its clocks. */
import { z } from "zod";
import { REGISTER_KINDS, clockStateOf } from "../../domain/register.ts";
import type { Database } from "../../db/port.ts";
import type { Clock } from "../../domain/time.ts";
import { isoInstant } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import {
  RegisterWords,
  listRegister,
  noteInRegister,
  openRegisterEntry,
  settleRegisterEntry,
} from "../../privacy/register.ts";
import type { Texts } from "../../privacy/texts.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface RegisterRouteDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  ids: Ids;
  companyZone: string;
}

const RegisterList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(REGISTER_KINDS),
      begunAt: isoInstant.describe("When it became known, or came in"),
      dueAt: isoInstant,
      state: z.enum(["running", "soon", "over", "settled", "settled_late"]),
      recordedBy: z.string(),
      recordedAt: isoInstant,
      settledAt: isoInstant.nullable(),
      settledBy: z.string().nullable(),
      words: RegisterWords.nullable().describe("Null: they cannot be read any more"),
    }),
  ),
});
export type RegisterList = z.infer<typeof RegisterList>;

export const RegisterRequest = z.strictObject({
  kind: z.enum(REGISTER_KINDS),
  begunAt: isoInstant.describe("When it became known, or came in"),
  what: RegisterWords.shape.what,
  data: RegisterWords.shape.data,
});
export type RegisterRequest = z.infer<typeof RegisterRequest>;

const text = RegisterWords.shape.what;

/** Routes of it. */
export const registerRoutes = (deps: RegisterRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/register",
    summary:
      "Breaches and requests about data: those that are not settled by what is due first, then the others",
    access: "admin",
    about: "everybody",
    answer: RegisterList,
    handler: async () => await view(deps),
  }),
  defineRoute({
    method: "post",
    path: "/api/register",
    summary:
      "Record a breach (72 hours to the authority) or a request about data (a month to the answer)",
    access: "admin",
    about: "everybody",
    body: RegisterRequest,
    answer: RegisterList,
    handler: async ({ body, principal }) => {
      const begunAt = Temporal.Instant.from(body.begunAt);
      await openRegisterEntry({ ...body, begunAt, by: principal?.name ?? "nobody" }, deps);
      return await view(deps);
    },
  }),
  defineRoute({
    method: "post",
    path: "/api/register/{id}/notes",
    summary: "Add who was told, or what was decided",
    access: "admin",
    about: "everybody",
    params: z.object({ id: z.string() }),
    body: z.strictObject({ text }),
    answer: RegisterList,
    handler: async ({ params: { id }, body, principal }) => {
      await noteInRegister({ id, text: body.text, by: principal?.name ?? "nobody" }, deps);
      return await view(deps);
    },
  }),
  defineRoute({
    method: "post",
    path: "/api/register/{id}/settle",
    summary:
      "Stop its clock: the authority was told or need not be, or the request was answered, and when",
    access: "admin",
    about: "everybody",
    params: z.object({ id: z.string() }),
    body: z.strictObject({ text, settledAt: isoInstant }),
    answer: RegisterList,
    handler: async ({ params: { id }, body, principal }) => {
      const settledAt = Temporal.Instant.from(body.settledAt);
      const by = principal?.name ?? "nobody";
      await settleRegisterEntry({ id, text: body.text, settledAt, by }, deps);
      return await view(deps);
    },
  }),
];

const view = async (deps: RegisterRouteDeps): Promise<RegisterList> => {
  const now = deps.clock.now();
  return {
    items: (await listRegister(deps)).map((entry) => ({
      ...entry,
      state: clockStateOf(entry, now),
      begunAt: entry.begunAt.toString(),
      dueAt: entry.dueAt.toString(),
      recordedAt: entry.recordedAt.toString(),
      settledAt: entry.settledAt?.toString() ?? null,
    })),
  };
};
