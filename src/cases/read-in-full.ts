/** A waiting proposal as one text, for whoever is asked where there is no page: whose it is, what would be done, and every word of it. */
import { cleanText } from "../domain/quoted.ts";
import { type ContentDeps, readContent } from "./approval-content.ts";
import { type ReaderDeps, summarizeCase } from "./case-reader.ts";
import { getCase } from "./cases.ts";
import { getProposal } from "./proposals.ts";

/** Null: there is none, or it is read and decided on its page alone. */
export const readInFull = async (
  proposalId: string,
  deps: ContentDeps & ReaderDeps,
): Promise<string | null> => {
  const proposal = await getProposal(deps.database, proposalId);
  const case_ = proposal && (await getCase(deps.database, proposal.caseId));
  const content = case_ && (await readContent(proposal, deps));
  if (!content) return null;
  const { candidateName, stageName, postingTitle } = await summarizeCase(case_, deps);
  const paragraphs = [
    `${candidateName}: ${stageName} (${postingTitle}). For: ${proposal.audience}. Risk: ${proposal.risk}.`,
    content.subject,
    ...[...content.facts, ...content.texts].map(({ label, text }) => `${label}:\n${text}`),
  ];
  return paragraphs.map(cleanText).join("\n\n");
};
