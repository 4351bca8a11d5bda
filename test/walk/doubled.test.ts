/** Lever carries a request out late, or people write into what we made: one of each is left, and what people made stays. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { askLever } from "../support/ask-lever.ts";
import { describeOneDatabase } from "../support/database.ts";
import { changesDuring, proposalFor, settled, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { firstSession } from "../support/booking.ts";

const Records = z.object({ data: z.array(z.record(z.string(), z.unknown())) });

describeOneDatabase("postgres", "what stands twice, or was taken over by people", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterEach(async () => {
    await control("/lever", { webhooks: { silent: false } });
  });
  afterAll(async () => await walk.close());

  const control = async (path: string, body: object) => await walk.eyes.control("POST", path, body);
  const query = async (sql: string, values: unknown[] = []) =>
    await walk.running.deps.database.query(sql, values);
  const book = async (): Promise<ProposalDetail> => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    await walk.api.approve(waiting);
    const booked = await untilProposal(walk, waiting, "done");
    await settled(walk, booked.payload.opportunityId);
    return booked;
  };
  const found = async ({ caseId }: ProposalDetail): Promise<string[]> => {
    const forget = "delete from settings where name in ('reconcile_pace', 'reconciliation_ended')";
    await query(forget);
    const { id } = await walk.api.reconcile();
    const result = await walk.waitFor("the comparison to end", async () => {
      // Interviews that are soon may have taken the pace.
      await query(forget);
      const latest = await walk.api.reconciliation();
      return latest?.id === id && latest.finishedAt !== null ? latest : null;
    });
    return result.findings
      .filter((finding) => finding.caseId === caseId)
      .map(({ code, repaired }) => `${code}${repaired ? " repaired" : ""}`);
  };
  const asLever = async (method: string, path: string, body?: object): Promise<Response> =>
    await askLever(walk.company, { method, path, ...(body && { body }) });
  const refOf = (booked: ProposalDetail, kind: string, name: string): string =>
    booked.effects.find((effect) => effect.kind === kind)?.externalRef?.[name] ?? "";
  const pathOf = ({ payload }: ProposalDetail, list: string): string =>
    `/opportunities/${payload.opportunityId}/${list}`;
  const readPanel = async (booked: ProposalDetail): Promise<object> => {
    const { data } = Records.parse(await (await asLever("GET", pathOf(booked, "panels"))).json());
    return data.find(({ id }) => id === refOf(booked, "lever_panel", "panelId")) ?? {};
  };
  /** As a second request, word for word, does that is carried out after all. */
  const repeatPanel = async (booked: ProposalDetail): Promise<void> => {
    const path = pathOf(booked, "panels");
    await asLever(
      "POST",
      `${path}?perform_as=${booked.payload.performAs}`,
      await readPanel(booked),
    );
  };
  const writeNote = async (booked: ProposalDetail, value: string): Promise<void> => {
    const path = `${pathOf(booked, "notes")}?perform_as=${booked.payload.performAs}`;
    await asLever("POST", path, { value });
  };
  const panelIds = async ({ payload, caseId }: ProposalDetail): Promise<string[]> =>
    (await walk.eyes.panels(payload.opportunityId))
      .filter(({ externalUrl }) => externalUrl.includes(caseId))
      .map(({ id }) => id);
  const fail = async ({ id }: ProposalDetail): Promise<void> => {
    await query("update proposals set status = 'failed' where id = $1", [id]);
    await query(
      "update effects set status = 'parked' where proposal_id = $1 and step between 1 and 3",
      [id],
    );
  };

  it("loses its second panel and its second note, and keeps those that our books name", async () => {
    const booked = await book();
    await control("/lever", { webhooks: { silent: true } });
    await repeatPanel(booked);
    const [note = ""] = await walk.eyes.notes(booked.payload.opportunityId);
    await writeNote(booked, note);
    const changes = await changesDuring(walk, async () => {
      expect(await found(booked)).toEqual(["panel_doubled repaired", "note_doubled repaired"]);
    });
    expect(changes).toEqual({ "panel.deleted": 1, "note.deleted": 1 });
    expect(await panelIds(booked)).toEqual([refOf(booked, "lever_panel", "panelId")]);
    expect(await walk.eyes.notes(booked.payload.opportunityId)).toEqual([note]);
    expect(await found(booked)).toEqual([]);
  });

  it("loses its second panel as soon as Lever tells of it", async () => {
    const booked = await book();
    await repeatPanel(booked);
    await walk.waitFor("one panel to be left", async () => (await panelIds(booked)).length === 1);
    await settled(walk, booked.payload.opportunityId);
    expect(await panelIds(booked)).toEqual([refOf(booked, "lever_panel", "panelId")]);
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });
  });

  it("loses a panel that comes only after the booking was undone, when Lever tells of it", async () => {
    const booked = await book();
    const panel = await readPanel(booked);
    await fail(booked);
    expect(await found(booked)).toContain("panel_stands repaired");
    const path = `${pathOf(booked, "panels")}?perform_as=${booked.payload.performAs}`;
    await asLever("POST", path, panel);
    await walk.waitFor("no panel to be left", async () => (await panelIds(booked)).length === 0);
  });

  it("keeps the second panel when a person has removed the first", async () => {
    const booked = await book();
    await control("/lever", { webhooks: { silent: true } });
    await repeatPanel(booked);
    const ids = await panelIds(booked);
    await control(`/panels/${refOf(booked, "lever_panel", "panelId")}/delete`, {});
    const changes = await changesDuring(walk, async () => {
      expect(await found(booked)).toContain("panel_doubled");
    });
    expect(changes).toEqual({});
    expect(await panelIds(booked)).toEqual(
      ids.filter((id) => id !== refOf(booked, "lever_panel", "panelId")),
    );
  });

  it("leaves a recruiter's note that quotes ours", async () => {
    const booked = await book();
    const [note = ""] = await walk.eyes.notes(booked.payload.opportunityId);
    const quoting = `Who booked this? It says: ${note.slice(note.indexOf("Convene reference"))}`;
    await asLever("DELETE", `${pathOf(booked, "notes")}/${refOf(booked, "lever_note", "noteId")}`);
    await writeNote(booked, quoting);
    await writeNote(booked, note);
    await fail(booked);
    expect(await found(booked)).toContain("note_stands repaired");
    expect(await walk.eyes.notes(booked.payload.opportunityId)).toEqual([quoting]);
    // As after an answer that was lost: nobody can say whose it is.
    await query(
      "update effects set external_ref = null where proposal_id = $1 and kind = 'lever_note'",
      [booked.id],
    );
    expect(await found(booked)).toContain("note_changed");
    expect(await walk.eyes.notes(booked.payload.opportunityId)).toEqual([quoting]);
  });

  it("leaves what a person has changed of a booking that was undone, and says so", async () => {
    const booked = await book();
    const { opportunityId } = booked.payload;
    const { organizer, startsAt } = firstSession(booked.payload);
    await fail(booked);
    const start = Temporal.Instant.from(startsAt).add({ hours: 24 }).toString();
    const eventId = refOf(booked, "calendar_event", "eventId");
    const panelId = refOf(booked, "lever_panel", "panelId");
    await control("/calendar/move", { eventId, email: organizer, start });
    await control(`/panels/${panelId}/move`, { start });
    const noteId = refOf(booked, "lever_note", "noteId");
    await asLever(
      "POST",
      `${pathOf(booked, "notes")}?note_id=${noteId}&perform_as=${booked.payload.performAs}`,
      { value: "We meet them all the same." },
    );
    await settled(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      expect(await found(booked)).toEqual(
        expect.arrayContaining(["note_changed", "panel_changed", "event_changed"]),
      );
    });
    expect(changes).toEqual({});
    expect((await walk.eyes.event(organizer, eventId)).status).toBe("confirmed");
    expect(await panelIds(booked)).toEqual([panelId]);
  });
});
