/** What a mail to a candidate says of the software below it, where a model has worded it: what each text that may apply says first, and where
 * the rest stands. */
import { getCase } from "../../cases/cases.ts";
import { keepNoticesShown } from "../../cases/notices-shown.ts";
import { getProposal } from "../../cases/proposals.ts";
import type { Database } from "../../db/port.ts";
import { leadOf } from "../../domain/notice.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { readNotices } from "../../policy/notices.ts";
import { type EffectContext, caseOf } from "../kind.ts";

export interface NoticeDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

/** Below what stands there anyway. */
interface Below {
  footer: string;
  /** The candidate's page, where all of it is to be read; null: the mail has no link to it. */
  page: string | null;
}

/** Shape: the footer with it, and what is to be called just before the mail leaves. */
export const withNotice = async (
  { footer, page }: Below,
  context: EffectContext,
  deps: NoticeDeps,
): Promise<{ footer: string; handOver: () => Promise<void> }> => {
  const { handOver, effectId } = context;
  const proposal = await getProposal(deps.database, context.proposalId);
  if (proposal?.refined !== "model") return { footer, handOver };
  const caseId = caseOf(context);
  const case_ = await getCase(deps.database, caseId);
  const notices = await readNotices(deps.database, case_?.jurisdictions ?? null);
  const lines = notices.map(leadOf);
  const rest = page === null ? [] : ["All of it is on your page."];
  return {
    footer: [footer, ...lines, ...rest].join("\n"),
    handOver: async () => {
      await keepNoticesShown({ caseId, place: "mail", notices, effectId }, deps);
      await handOver();
    },
  };
};
