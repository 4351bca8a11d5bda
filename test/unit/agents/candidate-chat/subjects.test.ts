import { expect, it } from "vitest";
import type { ChatKnowledge } from "../../../../agents/candidate-chat/knowledge.ts";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { knownAbout, searchKnown } from "../../../../agents/candidate-chat/search-known.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";
import { cutPassages } from "../../../../src/guides/passages.ts";

/** Of a company that words its guide in its own way. */
const GUIDE = `
## How to find us

Acme Tower, Hauptstrasse 5, Munich. Take U-Bahn line 3 to Marienplatz, exit B.

## Cars and bikes

Visitors' cars go on level -2, 4 euros an hour. Cycle racks are at the back.

## On the day

Please arrive ten minutes before. Should you be delayed, ring +49 89 000. Bring photo ID for the front desk. Smart casual is fine.

## Remote interviews

We use Zoom. The interview may be recorded only with your consent. If technology lets us down, we meet again.

## Using tools

Googling is fine in coding exercises. ChatGPT and other generative tools are not.

## Coding exercise

90 minutes in CoderPad in a language of your choice.

## What happens next

Our recruiter gets back to you within a week. There are three rounds.

## Expenses

Train and hotel up to 150 euros are reimbursed on request.

## Working with us

Hybrid, three office days. Relocation support up to 3,000 euros. Your line manager would be the head of data.
`;

const guide = cutPassages({
  guideId: "gd",
  version: 1,
  scope: { kind: "company" },
  title: "Acme",
  text: GUIDE,
});

const knowledge: ChatKnowledge = {
  ...chatKnowledge(),
  posting: [],
  search: (question) => searchKnown({ guide, posting: [] }, question),
  about: (subject, question) => knownAbout({ guide, posting: [] }, subject, question),
};

const headingsFor = (question: string): string[] =>
  replyByRule(question, knowledge)
    .sources.filter(({ kind }) => kind === "guide")
    .map(({ title }) => title);

it.each([
  ["is there parking", "Cars and bikes"],
  ["can I come by bike", "Cars and bikes"],
  ["how do I get to your office", "How to find us"],
  ["what if I'm late", "On the day"],
  ["do I need my passport", "On the day"],
  ["dress code?", "On the day"],
  ["is anybody recording this", "Remote interviews"],
  ["my internet dies, then what", "Remote interviews"],
  ["can I google stuff", "Using tools"],
  ["which programming language", "Coding exercise"],
  ["when do I hear back", "What happens next"],
  ["how many rounds", "What happens next"],
  ["do you pay for my hotel", "Expenses"],
  ["do you help with relocation", "Working with us"],
  ["who's the hiring manager", "Working with us"],
])("finds for %j what another company has under %j", (question, heading) => {
  expect(headingsFor(question)).toEqual([heading]);
});

it.each([
  "what language is the interview in",
  "do you have lunch",
  "is there wifi",
  "how big is the team",
  "which airport is nearest",
  "what's the salary",
  "can I bring notes",
])("asks a person about %j where the guide does not tell it", (question) => {
  expect(replyByRule(question, knowledge)).toMatchObject({ isHandedOver: true, sources: [] });
});
