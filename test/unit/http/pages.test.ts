import { createHash } from "node:crypto";
import { Router } from "express";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { randomIds } from "../../../src/identifiers.ts";
import { html, inline } from "../../../src/domain/html.ts";
import { sendPage } from "../../../src/http/pages/layout.ts";
import { allOf, formOf, textOf } from "../../../src/http/pages/form-body.ts";
import { visitorRouter } from "../../../src/http/pages/visitor-door.ts";
import { openApp } from "../../support/loopback-app.ts";

describe("A piece of a page", () => {
  it("escapes whatever is put in, in elements and attributes", () => {
    const name = `<b onclick="x('y')">&`;
    expect(html`<p title="${name}">${name}</p>`.toString()).toBe(
      '<p title="&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;">&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;</p>',
    );
  });

  it("takes pieces, lists of them and nothing as they are", () => {
    const values: (string | number | false | null | undefined)[] = ["<", 2, false, null, undefined];
    const rows = values.map((each) => html`<i>${each}</i>`);
    expect(html`${rows}${false}${null}${undefined}${["a", "&"]}`.toString()).toBe(
      "<i>&lt;</i><i>2</i><i></i><i></i><i></i>a&amp;",
    );
  });

  it("cannot be made of text that looks like one", () => {
    const forged = { toString: () => "<script>" };
    expect(() => html`${forged as never}`.toString()).toThrow(TypeError);
    expect(inline("script", "1 < 2").toString()).toBe("<script>1 < 2</script>");
  });
});

describe("A page", () => {
  it("lets its own style and scripts alone run, by their digests", async () => {
    const router = Router();
    router.get("/", (_, response) => {
      sendPage(response, { title: "<T>", companyName: "A & B", body: "x", script: "let a = 1;" });
    });
    router.get("/quiet", (_, response) => {
      sendPage(response, { title: "T", companyName: "C", body: "x" }, 404);
    });
    await using server = await openApp(router);
    const response = await fetch(server.url);
    const text = await response.text();
    const policy = response.headers.get("content-security-policy") ?? "";
    const inlines = [...text.matchAll(/<(style|script)>([^]*?)<\/\1>/g)].map(
      ([, , inner = ""]) => inner,
    );
    expect(inlines).toHaveLength(3);
    for (const inner of inlines) {
      expect(policy).toContain(`'sha256-${createHash("sha256").update(inner).digest("base64")}'`);
    }
    expect(text).toContain("<title>&lt;T&gt; · A &amp; B</title>");
    const quiet = await fetch(`${server.url}/quiet`);
    expect(quiet.status).toBe(404);
    expect(quiet.headers.get("content-security-policy")).toContain("script-src 'none'");
  });
});

describe("The door", () => {
  it("keeps the visitor's token out of the log and off the page when something breaks", async () => {
    const lines: string[] = [];
    const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
    const door = { log, ids: randomIds, companyName: "C", pagesPerMinute: 10 };
    const router = visitorRouter(door, (pages) => {
      pages.all("/me/:token", () => {
        throw new Error("the database says no");
      });
    });
    await using server = await openApp(router);
    for (const method of ["GET", "POST"]) {
      const response = await fetch(`${server.url}/me/the-secret-token?of=somebody`, { method });
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(text).toMatch(/Nothing was changed\..*quote co_[0-9a-f]{32}/s);
      expect(text).not.toContain("database");
    }
    expect(lines).toHaveLength(2);
    expect(lines.join("")).toContain("the database says no");
    expect(lines.join("")).not.toContain("the-secret-token");
  });
});

describe("Who comes too often", () => {
  it("is heard a few times more with what must not be lost", async () => {
    const door = { log: pino({ enabled: false }), ids: randomIds, companyName: "C" };
    const isAlwaysHeard = (path: string): boolean => path === "/stop";
    const router = visitorRouter({ ...door, pagesPerMinute: 3, isAlwaysHeard }, (pages) => {
      pages.all("/:token", (_, response) => void response.send("done"));
    });
    await using server = await openApp(router);
    const statuses = async (path: string, method: string, times: number): Promise<number[]> => {
      const all: number[] = [];
      for (let each = 0; each < times; each += 1) {
        all.push((await fetch(`${server.url}${path}`, { method })).status);
      }
      return all;
    };
    expect(await statuses("/look", "GET", 5)).toEqual([200, 200, 200, 429, 429]);
    expect(await statuses("/other", "POST", 1)).toEqual([429]);
    expect(await statuses("/stop", "GET", 1)).toEqual([429]);
    expect(await statuses("/stop", "POST", 8)).toEqual([...Array<number>(6).fill(200), 429, 429]);
  });
});

describe("A form of another site", () => {
  it("is refused, but where the address alone is the lock", async () => {
    const door = { log: pino({ enabled: false }), ids: randomIds, companyName: "C" };
    const isOpenToAll = (path: string): boolean => path === "/stop";
    const router = visitorRouter({ ...door, pagesPerMinute: 50, isOpenToAll }, (pages) => {
      pages.all("/:token", (_, response) => void response.send("done"));
    });
    await using server = await openApp(router);
    const statusOf = async (path: string, headers: Record<string, string>, method = "POST") =>
      (await fetch(`${server.url}${path}`, { method, headers })).status;
    for (const headers of [
      { origin: "https://mail.example" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: server.url },
    ]) {
      expect(await statusOf("/other", headers)).toBe(403);
      expect(await statusOf("/stop", headers)).toBe(200);
      expect(await statusOf("/stop", headers, "DELETE")).toBe(403);
      expect(await statusOf("/other", headers, "GET")).toBe(200);
    }
    for (const headers of [{}, { origin: "null" }, { origin: server.url }]) {
      expect(await statusOf("/other", headers)).toBe(200);
    }
  });
});

describe("What a form sent", () => {
  it("is text by name, and nothing of the object's own", () => {
    expect(textOf({ a: ["1", "2"], b: "3" }, "a")).toBe("1");
    expect(allOf({ a: ["1", "2"], b: "3" }, "b")).toEqual(["3"]);
    expect(textOf({}, "constructor")).toBe("");
    expect(allOf({}, "__proto__")).toEqual([]);
    expect(formOf({ body: undefined })).toEqual({});
    expect(() => formOf({ body: { a: { b: "3" } } })).toThrow("not what this page sends");
  });
});
