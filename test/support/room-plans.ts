/** Plans with rooms, for a company of both kinds of calendars. */
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWorld } from "../../sandbox/worlds/build.ts";
import { MONDAY } from "./walk.ts";

/** The company that the plans are for. */
export const ROOMY_SIZE = { candidates: 400, microsoft: true };

/** Shape: their folder. Onsite: two of Google in a room. Technical Panel: two of Outlook in Teams, and in a room. */
export const writeRoomPlans = async (): Promise<string> => {
  const { rooms, people } = buildWorld({ seed: 1, now: MONDAY, ...ROOMY_SIZE });
  const plan = (stage: string, format: string, mailbox: string | undefined): string => {
    const isHere = (one: { mailbox?: string }) => one.mailbox === mailbox;
    // Whoever works when the others do can come instead of them.
    const pool = people
      .filter((one) => isHere(one) && one.calendar === "ok" && one.deactivatedAtMs === null)
      .filter(({ zone }) => zone.startsWith("Europe/"))
      .map(({ email }) => email);
    const lines = rooms
      .filter(isHere)
      .map(
        ({ email, name, capacity }) => `{ email: ${email}, name: ${name}, capacity: ${capacity} }`,
      );
    return `
  - id: ${format}
    match: { stages: [${stage}] }
    pools: { all: [${pool.join(", ")}] }
    rooms: [${lines.join(", ")}]
    sessions:
      - { id: talk, name: Working session, durationMinutes: 30, format: ${format}, places: [{ pool: all, count: 2 }, { room: true }] }
    rules: { briefHoursBefore: 1, horizonBusinessDays: 10, maxInterviewsPerDay: 20, maxInterviewsPerWeek: 60 }`;
  };
  const folder = await mkdtemp(join(tmpdir(), "convene-rooms-kept-"));
  const plans = [
    plan("Onsite", "onsite", undefined),
    plan("Technical Panel", "video", "microsoft"),
  ];
  await writeFile(join(folder, "plans.yaml"), `plans:${plans.join("")}\n`);
  return folder;
};
