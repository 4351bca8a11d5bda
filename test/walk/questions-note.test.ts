/** Questions of a stage as a note in Lever: asked for by people and assistants, beside whatever else its case does. */
import { afterEach, expect, it } from "vitest";
import { OpportunityId } from "../../src/domain/ids.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import type { Witness } from "../../src/witness.ts";
import { callTool } from "../../tools/define-tool.ts";
import { proposeQuestions } from "../../tools/propose_questions.ts";
import { openApi, problemOf } from "../support/api.ts";
import { approved } from "../support/declined.ts";
import { describeOneDatabase } from "../support/database.ts";
import { askedFor, asksNow, keepWords, questionsOf } from "../support/questions-walk.ts";
import { proposalFor } from "../support/story.ts";
import { type Walk, type WalkOptions, startWalk } from "../support/walk.ts";

const HEAD = /^Interview questions: /;

describeOneDatabase("postgres", "the questions of a stage", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());
  const begin = async (options: WalkOptions = {}) => {
    walk = await startWalk(open, options);
    return await proposalFor(walk, walk.nextCandidate());
  };
  const notesOf = async (opportunityId: string): Promise<string[]> =>
    (await walk.eyes.notes(opportunityId)).filter((text) => HEAD.test(text));

  it("are left in Lever as a note while the booking waits, and the case goes on as it stands", async () => {
    const booking = await begin();
    const before = await walk.api.case(booking.caseId);
    const after = await askedFor(walk, booking, ([note]) => note?.status === "done");
    expect(after).toMatchObject({
      status: before.status,
      nextStep: before.nextStep,
      problem: before.problem,
    });
    const runs = await walk.api.send("GET", `/api/ledger?type=run.started`);
    expect(runs.body).toMatchObject({
      items: [
        {
          data: {
            eventKind: "questions_requested",
            source: "person",
            askedBy: "admin",
            via: "api",
          },
        },
        { data: { source: "lever" } },
      ],
    });
    const { payload, effects, rendered, ...note } = await walk.api.questionsNote(
      questionsOf(after)[0]?.id ?? "",
    );
    expect(note).toMatchObject({
      class: "preparatory",
      audience: "internal",
      risk: "low",
      warnings: 0,
      refined: "draft",
      decision: { decision: "perform", by: "policy" },
    });
    expect(effects).toMatchObject([{ kind: "questions_note", status: "done" }]);
    const { set } = await asksNow(walk, booking);
    expect(payload.sessions.map(({ sessionId }) => sessionId)).toEqual(
      set.sessions.map(({ sessionId }) => sessionId),
    );
    const [text = "", ...others] = await notesOf(booking.payload.opportunityId);
    expect(others).toEqual([]);
    expect(text.startsWith(rendered.note)).toBe(true);
    for (const { questions, competencies } of set.sessions) {
      for (const { name } of competencies) expect(text).toContain(name);
      for (const { text: asked, followUps, rubric } of questions) {
        for (const words of [asked, ...followUps, rubric[0]?.shows ?? ""])
          expect(text).toContain(words);
      }
    }
    expect(text).not.toContain(booking.payload.candidate.name);
    // The booking is still there to be decided on, and is booked as ever.
    const booked = await approved(walk, booking);
    expect(booked.status).toBe("done");
    expect(await notesOf(booking.payload.opportunityId)).toHaveLength(1);
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  it("are for a person to decide when one of them must not be asked, and a newer note takes the older one's place", async () => {
    const booking = await begin();
    const kept = await keepWords(walk, booking, {
      text: "How old are you?",
      followUp: "Do you have children?",
    });
    expect(kept.language.map(({ severity, followUp }) => [severity, followUp])).toEqual([
      ["blocking", null],
      ["blocking", 0],
    ]);
    const waiting = questionsOf(
      await askedFor(walk, booking, ([note]) => note?.status === "waiting"),
    )[0];
    expect(waiting).toMatchObject({ risk: "high", warnings: 2 });
    const { evidence } = await walk.api.questionsNote(waiting?.id ?? "");
    expect(evidence.filter(({ kind }) => kind === "warning").map(({ what }) => what)).toEqual([
      expect.stringMatching(
        /^A question that a person has written must not be asked: .* Ask instead:/,
      ),
      expect.stringMatching(/^A follow-up that a person has written must not be asked: /),
    ]);
    expect(await notesOf(booking.payload.opportunityId)).toEqual([]);

    const after = await askedFor(walk, booking, (notes) => notes.length === 2);
    const statuses = questionsOf(after).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(["superseded", "waiting"]);
    expect(questionsOf(after).find(({ id }) => id === waiting?.id)?.status).toBe("superseded");
    expect(after.proposals.find(({ id }) => id === booking.id)?.status).toBe("waiting");
    const newest = questionsOf(after).find(({ status }) => status === "waiting");
    await walk.api.approve({ id: newest?.id ?? "", digest: newest?.digest ?? "" });
    await walk.waitFor(
      "the note",
      async () => (await notesOf(booking.payload.opportunityId)).length === 1,
    );
  });

  it("are proposed for an assistant too, who is told where no case is open", async () => {
    const { payload } = await begin();
    const ask = async (opportunityId: string) =>
      await callTool(
        proposeQuestions,
        { opportunityId: OpportunityId.parse(opportunityId) },
        {
          ...walk.running.deps.tools,
          caller: { kind: "mcp", name: "an assistant", mayPropose: true },
          signal: AbortSignal.timeout(300_000),
        },
      );
    const { proposals } = await ask(payload.opportunityId);
    expect(proposals).toMatchObject([{ kind: "note_questions", audience: "internal" }]);
    await walk.waitFor("the note", async () => (await notesOf(payload.opportunityId)).length === 1);
    await expect(ask(walk.nextCandidate())).rejects.toMatchObject({ code: "conflict" });
  });

  it("are only recorded in silent mode", async () => {
    const booking = await begin();
    await walk.api.setMode("silent");
    const after = await askedFor(walk, booking, ([note]) => note?.status === "observed");
    expect(after.status).toBe("waiting");
    expect(await notesOf(booking.payload.opportunityId)).toEqual([]);
  });

  it("say on the case that Lever refused the note, until another comes through", async () => {
    const booking = await begin();
    const booked = await approved(walk, booking);
    await walk.eyes.control("POST", "/faults", {
      service: "lever",
      kind: "status",
      status: 400,
      method: "POST",
      path: "/notes",
      times: 1,
    });
    const failed = await askedFor(walk, booked, ([note]) => note?.status === "failed");
    expect(failed).toMatchObject({ status: "booked", problem: { code: "questions_not_noted" } });
    const after = await askedFor(walk, booked, (notes) =>
      notes.some(({ status }) => status === "done"),
    );
    expect(after).toMatchObject({ status: "booked", problem: null });
    expect(await notesOf(booking.payload.opportunityId)).toHaveLength(1);
  });

  it("are not left with what became confidential meanwhile, and are refused to whoever may not ask", async () => {
    const asItLeaves: Witness = async (point, opportunityId) => {
      if (point !== "effect.questions_note.planned") return;
      await walk.eyes.control("POST", `/confidential/${opportunityId}`);
    };
    const booking = await begin({ witness: asItLeaves });
    const token = await createToken(
      {
        name: "an auditor",
        role: "auditor",
        kind: "token",
        validFor: Temporal.Duration.from({ hours: 1 }),
      },
      walk.running.deps,
    );
    const path = `/api/cases/${booking.caseId}/questions-note`;
    expect((await openApi(walk.url, token).send("POST", path)).status).toBe(403);
    const none = await walk.api.send("POST", path.replace(booking.caseId, "case_none"));
    expect(problemOf(none)).toMatchObject({ status: 404 });
    await askedFor(walk, booking, ([note]) => note?.status === "failed");
    expect(await notesOf(booking.payload.opportunityId)).toEqual([]);
  });
});
