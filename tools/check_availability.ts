import { z } from "zod";
import type { CalendarReading, WorkingHours } from "../src/domain/calendar.ts";
import { AppError } from "../src/domain/errors.ts";
import { BusyKindSchema } from "../src/domain/policy.ts";
import type { ToolContext } from "./context.ts";
import { defineTool } from "./define-tool.ts";
import { instant } from "./shapes.ts";

const MOST_DAYS = 60;

/** How many may be asked about at once. */
export const MOST_PEOPLE = 50;

const workingSpan = z.object({
  weekday: z.int().min(1).max(7).describe("1 is Monday"),
  startMinute: z.int().min(0).max(1440).describe("Minutes since local midnight"),
  endMinute: z.int().min(0).max(1440),
});

const personTime = z.object({
  email: z.string(),
  readable: z
    .boolean()
    .describe("False: this calendar could not be read; it is neither free nor busy"),
  reason: z.enum(["not_found", "denied", "unavailable"]).nullable(),
  zone: z.string().nullable(),
  hours: z
    .object({ zone: z.string(), spans: z.array(workingSpan) })
    .nullish()
    .describe("Working hours that the calendar tells; null when it tells none"),
  service: z
    .enum(["google", "microsoft"])
    .nullable()
    .describe("Where the calendar lives, when that is known"),
  blocks: z.array(
    z.object({
      start: instant,
      end: instant,
      kind: BusyKindSchema,
      eventId: z
        .string()
        .exactOptional()
        .describe("The calendar's own id of the event, told to our own specialists alone"),
    }),
  ),
  readAt: instant,
});

/** Busy blocks of people, with what kind of busy each is. */
export const checkAvailability = defineTool({
  name: "check_availability",
  title: "Check availability",
  description:
    "Reads when people are busy, with kinds (busy, tentative, out of office, focus, working elsewhere, unaccepted). A calendar that cannot be read is told as such. Titles are not read.",
  effect: "read",
  access: "read",
  about: "nobody",
  input: z.object({
    emails: z
      .array(z.email())
      .min(1)
      .max(MOST_PEOPLE)
      .describe("Addresses of Lever users; more than 50 are asked about in several calls"),
    from: instant.describe("Start, inclusive"),
    to: instant.describe("End, exclusive; at most 60 days after the start"),
  }),
  output: z.object({ people: z.array(personTime) }),
  run: async (input, { calendar, caller, lever, plans }) => {
    const [start, end] = [Temporal.Instant.from(input.from), Temporal.Instant.from(input.to)];
    const hours = start.until(end).total("hours");
    if (hours <= 0 || hours > MOST_DAYS * 24) {
      throw new AppError({
        code: "input_invalid",
        fault: "caller",
        message: `check_availability: \`to\` must be after \`from\`, and at most ${MOST_DAYS} days after it.`,
      });
    }
    // An agent has its addresses from Lever; anybody else names them, and may name whom the company does not employ.
    if (caller.kind !== "agent") await refuseStrangers(input.emails, { lever, plans });
    const readings = await calendar.readBusy(input.emails, start, end);
    const asking = { isAgent: caller.kind === "agent" };
    return { people: readings.map((reading) => toAnswer(reading, asking)) };
  },
});

/** Errors: `input_invalid` for an address that no active Lever user has, and no room of a plan. */
const refuseStrangers = async (
  emails: string[],
  { lever, plans }: Pick<ToolContext, "lever" | "plans">,
): Promise<void> => {
  const rooms = new Set(
    (await plans.all()).flatMap((plan) => (plan.rooms ?? []).map((room) => room.email)),
  );
  for (const email of new Set(emails)) {
    if (rooms.has(email)) continue;
    const user = await lever.findUserByEmail(email);
    if (user && !user.deactivated) continue;
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: `check_availability: ${email} is not an active Lever user; only their calendars are read.`,
    });
  }
};

const toAnswer = (
  reading: CalendarReading,
  { isAgent }: { isAgent: boolean },
): z.infer<typeof personTime> =>
  reading.readable
    ? {
        email: reading.email,
        readable: true,
        reason: null,
        zone: reading.zone,
        hours: hoursOf(reading.hours),
        service: reading.service ?? null,
        blocks: reading.blocks.map((block) => ({
          start: block.start.toString(),
          end: block.end.toString(),
          kind: block.kind,
          ...(isAgent && block.eventId !== undefined && { eventId: block.eventId }),
        })),
        readAt: reading.readAt.toString(),
      }
    : {
        email: reading.email,
        readable: false,
        reason: reading.reason,
        zone: null,
        hours: null,
        service: null,
        blocks: [],
        readAt: reading.readAt.toString(),
      };

const hoursOf = (hours: WorkingHours | undefined): z.infer<typeof personTime>["hours"] =>
  hours
    ? {
        zone: hours.zone,
        spans: WEEKDAY_NUMBERS.flatMap((weekday) =>
          (hours.days[weekday] ?? []).map((range) => ({ weekday, ...range })),
        ),
      }
    : null;

const WEEKDAY_NUMBERS = [1, 2, 3, 4, 5, 6, 7] as const;
