/** Briefs that were sent, kept in memory, behind the real pages on a server of their own. */
import { pino } from "pino";
import { AppError } from "../../src/domain/errors.ts";
import type { SendBrief } from "../../src/domain/brief.ts";
import { type BriefPageDeps, type SentBrief, briefPages } from "../../src/http/brief/routes.ts";
import { randomIds } from "../../src/identifiers.ts";
import { BRIEF_LINKS } from "./briefs.ts";
import { openMountedApp } from "./loopback-app.ts";

/** What was sent to the reader of that number, and when. */
export const sentTo = (
  payload: SendBrief,
  index: number,
  changes: Partial<SentBrief> = {},
): SentBrief => {
  const reader = payload.readers[index];
  if (!reader) throw new Error("no such reader");
  const sentAt = Temporal.Instant.from("2026-11-30T15:00:00Z");
  return {
    payload,
    reader,
    isNewest: true,
    now: "as_told",
    sentAt,
    links: BRIEF_LINKS,
    ...changes,
  };
};

/** The pages of a server with these briefs by their tokens; `asked` grows with each request for one. */
export const openBriefPages = async (
  sent: Record<string, SentBrief>,
  changes: Partial<BriefPageDeps> = {},
) => {
  const asked: [caseId: string, sessionId: string, email: string][] = [];
  const refused = (code: "link_expired" | "link_invalid", message: string): AppError =>
    new AppError({ code, fault: "caller", message });
  const app = await openMountedApp(() => ({
    path: "/brief",
    router: briefPages({
      log: pino({ enabled: false }),
      ids: randomIds,
      companyName: "Example Logistics",
      pagesPerMinute: 1_000,
      briefs: {
        forReader: async (token) => {
          if (token === "ended") throw refused("link_expired", "Ask for your brief again.");
          const brief = Object.hasOwn(sent, token) ? sent[token] : undefined;
          if (brief === undefined) throw refused("link_invalid", "Copy the link whole.");
          return await Promise.resolve(brief);
        },
        ask: async (caseId, sessionId, email) => {
          asked.push([caseId, sessionId, email]);
          if (caseId === "down") throw new Error("the queue does not answer");
          if (caseId === "unknown")
            throw new AppError({ code: "not_found", fault: "caller", message: "No such case." });
          await Promise.resolve();
        },
      },
      ...changes,
    }),
  }));
  return { ...app, asked };
};
