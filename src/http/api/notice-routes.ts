/** What candidates are told of the software: each text with all its versions, and a new version of one. */
import { z } from "zod";
import type { Database } from "../../db/port.ts";
import { NOTICE_LIMITS, NoticeId } from "../../domain/notice.ts";
import { lacksOfNotice } from "../../domain/notice-demands.ts";
import { type Clock, isoInstant } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { NoticeItemsSchema, listNotices, saveNotice } from "../../policy/notices.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

interface NoticeRouteDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

export const NoticeRequest = z.strictObject({
  text: z
    .string()
    .regex(/\S/, "must not be blank")
    .max(NOTICE_LIMITS.text)
    .describe("Paragraphs and lists, words in bold between two pairs of stars, tokens for items"),
  items: NoticeItemsSchema.describe("What stands for its tokens"),
  basedOn: z.int().min(0).describe("The version that was changed"),
});
export type NoticeRequest = z.input<typeof NoticeRequest>;

const NoticeList = z.object({
  items: z
    .array(
      z.object({
        notice: NoticeId,
        version: z.int().describe("0: our draft"),
        text: z.string(),
        items: NoticeItemsSchema,
        digest: z.string().describe("By which the ledger names it"),
        lacks: z
          .array(z.string())
          .describe("What the law of its place asks for and it does not seem to say, in words"),
        savedBy: z.string().nullable(),
        savedAt: isoInstant.nullable(),
      }),
    )
    .describe("In order of the texts, newest first: the first of each is shown"),
});
export type NoticeList = z.infer<typeof NoticeList>;

/** Routes of it. */
export const noticeRoutes = (deps: NoticeRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/notices",
    summary: "What candidates are told of the software, by the law of the place, in all versions",
    access: "settings",
    about: "everybody",
    answer: NoticeList,
    handler: async () => await view(deps),
  }),
  defineRoute({
    method: "put",
    path: "/api/notices/{notice}",
    summary: "Save a new version of one text: candidates are shown it from now on",
    access: "admin",
    about: "everybody",
    params: z.object({ notice: NoticeId }),
    body: NoticeRequest,
    answer: NoticeList,
    handler: async ({ params: { notice }, body, principal }) => {
      await saveNotice({ ...body, notice, by: principal?.name ?? "nobody" }, deps);
      return await view(deps);
    },
  }),
];

const view = async ({ database }: NoticeRouteDeps): Promise<NoticeList> => ({
  items: (await listNotices(database)).map((one) => ({
    ...one,
    lacks: lacksOfNotice(one),
    savedAt: one.savedAt?.toString() ?? null,
  })),
});
