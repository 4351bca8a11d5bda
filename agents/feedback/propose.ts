/** The proposal to leave a synthesis in Lever: control fields from records, the words as drafted. */
import type { AlertContext } from "../../src/cases/open-proposal.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import { StageId } from "../../src/domain/ids.ts";
import type { Evidence } from "../../src/domain/proposal.ts";
import { shownName } from "../../src/domain/quoted.ts";
import type { PostSynthesis } from "../../src/domain/synthesis.ts";
import { faultsOfSynthesis } from "../../src/synthesis/check-synthesis.ts";
import { changesSince } from "../../src/synthesis/compare.ts";
import { presentForms } from "../../src/synthesis/form.ts";
import type { SpecialistProposal } from "../specialist.ts";
import type { DraftedSynthesis } from "./draft.ts";
import type { GatheredRound } from "./gather.ts";
import { createShown } from "./shown.ts";

/** Shape: none when the one that was left before, or one that waits, says the same. Errors: throws when it does not say what its forms say. */
export const proposeSynthesis = (
  draft: DraftedSynthesis,
  round: GatheredRound,
  { case_ }: { case_: Pick<CaseRecord, "id" | "opportunityId" | "stageId" | "stageName"> },
): SpecialistProposal[] => {
  const { candidateName: _, refused, ...content } = draft;
  const synthesis: Omit<PostSynthesis, "changes"> = {
    kind: "post_synthesis",
    version: 1,
    opportunityId: case_.opportunityId,
    postingId: round.posting.id,
    stageId: StageId.parse(case_.stageId),
    performAs: round.performAs,
    caseId: case_.id,
    postingTitle: shownName(round.posting.title),
    stageName: shownName(case_.stageName),
    ...content,
  };
  const { present: forms } = presentForms(round.forms);
  const faults = faultsOfSynthesis(synthesis, {
    forms,
    competencies: round.competencies,
    // Counted and worded anew.
    shown: createShown(round.competencies).figures,
  });
  if (faults.length > 0) throw new Error(`this synthesis does not hold: ${faults.length} faults`);
  const changes = round.before === null ? null : changesSince(round.before, synthesis);
  if (saysTheSame(round.before, synthesis) || saysTheSame(round.waiting, synthesis)) return [];
  const payload: PostSynthesis = { ...synthesis, changes };
  const context = contextOf(payload, { refused, beside: round.beside ?? [] });
  return [
    {
      key: "synthesis",
      audience: "internal",
      risk: payload.missing.length > 0 || payload.findings.length > 0 ? "high" : "medium",
      warnings: context.evidence.filter(({ kind }) => kind === "warning").length,
      payload,
      context,
    },
  ];
};

const saysTheSame = (
  known: PostSynthesis | null,
  synthesis: Omit<PostSynthesis, "changes">,
): boolean =>
  known !== null &&
  known.missing.length === synthesis.missing.length &&
  changesSince(known, synthesis).length === 0;

/** Without a word of the forms: it is listed where more people read than may read those. */
const contextOf = (
  payload: PostSynthesis,
  { refused, beside }: { refused: readonly string[]; beside: readonly string[] },
): AlertContext => {
  const { forms, missing, stageName, findings, leftOut, changes } = payload;
  return {
    summary:
      missing.length === 0
        ? `Leave the synthesis of ${stageName} in Lever (${forms.length === 1 ? "one form" : `${forms.length} forms`})`
        : `Leave a partial synthesis of ${stageName} in Lever (${partOf(payload, beside)})`,
    reason: `${missing.length === 0 ? "All forms are in." : "Not all forms are in."} It says what they say: a person reads and finalises it.${changes === null ? "" : " What was left before says something else by now."}`,
    evidence: [
      ...missing.map(({ name, session }): Evidence => ({
        kind: "warning",
        what: `Partial: the form of ${name}${session === "" ? "" : ` for ${session}`} is missing.`,
        source: "get_round",
      })),
      ...findingWarnings(findings),
      ...forms.map(({ id, name, session }): Evidence => ({
        kind: "read",
        what: `Feedback by ${name}${session === null ? "" : ` for ${session}`}`,
        source: id,
      })),
      ...[...leftOut, ...refusedWords(refused.length)].map((what): Evidence => ({
        kind: "left_out",
        what,
        source: "feedback",
      })),
    ],
  };
};

/** How many of the forms that are waited for are in, and how many others there are. */
const partOf = ({ forms, missing }: PostSynthesis, beside: readonly string[]): string => {
  const others = forms.filter(({ id }) => beside.includes(id)).length;
  const asked = forms.length - others;
  const all = asked + missing.length;
  const more = others === 1 ? "one" : String(others);
  return `${asked} of ${all} ${all === 1 ? "form" : "forms"}${others === 0 ? "" : `, and ${more} that nobody was asked for`}`;
};

const findingWarnings = (findings: PostSynthesis["findings"]): Evidence[] => {
  const labels = findings.filter(({ isLabel }) => isLabel).length;
  const sentences = findings.length - labels;
  const said = [
    ...(labels === 0
      ? []
      : [
          `${labels === 1 ? "the name of one row or field" : `the names of ${labels} rows or fields`} of the forms: no figure counts the score, and no words under it are quoted.`,
        ]),
    ...(sentences === 0
      ? []
      : [
          `${sentences === 1 ? "one sentence of the forms: it is" : `${sentences} sentences of the forms: they are`} quoted nowhere, and shown to you below.`,
        ]),
  ];
  return said.map((where) => ({
    kind: "warning",
    what: `The language check finds something in ${where}`,
    source: "check_language",
  }));
};

const refusedWords = (count: number): string[] =>
  count === 0
    ? []
    : [
        `A model's wording of ${count === 1 ? "one question" : `${count} questions`} did not pass the checks; code's own words stand there.`,
      ];
