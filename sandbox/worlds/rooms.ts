/** The company's meeting rooms: some are resources of its Google, and in a mixed company some are mailboxes of its Exchange. */
import { createHash } from "node:crypto";
import { buildCalendar } from "./calendars.ts";
import type { Random } from "./random.ts";
import type { Room } from "./types.ts";

const ZONE = "Europe/Lisbon";

interface Walls {
  name: string;
  capacity: number;
  mailbox?: "microsoft";
}

const ALL: readonly Walls[] = [
  { name: "Atlas", capacity: 4 },
  { name: "Tejo", capacity: 8 },
  { name: "Cabo", capacity: 3 },
  { name: "Douro", capacity: 3, mailbox: "microsoft" },
  { name: "Sado", capacity: 6, mailbox: "microsoft" },
];

export interface RoomOptions {
  monday: Temporal.PlainDate;
  domain: string;
  /** Whether the company has its Exchange: else its rooms there are not there. */
  microsoft: boolean;
  random: Random;
}

/** Rooms with the meetings that people hold in them. */
export const buildRooms = ({ monday, domain, microsoft, random }: RoomOptions): Room[] =>
  ALL.filter(({ mailbox }) => microsoft || mailbox === undefined).map((walls) => {
    const { name, capacity, mailbox } = walls;
    const calendar = random.fork(name);
    const userId = calendar.uuid();
    const held = buildCalendar({ zone: ZONE, key: `r${name}`, shortNotice: 2 }, monday, calendar);
    return {
      userId,
      name,
      capacity,
      email: addressOf(walls, domain),
      zone: ZONE,
      jobTitle: `Room for ${capacity}`,
      deactivatedAtMs: null,
      calendar: "ok",
      ...(mailbox && { mailbox }),
      // A room has no focus time and takes no leave.
      events: held
        .filter(({ eventType, response }) => eventType === "default" && response === "accepted")
        .map((event) => ({ ...event, summary: "In use" })),
    };
  });

/** Google makes an address for each resource; in Exchange a room has a name of the company's own. */
const addressOf = ({ name, mailbox }: Walls, domain: string): string => {
  if (mailbox) return `room.${name.toLowerCase()}@${domain}`;
  const id = createHash("sha256").update(`room ${name}`).digest("hex").slice(0, 24);
  return `c_${id}@resource.calendar.google.test`;
};
