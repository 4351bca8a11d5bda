import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import nodemailer from "nodemailer";
import { z } from "zod";
import { type Company, startCompany } from "../../sandbox/company.ts";

let company: Company;
beforeAll(async () => {
  company = await startCompany({ rateLimit: "off", clock: "frozen" });
});
afterAll(async () => await company.close());
beforeEach(() => company.faults.clear());

const control = async (path: string, body?: object): Promise<Response> =>
  await fetch(`${company.url}/control${path}`, {
    method: body ? "POST" : "GET",
    ...(body && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
const Set = z.looseObject({ id: z.string(), met: z.int() });
/** Sets a fault as a person or a program does: by the control API. */
const fail = async (rule: object): Promise<z.infer<typeof Set>> => {
  const answer = await control("/faults", rule);
  expect(answer.status).toBe(201);
  return Set.parse(await answer.json());
};
/** Long enough for a deed to be done, and the answer that never comes not worth more. */
const HANG_MS = 1_500;
const lever = async (
  method: string,
  path: string,
  body?: object,
  patienceMs = 20_000,
): Promise<Response> =>
  await fetch(`${company.leverUrl}${path}`, {
    method,
    headers: {
      authorization: `Basic ${btoa(`${company.leverApiKey}:`)}`,
      "content-type": "application/json",
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patienceMs),
  });
const notesPath = () => `/opportunities/${company.world.cast.ada}/notes`;
const writeNote = async (patienceMs?: number) =>
  await lever("POST", notesPath(), { value: "a note of the test" }, patienceMs);
const notes = () => company.journal.list({ service: "lever", kind: "note.created" }).length;

describe("a fault of Lever's", () => {
  it.each([401, 403, 404, 409, 410, 412, 429, 500, 503])(
    "answers %i in Lever's own shape, once, and does nothing",
    async (status) => {
      const before = notes();
      await fail({ service: "lever", kind: "status", status, method: "POST" });
      const answer = await writeNote();
      expect(answer.status).toBe(status);
      expect(answer.headers.get("retry-after")).toBeNull();
      expect(Object.keys(z.looseObject({}).parse(await answer.json()))).toEqual([
        "code",
        "message",
      ]);
      expect(notes()).toBe(before);
      expect((await writeNote()).status).toBeLessThan(300);
    },
  );

  it("meets only what its method and path name, so often as it says", async () => {
    await fail({ service: "lever", kind: "status", status: 503, path: "/notes$", times: 2 });
    expect((await lever("GET", "/stages")).status).toBe(200);
    expect((await lever("GET", notesPath())).status).toBe(503);
    expect((await lever("GET", notesPath())).status).toBe(503);
    expect((await lever("GET", notesPath())).status).toBe(200);
  });

  it("meets a share of the requests, the same share each time", async () => {
    const statuses = async (of: Company) => {
      of.faults.clear();
      of.faults.add({ service: "lever", kind: "status", status: 500, times: null, share: 0.3 });
      const headers = { authorization: `Basic ${btoa(`${of.leverApiKey}:`)}` };
      const all: number[] = [];
      for (let asked = 0; asked < 100; asked += 1) {
        all.push((await fetch(`${of.leverUrl}/stages`, { headers })).status);
      }
      return all;
    };
    await using second = {
      company: await startCompany({ rateLimit: "off", clock: "frozen", seed: 2 }),
      async [Symbol.asyncDispose]() {
        await this.company.close();
      },
    };
    await using again = {
      company: await startCompany({ rateLimit: "off", clock: "frozen", seed: 2 }),
      async [Symbol.asyncDispose]() {
        await this.company.close();
      },
    };
    const met = await statuses(second.company);
    expect(met.filter((status) => status === 500).length).toBeGreaterThan(15);
    expect(met.filter((status) => status === 500).length).toBeLessThan(45);
    expect(await statuses(again.company)).toEqual(met);
  });

  it.each([
    ["drop_before", 0],
    ["drop_after", 1],
    ["hang_before", 0],
    ["hang_after", 1],
  ])("%s gives no answer, and leaves %i notes", async (kind, made) => {
    const before = notes();
    const fault = await fail({ service: "lever", kind, method: "POST" });
    await expect(writeNote(HANG_MS)).rejects.toThrow(/fetch failed|timeout/);
    expect(notes() - before).toBe(made);
    const met = Set.parse(await (await control(`/faults/${fault.id}/met`)).json());
    expect(met.met).toBe(1);
  });

  it("malformed does as asked, and its answer cannot be read", async () => {
    const before = notes();
    await fail({ service: "lever", kind: "malformed", method: "POST" });
    const answer = await writeNote();
    await expect(answer.json()).rejects.toThrow(SyntaxError);
    expect(notes() - before).toBe(1);
  });

  it("slow waits, and does it", async () => {
    await fail({ service: "lever", kind: "slow", delayMs: 200 });
    const from = performance.now();
    expect((await lever("GET", "/stages")).status).toBe(200);
    expect(performance.now() - from).toBeGreaterThanOrEqual(190);
  });

  it("clock_skew dates what it makes by a clock that is wrong", async () => {
    await fail({ service: "lever", kind: "clock_skew", skewSeconds: 7_200 });
    const made = z
      .object({ data: z.looseObject({ createdAt: z.number() }) })
      .parse(await (await writeNote()).json());
    const ahead = made.data.createdAt - company.clock.now().epochMilliseconds;
    expect(ahead).toBe(7_200_000);
  });

  it("is waited for, and is not met when it is taken away", async () => {
    const fault = await fail({ service: "lever", kind: "status", times: null });
    const waiting = control(`/faults/${fault.id}/met?times=2`);
    await lever("GET", "/stages");
    await lever("GET", "/stages");
    expect((await waiting).status).toBe(200);
    const never = control(`/faults/${fault.id}/met?times=9`);
    await control(`/faults/${fault.id}/remove`, {});
    expect((await never).status).toBe(404);
  });

  it.each([
    [{ service: "fax", kind: "status" }, "service"],
    [{ service: "lever", kind: "explode" }, "kind"],
    [{ service: "lever", kind: "status", path: "(" }, "path"],
    [{ service: "lever", kind: "status", share: 2 }, "share"],
    [{ service: "lever", kind: "status", colour: "red" }, "body"],
  ])("that makes no sense is refused by what is wrong: %j", async (rule, where) => {
    const answer = await control("/faults", rule);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(where === "body" ? "colour" : where);
    expect(company.faults.list()).toEqual([]);
  });
});

describe("a fault of Google's", () => {
  it("answers in Google's own shape", async () => {
    await fail({
      service: "google",
      kind: "status",
      status: 403,
      reason: "quotaExceeded",
      retryAfterSeconds: 3,
    });
    const answer = await fetch(`${company.googleUrl}/calendar/v3/freeBusy`, { method: "POST" });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("retry-after")).toBe("3");
    expect(await answer.json()).toMatchObject({
      error: { code: 403, errors: [{ domain: "usageLimits", reason: "quotaExceeded" }] },
    });
  });
});

describe("a fault of the mail server's", () => {
  const send = async () => {
    const transport = nodemailer.createTransport({
      url: company.smtpUrl,
      socketTimeout: 500,
      greetingTimeout: 500,
    });
    try {
      return await transport.sendMail({
        from: "a@x.test",
        to: "b@x.test",
        subject: "s",
        text: "t",
      });
    } finally {
      transport.close();
    }
  };
  it.each([
    ["status", { status: 451 }, 0, 451],
    ["status", { status: 550, method: "RCPT" }, 0, 550],
    ["drop_before", {}, 0, undefined],
    ["drop_after", {}, 1, undefined],
    ["hang_before", {}, 0, undefined],
    ["hang_after", {}, 1, undefined],
    ["malformed", {}, 1, undefined],
  ])("%s %o: the sender fails, and %i mails came", async (kind, more, came, responseCode) => {
    const before = company.mails.length;
    await fail({ service: "mail", kind, ...more });
    await expect(send()).rejects.toMatchObject(responseCode === undefined ? {} : { responseCode });
    expect(company.mails.length - before).toBe(came);
    await send();
    expect(company.mails.length - before).toBe(came + 1);
  });
});
