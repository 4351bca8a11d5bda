/** What is said of a message that did not leave, and whether it is asked for again. */
import { expect, it } from "vitest";
import { CANDIDATE } from "../../../src/domain/attendance-message.ts";
import type { AttendanceMessage, MessageReader } from "../../../src/domain/attendance-message.ts";
import { OpportunityId, PostingId, StageId } from "../../../src/domain/ids.ts";
import type { EffectRecord } from "../../../src/effects/effects.ts";
import { told } from "../../../src/effects/told.ts";

const reader = (id: string): MessageReader => ({
  id,
  email: `${id}@example.test`,
  name: `The ${id}`,
  zone: "Europe/Lisbon",
  channel: "mail",
});

const message = (kind: AttendanceMessage["kind"], readers: string[]): AttendanceMessage => ({
  kind,
  version: 1,
  opportunityId: OpportunityId.parse("opp"),
  postingId: PostingId.parse("post"),
  stageId: StageId.parse("screen"),
  caseId: "case_1",
  of: "pr_1",
  mark: "48",
  sessions: [
    {
      sessionId: "screen",
      name: "Phone Screen",
      format: "phone",
      startsAt: "2026-11-23T09:00:00Z",
      endsAt: "2026-11-23T10:00:00Z",
      people: [],
      room: null,
      videoUrl: null,
    },
  ],
  candidate: { name: "Ada", zone: "Europe/Lisbon" },
  isConfirmed: false,
  postingTitle: "Engineer",
  companyName: "Example",
  readers: readers.map(reader),
  words: { opening: "Hello.", closing: "Bye." },
});

const failed = (session: string, code: string): EffectRecord =>
  ({ session, status: "failed", error: { code, message: "Why." } }) as EffectRecord;
const done = (session: string): EffectRecord =>
  ({ session, status: "done", error: null }) as EffectRecord;

it("asks again for what was in doubt, which is no problem of the case", () => {
  const { words, problem, again } = told(message("remind_candidate", [CANDIDATE]), [
    failed(CANDIDATE, "booking_in_doubt"),
  ]);
  expect([words, problem]).toEqual(["Why. It is asked for again while it is of use.", undefined]);
  expect(again).toEqual([{ sessionId: "screen", reader: CANDIDATE, mark: "48" }]);
});

it.each(["calendar_unavailable", "calendar_denied", "lever_unavailable", "lever_rate_limited"])(
  "asks again where nobody could look, and says it on the case: %s",
  (code) => {
    const { problem, again } = told(message("warn_recruiter", ["ruth"]), [failed("ruth", code)]);
    expect(problem?.message).toContain("It is asked for again while it is of use.");
    expect(again).toEqual([{ sessionId: "screen", reader: "recruiter", mark: "48" }]);
  },
);

it.each(["stale_proposal", "mail_rejected", "lever_denied", "contact_not_allowed"])(
  "does not ask again for what is over, or could not be sent: %s",
  (code) => {
    const { words, again } = told(message("remind_interviewers", ["ann"]), [failed("ann", code)]);
    expect(again).toEqual([]);
    expect(words).not.toContain("asked for again");
  },
);

it("says to nobody what a message to the recruiter is for", () => {
  const word = message("warn_recruiter", ["ruth"]);
  for (const effect of [done("ruth"), failed("ruth", "mail_rejected")]) {
    const { words, problem } = told(word, [effect]);
    expect(words).toMatch(/^The message to the recruiter \(Phone Screen\) was sent to/);
    expect(`${words} ${problem?.message}`).not.toMatch(/look|risk|stay|warn/i);
  }
});

it("asks only those again whom it did not reach, and of nobody who stayed away", () => {
  const both = [done("ann"), failed("ben", "booking_in_doubt")];
  expect(told(message("remind_interviewers", ["ann", "ben"]), both).again).toEqual([
    { sessionId: "screen", reader: "ben", mark: "48" },
  ]);
  const missed = told(message("invite_again", [CANDIDATE]), [
    failed(CANDIDATE, "lever_unavailable"),
  ]);
  expect(missed).toMatchObject({ again: [], isInvitedAgain: true });
  expect(missed.problem?.message).toContain("It is asked for again while it is of use.");
});

it("says of a mail to who did not come why it did not leave, and how it may be proposed again", () => {
  const overtaken = [failed(CANDIDATE, "stale_proposal")];
  const { problem, words, isInvitedAgain } = told(message("invite_again", [CANDIDATE]), overtaken);
  expect([words, isInvitedAgain]).toEqual(["Why.", undefined]);
  expect(problem).toEqual({
    code: "message_not_sent",
    message:
      "The mail that offers the candidate another time (Phone Screen) was not sent. Why. If it is still wanted, propose it again on the page of the case.",
  });
  expect(told(message("remind_candidate", [CANDIDATE]), overtaken).problem).toBeUndefined();
});
