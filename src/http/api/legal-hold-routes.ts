/** Legal holds: set and ended by admins, with what waits for each. */
import { z } from "zod";
import { getCase } from "../../cases/cases.ts";
import type { Database } from "../../db/port.ts";
import { isoInstant } from "../../domain/time.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { ErasureReference } from "../../privacy/erasures.ts";
import {
  HELD_THINGS,
  endLegalHold,
  listLegalHolds,
  setLegalHold,
} from "../../privacy/legal-holds.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface LegalHoldRouteDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

const reference = ErasureReference.describe("The matter's number, such as LIT-4; never words");
const code = z.string().regex(/\S/, "must not be blank").max(200);

export const LegalHoldRequest = z.discriminatedUnion("of", [
  z.strictObject({
    of: z.literal("candidate"),
    caseId: code.describe("A case of theirs"),
    reference,
  }),
  z.strictObject({
    of: z.literal("posting"),
    postingId: code.describe("Lever's id of the posting"),
    reference,
  }),
  z.strictObject({
    of: z.literal("requisition"),
    requisition: code.describe("Its code in Lever"),
    reference,
  }),
]);
export type LegalHoldRequest = z.infer<typeof LegalHoldRequest>;

const LegalHoldList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      of: z.enum(HELD_THINGS),
      subject: z.string().describe("Lever's id of the contact or posting, or the code"),
      reference: z.string(),
      setBy: z.string(),
      setAt: isoInstant,
      waiting: z.int().describe("How many erasures wait for its end"),
    }),
  ),
});
export type LegalHoldList = z.infer<typeof LegalHoldList>;

/** Routes of them. */
export const legalHoldRoutes = (deps: LegalHoldRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/legal-holds",
    summary: "Legal holds that stand, newest first, with how many erasures wait for each",
    access: "admin",
    about: "everybody",
    answer: LegalHoldList,
    handler: async () => await view(deps),
  }),
  defineRoute({
    method: "post",
    path: "/api/legal-holds",
    summary:
      "Keep a candidate, or all of a posting or a requisition: nothing of theirs is erased, whoever asks, until it ends",
    access: "admin",
    about: "everybody",
    body: LegalHoldRequest,
    answer: LegalHoldList,
    handler: async ({ body, principal }) => {
      const subject = await subjectOf(body, deps);
      const by = principal?.name ?? "nobody";
      await setLegalHold({ of: body.of, subject, reference: body.reference, by }, deps);
      return await view(deps);
    },
  }),
  defineRoute({
    method: "post",
    path: "/api/legal-holds/{id}/end",
    summary: "End a legal hold: what waited for it alone is erased within seconds",
    access: "admin",
    about: "everybody",
    params: z.object({ id: z.string() }),
    answer: LegalHoldList,
    handler: async ({ params: { id }, principal }) => {
      await endLegalHold({ id, by: principal?.name ?? "nobody" }, deps);
      return await view(deps);
    },
  }),
];

const subjectOf = async (
  said: LegalHoldRequest,
  { database }: LegalHoldRouteDeps,
): Promise<string> => {
  if (said.of === "posting") return said.postingId;
  if (said.of === "requisition") return said.requisition;
  const case_ = await getCase(database, said.caseId);
  if (!case_ || case_.erasedAt !== null) throw notThere("case");
  return case_.candidate;
};

const view = async ({ database }: LegalHoldRouteDeps): Promise<LegalHoldList> => ({
  items: (await listLegalHolds(database)).map((hold) => ({
    ...hold,
    setAt: hold.setAt.toString(),
  })),
});
