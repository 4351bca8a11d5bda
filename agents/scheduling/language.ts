/** What a candidate would read that should not be asked or said, as warnings beside the proposal. Whoever worded it: a plan, a
 * model or a person. */
import { ownWords } from "../../src/domain/booking-texts.ts";
import type { BookInterview, Evidence } from "../../src/domain/proposal.ts";
import { checkLanguage } from "../../src/language/checker/check-language.ts";
import type { Finding } from "../../src/language/checker/types.ts";
import type { BookingProposal } from "../specialist.ts";

const SOURCE = "language check";

/** The proposal with a warning for each thing found. */
export const withLanguageChecked = (proposal: BookingProposal): BookingProposal => {
  const evidence = evidenceChecked(proposal.payload, proposal.context.evidence);
  return {
    ...proposal,
    warnings: evidence.filter(({ kind }) => kind === "warning").length,
    context: { ...proposal.context, evidence },
  };
};

/** What a person sees of a booking whose words have changed: the warnings of these words. */
export const evidenceChecked = (
  { texts, sessions, offer }: BookInterview,
  evidence: readonly Evidence[],
): Evidence[] => {
  const words = [
    texts.mailSubject,
    texts.mailBody,
    ...(offer ? [offer.confirmation.mailSubject, offer.confirmation.mailBody] : []),
    ...sessions.map(({ prepare }) => prepare),
  ];
  const found = words.flatMap((text) => faultsOf(ownWords(text)));
  const before = evidence.filter(({ source }) => source !== SOURCE);
  const warnings = [...new Set(found.map(inWords))].map((what) => ({
    kind: "warning" as const,
    what,
    source: SOURCE,
  }));
  return [...warnings, ...before];
};

/** What is more than a matter of taste. */
export const faultsOf = (text: string): Finding[] =>
  checkLanguage(text, { kind: "message", isDoubtKept: true }).filter(
    ({ severity }) => severity !== "advice",
  );

/** Without a word of the text: it may hold a candidate's. */
const inWords = ({ why, instead }: Finding): string =>
  `The words to the candidate: ${why}${instead === null ? "" : ` Say instead: “${instead}”`}`;
