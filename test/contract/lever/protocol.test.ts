import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type CompanyLever, askJson, openCompanyLever } from "../../support/company-lever.ts";
import { Opportunity, Refusal, page } from "../../support/lever-schemas.ts";

let lever: CompanyLever;
beforeAll(async () => {
  lever = await openCompanyLever();
});
afterAll(async () => {
  await lever[Symbol.asyncDispose]();
});

const refusal = async (method: string, path: string, body?: unknown) => {
  const answer = await lever.ask(method, path, body);
  return { status: answer.status, ...Refusal.parse(answer.body) };
};

const AnyPage = page(z.looseObject({ id: z.string() }));
const list = async (path: string) => AnyPage.parse((await lever.ask("GET", path)).body);

describe("who may ask", () => {
  const withHeaders = async (headers: Record<string, string>) =>
    await askJson(`${lever.company.leverUrl}/stages`, { method: "GET", headers });

  it("is whoever has the key as user name, or a bearer token", async () => {
    const key = lever.company.leverApiKey;
    expect((await withHeaders({ authorization: `Basic ${btoa(`${key}:`)}` })).status).toBe(200);
    expect((await withHeaders({ authorization: `Bearer access-${key}` })).status).toBe(200);
  });

  it.each([
    ["no credential", {}],
    ["another key", { authorization: `Basic ${btoa("another:")}` }],
    ["the key as password", { authorization: `Basic ${btoa(":key")}` }],
    ["another token", { authorization: "Bearer another" }],
    ["an empty bearer token", { authorization: "Bearer " }],
  ])("is nobody with %s", async (_, headers: Record<string, string>) => {
    const answer = await withHeaders(headers);
    expect(answer.status).toBe(401);
    expect(Refusal.parse(answer.body).code).toBe("UnauthorizedError");
  });

  it("may not ask for protected data, and asking is remembered, key or no key", async () => {
    const before = lever.company.journal.list({ kind: "violation" }).length;
    const asked = ["/eeo/responses", "/eeo/responses/pii?limit=1", "/surveys/diversity/p"];
    for (const path of asked) expect((await lever.ask("GET", path)).status).toBe(403);
    const bare = { method: "GET", headers: {} };
    expect((await askJson(`${lever.company.leverUrl}/EEO/responses`, bare)).status).toBe(403);
    const after = lever.company.journal.list({ kind: "violation" }).slice(before);
    expect(after.map(({ ids }) => ids["path"])).toEqual([
      "/lever/v1/eeo/responses",
      "/lever/v1/eeo/responses/pii",
      "/lever/v1/surveys/diversity/p",
      "/lever/v1/EEO/responses",
    ]);
  });
});

describe("pages", () => {
  it("walked by their tokens give every record once, in order; the last has no token", async () => {
    const all = (await list("/opportunities?confidentiality=all")).data.map(({ id }) => id);
    expect(all).toHaveLength(60);
    const walked: string[] = [];
    let pages = 0;
    let next: string | undefined;
    do {
      const offset = next === undefined ? "" : `&offset=${encodeURIComponent(next)}`;
      const got = await list(`/opportunities?confidentiality=all&limit=7${offset}`);
      expect(got.hasNext).toBe(got.next !== undefined);
      expect(got.data.length).toBeLessThanOrEqual(7);
      walked.push(...got.data.map(({ id }) => id));
      next = got.next;
      pages += 1;
    } while (next !== undefined);
    expect(walked).toEqual(all);
    expect(pages).toBe(9);
  });

  it("have opaque tokens: a percent-encoded array, taken back as it was given", async () => {
    const { next = "" } = await list("/users?limit=3");
    expect(next).toMatch(/^%5B/);
    expect(Array.isArray(JSON.parse(decodeURIComponent(next)))).toBe(true);
  });

  it.each(["nonsense", "%5B1%2C-5%5D", "%", "%7B%7D"])("refuse the token %s", async (token) => {
    const path = `/users?offset=${encodeURIComponent(token)}`;
    const { status, message } = await refusal("GET", path);
    expect(status).toBe(400);
    expect(message).toContain("Invalid offset token");
  });

  it.each(["0", "101", "1.5", "many"])("refuse a limit of %s", async (limit) => {
    expect(await refusal("GET", `/users?limit=${limit}`)).toMatchObject({
      status: 400,
      code: "BadRequestError",
    });
  });

  it("are not made of webhooks: that list says nothing of more", async () => {
    const { body } = await lever.ask("GET", "/webhooks");
    expect(Object.keys(body as object)).toEqual(["data"]);
  });
});

describe("include and expand", () => {
  const ada = () => `/opportunities/${lever.company.world.cast.ada}`;
  const record = async (path: string) =>
    z.object({ data: z.record(z.string(), z.unknown()) }).parse((await lever.ask("GET", path)).body)
      .data;

  it("include subtracts: what is not named is gone", async () => {
    const { followers } = await record(ada());
    expect(await record(`${ada()}?include=followers&include=name`)).toEqual({
      id: lever.company.world.cast.ada,
      name: lever.opportunity(lever.company.world.cast.ada).name,
      followers,
    });
  });

  it("expand makes records of ids, by repeated keys, and wins over include", async () => {
    const opportunity = lever.opportunity(lever.company.world.cast.ada);
    const found = await record(`${ada()}?expand=applications&expand=stage&expand=owner&include=id`);
    expect(found).toMatchObject({
      applications: [{ id: opportunity.applicationId, posting: opportunity.postingId }],
      stage: { id: opportunity.stageId },
      owner: { id: opportunity.ownerId },
    });
    expect(found).not.toHaveProperty("name");
  });

  it.each(["expand=posting", "expand=stage,owner", "expand[]=stage", "expand=toString"])(
    "refuses ?%s",
    async (query) => {
      const { status, message } = await refusal("GET", `${ada()}?${query}`);
      expect(status).toBe(400);
      expect(message).toContain("is not expandable");
    },
  );
});

describe("filters of opportunities", () => {
  const found = async (query: string) => {
    const { body } = await lever.ask("GET", `/opportunities?${query}`);
    return page(Opportunity).parse(body).data;
  };

  it("hide confidential ones until they are asked for", async () => {
    const { confidential } = lever.company.world.cast;
    expect((await found("")).map(({ id }) => id)).not.toContain(confidential);
    expect((await found("confidentiality=confidential")).map(({ id }) => id)).toEqual([
      confidential,
    ]);
  });

  it("tell archived from active, and give both when not asked", async () => {
    const { archived } = lever.company.world.cast;
    expect((await found("archived=true")).map(({ id }) => id)).toEqual([archived]);
    const active = await found("archived=false");
    expect(active.every((item) => item.archived === null)).toBe(true);
    expect(await found("")).toHaveLength(active.length + 1);
  });

  it("are unions of their values and intersections of each other", async () => {
    const { stages } = lever.company.world.cast;
    const two = await found(`stage_id=${stages.phoneScreen}&stage_id=${stages.technicalPanel}`);
    expect(new Set(two.map(({ stage }) => stage))).toEqual(
      new Set([stages.phoneScreen, stages.technicalPanel]),
    );
    const [first] = two;
    const narrowed = await found(
      `stage_id=${stages.phoneScreen}&stage_id=${stages.technicalPanel}&email=${first?.emails[0] ?? ""}`,
    );
    expect(narrowed).toEqual([first]);
  });

  it("find by contact both candidacies of one person", async () => {
    const { twice } = lever.company.world.cast;
    const { contactId } = lever.opportunity(twice[0]);
    const both = await found(`contact_id=${contactId}`);
    expect(both.map(({ id }) => id)).toEqual(twice);
  });

  it("find what advanced since a moment, that moment included", async () => {
    const { cast } = lever.company.world;
    const moved = cast.withoutZone;
    lever.company.clock.advance({ minutes: 5 });
    const now = lever.company.clock.now().epochMilliseconds;
    lever.company.lever.moveStage(moved, cast.stages.onsite);
    expect((await found(`advanced_at_start=${now}`)).map(({ id }) => id)).toEqual([moved]);
    expect((await found(`updated_at_start=${now}`)).map(({ id }) => id)).toEqual([moved]);
    expect(await found(`advanced_at_start=${now + 1}`)).toEqual([]);
    expect((await found(`advanced_at_end=${now - 1}`)).map(({ id }) => id)).not.toContain(moved);
    expect((await refusal("GET", "/opportunities?updated_at_start=yesterday")).status).toBe(400);
  });
});

describe("deleted opportunities", () => {
  it("are listed for a window that is named, of 30 days at most, both ends included", async () => {
    const { cast } = lever.company.world;
    lever.company.clock.advance({ minutes: 5 });
    const now = lever.company.clock.now().epochMilliseconds;
    lever.company.lever.deleteOpportunity(cast.archived);
    const path = (start: number, end: number) =>
      `/opportunities/deleted?deleted_at_start=${start}&deleted_at_end=${end}`;
    const listed = { data: [{ id: cast.archived, deletedAt: now, deletedBy: null }] };
    expect((await lever.ask("GET", path(now, now))).body).toMatchObject(listed);
    expect((await lever.ask("GET", path(now + 1, now + 2))).body).toMatchObject({ data: [] });
    expect((await refusal("GET", path(now - 31 * 86_400_000, now))).status).toBe(400);
    expect((await refusal("GET", "/opportunities/deleted")).status).toBe(400);
  });
});

describe("refusals", () => {
  it.each([
    ["GET", "/opportunities/nobody"],
    ["GET", "/opportunities/nobody/panels"],
    ["GET", "/users/nobody"],
    ["GET", "/contacts/nobody"],
    ["GET", "/postings/nothing"],
    ["GET", "/stages/nothing"],
    ["GET", "/nothing"],
    ["PUT", "/opportunities/nobody"],
    ["DELETE", "/webhooks/nothing"],
  ])("%s %s is not found", async (method, path) => {
    expect(await refusal(method, path)).toMatchObject({ status: 404, code: "ResourceNotFound" });
  });

  it("a body that is not JSON, or no object, is a bad request in Lever's own words", async () => {
    const path = `/opportunities/${lever.company.world.cast.ada}/notes`;
    for (const body of ["{", "[]", '"text"', "{}"]) {
      expect(await refusal("POST", path, body)).toMatchObject({
        status: 400,
        code: "BadRequestError",
      });
    }
    const { body } = await lever.ask("GET", path);
    expect(body).toMatchObject({ data: [] });
  });
});

describe("the bucket", () => {
  it("lets twenty through at once, refuses the next without Retry-After, fills by ten a second", async () => {
    await using limited = await openCompanyLever({ rateLimit: { perSecond: 10, burst: 20 } });
    const passedOf = async (requests: number) => {
      const answers = await Promise.all(
        Array.from({ length: requests }, async () => await limited.ask("GET", "/stages")),
      );
      const refused = answers.find(({ status }) => status === 429);
      expect(Refusal.parse(refused?.body).message).not.toBe("");
      expect(refused?.headers.has("retry-after")).toBe(false);
      return answers.filter(({ status }) => status === 200).length;
    };
    const began = performance.now();
    const burst = await passedOf(80);
    expect(burst).toBeGreaterThanOrEqual(20);
    expect(burst).toBeLessThanOrEqual(21 + (performance.now() - began) / 100);
    // Real time is what is tested here: half a second fills about five.
    await delay(500);
    const all = burst + (await passedOf(80));
    expect(all).toBeGreaterThanOrEqual(burst + 4);
    expect(all).toBeLessThanOrEqual(21 + (performance.now() - began) / 100);
  });

  it("can be changed and switched off while it runs", async () => {
    await using limited = await openCompanyLever({ rateLimit: { perSecond: 0.001, burst: 1 } });
    const statuses = async () => [
      (await limited.ask("GET", "/stages")).status,
      (await limited.ask("GET", "/stages")).status,
    ];
    expect(await statuses()).toEqual([200, 429]);
    expect((await limited.control("POST", "/control/lever", { limit: null })).status).toBe(200);
    expect(await statuses()).toEqual([200, 200]);
    const { status } = await limited.control("POST", "/control/lever", { limit: { burst: 0 } });
    expect(status).toBe(400);
  });
});
