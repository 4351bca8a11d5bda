/** The proposal to leave a question set in Lever: control fields from records, the words as drafted. */
import type { AlertContext } from "../../src/cases/open-proposal.ts";
import { StageId } from "../../src/domain/ids.ts";
import type { Evidence } from "../../src/domain/proposal.ts";
import type { NoteQuestions } from "../../src/domain/question-note.ts";
import { shownName } from "../../src/domain/quoted.ts";
import type { WordsFinding } from "../../src/domain/words-finding.ts";
import type { SpecialistProposal, SpecialistRun } from "../specialist.ts";
import type { DraftedQuestions } from "./draft.ts";
import type { GatheredQuestions } from "./gather.ts";

/** Shape: internal. Of low risk, and of high risk when a question asks what must not be asked: then a person decides. */
export const proposeQuestions = (
  draft: DraftedQuestions,
  gathered: GatheredQuestions,
  { case_ }: SpecialistRun,
): SpecialistProposal => {
  const payload: NoteQuestions = {
    kind: "note_questions",
    version: 1,
    opportunityId: case_.opportunityId,
    postingId: gathered.posting.id,
    stageId: StageId.parse(case_.stageId),
    performAs: gathered.performAs,
    caseId: case_.id,
    planId: gathered.planId,
    postingTitle: shownName(gathered.posting.title),
    stageName: shownName(case_.stageName),
    level: gathered.set.level.value,
    keptBy: gathered.keptBy,
    sessions: draft.sessions,
  };
  const context = contextOf(draft, gathered, payload);
  return {
    key: "questions",
    audience: "internal",
    risk: gathered.language.some(({ severity }) => severity === "blocking") ? "high" : "low",
    warnings: context.evidence.filter(({ kind }) => kind === "warning").length,
    payload,
    context,
  };
};

const contextOf = (
  { refused }: DraftedQuestions,
  { posting, planId, set, keptBy, behind, language }: GatheredQuestions,
  { sessions, stageName }: NoteQuestions,
): AlertContext => {
  const count = sessions.reduce((sum, { questions }) => sum + questions.length, 0);
  return {
    summary: `Leave ${count === 1 ? "the question" : `the ${count} questions`} of ${stageName} in Lever as a note`,
    reason:
      keptBy === null
        ? "Somebody asked for it. The questions are composed from the posting and the plan."
        : `Somebody asked for it. The questions are those that ${keptBy} keeps for this posting.`,
    evidence: [
      ...language.filter(({ severity }) => severity !== "advice").map(warningOf),
      ...behind.map((what): Evidence => ({ kind: "warning", what, source: "get_questions" })),
      {
        kind: "read",
        what: `Posting: ${posting.title}`,
        source: `posting/${posting.id}`,
        ...(posting.url !== null && { url: posting.url }),
      },
      { kind: "read", what: `Interview plan: ${planId}`, source: `plan/${planId}` },
      ...set.findings.map(({ says }): Evidence => ({
        kind: "left_out",
        what: says,
        source: "get_questions",
      })),
      ...(refused.length === 0 ? [] : [refusedEvidence(refused.length)]),
    ],
  };
};

const warningOf = ({ questionId, followUp, severity, why, instead }: WordsFinding): Evidence => ({
  kind: "warning",
  what: `${followUp === null ? "A question" : "A follow-up"} that a person has written ${severity === "blocking" ? "must not be asked" : "is to be put otherwise"}: ${why}${instead === null ? "" : ` Ask instead: “${instead}”`}`,
  source: `question/${questionId}`,
});

const refusedEvidence = (count: number): Evidence => ({
  kind: "left_out",
  what: `A model's wording of ${count === 1 ? "one question" : `${count} questions`} did not pass the checks; the drafted one stands there.`,
  source: "questions",
});
