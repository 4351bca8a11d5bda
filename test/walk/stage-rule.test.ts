/** The rule of a plan for its stage: judged by itself as forms come in, withdrawn as they change, decided by a person in every mode,
 * and done once. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { OWN_FORM_FIRST } from "../../src/cases/own-form-first.ts";
import { STAGE_RULE_OFF } from "../../src/cases/stage-rule.ts";
import { MoveDetail } from "../../src/http/api/aside-schemas.ts";
import type { AedtView } from "../../src/http/api/aedt-routes.ts";
import type { CaseDetail, ProposalDetail, ProposalItem } from "../../src/http/api/schemas.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import { readTools } from "../support/all-that-is-read.ts";
import { openApi, problemOf } from "../support/api.ts";
import { bookedScreen, until } from "../support/briefs-walk.ts";
import { describeOneDatabase } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import { type Owing, addInterview, handIn, owingOf, setEvaluative } from "../support/panel-walk.ts";
import { settled } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

/** What a tool has said, as an assistant gets it. */
const Told = z.looseObject({ structuredContent: z.unknown() });

const RULE = `
stageRule:
  when: all_forms_in
  scores:
    - field: Rating
      atLeast: 3
    - field: Writing software
      atLeast: 2
  moveTo: Technical Panel
`;

describeOneDatabase("postgres", "the rule of a stage", (open) => {
  let walk: Walk;
  /** Whose move leaves, and its answer is lost; somebody moves them back before anybody looks. */
  let isBackOnceMoved: string | null = null;
  beforeAll(async () => {
    walk = await startWalk(open, {
      witness: async (point, opportunityId) => {
        if (point !== "effect.stage_move.answered" || opportunityId !== isBackOnceMoved) return;
        isBackOnceMoved = null;
        await walk.moveStage(opportunityId, "phoneScreen");
        throw new Error("the answer is lost");
      },
    });
    await setEvaluative(walk, "on");
    const shown = await walk.api.send("GET", "/api/plans/phone-screen");
    const { source } = z.looseObject({ source: z.string() }).parse(shown.body);
    const saved = { source: `${source.trimEnd()}${RULE}`, basedOn: 0 };
    const { status } = await walk.api.send("PUT", "/api/plans/phone-screen", saved);
    if (status !== 200) throw new Error(`the plan was answered with ${status}`);
  });
  afterAll(async () => await walk.close());

  const rulesOf = <Of extends { eventKind: string }>(all: Of[]): Of[] =>
    all.filter(({ eventKind }) => eventKind.startsWith("stage_rule"));
  const movesOf = ({ proposals }: CaseDetail): ProposalItem[] =>
    proposals.filter(({ kind }) => kind === "move_stage");
  const untilSo = async (
    { caseId, payload }: ProposalDetail,
    isSo: (case_: CaseDetail) => boolean,
  ): Promise<CaseDetail> => {
    await walk.waitFor("its rule", async () => isSo(await walk.api.case(caseId)));
    await settled(walk, payload.opportunityId);
    return await walk.api.case(caseId);
  };
  /** Lever is looked at again only after a while: soon while a form is owed, and later once all are in. */
  const hand = async (booked: ProposalDetail, owing: Owing, rating: string, score = 3) => {
    await handIn(walk, booked, { owing, rating, words: "", scores: [[score, ""]] });
    await advance(walk, 3.1);
  };
  const over = async (): Promise<{ booked: ProposalDetail; first: Owing; second: Owing }> => {
    await walk.api.setMode("assisted");
    const booked = await bookedScreen(walk);
    await until(walk, booked, 0);
    await advance(walk, 2);
    const [first, second, ...others] = await owingOf(walk, booked);
    if (!first || !second || others.length > 0) throw new Error("the screen has not two people");
    return { booked, first, second };
  };
  const tokenOf = async (name: string): Promise<string> =>
    await createToken(
      { name, role: "recruiter", kind: "token", validFor: Temporal.Duration.from({ hours: 1 }) },
      walk.running.deps,
    );
  const as = async (name: string) => openApi(walk.url, await tokenOf(name));
  /** What an assistant is told of the moves of a case, by each tool that tells of proposals. */
  const movesToAssistantOf = async (name: string, caseId: string): Promise<string[]> => {
    const told = await readTools(walk.url, {
      token: await tokenOf(name),
      known: { caseId: [caseId] },
    });
    const proposals = z.array(z.object({ kind: z.string(), summary: z.string() }));
    return told
      .filter(({ from }) => from === "get_case" || from === "list_proposals")
      .flatMap(({ text }) => {
        const { structuredContent } = Told.parse(JSON.parse(text));
        return z
          .looseObject({ proposals })
          .parse(structuredContent)
          .proposals.filter(({ kind }) => kind === "move_stage")
          .slice(0, 1);
      })
      .map(({ summary }) => summary);
  };
  /** Somebody who was not on the panel, and is from now on, for an interview to come. */
  const joinPanel = async (booked: ProposalDetail, { userId, templateId }: Owing) => {
    const person = walk.world.people.find(
      (one) =>
        !booked.payload.sessions.some(({ panel }) => panel.some((of) => of.userId === one.userId)),
    );
    if (!person) throw new Error("everybody is on the panel");
    const owing = { userId: person.userId, templateId };
    return {
      name: person.name,
      api: await as(person.name),
      join: async () => await addInterview(walk, booked, { by: userId, owing }),
    };
  };
  const timesMoved = async ({ payload: { opportunityId } }: ProposalDetail): Promise<number> => {
    const to = walk.cast.stages.technicalPanel;
    const changes = (await walk.eyes.journal()).filter(({ kind }) => kind === "stage.changed");
    return changes.filter(
      ({ ids }) => ids["opportunityId"] === opportunityId && ids["toStageId"] === to,
    ).length;
  };
  const stageOf = async ({ payload }: ProposalDetail) =>
    (await walk.eyes.opportunity(payload.opportunityId))?.stage;

  /** Where it counts as a tool that helps to decide, and the notice to candidates is withdrawn. */
  const showsHeldInNewYork = async (
    { caseId }: ProposalDetail,
    move: Pick<ProposalItem, "id" | "digest"> | undefined,
  ): Promise<void> => {
    const said = { kind: "class", isClassed: true, dated: "2026-01-15", note: "Wiki: class" };
    const { body } = await walk.api.send("POST", "/api/aedt/records", said);
    for (const { id } of (body as AedtView).records.filter(({ kind }) => kind === "notice")) {
      await walk.api.send("POST", `/api/aedt/records/${id}/withdraw`);
    }
    const asked = await walk.api.send("POST", `/api/cases/${caseId}/stage-rule`);
    const approved = { decision: "approve", digest: move?.digest ?? "" } as const;
    const answers = [asked, await walk.api.decide(move?.id ?? "", approved)];
    for (const answer of answers) {
      expect(problemOf(answer)).toMatchObject({
        status: 409,
        detail: expect.stringContaining("No notice to candidates is on record."),
      });
    }
    const again = { kind: "notice", dated: "2026-01-15", note: "Wiki: notice 4" };
    const ofNone = { ...again, postingId: "no-such-posting" };
    expect(problemOf(await walk.api.send("POST", "/api/aedt/records", ofNone))).toMatchObject({
      status: 400,
      detail: expect.stringContaining("Lever knows no such posting"),
    });
    expect((await walk.api.send("POST", "/api/aedt/records", again)).status).toBe(200);
  };

  it("is proposed once all forms are in, withdrawn when one changes, and done when a person says so", async () => {
    const { booked, first, second } = await over();
    await walk.api.setMode("managed");
    await hand(booked, first, "3 - Hire");
    const waiting = await untilSo(booked, ({ stageRule }) => stageRule?.judgedAt != null);
    // What the first says is told to nobody before the second has handed in.
    expect(waiting.stageRule).toMatchObject({
      holds: false,
      moveTo: "Technical Panel",
      reasons: [expect.stringMatching(/^The form of .+ is still to be handed in\.$/)],
    });
    expect(movesOf(waiting)).toEqual([]);
    const owing = walk.world.people.find(({ userId }) => userId === second.userId);
    const asOwing = await as(owing?.name ?? "");
    const untold = await asOwing.case(booked.caseId);
    expect(untold.stageRule).toBeNull();
    const [judged] = rulesOf(waiting.runs);
    expect(judged?.outcome).toBe("The rule of this stage does not hold.");
    expect(rulesOf(untold.runs).map(({ outcome }) => outcome)).toEqual([OWN_FORM_FIRST]);
    expect(rulesOf(untold.events.map(({ kind, note }) => ({ eventKind: kind, note })))).toEqual([
      { eventKind: "stage_rule_due", note: null },
    ]);
    expect(await asOwing.run(judged?.id ?? "")).toMatchObject({ outcome: OWN_FORM_FIRST });

    await hand(booked, second, "4 - Strong Hire");
    const held = await untilSo(booked, ({ stageRule }) => stageRule?.holds === true);
    const [move] = movesOf(held);
    expect(move).toMatchObject({
      status: "waiting",
      class: "evaluative",
      audience: "internal",
      risk: "high",
    });
    expect(held.status).toBe("booked");
    const shown = MoveDetail.parse((await walk.api.send("GET", `/api/proposals/${move?.id}`)).body);
    expect(shown.payload.to.id).toBe(walk.cast.stages.technicalPanel);
    expect(
      shown.payload.scores.map(({ field, given }) => [
        field,
        ...given.map(({ given: one }) => one),
      ]),
    ).toEqual([
      ["Rating", "3 - Hire", "4 - Strong Hire"],
      ["Writing software", "3", "3"],
    ]);
    expect(shown.payload.forms.map(({ counts }) => counts)).toEqual([true, true]);
    const refusedEdit = await walk.api.decide(move?.id ?? "", {
      decision: "edit",
      digest: move?.digest ?? "",
      payload: {},
    });
    expect(refusedEdit.status).toBe(400);

    // The newest form of one person for one interview counts.
    await hand(booked, second, "4 - Strong Hire", 1);
    const withdrawn = await untilSo(booked, (case_) => movesOf(case_)[0]?.status === "superseded");
    expect(withdrawn.stageRule).toMatchObject({
      holds: false,
      reasons: [expect.stringContaining("gives “Writing software” 1 of 4; the rule asks for 2")],
    });
    expect(await stageOf(booked)).toBe(walk.cast.stages.phoneScreen);

    await hand(booked, second, "4 - Strong Hire", 2);
    const again = await untilSo(booked, (case_) =>
      movesOf(case_).some(({ status }) => status === "waiting"),
    );
    const newest = movesOf(again).find(({ status }) => status === "waiting");
    await walk.api.approve({ id: newest?.id ?? "", digest: newest?.digest ?? "" });
    await untilSo(booked, (case_) => case_.status === "closed");
    expect(await stageOf(booked)).toBe(walk.cast.stages.technicalPanel);
    expect(await timesMoved(booked)).toBe(1);
    // Nothing of what people wrote, and no rating, is kept in the clear.
    const ours = rulesOf(again.runs);
    expect(ours.length).toBeGreaterThan(2);
    for (const { id } of ours) {
      expect(JSON.stringify(await walk.api.run(id))).not.toMatch(/Strong|3 - Hire/);
    }
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  it("moves nobody by a form that has changed since, nor who was moved by hand, nor while it is switched off", async () => {
    const { booked, first, second } = await over();
    await hand(booked, first, "3 - Hire");
    await hand(booked, second, "3 - Hire");
    const held = await untilSo(booked, (case_) => movesOf(case_)[0]?.status === "waiting");
    const [move] = movesOf(held);
    const synthesis = held.proposals.find(({ kind }) => kind === "post_synthesis");
    await walk.api.send("POST", "/api/pause");
    for (const one of [synthesis, move]) {
      await walk.api.approve({ id: one?.id ?? "", digest: one?.digest ?? "" });
    }
    await handIn(walk, booked, { owing: first, rating: "1 - Strong No Hire", words: "" });
    await walk.api.send("POST", "/api/resume");
    const failed = await untilSo(booked, (case_) => case_.problems.length > 1);
    // Each is told, whichever came first.
    expect(failed.problems).toMatchObject([
      { code: "synthesis_not_posted", message: expect.stringMatching(/Nothing was done\.$/) },
      {
        code: "stage_not_moved",
        message: expect.stringMatching(/A form was changed.* Nothing was done\.$/),
      },
    ]);
    expect(await stageOf(booked)).toBe(walk.cast.stages.phoneScreen);

    await advance(walk, 3.1);
    // The rule is judged anew and does not hold: nobody is to be moved.
    await untilSo(booked, ({ problems }) =>
      problems.every(({ code }) => code === "synthesis_not_posted"),
    );
    await hand(booked, first, "3 - Hire");
    await untilSo(booked, (case_) => movesOf(case_)[0]?.status === "waiting");
    // Whoever is put on the panel is told no more from that moment, before Convene has looked.
    const third = await joinPanel(booked, first);
    const before = await third.api.case(booked.caseId);
    expect(before.stageRule).toMatchObject({ holds: true });
    expect(movesOf(before)[0]?.summary).toMatch(/^Move the candidate /);
    const { caseId } = booked;
    const moved = "Move the candidate from Phone Screen to Technical Panel";
    expect(await movesToAssistantOf(third.name, caseId)).toEqual([moved, moved]);
    await third.join();
    const after = await third.api.case(booked.caseId);
    expect(after.stageRule).toBeNull();
    expect(movesOf(after)[0]?.summary).toBe(OWN_FORM_FIRST);
    expect((await movesToAssistantOf(third.name, caseId))[0]).toBe(OWN_FORM_FIRST);
    await walk.moveStage(booked.payload.opportunityId, "finalRound");
    const left = await untilSo(booked, ({ status }) => status === "closed");
    expect(movesOf(left)[0]?.status).toBe("superseded");
    expect(await stageOf(booked)).toBe(walk.cast.stages.finalRound);

    await setEvaluative(walk, "off");
    const off = await walk.api.send("POST", `/api/cases/${booked.caseId}/stage-rule`);
    expect(problemOf(off).status).toBe(409);
    const switchedOff = await walk.api.case(booked.caseId);
    expect(switchedOff.stageRule).toBeNull();
    const outcomes = rulesOf(switchedOff.runs).flatMap(({ outcome }) => outcome ?? []);
    expect(new Set(outcomes)).toEqual(new Set([STAGE_RULE_OFF]));
    const toAll = await movesToAssistantOf("somebody", caseId);
    expect(toAll).toEqual([STAGE_RULE_OFF, STAGE_RULE_OFF]);
    await setEvaluative(walk, "on");
  });

  it("moves nobody again whom somebody moved back while its answer was lost", async () => {
    const { booked, first, second } = await over();
    await hand(booked, first, "3 - Hire");
    await hand(booked, second, "3 - Hire");
    const held = await untilSo(booked, (case_) => movesOf(case_)[0]?.status === "waiting");
    const [move] = movesOf(held);
    await showsHeldInNewYork(booked, move);
    isBackOnceMoved = booked.payload.opportunityId;
    await walk.api.approve({ id: move?.id ?? "", digest: move?.digest ?? "" });
    await untilSo(booked, (case_) => movesOf(case_).some(({ status }) => status === "done"));
    expect(isBackOnceMoved).toBeNull();
    expect(await stageOf(booked)).toBe(walk.cast.stages.phoneScreen);
    expect(await timesMoved(booked)).toBe(1);

    // Lever's own list of changes is held against our books, moved on and back as they were.
    expect(await comparedOf(booked)).not.toContainEqual(expect.stringMatching(/^move_/));
    await walk.running.deps.database.query(
      "update effects set status = 'failed' where kind = 'stage_move' and proposal_id = $1",
      [move?.id],
    );
    expect(await comparedOf(booked)).toContain("move_stands");
  });

  const comparedOf = async ({ caseId }: ProposalDetail): Promise<string[]> => {
    const forget = async () =>
      await walk.running.deps.database.query(
        "delete from settings where name in ('reconcile_pace', 'reconciliation_ended')",
      );
    await forget();
    const { id } = await walk.api.reconcile();
    const ended = await walk.waitFor("the comparison to end", async () => {
      await forget();
      const latest = await walk.api.reconciliation();
      return latest?.id === id && latest.finishedAt !== null ? latest : null;
    });
    return ended.findings.filter((found) => found.caseId === caseId).map(({ code }) => code);
  };
});
