import { expect, it } from "vitest";
import {
  renderAnswerMail,
  renderChatNote,
  renderQuestion,
} from "../../../src/domain/chat-words.ts";
import { OpportunityId, PostingId, StageId, UserId } from "../../../src/domain/ids.ts";

const OF_CASE = {
  version: 1 as const,
  opportunityId: OpportunityId.parse("opp"),
  stageId: StageId.parse("stage"),
  caseId: "case_1",
  postingTitle: "Engineer",
  stageName: "Screen",
  companyName: "Acme",
};

it("quotes a candidate's question to the recruiter without an address that could be followed", () => {
  const told = renderQuestion(
    {
      kind: "tell_question",
      ...OF_CASE,
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

it("tells a candidate how many answers there are, and where, and neither what of nor whose", () => {
  const mail = (count: number, url: string | null) =>
    renderAnswerMail(
      {
        kind: "tell_answer",
        ...OF_CASE,
        upTo: "cq_1",
        count,
        to: { email: "ada@mail.test", name: "Ada" },
      },
      url,
    );
  expect(mail(1, null).text).toContain("in the mail alone");
  expect([mail(1, "https://a.example/c/t/assistant"), mail(3, "https://a.example/c/t/assistant")])
    .toMatchInlineSnapshot(`
      [
        {
          "footer": "Sent for Acme by Convene, scheduling software. Reply to reach a person.",
          "subject": "An answer for you from Acme",
          "text": "Hello Ada,

      You asked us something in the chat of your interview page (Engineer), and a person has answered you there.

      Read the answer:
      https://a.example/c/t/assistant

      You can write there again, or reply to this mail.",
        },
        {
          "footer": "Sent for Acme by Convene, scheduling software. Reply to reach a person.",
          "subject": "3 answers for you from Acme",
          "text": "Hello Ada,

      You asked us several things in the chat of your interview page (Engineer), and 3 answers from a person wait for you there.

      Read the answers:
      https://a.example/c/t/assistant

      You can write there again, or reply to this mail.",
        },
      ]
    `);
});

it("says in a note each thing that was spoken of once", () => {
  const note = renderChatNote(
    {
      kind: "note_chat",
      ...OF_CASE,
      postingId: PostingId.parse("posting"),
      performAs: UserId.parse("user"),
      since: "2026-05-04T09:00:00Z",
      until: "2026-05-04T09:30:00Z",
      asked: 21,
      topics: [
        { topic: "when", count: 9 },
        { topic: "unknown", count: 8 },
        { topic: "thanks", count: 3 },
        { topic: "place", count: 1 },
      ],
      handedOver: 0,
      answered: 0,
    },
    "https://convene.example.com",
  );
  expect(note).toContain(
    "It was about: other things (11 times), when it is (9 times), where it is.",
  );
});
