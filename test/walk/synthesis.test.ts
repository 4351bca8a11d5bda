/** The synthesis of a round's feedback: off until it is switched on, decided by a person, left as a note once, made anew when
 * more is in. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PostSynthesis } from "../../src/domain/synthesis.ts";
import { SYNTHESIS_OFF, askForDueSyntheses } from "../../src/cases/synthesis.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import { putExampleGuides } from "../../src/guides/examples.ts";
import { listGuides } from "../../src/guides/saved.ts";
import { OWN_FORM_FIRST } from "../../src/cases/own-form-first.ts";
import { PlainRequestItem } from "../../src/http/api/request-schemas.ts";
import type { SynthesisDetail } from "../../src/http/api/aside-schemas.ts";
import type { CaseDetail, ProposalDetail } from "../../src/http/api/schemas.ts";
import { listen, readRoutes, readTools } from "../support/all-that-is-read.ts";
import { type Api, openApi, problemOf } from "../support/api.ts";
import { bookedScreen, until } from "../support/briefs-walk.ts";
import { describeOneDatabase } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import {
  type Owing,
  addInterview,
  handIn,
  owingOf,
  setEvaluative,
  synthesesOf,
  synthesised,
  synthesisOf,
  untilSynthesised,
} from "../support/panel-walk.ts";
import { settled } from "../support/story.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../support/walk.ts";

const HEAD = /^(?:Partial s|S)ynthesis of feedback: /;
const SCORES: [number, string][] = [
  [4, ""],
  [3, ""],
];
const SCORES_OF_OTHERS: [number, string][] = [[2, ""]];
const NOTHING_NEW = "It would say the same as the synthesis that is there.";
const tellsOfForms = (text: string): boolean => /cache clearly|load test/.test(text);
const SEEN = "The candidate explained the cache clearly. The load test was unclear.";

describeOneDatabase("postgres", "the synthesis of a round", (open) => {
  let walk: Walk;
  let booked: ProposalDetail;
  let others: Owing[];
  beforeAll(async () => {
    walk = await startWalk(open);
    booked = await bookedScreen(walk);
  });
  afterAll(async () => await walk.close());

  it("is off until an admin records an assessment and switches it on", async () => {
    const path = `/api/cases/${booked.caseId}/synthesis`;
    const off = await walk.api.send("POST", path);
    expect(problemOf(off)).toMatchObject({ status: 409, detail: SYNTHESIS_OFF });
    const { body: policy } = await walk.api.send("GET", "/api/policy");
    const unassessed = { ...(policy as object), evaluative: "on" };
    expect(problemOf(await walk.api.send("PUT", "/api/policy", unassessed))).toMatchObject({
      status: 400,
      faults: [{ path: "assessment" }],
    });
    await setEvaluative(walk, "on");
    const ledger = JSON.stringify(await walk.api.ledger());
    for (const kept of ["evaluative.assessed", "evaluative.on", "Wiki: assessment 12"])
      expect(ledger).toContain(kept);
  });

  it("is made of what is in when somebody asks, and hidden from whoever has still to hand in", async () => {
    await until(walk, booked, 0);
    await advance(walk, 2);

    const without = await synthesised(walk, booked, ({ problem }) => problem !== null);
    expect(without.problem).toMatchObject({
      code: "synthesis_not_posted",
      message: expect.stringContaining("Nobody of the panel has handed in"),
    });

    const [first, ...rest] = await owingOf(walk, booked);
    others = rest;
    if (!first || others.length === 0) throw new Error("the screen has too few people");
    await handIn(walk, booked, {
      owing: first,
      rating: "4 - Strong Hire",
      words: SEEN,
      scores: SCORES,
    });
    const partly = await synthesised(
      walk,
      booked,
      (case_) => synthesesOf(case_)[0]?.status === "waiting",
    );
    const [partial] = synthesesOf(partly);
    expect(partial).toMatchObject({ class: "evaluative", audience: "internal", risk: "high" });
    const { payload } = await synthesisOf(walk, partial?.id ?? "");
    expect(payload).toMatchObject({
      overall: [{ given: "4 - Strong Hire", on: { place: 4, of: 4 } }],
    });
    expect(payload.missing).toHaveLength(others.length);
    expect(partial?.summary).toContain(`(1 of ${1 + others.length} forms)`);
    expect(payload.quotes.map(({ kind, text }) => [kind, text])).toEqual([
      ["observation", "The candidate explained the cache clearly."],
      ["observation", "The load test was unclear."],
    ]);
    await isHiddenFromWhoOwes(partly, payload);
  });

  it("is made by itself when all is in, finalised by a person, and left as it was finalised", async () => {
    const [partial] = synthesesOf(await walk.api.case(booked.caseId));
    for (const owing of others) {
      await handIn(walk, booked, {
        owing,
        rating: "2 - No Hire",
        words: "",
        scores: SCORES_OF_OTHERS,
      });
    }
    // Nobody asks: that the last form is in is seen at the next look.
    await advance(walk, 1);
    const whole = await untilSynthesised(walk, booked, (case_) => {
      const statuses = synthesesOf(case_).map(({ status }) => status);
      return statuses.toSorted().join() === "superseded,waiting";
    });
    const newest = synthesesOf(whole).find(({ status }) => status === "waiting");
    expect(newest?.id).not.toBe(partial?.id);
    expect(newest?.risk).toBe("medium");
    await walk.api.setMode("managed");
    const final = await finalised(newest?.id ?? "");
    const notes = async () =>
      (await walk.eyes.notes(booked.payload.opportunityId)).filter((text) => HEAD.test(text));
    await untilSynthesised(walk, booked, (case_) =>
      synthesesOf(case_).some(({ status }) => status === "done"),
    );
    expect(await notes()).toHaveLength(1);
    const shown = await synthesisOf(walk, final.id);
    expect((await notes())[0]?.startsWith(shown.rendered.note)).toBe(true);
    expect(shown.payload.missing).toEqual([]);
    expect(
      shown.payload.topics.map(({ name, view, voices }) => [
        name,
        view,
        ...voices.map(({ place, of }) => `${place} of ${of}`),
      ]),
    ).toEqual([
      ["Writing software", "differ", ...others.map(() => "2 of 4"), "4 of 4"],
      ["Communication", "one_voice", "3 of 4"],
    ]);
    expect(shown.effects).toMatchObject([{ kind: "synthesis_note", status: "done" }]);
  });

  it("is nothing new when it says the same again, and no trace holds a word of the forms", async () => {
    const again = await synthesised(
      walk,
      booked,
      ({ runs }) => runs.filter(({ outcome }) => outcome === NOTHING_NEW).length === 2,
    );
    expect(synthesesOf(again)).toHaveLength(3);
    expect(again).toMatchObject({ status: "booked", problem: null });
    for (const { id } of again.runs) {
      const kept = JSON.stringify(await walk.api.run(id));
      for (const words of ["cache clearly", "load test", "recommendations"])
        expect(kept).not.toContain(words);
    }
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  it("is made anew when a form changes while it waits, and taken off the table while somebody owes one", async () => {
    const [owing] = others;
    if (!owing) throw new Error("the screen has too few people");
    const waiting = (case_: CaseDetail) =>
      synthesesOf(case_).find(({ status }) => status === "waiting");
    const changed = async (rating: string, before?: string) => {
      await handIn(walk, booked, { owing, rating, words: "", scores: SCORES_OF_OTHERS });
      await advance(walk, 3.1);
      const isNew = (case_: CaseDetail) => (waiting(case_)?.id ?? before) !== before;
      const made = waiting(await untilSynthesised(walk, booked, isNew));
      return await synthesisOf(walk, made?.id ?? "");
    };
    const first = await changed("3 - Hire");
    expect(first).toMatchObject({ otherwise: null, sinceWaiting: [] });
    expect(first.payload.changes?.join(" ")).toMatch(
      /Replaced: the form of [^.]+, by a newer one\. Changed: the recommendation of [^.]+, from 2 - No Hire to 3 - Hire\./,
    );
    const second = await changed("4 - Strong Hire", first.id);
    expect(second.sinceWaiting.join(" ")).toContain("3 - Hire");
    expect(await synthesisOf(walk, first.id)).toMatchObject({ status: "superseded" });

    const person = walk.world.people.find(
      ({ userId }) => !booked.payload.sessions[0]?.panel.some((one) => one.userId === userId),
    );
    const joins = { userId: person?.userId ?? "", templateId: owing.templateId };
    await addInterview(walk, booked, { by: owing.userId, owing: joins });
    await settled(walk, booked.payload.opportunityId);
    const approval = { decision: "approve" as const, digest: second.digest };
    const says = "An interview of this round has not ended, or a form of it is to be handed in";
    const nextLook = async () =>
      await walk.running.deps.database.query(
        "select next_at, looked_at from feedback_looks where opportunity_id = $1",
        [booked.payload.opportunityId],
      );
    const dueAt = await nextLook();
    // Who opens it sees so, and changes nothing by that.
    expect((await synthesisOf(walk, second.id)).otherwise).toContain(says);
    expect(await nextLook()).toEqual(dueAt);
    expect(problemOf(await walk.api.decide(second.id, approval))).toMatchObject({
      status: 409,
      code: "stale_proposal",
      detail: expect.stringContaining(says),
    });
    // What was seen is looked at again at once.
    const off = await untilSynthesised(walk, booked, (case_) => waiting(case_) === undefined);
    expect(off.problem).toBeNull();
    expect(await synthesisOf(walk, second.id)).toMatchObject({ status: "superseded" });
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  /** Nothing that they can read holds a word of another's form; whoever owes nothing reads them on its page. */
  const isHiddenFromWhoOwes = async (
    case_: CaseDetail,
    { missing, postingId }: PostSynthesis,
  ): Promise<void> => {
    const { opportunityId } = case_;
    const email = missing[0]?.email ?? "";
    const [made] = synthesesOf(case_);
    const token = await createToken(
      {
        name: "The phone of somebody on the panel",
        email,
        role: "admin",
        kind: "token",
        validFor: Temporal.Duration.from({ hours: 1 }),
      },
      walk.running.deps,
    );
    await putExampleGuides(walk.running.deps);
    const guides = await listGuides(walk.running.deps.database);
    const known = {
      cases: [case_.id],
      caseId: [case_.id],
      opportunityId: [opportunityId],
      proposals: case_.proposals.map(({ id }) => id),
      runs: case_.runs.map(({ id }) => id),
      people: [walk.cast.unknownPanelist],
      plans: ["phone-screen"],
      postings: [postingId],
      guides: guides.map(({ guideId }) => guideId),
      versions: ["0", "1"],
      // Nobody is erased here.
      erasures: ["er_none"],
      "plain-requests": await askedInWords(openApi(walk.url, token), case_),
    };
    const heard = await listen(walk.url, token);
    const { texts, untried } = await readRoutes(walk.url, { token, known });
    expect(untried).toEqual([]);
    expect(texts.length).toBeGreaterThan(20);
    const tools = await readTools(walk.url, { token, known });
    expect(tools.map(({ from }) => from)).toEqual(
      expect.arrayContaining([
        "get_feedback",
        "get_notes",
        "get_brief",
        "list_proposals",
        `convene://cases/${case_.id}/synthesis`,
        "debrief",
      ]),
    );
    const all = [...texts, ...tools, { from: "stream", text: await heard.end() }];
    expect(all.filter(({ text }) => tellsOfForms(text)).map(({ from }) => from)).toEqual([]);
    const own = openApi(walk.url, token);
    const page = `/api/proposals/${made?.id}`;
    const edit = { questions: [], quotesOut: [], remark: null };
    const refused = [
      await own.send("GET", page),
      await own.send("POST", `${page}/preview`, { payload: edit }),
      await own.send("POST", `${page}/decision`, { decision: "approve", digest: made?.digest }),
    ];
    expect(refused.map((answer) => problemOf(answer).status)).toEqual([403, 403, 403]);
    const [listed] = synthesesOf(await own.case(case_.id));
    expect(listed).toMatchObject({ summary: OWN_FORM_FIRST, isReadable: false });

    const admins = await readRoutes(walk.url, { token: ADMIN_TOKEN, known });
    const exported = `/api/cases/${case_.id}/subject-access`;
    expect(admins.texts.filter(({ text }) => tellsOfForms(text)).map(({ from }) => from)).toEqual([
      page,
      // All that is held on a candidate, which an admin asks for on their behalf.
      exported,
      `${exported}.md`,
    ]);
    const told = await readTools(walk.url, { token: ADMIN_TOKEN, known });
    expect(told.filter(({ text }) => tellsOfForms(text)).map(({ from }) => from)).toContain(
      `convene://cases/${case_.id}/synthesis`,
    );
  };

  /** Asks for all that is answered of the round in plain words. Shape: the answered requests. */
  const askedInWords = async (own: Api, { id: caseId }: CaseDetail): Promise<string[]> => {
    const ids: string[] = [];
    for (const text of ["status", "who owes feedback?", "what waits for me?"]) {
      const { body } = await own.send("POST", "/api/plain-requests", { text, caseId });
      const { id } = PlainRequestItem.parse(body);
      await walk.waitFor(`an answer to ${text}`, async () => {
        const answer = await own.send("GET", `/api/plain-requests/${id}`);
        return PlainRequestItem.parse(answer.body).answeredAt !== null;
      });
      ids.push(id);
    }
    return ids;
  };

  /** One that would say the same does not take the place of what a person has edited. */
  const isKeptByTheClock = async ({ id, caseId, payload }: SynthesisDetail): Promise<void> => {
    const { opportunityId, stageId } = payload;
    const rounds = [{ stageId, partial: false, because: "looked again" }];
    await walk.running.deps.database.transaction(
      async (tx) => await askForDueSyntheses(tx, { opportunityId, rounds }, walk.running.deps),
    );
    const isOver = ({ runs }: CaseDetail): boolean =>
      runs.some(({ outcome }) => outcome === NOTHING_NEW);
    await walk.waitFor("the look", async () => isOver(await walk.api.case(caseId)));
    expect(await synthesisOf(walk, id)).toMatchObject({ status: "waiting" });
  };

  /** Edited by a person, held back while it is switched off, approved: the version that is left. */
  const finalised = async (id: string): Promise<{ id: string }> => {
    const { digest, payload } = await synthesisOf(walk, id);
    const questions = payload.questions.slice(1).map((one) => ({ id: one.id, text: one.text }));
    const edit = { questions, quotesOut: ["quote-2"], remark: "It began ten minutes late." };
    const falsified = { ...edit, questions: [{ id: "open-1", text: "Do all give 4 of 4?" }] };
    const decide = async (body: object) =>
      await walk.api.send("POST", `/api/proposals/${id}/decision`, { digest, ...body });
    // Of one that is not whole it is said what is missing, at both doors.
    const { remark: _, ...short } = edit;
    const preview = { ...short, questions: [{ id: "open-1" }] };
    const odd = await walk.api.send("POST", `/api/proposals/${id}/preview`, { payload: preview });
    expect(problemOf(odd)).toMatchObject({
      status: 400,
      detail: "This change does not fit the proposal.",
      faults: [
        { path: "payload.questions.0.text", message: "is missing" },
        { path: "payload.remark", message: "is missing" },
      ],
    });
    const unfinished = await decide({ decision: "edit", payload: short });
    expect(problemOf(unfinished).faults).toEqual([
      { path: "payload.remark", message: "is missing" },
    ]);
    const refused = await decide({ decision: "edit", payload: falsified });
    expect(problemOf(refused)).toMatchObject({ status: 400 });
    expect((await decide({ decision: "edit", payload: edit })).status).toBe(200);
    const final = synthesesOf(await walk.api.case((await synthesisOf(walk, id)).caseId)).find(
      ({ status }) => status === "waiting",
    );
    const shown = await synthesisOf(walk, final?.id ?? "");
    const [changed] = await walk.api.edits(shown.id);
    expect(
      changed?.changes.map(({ field, parts }) => [field, parts.map(({ kind }) => kind)]),
    ).toEqual([
      ["question for the debrief", ["removed"]],
      ["quote", ["removed"]],
      ["remark", ["added"]],
    ]);
    expect(shown.payload.topics).toEqual(payload.topics);
    const kept = JSON.stringify(await walk.api.ledger(shown.caseId));
    expect(kept).toContain("Edited: 1 question, 1 quote left out, 1 remark.");
    expect(kept).not.toContain("ten minutes");

    await isKeptByTheClock(shown);

    await setEvaluative(walk, "off");
    const approval = { decision: "approve" as const, digest: shown.digest };
    expect(problemOf(await walk.api.decide(shown.id, approval))).toMatchObject({
      status: 409,
      detail: expect.stringContaining("switched off since"),
    });
    const page = `/api/proposals/${shown.id}`;
    const asked = [
      await walk.api.send("GET", page),
      await walk.api.send("POST", `${page}/preview`, { payload: edit }),
    ];
    for (const answer of asked) {
      expect(problemOf(answer)).toMatchObject({ status: 409, detail: SYNTHESIS_OFF });
    }
    const all = synthesesOf(await walk.api.case(shown.caseId));
    const listed = all.find(({ id: one }) => one === shown.id);
    expect(listed).toMatchObject({ summary: SYNTHESIS_OFF, isReadable: false });
    await setEvaluative(walk, "on");
    await walk.api.approve(shown);
    return shown;
  };
});
