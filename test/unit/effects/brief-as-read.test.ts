/** A brief as it leaves: of a round to which its reader has come since it was made, nothing is quoted to them. */
import { expect, it } from "vitest";
import type { Database } from "../../../src/db/port.ts";
import { StageId } from "../../../src/domain/ids.ts";
import type { EffectContext } from "../../../src/effects/kind.ts";
import { createBriefSteps } from "../../../src/effects/kinds/brief.ts";
import { quotedForms } from "../../../src/feedback/quoted-forms.ts";
import type { Mail } from "../../../src/messaging/port.ts";
import { FEEDBACK_OF_ROUND, changedBrief } from "../../support/briefs.ts";
import { form, hours, interview, panel, person } from "../../support/feedback-worlds.ts";

const BRIEF = changedBrief();
const INES = "user-ines";
const [, OWN = ""] = quotedForms(BRIEF);

/** What she is sent, with these forms in. */
const sentWith = async (interviewIds: string[]): Promise<string> => {
  const mails: Mail[] = [];
  const { session } = BRIEF;
  const row = {
    sessionId: session.sessionId,
    startsAt: Temporal.Instant.from(session.startsAt),
  };
  const seats = [{ who: INES }, { who: "ola" }];
  const loop = panel("p1", {
    stageId: StageId.parse("onsite"),
    interviews: [interview("i1", hours(-5), { seats }), interview("i2", hours(20), { seats })],
  });
  const deps = {
    database: {
      query: async (sql: string) => await Promise.resolve(sql.includes("from briefs") ? [row] : []),
    } as unknown as Database,
    clock: { now: () => row.startsAt.subtract({ hours: 24 }) },
    lever: {
      fresh: {
        getOpportunity: async () =>
          await Promise.resolve({ confidential: false, archivedAt: null, postingId: null }),
        listUsers: async () => await Promise.resolve([person(INES), person("ola")]),
        listPanels: async () => await Promise.resolve([loop]),
        listFeedback: async () =>
          await Promise.resolve([
            form("ola", { id: OWN, panelId: "p1", interviewId: "i1" }),
            ...interviewIds.map((interviewId) => form(INES, { panelId: "p1", interviewId })),
          ]),
      },
    },
    chat: { slack: null },
    mailer: {
      send: async (mail: Mail) => {
        mails.push(mail);
        return await Promise.resolve({ messageId: mail.messageId });
      },
    },
    messageIdDomain: "convene.test",
    briefUrl: async () => await Promise.resolve("https://convene.test/brief/r/x"),
    ownUrl: async () => await Promise.resolve("https://convene.test/me/x"),
  } as unknown as Parameters<typeof createBriefSteps>[0];
  const [toInes] = createBriefSteps(deps)(BRIEF);
  const context = {
    effectId: "ef_1",
    proposalId: "pr_1",
    handOver: async () => await Promise.resolve(),
  } as unknown as EffectContext;
  await toInes?.send(context);
  return mails.map(({ to, text }) => `${to.name}\n${text}`).join("\n");
};

it("quotes the round to whoever has handed in all of their forms of it, and not once one more is to come", async () => {
  const asMade = await sentWith(["i1", "i2"]);
  expect(asMade).toContain("Inês Duarte");
  expect(asMade).toContain(FEEDBACK_OF_ROUND.words);
  const asOwed = await sentWith(["i1"]);
  expect(asOwed).toContain("Inês Duarte");
  expect(asOwed).not.toContain(FEEDBACK_OF_ROUND.words);
});
