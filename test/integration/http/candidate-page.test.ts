import { afterAll, beforeAll, expect, it } from "vitest";
import { type AnswerRecord, listAnswers } from "../../../src/cases/answers.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { openApi } from "../../support/api.ts";
import { openChat } from "../../support/chat-page.ts";
import {
  type Shown,
  formIn,
  linkInMail,
  openLink,
  post,
  sendForm,
} from "../../support/candidate-page.ts";
import { describePostgres } from "../../support/database.ts";
import { proposalFor, settled, untilProposal } from "../../support/story.ts";
import { type Walk, startWalk } from "../../support/walk.ts";
import { TEAMS } from "../../../sandbox/worlds/names.ts";

const UNTIL_FAR = Temporal.Instant.from("2027-06-01T00:00:00Z");

describePostgres("a candidate's page at its door", (open) => {
  let walk: Walk;
  let booked: ProposalDetail;
  let link: string;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300 });
    booked = await bookOne();
    link = await linkInMail(walk, booked.payload.candidate.email);
  });
  afterAll(async () => {
    await walk.close();
  });

  const bookOne = async (): Promise<ProposalDetail> => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    await walk.api.approve(waiting);
    return await untilProposal(walk, waiting, "done");
  };
  const answers = async (caseId = booked.caseId): Promise<AnswerRecord[]> =>
    await listAnswers(walk.running.deps.database, caseId);
  const changes = async (): Promise<unknown> => {
    const [counts] = await walk.running.deps.database.query(
      `select (select count(*)::int from inbox) as events, (select count(*)::int from ledger) as entries,
         (select count(*)::int from candidate_answers) as answers, (select count(*)::int from texts) as texts`,
    );
    return counts;
  };

  it("says that software runs it, by the law of the place, and keeps once what was shown where", async () => {
    const { database } = walk.running.deps;
    const shown = async () =>
      await database.query<{ place: string; notice: string; version: number }>(
        "select place, notice, version from notices_shown where case_id = $1 order by place, notice",
        [booked.caseId],
      );
    const entries = async () =>
      await database.query(
        "select data ->> 'place' as place from ledger where type = 'notice.shown' and case_id = $1 order by seq",
        [booked.caseId],
      );
    await fetch(link, { method: "HEAD" });
    expect(await shown()).toEqual([]);
    await database.query("update cases set jurisdictions = '{us-il}' where id = $1", [
      booked.caseId,
    ]);
    const { words } = await openLink(link);
    expect(words).toContain("Software called Convene helps to arrange your interview");
    expect(words).toContain("made by the Convene project");
    expect(words).not.toContain("If you live in Colorado");
    expect(words).not.toContain("{{");
    await openLink(link);
    const of = (place: string, ...notices: string[]) =>
      notices.map((notice) => ({ place, notice, version: 0 }));
    expect(await shown()).toEqual(of("page", "general", "us-il"));
    const { notices } = await openChat(link).view();
    expect(notices).toMatchObject([
      { notice: "general", title: "Everywhere", version: 0, language: "en" },
      { notice: "us-il", title: "Illinois", version: 0, language: "en" },
    ]);
    expect(notices[0]?.text).toContain("Software called Convene helps to arrange your interview");
    expect(notices[1]?.text).toContain("made by the Convene project");
    expect(JSON.stringify(notices)).not.toMatch(/\{\{|\*\*/);
    expect((await shown()).filter(({ place }) => place === "chat")).toEqual(
      of("chat", "general", "us-il"),
    );
    const asked = await openLink(`${link}/assistant`);
    expect(asked.words).toContain("made by the Convene project");
    expect(await entries()).toEqual([{ place: "page" }, { place: "chat" }]);
    await database.query("update cases set jurisdictions = null where id = $1", [booked.caseId]);
    expect((await openLink(link)).words).toContain("If you live in Colorado");
    expect((await shown()).filter(({ place }) => place === "page")).toHaveLength(6);
    expect(await entries()).toHaveLength(3);
  });

  it("changes nothing when it is opened again, however often and by whom", async () => {
    await settled(walk, booked.payload.opportunityId);
    await openLink(link);
    const before = await changes();
    for (const path of ["", "?said=confirmed", "/interview.ics", "/confirm", "/person", "/move"]) {
      await openLink(`${link}${path}`);
      await fetch(`${link}${path}`, { method: "HEAD" });
    }
    expect(await changes()).toEqual(before);
  });

  it("is kept by nobody, found by no search, framed by nobody, and tells no other site of itself", async () => {
    const { headers } = await openLink(link);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-robots-tag")).toContain("noindex");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("set-cookie")).toBeNull();
    const size = (await openLink(link)).html.length;
    expect(size).toBeLessThan(100_000);
  });

  it("is there for nobody with a link that is forged, cut, another's, or has ended", async () => {
    const { links, clock } = walk.running.deps;
    const token = link.split("/c/")[1] ?? "";
    const base = `${walk.url}/c/`;
    const until = clock.now().add({ hours: 1 });
    const byInterviewer = await links.make("interviewer", booked.caseId, until);
    const ofNobody = await links.make("candidate", "case_none", until);
    for (const forged of [token.slice(0, -3), `x${token}`, byInterviewer, ofNobody]) {
      const page = await openLink(`${base}${forged}`);
      expect(page.status).toBe(404);
      expect(page.words).not.toContain(booked.payload.title);
      const sent = await post(`${base}${forged}/confirm`, { form: "fm_0" });
      expect(sent.status).toBeGreaterThanOrEqual(400);
    }
    const ended = await links.make("candidate", booked.caseId, clock.now());
    const page = await openLink(`${base}${ended}`);
    expect(page.status).toBe(410);
    expect(page.words).toContain("reply to our mail");
    expect((await post(`${base}${ended}/confirm`, {})).status).toBe(410);
    expect(await answers()).toEqual([]);
  });

  it("opens by no link that a recruiter has ended, and by that of the next mail", async () => {
    const { deps } = walk.running;
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { caseId } = waiting;
    const passedOn = await deps.links.make("candidate", caseId, UNTIL_FAR);
    const statusOf = async (token: string) => (await openLink(`${walk.url}/c/${token}`)).status;
    expect(await statusOf(passedOn)).toBe(200);
    const looks = await createToken(
      {
        name: "Sees",
        role: "hiring_manager",
        teams: [...TEAMS],
        kind: "token",
        validFor: Temporal.Duration.from("PT1H"),
      },
      deps,
    );
    const end = async (api = walk.api) =>
      (await api.send("DELETE", `/api/cases/${caseId}/link`)).status;
    expect(await end(openApi(walk.url, looks))).toBe(403);
    expect(await statusOf(passedOn)).toBe(200);
    expect(await end()).toBe(200);
    const ended = await openLink(`${walk.url}/c/${passedOn}`);
    expect([ended.status, ended.words.includes(waiting.payload.postingTitle)]).toEqual([
      410,
      false,
    ]);
    const sent = await post(`${walk.url}/c/${passedOn}/person`, { form: `fm_${"0".repeat(32)}` });
    expect([sent.status, await answers(caseId)]).toEqual([410, []]);
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "done");
    const ofMail = await linkInMail(walk, waiting.payload.candidate.email);
    const fresh = ofMail.split("/c/")[1] ?? "";
    expect([await statusOf(fresh), await statusOf(passedOn)]).toEqual([200, 410]);
    expect(await end()).toBe(200);
    expect([await statusOf(fresh), await statusOf(passedOn)]).toEqual([410, 410]);
    const entries = (await walk.api.ledger(caseId)).filter(({ type }) => type === "link.ended");
    expect(entries.map(({ data }) => data)).toEqual([
      { purpose: "candidate" },
      { purpose: "candidate" },
    ]);
    expect((await walk.api.send("DELETE", "/api/cases/nothing/link")).status).toBe(404);
  });

  it("shows each candidate their own interview alone", async () => {
    const other = await bookOne();
    const theirs = await openLink(await linkInMail(walk, other.payload.candidate.email));
    expect(theirs.html).not.toContain(booked.payload.candidate.email);
    await sendForm(theirs, "/confirm");
    expect(await answers(other.caseId)).toHaveLength(1);
    expect(await answers()).toEqual([]);
  });

  it("takes nothing from another site", async () => {
    const { action, hidden } = formIn(await openLink(link), "/person");
    const url = new URL(action, link).toString();
    const refusals = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example" },
    ];
    for (const headers of refusals) {
      expect((await post(url, hidden, headers as Record<string, string>)).status).toBe(403);
    }
    expect(await answers()).toEqual([]);
  });

  it("says the same thing once, however often it is sent", async () => {
    const page = await openLink(link);
    const { action, hidden } = formIn(page, "/needs");
    const url = new URL(action, link).toString();
    const fields = { ...hidden, needs: "A quiet room", pronunciation: "" };
    const sent = await Promise.all([post(url, fields), post(url, fields), post(url, fields)]);
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    await post(url, { ...fields, needs: "Something else on the same form" });
    await sendForm(page, "/confirm");
    await sendForm(page, "/confirm");
    expect((await answers()).map(({ kind }) => kind)).toEqual(["needs", "confirmed"]);
  });

  it("keeps what was typed and says what is wrong with it", async () => {
    const page = await openLink(link);
    const long = "é".repeat(2001);
    const refused = await sendForm(page, "/move", { reason: long });
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("too long");
    expect(refused.html).toContain(long);
    const empty = await sendForm(page, "/needs", { needs: " \u200b ", pronunciation: "" });
    expect(empty.status).toBe(422);
    const hostile = await sendForm(page, "/move", { reason: `${"<".repeat(2001)}<script>` });
    expect(hostile.html).not.toContain("<script><");
  });

  it("refuses what none of its forms sends, without a word about itself", async () => {
    const odd: [string, Record<string, string>][] = [
      [`${link}/move`, { reason: "x", form: "fm_0" }],
      [`${link}/move`, { reason: "x" }],
      [`${link}/nothing`, {}],
      [`${link}/__proto__`, {}],
      [`${link}/constructor`, {}],
      [`${link}/%00`, {}],
      [`${link}/availability/%00/confirm`, {}],
      [`${link}/availability/%00/choose`, {}],
    ];
    for (const [url, fields] of odd) {
      const { status, html } = await post(url, fields);
      expect([url.split("/").at(-1), status >= 400 && status < 500]).toEqual([
        url.split("/").at(-1),
        true,
      ]);
      expect(html).not.toMatch(/at .*\.ts:\d+/);
    }
    for (const path of ["/availability?from=%00", "/availability/%00", "?zone=%00", "/%00"]) {
      const { status } = await openLink(`${link}${path}`);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
    const huge = await post(`${link}/move`, { reason: "x".repeat(100_000) });
    expect(huge.status).toBe(413);
    const json = await fetch(`${link}/move`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect(json.status).toBe(422);
    expect((await openLink(`${link}?zone=Nowhere/Else&lang=xx-u-ca-islamic`)).status).toBe(200);
  });

  it("asks for another time as often as the plan lets it, and not shortly before", async () => {
    const other = await bookOne();
    const address = await linkInMail(walk, other.payload.candidate.email);
    const move = async (reason: string): Promise<Shown> =>
      await sendForm(await openLink(address), "/move", { reason });
    await move("one");
    const last = await move("I have chemotherapy on Tuesdays.");
    expect(last.words).toContain("asked for as often as can be done here");
    expect(() => formIn(last, "/move")).toThrow("no form");
    expect(await answers(other.caseId)).toHaveLength(2);
  });

  it("lets a person see to what is asked, once, and shows needs to nobody who only looks", async () => {
    const { deps } = walk.running;
    const looks = await createToken(
      {
        name: "Looks",
        role: "hiring_manager",
        teams: [...TEAMS],
        kind: "token",
        validFor: Temporal.Duration.from("PT1H"),
      },
      deps,
    );
    const seen = await openApi(walk.url, looks).send("GET", "/api/requests");
    expect(seen.status).toBe(200);
    expect(JSON.stringify(seen.body)).not.toMatch(/quiet room|chemotherapy/);
    expect(JSON.stringify(seen.body)).toContain('"text":"one"');
    const detail = await openApi(walk.url, looks).case(booked.caseId);
    expect(JSON.stringify(detail)).not.toContain("quiet room");
    const requests = await walk.api.send("GET", "/api/requests");
    const { items } = requests.body as { items: { id: string; kind: string; words: unknown[] }[] };
    const needs = items.find(({ kind }) => kind === "needs");
    expect(needs?.words).toEqual([{ label: "Needs", text: "A quiet room" }]);
    expect(JSON.stringify(items)).toContain("chemotherapy");
    const settle = async () =>
      await walk.api.send("POST", `/api/requests/${needs?.id ?? ""}/settle`);
    expect((await settle()).status).toBe(200);
    expect((await settle()).status).toBe(409);
    expect((await walk.api.send("POST", "/api/requests/nothing/settle")).status).toBe(404);
    expect(await walk.api.verifyLedger()).toMatchObject({ ok: true });
  });

  it("says kindly that there is nothing more to do once the case has ended", async () => {
    const { links } = walk.running.deps;
    const other = await bookOne();
    const token = await links.make("candidate", other.caseId, UNTIL_FAR);
    const page = await openLink(`${walk.url}/c/${token}`);
    await walk.running.deps.database.query(
      "update cases set status = 'closed', closed_at = now() where id = $1",
      [other.caseId],
    );
    const over = await openLink(`${walk.url}/c/${token}`);
    expect(over.status).toBe(200);
    expect(over.words).toContain("no longer needed");
    expect((await sendForm(page, "/move", { reason: "late" })).status).toBe(400);
    expect(await answers(other.caseId)).toEqual([]);
  });
});
