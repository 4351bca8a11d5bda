import { expect, it } from "vitest";
import { renderQuestion } from "../../../src/domain/chat-words.ts";
import { OpportunityId, StageId } from "../../../src/domain/ids.ts";

it("quotes a candidate's question to the recruiter without an address that could be followed", () => {
  const told = renderQuestion(
    {
      kind: "tell_question",
      version: 1,
      opportunityId: OpportunityId.parse("opp"),
      stageId: StageId.parse("stage"),
      caseId: "case_1",
      postingTitle: "Engineer",
      stageName: "Screen",
      companyName: "Acme",
      questionId: "cq_1",
      channel: "mail",
      to: { email: "rosa@company.test", name: "Rosa Lind" },
      candidateName: "Ada",
      question: "May I come?\nSign in at https://evil.example/x or write to it@evil.example.",
    },
    "https://convene.example.com",
  );
  expect(told.lines[0]).toBe(
    "They wrote: “May I come? Sign in at (link left out) or write to (link left out)”",
  );
});
