/** Briefs of booked interviews: when they go out, to whom, what becomes of them when things change, and what never gets in. */
import { afterEach, expect, it } from "vitest";
import type { BriefDetail } from "../../src/http/api/aside-schemas.ts";
import { PostingQuestions } from "../../src/http/api/question-schemas.ts";
import type { Witness } from "../../src/witness.ts";
import { approved, decline, emailsOf } from "../support/declined.ts";
import {
  bookedScreen,
  briefsOf,
  slackNaming,
  until,
  untilBriefed,
} from "../support/briefs-walk.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import { settled, waitingProposal } from "../support/story.ts";
import { type Walk, type WalkOptions, startWalk } from "../support/walk.ts";

const linksIn = (messages: readonly unknown[]): string[] =>
  messages.flatMap((each) => JSON.stringify(each).match(/http[^"\\]+\/brief\/r\/[\w.-]+/) ?? []);

describeOneDatabase("postgres", "a brief", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());
  const begin = async (options: WalkOptions = {}): Promise<void> => {
    walk = await startWalk(open, options);
  };
  const newest = async ({ caseId }: { caseId: string }): Promise<BriefDetail> =>
    await walk.api.brief(briefsOf(await walk.api.case(caseId))[0]?.id ?? "");

  it("goes to each of the panel once, a day before, with a page of its own and a note in Lever", async () => {
    await begin();
    const booked = await bookedScreen(walk);
    const notesBefore = (await walk.eyes.notes(booked.payload.opportunityId)).length;
    await until(walk, booked, 24.5);
    await settled(walk, booked.payload.opportunityId);
    expect(briefsOf(await walk.api.case(booked.caseId))).toEqual([]);

    await until(walk, booked, 24);
    const case_ = await untilBriefed(walk, booked, ([brief]) => brief?.status === "done");
    expect(case_).toMatchObject({ status: "booked", problem: null });
    const [brief, ...others] = briefsOf(case_);
    expect(others).toEqual([]);
    const { payload, effects } = await walk.api.brief(brief?.id ?? "");
    expect(payload.readers.map(({ email }) => email).toSorted()).toEqual(
      emailsOf(booked).toSorted(),
    );
    expect(effects.map(({ status }) => status)).toEqual(effects.map(() => "done"));
    const said = await slackNaming(walk, "Your brief");
    expect(said).toHaveLength(payload.readers.length);
    expect(await walk.eyes.notes(booked.payload.opportunityId)).toHaveLength(notesBefore + 1);

    const [url = ""] = linksIn(said);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(page.headers.get("cache-control")).toContain("no-store");
    const text = await page.text();
    expect(text).toContain(firstSession(booked.payload).name);

    // However often the clock ticks, it is not sent again.
    await advance(walk, 1);
    await settled(walk, booked.payload.opportunityId);
    expect(await slackNaming(walk, "Your brief")).toHaveLength(said.length);
  });

  it("comes again when the interview is moved, and says what is otherwise", async () => {
    await begin();
    const booked = await bookedScreen(walk);
    await until(walk, booked, 23);
    await untilBriefed(walk, booked, ([brief]) => brief?.status === "done");
    const { panel, organizer } = firstSession(booked.payload);
    const away = panel.find(({ email }) => email !== organizer)?.email ?? "";
    await decline(walk, booked, { index: 0, email: away });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    const links = linksIn(await slackNaming(walk, "Your brief"));
    const changed = await approved(walk, waiting);
    // What was sent before does not go on as if nothing had happened.
    const pages = await Promise.all(links.map(async (link) => await fetch(link)));
    const now = firstSession(changed.payload);
    const staying = panel.filter(({ userId }) => now.panel.some((one) => one.userId === userId));
    expect(pages.filter(({ status }) => status === 200)).toHaveLength(staying.length);
    const isMoved = now.startsAt !== firstSession(booked.payload).startsAt;
    for (const page of pages.filter(({ status }) => status === 200)) {
      expect((await page.text()).includes("This interview is at another time now")).toBe(isMoved);
    }
    await until(walk, changed, 23);
    await untilBriefed(
      walk,
      booked,
      (briefs) => briefs.filter(({ status }) => status === "done").length === 2,
    );
    const { payload } = await newest(booked);
    expect(payload.session.startsAt).toBe(firstSession(changed.payload).startsAt);
    expect(payload.changes.join(" ")).toMatch(
      /It is .* instead of .* \(Lisbon time\)|Not there any more/,
    );
    const [again] = await slackNaming(walk, "Changed: your brief");
    expect(JSON.stringify(again)).toContain("/brief/r/");
  });

  it("comes again when the questions are other ones, and not when nothing is", async () => {
    await begin();
    const booked = await bookedScreen(walk);
    await until(walk, booked, 23);
    await untilBriefed(walk, booked, ([brief]) => brief?.status === "done");
    const { postingId, planId, opportunityId } = booked.payload;
    const path = `/api/postings/${postingId}/questions?plan=${planId}`;
    const save = async (text?: string) => {
      const { set, version } = PostingQuestions.parse((await walk.api.send("GET", path)).body);
      const sessions = set.sessions.map(({ sessionId, questions }) => ({
        sessionId,
        questions: questions.map(({ id, text: before, followUps, minutes }, index) => ({
          id,
          text: index === 0 ? (text ?? before) : before,
          followUps: text === undefined && index > 0 ? [] : followUps,
          minutes,
        })),
      }));
      const saved = await walk.api.send("PUT", path, { sessions, basedOn: version });
      expect(saved.status).toBe(200);
      await advance(walk, 0.5);
      await settled(walk, opportunityId);
    };
    await save("What did you build last, and who used it?");
    await untilBriefed(
      walk,
      booked,
      (briefs) => briefs.filter(({ status }) => status === "done").length === 2,
    );
    const { payload, reason } = await newest(booked);
    expect(payload.changes).toEqual(["The questions to ask are other ones."]);
    expect(reason).toBe("The questions to ask are other ones.");
    expect(payload.brief.questions.map(({ text }) => text)).toContain(
      "What did you build last, and who used it?",
    );
    const before = (await walk.api.case(booked.caseId)).runs.length;
    await save();
    await walk.waitFor("the look at the brief", async () => {
      const { runs } = await walk.api.case(booked.caseId);
      return runs.length > before && runs[0]?.outcome?.startsWith("The brief is as it was sent");
    });
    expect(briefsOf(await walk.api.case(booked.caseId))).toHaveLength(2);
    await walk.api.send("POST", `/api/cases/${booked.caseId}/briefs`, {});
    await untilBriefed(walk, booked, ([brief]) => brief?.status === "done");
    await walk.waitFor(
      "a brief that was asked for",
      async () => (await newest(booked)).reason === "Somebody asked for it.",
    );
  });

  it("is only recorded in silent mode", async () => {
    await begin();
    const booked = await bookedScreen(walk);
    await walk.api.setMode("silent");
    await until(walk, booked, 23);
    const case_ = await untilBriefed(walk, booked, ([brief]) => brief?.status === "observed");
    expect(case_.status).toBe("booked");
    expect(await slackNaming(walk, "Your brief")).toEqual([]);
  });

  it("is sent to the others when one cannot be reached, and the case says who has none", async () => {
    await begin();
    const booked = await bookedScreen(walk);
    const { panel } = firstSession(booked.payload);
    await walk.eyes.control("POST", "/faults", {
      service: "slack",
      kind: "status",
      status: 400,
      reason: "channel_not_found",
      path: "chat.postMessage",
      times: 1,
    });
    await until(walk, booked, 23);
    const case_ = await untilBriefed(walk, booked, ([brief]) => brief?.status === "done");
    expect(case_).toMatchObject({ status: "booked", problem: { code: "brief_not_sent" } });
    expect(case_.problem?.message).toMatch(/could not be sent to/);
    expect(await slackNaming(walk, "Your brief")).toHaveLength(panel.length - 1);

    // That another one has theirs is no news of who has none.
    const { readers } = (await newest(booked)).payload;
    const reached = readers.at(-1)?.email ?? "";
    await fetch(`${walk.url}/brief/${booked.caseId}/${firstSession(booked.payload).sessionId}`, {
      method: "POST",
      body: new URLSearchParams({ email: reached }),
      headers: { origin: walk.url },
    });
    const own = await untilBriefed(
      walk,
      booked,
      (briefs) => briefs.filter(({ status }) => status === "done").length === 2,
    );
    expect(own.problem?.code).toBe("brief_not_sent");

    const sent = await walk.api.send("POST", `/api/cases/${booked.caseId}/briefs`, {});
    expect(sent.status).toBe(200);
    const after = await untilBriefed(
      walk,
      booked,
      (briefs) => briefs.filter(({ status }) => status === "done").length === 3,
    );
    expect(after.problem).toBeNull();
    // Each is a word to everybody on the panel.
    for (const count of [4, 5]) {
      expect(await walk.api.send("POST", `/api/cases/${booked.caseId}/briefs`, {})).toMatchObject({
        status: 200,
      });
      await untilBriefed(walk, booked, (briefs) => briefs.length === count);
    }
    const tooOften = await walk.api.send("POST", `/api/cases/${booked.caseId}/briefs`, {});
    expect(tooOften).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(JSON.stringify(tooOften.body)).toContain("3 times within an hour");
  });

  it("is sent to whoever of the panel asks by the link in the event, and to nobody else", async () => {
    await begin();
    const booked = await bookedScreen(walk);
    const session = firstSession(booked.payload);
    const eventId =
      booked.effects.find(({ kind }) => kind === "calendar_event")?.externalRef?.["eventId"] ?? "";
    const event = await walk.eyes.event(session.organizer, eventId);
    const link = `${walk.url}/brief/${booked.caseId}/${session.sessionId}`;
    expect(event.description).toContain(link);
    const ask = async (email: string): Promise<string> => {
      const answer = await fetch(link, {
        method: "POST",
        body: new URLSearchParams({ email }),
        headers: { origin: walk.url },
      });
      return await answer.text();
    };
    const stranger = await ask("stranger@example.com");
    const [first] = session.panel;
    const own = await ask(first?.email.toUpperCase() ?? "");
    expect(own).toBe(stranger);
    await ask(first?.email ?? "");
    const case_ = await untilBriefed(walk, booked, ([brief]) => brief?.status === "done");
    const [brief, ...more] = briefsOf(case_);
    expect(more).toEqual([]);
    const { payload } = await walk.api.brief(brief?.id ?? "");
    expect(payload.readers.map(({ userId }) => userId)).toEqual([first?.userId]);
    expect(payload.hasNote).toBe(false);
  });

  it.each([
    ["confidential", (id: string) => `/confidential/${id}`],
    ["archived", (id: string) => `/opportunities/${id}/archive`],
  ])("is not sent of what became %s meanwhile", async (_, pathOf) => {
    const asItLeaves: Witness = async (point, opportunityId) => {
      if (!/^effect\.brief_\w+\.planned$/.test(point)) return;
      await walk.eyes.control("POST", pathOf(opportunityId));
    };
    await begin({ witness: asItLeaves });
    const booked = await bookedScreen(walk);
    await until(walk, booked, 23);
    await untilBriefed(
      walk,
      booked,
      ([brief]) => brief?.status === "done" || brief?.status === "failed",
    );
    expect(await slackNaming(walk, "Your brief")).toEqual([]);
    expect((await walk.api.caseOf(booked.payload.opportunityId))?.briefs[0]?.notSent).toMatchObject(
      { isUnknown: false },
    );
  });
});
