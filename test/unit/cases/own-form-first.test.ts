import { describe, expect, it } from "vitest";
import type { ProposalRecord } from "../../../src/cases/records.ts";
import type { Database } from "../../../src/db/port.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { OpportunityId, UserId } from "../../../src/domain/ids.ts";
import {
  LEVER_UNREAD,
  OWN_FORM_FIRST,
  type OwnFormDeps,
  briefShownTo,
  hiddenFrom,
  hiddenInCase,
  whyKeptNow,
  owesFormOf,
  refuseWhoOwes,
} from "../../../src/cases/own-form-first.ts";
import type { Principal } from "../../../src/http/auth/principal.ts";
import type { LeverUser, Panel, SubmittedFeedback } from "../../../src/lever/port.ts";
import { NO_SHOW_OFF } from "../../../src/cases/no-show-told.ts";
import { SYNTHESIS_OFF } from "../../../src/cases/synthesis.ts";
import { STAGE_RULE_OFF } from "../../../src/cases/stage-rule.ts";
import { FIRST_POLICY } from "../../../src/policy/store.ts";
import { quotedForms } from "../../../src/feedback/quoted-forms.ts";
import { usualBrief } from "../../support/briefs.ts";
import { ASSESSMENT } from "../../support/assessment.ts";

const NOW = Temporal.Instant.from("2026-11-20T12:00:00Z");
const STAGE = "stage-1";
const ROUND = { opportunityId: OpportunityId.parse("opportunity-1"), stageId: STAGE };
const ANN: LeverUser = {
  id: UserId.parse("user-ann"),
  name: "Ann Ode",
  email: "ann@company.test",
  username: "ann",
  createdAt: null,
  deactivated: false,
};
const PANEL = {
  id: "panel-1",
  stageId: STAGE,
  createdAt: null,
  canceledAt: null,
  interviews: [
    {
      id: "interview-1",
      startsAt: NOW.subtract({ hours: 3 }),
      durationMinutes: 60,
      canceledAt: null,
      feedbackTemplateId: "form-1",
      interviewers: [{ userId: ANN.id, feedbackTemplateId: "form-1" }],
    },
  ],
} as unknown as Panel;

const HER_FORM = {
  id: "form-ann",
  panelId: "panel-1",
  interviewId: "interview-1",
  userId: ANN.id,
  completedAt: NOW.subtract({ hours: 1 }),
  updatedAt: null,
};

const away = (): never => {
  throw new AppError({ code: "lever_unavailable", fault: "upstream", message: "Lever is away." });
};
const denied = (): never => {
  throw new AppError({
    code: "lever_denied",
    fault: "upstream",
    message: "Lever refuses.",
    data: { status: 403 },
  });
};

/** What is evaluative is switched on: the guard of own forms has something to hide. */
const ON = { version: 1, policy: { ...FIRST_POLICY, evaluative: "on", assessment: ASSESSMENT } };
const OFF = { version: 1, policy: FIRST_POLICY };

const depsWith = (
  listUsers: () => LeverUser[],
  owed: string[] = [],
  policy: object = ON,
  missed: object[] = [],
): OwnFormDeps => ({
  database: {
    query: async (sql: string) => {
      if (sql.includes("from policies")) return [policy];
      if (sql.includes("from cases")) return [ROUND];
      return sql.includes("from attendances") ? missed : owed.map((status) => ({ status }));
    },
  } as unknown as Database,
  texts: {} as OwnFormDeps["texts"],
  clock: { now: () => NOW },
  lever: {
    listUsers: async () => await Promise.resolve(listUsers()),
    listPanels: async () => await Promise.resolve([PANEL]),
    listFeedback: async () => await Promise.resolve([]),
  },
});

const by = (name: string): Principal => ({
  name,
  role: "recruiter",
  scope: null,
  email: null,
  via: "token",
});
const MOVE = { id: "move-1", kind: "move_stage", caseId: "case-1" } as ProposalRecord;
const SYNTHESIS = { id: "synthesis-1", kind: "post_synthesis", caseId: "case-1" } as ProposalRecord;
const WORD = { id: "word-1", kind: "warn_recruiter", caseId: "case-1" } as ProposalRecord;
const BOOKING = { id: "booking-1", kind: "book_interview", caseId: "case-1" } as ProposalRecord;

describe("whoever may owe a form, while Lever's users cannot be read", () => {
  it.each([
    ["Lever is away", away, "Try again in a minute."],
    ["the credential may not read them", denied, '"Users: read"'],
  ])("is refused, may come again, and finds nothing in lists: %s", async (_, users, words) => {
    const deps = depsWith(users);
    await expect(refuseWhoOwes(by(ANN.name), ROUND, deps)).rejects.toMatchObject({
      code: "lever_unavailable",
      fault: "upstream",
      retryable: true,
      message: expect.stringContaining(words),
    });
    expect(await owesFormOf(by(ANN.name), ROUND, deps)).toBe(true);
    expect(await whyKeptNow(by(ANN.name), ROUND, deps)).toBe(LEVER_UNREAD);
    const hidden = await hiddenFrom(by(ANN.name), [MOVE, SYNTHESIS, BOOKING], deps);
    expect([...hidden]).toEqual([
      ["move-1", LEVER_UNREAD],
      ["synthesis-1", LEVER_UNREAD],
    ]);
  });

  it("is not the administrator of the environment, and not nobody", async () => {
    const deps = depsWith(away, ["owed"]);
    for (const who of [by("admin"), null]) {
      await refuseWhoOwes(who, ROUND, deps);
      expect(await owesFormOf(who, ROUND, deps)).toBe(false);
      expect((await hiddenFrom(who, [MOVE], deps)).size).toBe(0);
    }
  });
});

describe("whoever is known in Lever", () => {
  const deps = depsWith(() => [ANN], ["owed"]);

  it("is refused while a form is owed", async () => {
    await expect(refuseWhoOwes(by(ANN.email), ROUND, deps)).rejects.toMatchObject({
      code: "forbidden",
      message: OWN_FORM_FIRST,
    });
    expect([...(await hiddenFrom(by(ANN.name), [MOVE], deps))]).toEqual([
      ["move-1", OWN_FORM_FIRST],
    ]);
  });

  it("owes from the moment that Lever has them on the panel, before Convene has looked", async () => {
    const unseen = depsWith(() => [ANN]);
    expect(await owesFormOf(by(ANN.name), ROUND, unseen)).toBe(false);
    expect(await whyKeptNow(by(ANN.name), ROUND, unseen)).toBe(OWN_FORM_FIRST);
    const proposals = [MOVE, BOOKING];
    const inCase = async (who: Principal) => [
      ...(await hiddenInCase(who, { case_: ROUND, proposals }, unseen)),
    ];
    expect(await inCase(by(ANN.name))).toEqual([["move-1", OWN_FORM_FIRST]]);
    expect(await inCase(by("ci"))).toEqual([]);
    expect(await whyKeptNow(by("ci"), ROUND, unseen)).toBeNull();
  });

  it("is refused as before when somebody says that the candidate did not come", async () => {
    const missed = [{ panelId: "panel-1", startsAt: NOW.subtract({ hours: 3 }) }];
    const said = depsWith(() => [ANN], [], ON, missed);
    await expect(refuseWhoOwes(by(ANN.name), ROUND, said)).rejects.toMatchObject({
      message: OWN_FORM_FIRST,
    });
    await refuseWhoOwes(by("ci"), ROUND, said);
  });

  it("is refused as well while Lever has them deactivated", async () => {
    const left = depsWith(() => [{ ...ANN, deactivated: true }]);
    await expect(refuseWhoOwes(by(ANN.name), ROUND, left)).rejects.toMatchObject({
      message: OWN_FORM_FIRST,
    });
    expect(await whyKeptNow(by(ANN.name), ROUND, left)).toBe(OWN_FORM_FIRST);
  });

  it("is known however a sign-in writes their name", async () => {
    const refused = refuseWhoOwes(by(" ANN\u200B\u00A0 Ode"), ROUND, deps);
    await expect(refused).rejects.toMatchObject({ message: OWN_FORM_FIRST });
  });

  it("is not a token that no person has", async () => {
    await refuseWhoOwes(by("ci"), ROUND, deps);
    expect(await owesFormOf(by("ci"), ROUND, deps)).toBe(false);
    expect((await hiddenFrom(by("ci"), [MOVE], deps)).size).toBe(0);
  });
});

describe("a brief that quotes the forms of another stage", () => {
  const [QUOTED = ""] = quotedForms(usualBrief());
  const priyas = { ...HER_FORM, id: QUOTED, userId: UserId.parse("user-priya") };
  const cited = async (deps: OwnFormDeps, who = by(ANN.name)) => {
    const { brief } = await briefShownTo(who, usualBrief(), deps);
    return brief.background.some(({ sources }) =>
      sources.some(({ document }) => document === `feedback/${QUOTED}`),
    );
  };
  const withForms = (forms: object[], startsIn = -3): OwnFormDeps => ({
    ...depsWith(() => [ANN]),
    lever: {
      listUsers: async () => await Promise.resolve([ANN]),
      listPanels: async () => {
        const [first] = PANEL.interviews;
        const interviews = [{ ...first, startsAt: NOW.add({ hours: startsIn }) }];
        return await Promise.resolve([{ ...PANEL, interviews } as unknown as Panel]);
      },
      listFeedback: async () => await Promise.resolve(forms as SubmittedFeedback[]),
    },
  });

  it("is shown whole once the asker has handed in there, and to whoever is not of it", async () => {
    expect(await cited(withForms([priyas, HER_FORM]))).toBe(true);
    expect(await cited(withForms([priyas]), by("ci"))).toBe(true);
  });

  it("is shown without it while they have not, also before their interview", async () => {
    expect(await cited(withForms([priyas]))).toBe(false);
    expect(await cited(withForms([priyas], 48))).toBe(false);
  });

  it("is shown without it while Lever cannot say", async () => {
    expect(await cited(depsWith(away))).toBe(false);
    const unread = withForms([]);
    const lever = { ...unread.lever, listFeedback: async () => await Promise.resolve(away()) };
    expect(await cited({ ...unread, lever })).toBe(false);
  });
});

describe("while evaluative features are switched off", () => {
  it("hides what is evaluative from everybody, and nothing else", async () => {
    const off = depsWith(() => [ANN], [], OFF);
    for (const who of [by("ci"), by(ANN.email), null]) {
      expect([...(await hiddenFrom(who, [MOVE, SYNTHESIS, BOOKING, WORD], off))]).toEqual([
        ["move-1", STAGE_RULE_OFF],
        ["synthesis-1", SYNTHESIS_OFF],
        ["word-1", NO_SHOW_OFF],
      ]);
    }
  });
});
