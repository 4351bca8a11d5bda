import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDocumentReader, type DocumentReader } from "../../../src/documents/read-document.ts";
import { hostileDocuments } from "../../support/hostile-documents.ts";
import { slownessNow, startStopwatch } from "../../support/stopwatch.ts";

const documents = await hostileDocuments();
let reader: DocumentReader;
let memoryBefore: number;

beforeAll(() => {
  // Ten seconds of the machine at rest: one that does much else is not to be told of as a long document.
  reader = createDocumentReader({ milliseconds: 10_000 * slownessNow().wall });
  memoryBefore = process.memoryUsage.rss();
});
afterAll(async () => {
  await reader[Symbol.asyncDispose]();
});

describe("a hostile document", () => {
  it("is one of sixty at least, each of another name", () => {
    expect(documents.length).toBeGreaterThanOrEqual(60);
    expect(new Set(documents.map(({ name }) => name)).size).toBe(documents.length);
  });

  it.each(documents)(
    "“$name” costs at most ten seconds, and is told as what it is",
    async ({ name, bytes, finds, keeps = "", leaves = "never there" }) => {
      const from = startStopwatch();
      const document = await reader.readDocument({ bytes, name });
      expect(from.wallMs()).toBeLessThan(12_000);
      const codes = document.findings.map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(finds));
      expect(document.text).toContain(keeps);
      expect(document.text).not.toContain(leaves);
    },
  );

  it("leaves nothing of what it took in this process", () => {
    expect(process.memoryUsage.rss() - memoryBefore).toBeLessThan(200_000_000);
  });

  it("leaves the process fit for the next one", async () => {
    const honest = await reader.readDocument({ bytes: Buffer.from("Ada Example"), name: "a.txt" });
    expect(honest).toMatchObject({ kind: "text", text: "Ada Example", findings: [] });
  });
});

describe("what Lever read of a file", () => {
  it("is read beside this process too, under the same limits", async () => {
    const json = { positions: [{ org: "Acme", title: "Engineer", summary: "to ".repeat(1000) }] };
    const document = await reader.readParsedData(json);
    expect(document).toMatchObject({ kind: "parsed", entries: [{ employer: "Acme" }] });
    await using impatient = createDocumentReader({ milliseconds: 1 });
    const long = {
      positions: Array.from({ length: 80 }, () => ({ summary: "2019 ".repeat(900) })),
    };
    const { kind, findings } = await impatient.readParsedData(long);
    expect(kind).toBe("parsed");
    expect(findings.map(({ code }) => code)).toEqual(["took_too_long"]);
  });
});

describe("the main thread", () => {
  it("goes on while a document is read that never ends", async () => {
    await using impatient = createDocumentReader({ milliseconds: 1_500 });
    await impatient.readDocument({ bytes: Buffer.from("first"), name: "a.txt" });
    const lag = monitorEventLoopDelay({ resolution: 10 });
    lag.enable();
    const endless = documents.find(({ name }) => name === "a million lines.pdf");
    const document = await impatient.readDocument(endless ?? { bytes: Buffer.from(""), name: "" });
    lag.disable();
    expect(document.kind).toBe("pdf");
    expect(lag.max / 1e6 / slownessNow().wall).toBeLessThan(200);
  });

  it("gives up what takes too long, and says so", async () => {
    await using impatient = createDocumentReader({ milliseconds: 1 });
    const document = await impatient.readDocument({
      bytes: Buffer.from("2019 - 2020\n".repeat(40_000)),
      name: "long.txt",
    });
    expect(document.findings.map(({ code }) => code)).toEqual(["took_too_long"]);
  });
});
