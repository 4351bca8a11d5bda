/** The pages of briefs over HTTP: whose they are, what they tell, and what they never tell. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBriefPages, sentTo } from "../../support/brief-pages.ts";
import { FEEDBACK_OF_ROUND, changedBrief, fullestBrief, usualBrief } from "../../support/briefs.ts";

let pages: Awaited<ReturnType<typeof openBriefPages>>;
beforeAll(async () => {
  pages = await openBriefPages({
    ines: sentTo(changedBrief(), 0),
    jonas: sentTo(changedBrief(), 1),
    old: sentTo(usualBrief(), 0, { isNewest: false }),
    full: sentTo(fullestBrief(), 0),
  });
});
afterAll(async () => await pages[Symbol.asyncDispose]());

const get = async (path: string, at = pages.url) => {
  const response = await fetch(`${at}/brief${path}`, { redirect: "manual" });
  return { response, status: response.status, text: await response.text() };
};
const post = async (path: string, body?: BodyInit, headers: Record<string, string> = {}) => {
  const init = { method: "POST", redirect: "manual" as const, headers };
  const response = await fetch(
    `${pages.url}/brief${path}`,
    body === undefined ? init : { ...init, body },
  );
  return { response, status: response.status, text: await response.text() };
};
const address = (email: string): URLSearchParams => new URLSearchParams({ email });

describe("a reader's page", () => {
  it("is theirs, is kept by nobody, is told to no other site and loads nothing", async () => {
    const { response, status, text } = await get("/r/ines");
    expect(status).toBe(200);
    expect(text).toContain(FEEDBACK_OF_ROUND.words);
    expect(text).toContain("For Inês Duarte, sent Monday 30 November 2026, 15:00 (Lisbon time).");
    const header = (name: string) => response.headers.get(name);
    expect(header("cache-control")).toBe("no-store");
    expect(header("referrer-policy")).toBe("no-referrer");
    expect(header("x-robots-tag")).toBe("noindex, nofollow");
    const policy = header("content-security-policy") ?? "";
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("script-src 'none'");
    const styles = [...text.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style = ""]) => style);
    expect(styles).toHaveLength(2);
    for (const style of styles) {
      expect(policy).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    }
    expect(text).not.toMatch(/<script|<img|<link rel="stylesheet|\ssrc=|\sstyle=|\son[a-z]+=/);
  });

  it("shows another reader nothing of the first one's part", async () => {
    const { text } = await get("/r/jonas");
    expect(text).toContain("16:00–17:00 (Berlin time)");
    expect(text).not.toContain(FEEDBACK_OF_ROUND.words);
    expect(text).not.toContain("Inês Duarte, sent");
  });

  it("says of an older brief that there is a newer one", async () => {
    expect((await get("/r/old")).text).toContain("A newer brief has been sent.");
    expect((await get("/r/ines")).text).not.toContain("A newer brief");
  });

  it("is under 100 KB at its fullest", async () => {
    expect(Buffer.byteLength((await get("/r/full")).text)).toBeLessThan(100_000);
  });

  it.each([
    ["/r/ended", 410, "This link has ended", "Ask for your brief again."],
    ["/r/nothing", 404, "This link does not work", "Copy the link whole."],
    ["/r/a%00b", 404, "This link does not work", "not one that we sent"],
    ["/r", 404, "There is no such page", "Open the link"],
    ["/r/ines/more/of/it", 404, "There is no such page", "Open the link"],
    ["/", 404, "There is no such page", "Open the link"],
  ])("%s is refused in words", async (path, status, title, words) => {
    const answer = await get(path);
    expect(answer.text).toContain(`<h1>${title}</h1>`);
    expect(answer.text).toContain(words);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain("Ada Moreira");
  });
});

describe("the page of a calendar event", () => {
  it("tells nothing, whatever it is asked about", async () => {
    const pagesOf = ["/ca_1/design", "/ca_1/other", "/unknown/x", "/down/%F0%9F%98%80"].map(
      async (path) => await get(path),
    );
    const answers = await Promise.all(pagesOf);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const [{ text, response }] = answers as [(typeof answers)[number]];
    expect(text).toContain("Send me my brief");
    expect(text).not.toMatch(/Ada|System design|ca_1|Backend/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(pages.asked).toEqual([]);
  });

  it("gives everybody the same answer, and asks for the brief", async () => {
    const before = pages.asked.length;
    const answers = [
      await post("/ca_1/design", address(" ines.duarte@example.com ")),
      await post("/unknown/design", address("nobody@example.com")),
    ];
    for (const { status, response, text } of answers) {
      expect([status, response.headers.get("location"), text.length]).toEqual([
        303,
        "?asked=1",
        answers[0]?.text.length,
      ]);
    }
    expect(pages.asked.slice(before)).toEqual([
      ["ca_1", "design", "ines.duarte@example.com"],
      ["unknown", "design", "nobody@example.com"],
    ]);
    const [known, unknown] = [await get("/ca_1/design?asked=1"), await get("/unknown/x?asked=1")];
    expect(known.text).toContain(
      "If you are on this interview’s panel, and briefs are sent here, yours is on its way to you:",
    );
    expect(known.text).toBe(unknown.text);
  });

  it.each([
    ["", "Write your e-mail address here."],
    ["ines", "This is not a whole e-mail address."],
    ['"><script>@x.example', "This is not a whole e-mail address."],
    [`${"a".repeat(300)}@example.com`, "This is not a whole e-mail address."],
    ["ines@example.com\r\nBcc: x@example.com", "This is not a whole e-mail address."],
  ])("says beside the field what is wrong with %j, and keeps it", async (email, words) => {
    const before = pages.asked.length;
    const { status, text } = await post("/ca_1/design", address(email));
    expect(status).toBe(400);
    expect(text).toContain(words);
    expect(text).toMatch(/aria-invalid="true" aria-describedby="email-fault"/);
    expect(text).not.toContain("<script>");
    expect(pages.asked.length).toBe(before);
  });

  it("refuses what is no form of its own", async () => {
    const before = pages.asked.length;
    expect((await post("/ca_1/design")).status).toBe(400);
    const foreign = { "sec-fetch-site": "cross-site" };
    expect((await post("/ca_1/design", address("ines@example.com"), foreign)).status).toBe(403);
    const large = await post("/ca_1/design", address("a".repeat(100_000)));
    expect(large.status).toBe(413);
    expect((await post("/ca_1/%00", address("ines@example.com"))).status).toBe(404);
    expect(pages.asked.length).toBe(before);
  });

  it("says when it cannot be asked just now", async () => {
    const { status, text } = await post("/down/design", address("ines@example.com"));
    expect(status).toBe(500);
    expect(text).toContain("This does not work just now");
    expect(text).not.toContain("queue");
  });

  it("answers so many a minute and no more", async () => {
    await using few = await openBriefPages({}, { pagesPerMinute: 2 });
    const statuses = [];
    for (let visit = 0; visit < 3; visit += 1) {
      statuses.push((await get("/ca_1/design", few.url)).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });
});
