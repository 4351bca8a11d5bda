/** What is said of a message that was sent is kept in the clear, with the steps' labels: the candidate is named in none of it. */
import { expect, it } from "vitest";
import { proposeNudge } from "../../../agents/feedback/nudge.ts";
import {
  CANDIDATE,
  type AttendanceMessage,
  MESSAGE_KINDS,
} from "../../../src/domain/attendance-message.ts";
import { OpportunityId, PostingId, StageId, UserId } from "../../../src/domain/ids.ts";
import type { NudgeFeedback } from "../../../src/domain/nudge.ts";
import type { EffectRecord } from "../../../src/effects/effects.ts";
import { createMessageSteps } from "../../../src/effects/kinds/attendance-message.ts";
import { createNudgeSteps } from "../../../src/effects/kinds/nudge.ts";
import { nudged } from "../../../src/effects/nudged.ts";
import { told } from "../../../src/effects/told.ts";

const NAME = "Hana Fontes";
const STATUSES = ["done", "failed", "parked"] as const;

const effectOf = (session: string, status: EffectRecord["status"]): EffectRecord =>
  ({ session, status, error: null }) as EffectRecord;

const ENDS = "2026-11-23T10:00:00Z";
const messageOf = (kind: AttendanceMessage["kind"]): AttendanceMessage => ({
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
      endsAt: ENDS,
      people: ["Ines Fujita"],
      room: null,
      videoUrl: null,
    },
  ],
  candidate: { name: NAME, zone: "Europe/Lisbon" },
  isConfirmed: false,
  postingTitle: "Engineer",
  companyName: "Example",
  readers: [
    { id: CANDIDATE, email: "c@example.test", name: NAME, zone: "Europe/Lisbon", channel: "mail" },
    {
      id: "ines",
      email: "i@example.test",
      name: "Ines Fujita",
      zone: "Europe/Lisbon",
      channel: "slack",
    },
  ],
  words: { opening: "Hello.", closing: "Bye." },
});

const nudgeOf = (says: NudgeFeedback["says"], note: NudgeFeedback["note"]): NudgeFeedback => ({
  kind: "nudge_feedback",
  version: 1,
  opportunityId: OpportunityId.parse("opp"),
  stageId: StageId.parse("screen"),
  caseId: "case_1",
  says,
  number: 1,
  most: 5,
  until: ENDS,
  owed: {
    interviewId: "i1",
    userId: UserId.parse("ines"),
    name: "Ines Fujita",
    form: "Screen",
    session: "Phone Screen",
    startsAt: "2026-11-23T09:00:00Z",
    endsAt: ENDS,
    zone: "Europe/Lisbon",
  },
  to: (["slack", "mail"] as const).map((channel) => ({
    userId: UserId.parse("ines"),
    email: "i@example.test",
    name: "Ines Fujita",
    channel,
  })),
  note,
  candidateName: NAME,
  postingTitle: "Engineer",
  stageName: "Screen",
  formUrl: "https://lever.example/opp",
  companyName: "Example",
  questions: [],
});
const NUDGES = (["reminder", "overdue"] as const).flatMap((says) =>
  [null, { performAs: UserId.parse("ines"), username: "ines" }].map((note) => nudgeOf(says, note)),
);

it.each(MESSAGE_KINDS)("says of %s that it reached the candidate, or did not", (kind) => {
  for (const status of STATUSES) {
    const effects = [effectOf(CANDIDATE, status), effectOf("ines", "done")];
    const said = JSON.stringify(told(messageOf(kind), effects));
    expect(said).toContain("the candidate");
    expect(said).toContain("Ines Fujita");
    expect(said).not.toContain("Hana");
  }
});

it("says in reminders of feedback whom it is about as the candidate, and names them only in what is sealed", () => {
  for (const nudge of NUDGES) {
    for (const status of STATUSES) {
      const said = JSON.stringify(nudged(nudge, [effectOf("ines", status)]));
      expect(said).toContain("on the candidate");
      expect(said).not.toContain("Hana");
    }
  }
  const context = { case_: { id: "case_1" } as never, leftOut: [] };
  expect(proposeNudge(nudgeOf("reminder", null), context).context.summary).toBe(
    `Remind Ines Fujita of their feedback on ${NAME} (1 of 5)`,
  );
});

it("names the candidate in no label of a step", () => {
  const deps = { chat: { slack: null } } as never;
  const labels = [
    ...NUDGES.flatMap((nudge) => createNudgeSteps(deps)(nudge)),
    ...MESSAGE_KINDS.flatMap((kind) => createMessageSteps(deps)(messageOf(kind))),
  ].map(({ label }) => label);
  expect(labels.length).toBeGreaterThan(15);
  expect(labels.join("\n")).not.toContain("Hana");
});
