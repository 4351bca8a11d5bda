/** Briefs of whoever asks: those that were sent to them, each by a link of their own. */
import { z } from "zod";
import { briefSubject } from "../../cases/brief-links.ts";
import { listBriefsSentTo } from "../../cases/proposals.ts";
import { isUnreadable, openBrief } from "../../cases/open-proposal.ts";
import type { Database } from "../../db/port.ts";
import type { Clock } from "../../domain/time.ts";
import type { LeverReader } from "../../lever/port.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { Links } from "../../links/links.ts";
import type { Texts } from "../../privacy/texts.ts";
import { isSameName } from "../../domain/same-name.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export const OwnBriefs = z.object({
  items: z.array(
    z.object({
      proposalId: z.string(),
      session: z.string().describe("Name of the interview"),
      startsAt: z.string().describe("ISO"),
      url: z.string().describe("The brief as its reader sees it; good for some hours"),
    }),
  ),
});
export type OwnBriefs = z.infer<typeof OwnBriefs>;

const LINK_HOURS = 12;

export interface OwnBriefDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  links: Links;
  lever: Pick<LeverReader, "listUsers">;
  publicUrl: string;
}

/** The one route. What the page behind a link shows is checked there again, by Lever as it is then. */
export const ownBriefRoutes = (deps: OwnBriefDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/briefs",
    summary: "The briefs that were sent to you, newest first",
    access: "own",
    about: "asker",
    answer: OwnBriefs,
    handler: async ({ principal }) => ({
      items: principal?.email ? await readOwn(principal.email, deps) : [],
    }),
  }),
];

const readOwn = async (email: string, deps: OwnBriefDeps): Promise<OwnBriefs["items"]> => {
  const users = await unlessForbidden(async () => await deps.lever.listUsers());
  const own = users.find((user) => !user.deactivated && isSameName(user.email, email));
  if (!own) return [];
  const until = deps.clock.now().add({ hours: LINK_HOURS });
  const items: OwnBriefs["items"] = [];
  for (const proposal of await listBriefsSentTo(deps.database, own.id)) {
    try {
      const { payload } = await openBrief(deps.database, proposal, deps.texts);
      const subject = briefSubject({ proposalId: proposal.id, userId: own.id });
      items.push({
        proposalId: proposal.id,
        session: payload.session.name,
        startsAt: payload.session.startsAt,
        url: `${deps.publicUrl}/brief/r/${await deps.links.make("brief", subject, until)}`,
      });
    } catch (thrown) {
      // One that was erased is not there any more.
      if (!isUnreadable(thrown)) throw thrown;
    }
  }
  return items;
};
