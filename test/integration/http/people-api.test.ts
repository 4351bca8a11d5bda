import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { NO_PREFERENCES } from "../../../src/domain/preferences.ts";
import { page } from "../../../src/http/api/schemas.ts";
import {
  PersonItem,
  PersonalLink,
  VersionedPreferences,
} from "../../../src/http/api/people-schemas.ts";
import { ROLES } from "../../../src/domain/access.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { openApi, problemOf } from "../../support/api.ts";
import { firstSession } from "../../support/booking.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { proposalFor } from "../../support/story.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

const People = page(PersonItem).extend({ hasMore: z.boolean() });

describeEachDatabase("people over the API", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => await walk.close());

  const list = async (query = "") =>
    People.parse((await walk.api.send("GET", `/api/people${query}`)).body);
  const idOf = (name: string): string =>
    walk.world.people.find((person) => person.email.startsWith(name))?.userId ?? "";

  it("lists people of the plans, and whoever has interviews, with settings and load", async () => {
    const { items } = await list();
    expect(items.map(({ email }) => email)).toContain("priya.okafor@lumenharbor.test");
    expect(items.find(({ email }) => email.startsWith("priya"))).toMatchObject({
      pools: ["engineers"],
      preferences: { version: 0, takesNoInterviews: false },
      load: { before: 0, thisWeek: 0, nextWeek: 0 },
    });
    expect(items.map(({ name }) => name)).toEqual(
      items.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "en")),
    );
    const { payload } = await proposalFor(walk, walk.nextCandidate());
    const { email } = firstSession(payload).panel[0] ?? { email: "" };
    const after = (await list()).items.find((person) => person.email === email);
    const { before = 0, thisWeek = 0, nextWeek = 0 } = after?.load ?? {};
    expect(before + thisWeek + nextWeek).toBe(1);
  });

  it("finds any active user by name or address, and nobody who has left", async () => {
    const left = walk.world.people.find(({ deactivatedAtMs }) => deactivatedAtMs !== null);
    expect((await list(`?search=${encodeURIComponent(left?.name ?? "")}`)).items).toEqual([]);
    const other = walk.world.people.at(-1);
    const [given = ""] = (other?.name ?? "").toUpperCase().split(" ");
    const found = await list(`?search=${encodeURIComponent(given)}`);
    expect(found.items.map(({ email }) => email)).toContain(other?.email);
    expect((await list("?search=%25nobody%25")).items).toEqual([]);
    expect((await walk.api.send("GET", `/api/people?search=${"x".repeat(101)}`)).status).toBe(400);
  });

  it("sets for a person what they could set, in versions that do not overwrite each other", async () => {
    const id = idOf("kenji");
    const path = `/api/people/${id}/preferences`;
    const before = VersionedPreferences.parse((await walk.api.send("GET", path)).body);
    expect(before).toEqual({ version: 0, ...NO_PREFERENCES });
    const changed = { ...before, maxInterviewsPerWeek: 3, pausedUntil: "2026-12-24" };
    const answer = await walk.api.send("PUT", path, changed);
    expect(PersonItem.parse(answer.body).preferences).toEqual({ ...changed, version: 1 });
    const late = await walk.api.send("PUT", path, { ...before, takesNoInterviews: true });
    expect([late.status, problemOf(late).code]).toEqual([409, "conflict"]);
    const [entry] = (await walk.api.ledger()).filter(({ type }) => type === "preferences.changed");
    expect(entry?.data).toEqual({
      userId: id,
      version: 1,
      changed: ["maxInterviewsPerWeek", "pausedUntil"],
    });
  });

  it.each<[string, object]>([
    ["no hours", { hours: {} }],
    ["a span that ends before it begins", { hours: { mon: [{ start: "12:00", end: "09:00" }] } }],
    ["a limit of none", { maxInterviewsPerDay: 0 }],
    ["an unknown zone", { zone: "Mars/Olympus" }],
    ["an unknown field", { salary: 1 }],
    ["a missing field", { takesNoInterviews: undefined }],
    ["U+0000", { notAsHiringManagerIn: ["a\u0000"] }],
  ])("refuses %s", async (_, changes) => {
    const answer = await walk.api.send("PUT", `/api/people/${idOf("maya")}/preferences`, {
      version: 0,
      ...NO_PREFERENCES,
      ...changes,
    });
    expect([answer.status, problemOf(answer).code]).toEqual([400, "input_invalid"]);
  });

  it("gives a link that opens the person's page, and keeps it nowhere", async () => {
    const id = idOf("omar");
    const { url, until } = PersonalLink.parse(
      (await walk.api.send("POST", `/api/people/${id}/link`)).body,
    );
    expect(url.startsWith(`${walk.url}/me/`)).toBe(true);
    expect(Temporal.Instant.from(until).since(walk.company.clock.now()).total("hours")).toBe(2160);
    const opened = await fetch(url);
    expect(opened.status).toBe(200);
    expect(await opened.text()).toContain(walk.world.people.find((p) => p.userId === id)?.name);
    const [entry] = (await walk.api.ledger()).filter(({ type }) => type === "link.made");
    expect(entry?.data).toEqual({ purpose: "interviewer", userId: id, until });
    expect(JSON.stringify(await walk.api.ledger())).not.toContain(url.split("/me/")[1]);
  });

  it("ends all links of a person that were made so far, and none that is made after", async () => {
    const [id, other] = [idOf("tomas"), idOf("priya")];
    const make = async (userId: string) =>
      PersonalLink.parse((await walk.api.send("POST", `/api/people/${userId}/link`)).body).url;
    const statusOf = async (url: string) => (await fetch(url)).status;
    const before = [await make(id), await make(id)];
    const ofOther = await make(other);
    for (let round = 0; round < 2; round += 1) {
      expect((await walk.api.send("DELETE", `/api/people/${id}/link`)).status).toBe(200);
      for (const url of before) {
        expect(await statusOf(url)).toBe(410);
        const post = await fetch(url, {
          method: "POST",
          body: new URLSearchParams({ version: "0" }),
        });
        expect(post.status).toBe(410);
      }
      const after = await make(id);
      expect([await statusOf(after), await statusOf(ofOther)]).toEqual([200, 200]);
      before.push(after);
    }
    const [entry] = (await walk.api.ledger()).filter(({ type }) => type === "link.ended");
    expect(entry?.data).toEqual({ purpose: "interviewer", userId: id });
  });

  it("knows nobody who has left, or was never there", async () => {
    const left = walk.world.people.find(({ deactivatedAtMs }) => deactivatedAtMs !== null);
    for (const id of [left?.userId ?? "", "nobody"]) {
      for (const [method, what] of [
        ["GET", "preferences"],
        ["POST", "link"],
      ] as const) {
        const answer = await walk.api.send(method, `/api/people/${id}/${what}`);
        expect([answer.status, problemOf(answer).code]).toEqual([404, "not_found"]);
      }
    }
  });

  it("ends the links of who has left, and keeps nothing about who was never there", async () => {
    const left = walk.world.people.find(({ deactivatedAtMs }) => deactivatedAtMs !== null);
    const ended = await walk.api.send("DELETE", `/api/people/${left?.userId ?? ""}/link`);
    expect(ended.status).toBe(200);
    for (const id of ["nobody", "__proto__"]) {
      const answer = await walk.api.send("DELETE", `/api/people/${id}/link`);
      expect([answer.status, problemOf(answer).code]).toEqual([404, "not_found"]);
      const about = (await walk.api.ledger()).filter(({ data }) => data["userId"] === id);
      expect(about).toEqual([]);
    }
  });

  it("is read by auditors and changed by admins and recruiters alone", async () => {
    const id = idOf("lena");
    const statuses: Record<string, number[]> = {};
    for (const role of ROLES) {
      const validFor = Temporal.Duration.from({ hours: 1 });
      const token = await createToken(
        { name: `a ${role}`, role, kind: "token", validFor },
        walk.running.deps,
      );
      const api = openApi(walk.url, token);
      const body = { version: 0, ...NO_PREFERENCES };
      statuses[role] = [
        (await api.send("GET", "/api/people")).status,
        (await api.send("GET", `/api/people/${id}/preferences`)).status,
        (await api.send("PUT", `/api/people/${id}/preferences`, body)).status,
        (await api.send("POST", `/api/people/${id}/link`)).status,
        (await api.send("DELETE", `/api/people/${id}/link`)).status,
      ];
    }
    expect(statuses).toEqual({
      admin: [200, 200, 200, 200, 200],
      recruiter: [200, 200, 200, 200, 200],
      auditor: [200, 200, 403, 403, 403],
      hiring_manager: [200, 200, 403, 403, 403],
      interviewer: [403, 403, 403, 403, 403],
    });
  });
});
