/** Booked candidates with their pages, reached through a proxy that tells who asks. */
import { listAnswers } from "../../src/cases/answers.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { linkInMail } from "./candidate-page.ts";
import type { OpenTestDatabase } from "./database.ts";
import { approved } from "./declined.ts";
import { proposalFor } from "./story.ts";
import { type Walk, startWalk } from "./walk.ts";

/** A booking, and the link in its mail. */
export type BookedPage = ProposalDetail & { link: string };

/** Starts a walk for them. */
export const startPageWalk = async (open: OpenTestDatabase): Promise<Walk> =>
  await startWalk(open, { candidates: 300, env: { TRUSTED_PROXIES: "1" } });

/** Books the screen of a candidate whom no test has had yet. */
export const bookPage = async (walk: Walk): Promise<BookedPage> => {
  const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
  return { ...booked, link: await linkInMail(walk, booked.payload.candidate.email) };
};

/** Kinds of what its candidate has said, in order. */
export const saidOn = async (walk: Walk, { caseId }: ProposalDetail): Promise<string[]> =>
  (await listAnswers(walk.running.deps.database, caseId)).map(({ kind }) => kind);
