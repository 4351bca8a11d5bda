import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { createDocumentReader } from "../../../src/documents/read-document.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { OpportunityId } from "../../../src/domain/ids.ts";
import type { LeverReader } from "../../../src/lever/port.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { openLoopbackServer } from "../../support/loopback-server.ts";

let company: Company;
let reader: LeverReader;
const idOf = (id: string) => OpportunityId.parse(id);
const withResume = (extension: string) => {
  const found = company.world.opportunities.find(({ resume }) => resume?.ext === extension);
  if (!found?.resume) throw new Error("the world has no such resume");
  return { id: idOf(found.id), resume: found.resume };
};

beforeAll(async () => {
  company = await startCompany({ clock: "frozen", rateLimit: "off" });
  ({ reader } = openLeverClient(company.leverUrl, { auth: { apiKey: company.leverApiKey } }));
});
afterAll(async () => {
  await company.close();
});

describe("resumes of the company", () => {
  it.each(["pdf", "docx", "txt"])(
    "that are %s files are listed, fetched whole and understood",
    async (extension) => {
      const { id, resume } = withResume(extension);
      const [listed] = await reader.listResumes(id);
      expect(listed).toMatchObject({
        id: resume.id,
        file: { extension, bytes: resume.bytes.length },
      });
      const bytes = await reader.downloadResume(id, resume.id, { maxBytes: 1_000_000 });
      expect(Buffer.from(bytes ?? []).equals(resume.bytes)).toBe(true);
      await using documents = createDocumentReader();
      const document = await documents.readDocument({
        bytes: bytes ?? new Uint8Array(),
        name: resume.fileName,
      });
      expect(document.kind).toBe(extension === "txt" ? "text" : extension);
      expect(document.text).not.toBe("");
      expect(document.findings).toEqual([]);
    },
  );

  it("are none where Lever says that there is nothing", async () => {
    const without = company.world.opportunities.find(({ resume }) => resume === null);
    const id = idOf(without?.id ?? "");
    expect(await reader.listResumes(id)).toEqual([]);
    expect(await reader.downloadResume(id, "none", { maxBytes: 1000 })).toBeNull();
  });

  it("are refused when they are larger than is read", async () => {
    const { id, resume } = withResume("pdf");
    const refused = reader.downloadResume(id, resume.id, { maxBytes: 100 });
    await expect(refused).rejects.toMatchObject({ code: "payload_too_large", retryable: false });
    await expect(refused).rejects.toBeInstanceOf(AppError);
  });

  it("are not read on when a file does not end", async () => {
    let sent = 0;
    await using server = await openLoopbackServer(() => {
      sent += 1;
      return { body: "x".repeat(5_000_000) };
    });
    const client = openLeverClient(server.url);
    const refused = client.reader.downloadResume(idOf("o"), "r", { maxBytes: 1_000_000 });
    await expect(refused).rejects.toMatchObject({ code: "payload_too_large" });
    expect(sent).toBe(1);
  });
});

describe("feedback of the company", () => {
  it("is what was handed in, with who and when, its words quoted", async () => {
    const forms = [];
    for (const { id } of company.world.opportunities) {
      if (forms.length > 0) break;
      forms.push(...(await reader.listFeedback(idOf(id))));
    }
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) {
      expect(form.userId).toEqual(expect.any(String));
      expect(form.completedAt).toBeInstanceOf(Temporal.Instant);
      expect(form.answers.map(({ kind }) => kind)).toEqual([
        "score-system",
        "textarea",
        "scorecard",
      ]);
      expect(form.answers[0]?.answer.source).toMatchObject({ system: "lever" });
    }
  });
});
