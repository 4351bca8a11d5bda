/** Plans of interviews that meet at Zoom or in a room, whose seats several people can take: whoever or whatever declines can
 * be replaced. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWorld } from "../../sandbox/worlds/build.ts";
import { MONDAY, POOL_PLANS } from "./walk.ts";

/** Half of the people live at Microsoft. */
export const PLACES = { candidates: 400, microsoft: true };

const RULES = `
    rules:
      briefHoursBefore: 1
      horizonBusinessDays: 10
      maxInterviewsPerDay: 20
      maxInterviewsPerWeek: 60`;

/** A folder of plans. Phone Screen: one session at Zoom. Technical Panel: one in a room. Onsite: one of each. Final Round: one
 * by phone, with people of Outlook beside the hiring manager, and one at Zoom. */
export const writePlacePlans = async (): Promise<string> => {
  const written = await readFile(join(POOL_PLANS, "plans.yaml"), "utf8");
  const { rooms, people } = buildWorld({ seed: 1, now: MONDAY, ...PLACES });
  // At Google an organizer can decline as any guest does; Outlook knows no such thing.
  const atGoogle = people.filter(({ mailbox }) => mailbox === undefined).map(({ email }) => email);
  const pool = [...written.matchAll(/^ {8}- (\S+@\S+)$/gm)]
    .flatMap(([, email]) => email ?? [])
    .filter((email) => atGoogle.includes(email));
  const inOutlook = people
    .filter(({ mailbox, calendar }) => mailbox === "microsoft" && calendar === "ok")
    .map(({ email }) => email);
  const lines = rooms
    .map(({ email, name, capacity }) => `{ email: ${email}, name: ${name}, capacity: ${capacity} }`)
    .join(", ");
  const plan = (id: string, stage: string, sessions: string[]) => `
  - id: ${id}
    match:
      stages: [${stage}]
    pools:
      engineers: [${pool.join(", ")}]
      outlook: [${inOutlook.slice(0, 12).join(", ")}]
    rooms: [${lines}]
    sessions:${sessions.map((session) => `\n      - ${session}`).join("")}${RULES}`;
  const plans = [
    plan("zoom", "Phone Screen", [
      "{ id: screen, name: Phone Screen, durationMinutes: 30, video: zoom, places: [{ role: hiring_manager }, { pool: engineers }] }",
    ]),
    plan("room", "Technical Panel", [
      "{ id: talk, name: Working session, durationMinutes: 30, format: onsite, places: [{ role: hiring_manager }, { pool: engineers }, { room: true }] }",
    ]),
    plan("both", "Onsite", [
      "{ id: coding, name: Coding, durationMinutes: 30, video: zoom, places: [{ pool: engineers }] }",
      "{ id: talk, name: Working session, durationMinutes: 30, format: onsite, places: [{ role: hiring_manager }, { room: true }] }",
    ]),
    plan("mixed", "Final Round", [
      "{ id: call, name: Call, durationMinutes: 30, format: phone, places: [{ role: hiring_manager }, { pool: outlook }] }",
      "{ id: coding, name: Coding, durationMinutes: 30, video: zoom, places: [{ pool: engineers }] }",
    ]),
  ];
  const folder = await mkdtemp(join(tmpdir(), "convene-places-"));
  await writeFile(join(folder, "plans.yaml"), `plans:${plans.join("\n")}\n`);
  return folder;
};
