import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { type CompanyLever, openCompanyLever } from "../../support/company-lever.ts";
import {
  Application,
  ArchiveReason,
  Contact,
  Feedback,
  FeedbackTemplate,
  Interview,
  Note,
  Opportunity,
  Panel,
  Posting,
  Requisition,
  Resume,
  Refusal,
  Stage,
  User,
  one,
  page,
} from "../../support/lever-schemas.ts";

let lever: CompanyLever;
beforeAll(async () => {
  lever = await openCompanyLever();
});
afterAll(async () => {
  await lever[Symbol.asyncDispose]();
});

const read = async <Shape extends z.ZodType>(
  shape: Shape,
  path: string,
): Promise<z.infer<Shape>> => {
  const answer = await lever.ask("GET", path);
  expect([path, answer.status]).toEqual([path, 200]);
  return shape.parse(answer.body);
};

/** A list, and each of its items read alone. */
const readAll = async <Shape extends z.ZodType<{ id: string }>>(shape: Shape, path: string) => {
  const { data } = await read(page(shape), path);
  for (const item of data) {
    const [bare = ""] = path.split("?");
    expect(await read(one(shape), `${bare}/${item.id}`)).toEqual({ data: item });
  }
  return data;
};

describe("the company's Lever answers in Lever's shapes", () => {
  it("for opportunities, special ones included, and their contacts", async () => {
    const { world } = lever.company;
    const found = await readAll(Opportunity, "/opportunities?confidentiality=all");
    expect(found).toHaveLength(world.opportunities.length);
    const byId = new Map(found.map((item) => [item.id, item]));
    expect(byId.get(world.cast.archived)?.archived).not.toBeNull();
    expect(byId.get(world.cast.anonymized)).toMatchObject({ isAnonymized: true, name: "" });
    expect(byId.get(world.cast.contactForbidden)?.dataProtection?.contact.allowed).toBe(false);
    expect(byId.get(world.cast.withoutEmail)?.emails).toEqual([]);
    const [first, second] = world.cast.twice.map((id) => byId.get(id));
    expect(first?.contact).toBe(second?.contact);
    expect(first?.name).toBe(second?.name);
    for (const { contact, emails } of found) {
      const person = await read(one(Contact), `/contacts/${contact}`);
      expect(person.data).toMatchObject({ id: contact, emails });
    }
  });

  it("for users: those who have left are hidden until they are asked for", async () => {
    const present = await readAll(User, "/users");
    const all = await readAll(User, "/users?includeDeactivated=true");
    expect(all).toHaveLength(40);
    expect(present).toEqual(all.filter(({ deactivatedAt }) => deactivatedAt === null));
    expect(present.length).toBeLessThan(40);
    const [someone] = present;
    const byEmail = await read(page(User), `/users?email=${someone?.email ?? ""}`);
    expect(byEmail.data).toEqual([someone]);
  });

  it("for stages, archive reasons, postings and feedback templates", async () => {
    const stages = await readAll(Stage, "/stages");
    expect(stages.map(({ text }) => text)).toEqual([
      "New lead",
      "New applicant",
      "Phone Screen",
      "Technical Panel",
      "Onsite",
      "Final Round",
      "Offer",
    ]);
    expect(stages.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["lead-new", "applicant-new", "offer"]),
    );
    const hired = await read(page(ArchiveReason), "/archive_reasons?type=hired");
    expect(hired.data.map(({ type }) => type)).toEqual(["hired"]);
    expect(await readAll(Posting, "/postings")).toHaveLength(12);
    const templates = await readAll(FeedbackTemplate, "/feedback_templates");
    expect(templates[0]).toMatchObject({ id: "no-feedback" });
    await readAll(ArchiveReason, "/archive_reasons");
  });

  it("for requisitions: confidential ones are hidden until they are asked for, and refused alone", async () => {
    const postings = await read(page(Posting), "/postings");
    const open = await readAll(Requisition, "/requisitions");
    const all = await read(page(Requisition), "/requisitions?confidentiality=all");
    const [secret, ...others] = all.data.filter((each) => each.confidentiality === "confidential");
    expect([open.length, all.data.length, others]).toEqual([9, 10, []]);
    const alone = await lever.ask("GET", `/requisitions/${secret?.id ?? ""}`);
    expect(alone.status).toBe(403);
    Refusal.parse(alone.body);
    const named = postings.data.flatMap(({ requisitionCodes }) => requisitionCodes);
    expect(named.toSorted()).toEqual(
      all.data.map(({ requisitionCode }) => requisitionCode).toSorted(),
    );
    for (const code of named) {
      const { data } = await read(page(Requisition), `/requisitions?requisition_code=${code}`);
      expect(data).toEqual(open.filter(({ requisitionCode }) => requisitionCode === code));
    }
  });

  it("for everything that stands under an opportunity", async () => {
    let [panels, forms, notes, resumes, zones] = [0, 0, 0, 0, 0];
    const unparsed: boolean[][] = [];
    for (const { id, resume } of lever.company.world.opportunities) {
      const path = `/opportunities/${id}`;
      const applications = await readAll(Application, `${path}/applications`);
      zones += applications.filter(({ timezone }) => timezone !== null).length;
      panels += (await readAll(Panel, `${path}/panels`)).length;
      await readAll(Interview, `${path}/interviews`);
      forms += (await readAll(Feedback, `${path}/feedback`)).length;
      notes += (await readAll(Note, `${path}/notes`)).length;
      if (resume !== null) {
        const [wire] = await readAll(Resume, `${path}/resumes`);
        unparsed.push([resume.parsed === null, wire?.parsedData === undefined]);
        resumes += 1;
      }
    }
    expect({ panels, forms, notes, resumes }).toEqual({
      panels: 4,
      forms: 4,
      notes: 3,
      resumes: 58,
    });
    expect(zones).toBeGreaterThan(30);
    expect(unparsed.filter(([inWorld, onWire]) => inWorld !== onWire)).toEqual([]);
  });

  it("for somebody who sent no resume: nothing is found", async () => {
    const without = lever.company.world.opportunities.filter(({ resume }) => resume === null);
    const answers = await Promise.all(
      without.map(async ({ id }) => await lever.ask("GET", `/opportunities/${id}/resumes`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it("for a resume's file, byte for byte", async () => {
    const { resume, id } = lever.opportunity(lever.company.world.cast.ada);
    const response = await fetch(
      `${lever.company.leverUrl}/opportunities/${id}/resumes/${resume?.id ?? ""}/download`,
      { headers: { authorization: `Basic ${btoa(`${lever.company.leverApiKey}:`)}` } },
    );
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(Buffer.from(await response.arrayBuffer()).equals(resume?.bytes ?? Buffer.of())).toBe(
      true,
    );
  });

  it("for feedback that is handed in, for an interview or by hand", async () => {
    const { state } = lever.company.lever;
    const panel = [...state.panels.values()].find(({ externallyManaged }) => externallyManaged);
    const [interview] = panel?.interviews ?? [];
    const userId = interview?.interviewers[0]?.id ?? "";
    const path = `/opportunities/${panel?.opportunityId ?? ""}/feedback`;
    const baseTemplateId = interview?.feedbackTemplate;
    const place = { panel: panel?.id, interview: interview?.id };
    const rows = [{ score: 3, comment: "Named two ways." }];
    const fieldValues = [
      { id: `${baseTemplateId ?? ""}-notes`, value: "Asked back." },
      { id: `${baseTemplateId ?? ""}-scorecard`, value: rows },
    ];
    for (const [sent, of] of [
      [{ baseTemplateId, fieldValues, ...place }, place],
      [
        { baseTemplateId, fieldValues },
        { panel: null, interview: null },
      ],
    ] as const) {
      const made = await lever.ask("POST", `${path}?perform_as=${userId}`, sent);
      expect(made.status).toBe(201);
      const { data: form } = one(Feedback).parse(made.body);
      expect(form).toMatchObject({
        ...of,
        user: userId,
        completedAt: expect.any(Number) as number,
      });
      expect(form.fields.map(({ value }) => value)).toEqual([null, "Asked back.", rows]);
      expect(await read(one(Feedback), `${path}/${form.id}`)).toEqual({ data: form });
    }
    for (const [query, sent] of [
      [`?perform_as=${userId}`, { baseTemplateId, fieldValues, panel: panel?.id }],
      [`?perform_as=${userId}`, { baseTemplateId: "none", fieldValues }],
      ["", { baseTemplateId, fieldValues }],
    ] as const) {
      const refused = await lever.ask("POST", `${path}${query}`, sent);
      expect(refused.status).toBe(400);
      Refusal.parse(refused.body);
    }
  });

  it("for feedback that was deleted: not in the list, still to be read by its id", async () => {
    const { state } = lever.company.lever;
    const deleted = [...state.feedback.values()].find(({ deletedAt }) => deletedAt !== null);
    const path = `/opportunities/${deleted?.opportunityId ?? ""}/feedback`;
    const { data: listed } = await read(page(Feedback), path);
    expect(listed.map(({ id }) => id)).not.toContain(deleted?.id);
    const { data: form } = await read(one(Feedback), `${path}/${deleted?.id ?? ""}`);
    expect(form.deletedAt).toBe(deleted?.deletedAt);
  });
});
