import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type CompanyLever, openCompanyLever } from "../../support/company-lever.ts";
import { Note, Refusal, one, page } from "../../support/lever-schemas.ts";

let lever: CompanyLever;
/** Path of the opportunity, and the query that names who writes. */
let path: string;
let by: string;

beforeAll(async () => {
  lever = await openCompanyLever();
  const { world } = lever.company;
  path = `/opportunities/${world.cast.ada}`;
  by = `perform_as=${lever.opportunity(world.cast.ada).ownerId}`;
});
afterAll(async () => {
  await lever[Symbol.asyncDispose]();
});

describe("notes", () => {
  const notes = async () => page(Note).parse((await lever.ask("GET", `${path}/notes`)).body).data;
  const made = one(Note.extend({ noteId: z.string() }));

  it("are created, answered in their thread, replaced whole and deleted", async () => {
    const first = await lever.ask("POST", `${path}/notes?${by}`, { value: "One", secret: true });
    expect(first.status).toBe(201);
    const { noteId, ...note } = made.parse(first.body).data;
    expect(noteId).toBe(note.id);
    expect(note).toMatchObject({ secret: true, fields: [{ value: "One" }] });
    await lever.ask("POST", `${path}/notes?note_id=${noteId}`, { value: "Two" });
    expect((await notes()).map(({ fields }) => fields.map(({ value }) => value))).toEqual([
      ["One", "Two"],
    ]);
    const values = [{ value: "Three" }];
    await lever.ask("PUT", `${path}/notes/${noteId}`, { values });
    expect(await notes()).toMatchObject([{ secret: false, fields: [{ value: "Three" }] }]);
    expect((await notes())[0]?.fields).toHaveLength(1);
    expect((await lever.ask("DELETE", `${path}/notes/${noteId}`)).status).toBe(204);
    expect(await notes()).toEqual([]);
  });

  it("need a text and cannot come from the future", async () => {
    const tomorrow = lever.company.clock.now().add({ hours: 24 }).epochMilliseconds;
    for (const sent of [{ value: "" }, { value: "Later", createdAt: tomorrow }]) {
      const answer = await lever.ask("POST", `${path}/notes`, sent);
      expect(answer.status).toBe(400);
      Refusal.parse(answer.body);
    }
    expect(await notes()).toEqual([]);
  });
});
