/** A booking keeps the length, the sessions and the rooms that it was booked with, whatever its plan says by the time that it
 * is changed. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { expectAsBooked } from "../support/as-booked.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, decline } from "../support/declined.ts";
import { managerOf, stuckAt, untilProposed } from "../support/nothing-fits.ts";
import { proposalFor, waitingProposal } from "../support/story.ts";
import { POOL_PLANS, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("embedded", "a booking that is changed after its plan was", (open) => {
  let walk: Walk;
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-length-"));
    await cp(POOL_PLANS, folder, { recursive: true });
    walk = await startWalk(open, { candidates: 300, env: { PLANS_DIR: folder } });
  });
  afterAll(async () => {
    await walk.close();
    await rm(folder, { recursive: true });
  });

  /** The plan of a screen says how long one takes from now on. */
  const planFor = async (minutes: number): Promise<void> => {
    const file = join(folder, "plans.yaml");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/durationMinutes: \d+/, `durationMinutes: ${minutes}`));
    await walk.waitFor("the plan to be read again", async () => {
      const plans = await walk.running.deps.tools.plans.all();
      return (
        plans.find(({ id }) => id === "phone-screen")?.sessions[0]?.durationMinutes === minutes
      );
    });
  };
  /** Everybody says the same. Shape: how long it takes, in minutes. */
  const minutesOf = async ({ payload }: ProposalDetail): Promise<number> => {
    const { startsAt, endsAt, durationMinutes } = firstSession(payload);
    const length = Temporal.Instant.from(startsAt).until(endsAt).total("minutes");
    const mail = (await walk.eyes.mailsTo(payload.candidate.email)).at(-1);
    expect(mail?.text).toContain(`How long: ${durationMinutes} minutes`);
    const [from, to] = ["DTSTART", "DTEND"].map(
      (name) => new RegExp(`${name};TZID=[^:]+:(\\w+)`).exec(mail?.calendar ?? "")?.[1] ?? "",
    );
    const inFile = Temporal.PlainDateTime.from(from ?? "")
      .until(to ?? "")
      .total("minutes");
    const panels = await walk.eyes.panels(payload.opportunityId);
    const inLever = panels.flatMap(({ interviews }) => interviews.map(({ duration }) => duration));
    expect([length, inFile, ...inLever]).toEqual([
      durationMinutes,
      durationMinutes,
      durationMinutes,
    ]);
    return durationMinutes;
  };
  const declinedByGuest = async (booked: ProposalDetail): Promise<ProposalDetail> => {
    const { panel, organizer } = firstSession(booked.payload);
    const guest = panel.find(({ email }) => email !== organizer);
    await decline(walk, booked, { index: 0, email: guest?.email ?? "" });
    return await waitingProposal(walk, booked.payload.opportunityId);
  };

  it("keeps the length of the day when it was booked, in all that anybody is told", async () => {
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    expect(await minutesOf(booked)).toBe(30);
    await planFor(60);
    const changed = await approved(walk, await declinedByGuest(booked));
    expect(changed.summary).toContain("takes the place of");
    expect(await minutesOf(changed)).toBe(30);
    await expectAsBooked(walk, changed);
  });

  it("keeps the shorter length that a person allowed because nothing fitted", async () => {
    await planFor(45);
    const id = walk.nextCandidate();
    const email = managerOf(walk, id);
    const now = walk.company.clock.now().round({ smallestUnit: "hour" });
    // Of every hour and a half a half is free.
    for (let piece = 0; piece < 15 * 16; piece += 1) {
      const from = now.add({ minutes: piece * 90 });
      const to = from.add({ minutes: 60 });
      await walk.eyes.keepBusy(email, { startsAt: from.toString(), endsAt: to.toString() });
    }
    const { id: caseId } = await stuckAt(walk, id);
    const answer = await walk.api.send("POST", `/api/cases/${caseId}/look`, { relax: "duration" });
    expect(answer.status).toBe(200);
    const booked = await approved(walk, await untilProposed(walk, id));
    expect(await minutesOf(booked)).toBe(30);
    const changed = await approved(walk, await declinedByGuest(booked));
    expect(changed.summary).toContain("takes the place of");
    expect(await minutesOf(changed)).toBe(30);
    await expectAsBooked(walk, changed);
  });

  it("goes by what is booked when the plan has another session, and no room, by then", async () => {
    const [room] = walk.world.rooms;
    const planWith = (rooms: string, sessions: string[]): string =>
      `id: last\nmatch:\n  stages: [Final Round]\n${rooms}sessions:\n${sessions.map((one) => `  - ${one}\n`).join("")}rules:\n  horizonBusinessDays: 10\n  loop: { mostDays: 3 }\n`;
    const session = (id: string, more: string): string =>
      `{ id: ${id}, name: The ${id}, durationMinutes: 30, ${more} }`;
    const save = async (source: string, basedOn: number): Promise<void> => {
      const saved = await walk.api.send("PUT", "/api/plans/last", { source, basedOn });
      expect(saved.status).toBe(200);
    };
    await save(
      planWith(`rooms:\n  - { email: ${room?.email ?? ""}, name: Harbour, capacity: 9 }\n`, [
        session("code", "places: [{ role: hiring_manager }, { role: recruiter }]"),
        session("talk", "format: onsite, places: [{ role: hiring_manager }, { room: true }]"),
      ]),
      0,
    );
    const id = walk.nextCandidate();
    await walk.moveStage(id, "finalRound");
    const booked = await approved(walk, await waitingProposal(walk, id));
    await save(
      planWith("", [
        session("talk", "format: onsite, places: [{ role: hiring_manager }]"),
        session("values", "places: [{ role: recruiter }]"),
      ]),
      1,
    );
    const [code, talk] = booked.payload.sessions;
    const guest = code?.panel.find(({ email }) => email !== code.organizer);
    await decline(walk, booked, { index: 0, email: guest?.email ?? "" });
    const waiting = await waitingProposal(walk, id);
    expect(waiting.kind).toBe("change_booking");
    const said = waiting.evidence.map(({ what }) => what).join(" ");
    expect(said).toContain("no session The code any more: it stays as it is booked");
    expect(said).toContain("no room for The talk any more: the booking keeps one");
    expect(said).toContain("the session The values by now, which is not booked");
    const changed = await approved(walk, waiting);
    const after = changed.payload.sessions;
    expect(after.map(({ sessionId }) => sessionId).toSorted()).toEqual(["code", "talk"]);
    expect(after.find(({ sessionId }) => sessionId === "talk")?.room).toEqual(talk?.room);
    const moved = after.find(({ sessionId }) => sessionId === "code");
    expect(moved?.startsAt).not.toBe(code?.startsAt);
    expect(moved?.panel.map(({ email }) => email)).toEqual(code?.panel.map(({ email }) => email));
    await expectAsBooked(walk, changed);
  });
});
