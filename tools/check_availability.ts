import { z } from "zod";
import type { CalendarReading, WorkingHours } from "../src/domain/calendar.ts";
import { AppError } from "../src/domain/errors.ts";
import { isSameAddress } from "../src/domain/known-person.ts";
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
  run: async (input, { calendar, caller, cases, lever, plans }) => {
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
    if (caller.kind !== "agent") {
      const rooms = await roomsOf(plans);
      await refuseBeyondReach(input.emails, { caller, cases, rooms });
      await refuseStrangers(input.emails, { lever, rooms });
    }
    const readings = await calendar.readBusy(input.emails, start, end);
    const asking = { isAgent: caller.kind === "agent" };
    return { people: readings.map((reading) => toAnswer(reading, asking)) };
  },
});

const roomsOf = async (plans: ToolContext["plans"]): Promise<ReadonlySet<string>> =>
  new Set((await plans.all()).flatMap((plan) => (plan.rooms ?? []).map((room) => room.email)));

/** Errors: `input_invalid`, to a bounded caller, for whoever takes part in nothing within their reach; whether there is such a person it
 * does not say. */
const refuseBeyondReach = async (
  emails: string[],
  { caller, cases, rooms }: Pick<ToolContext, "caller" | "cases"> & { rooms: ReadonlySet<string> },
): Promise<void> => {
  const { scope, email: own = null } = caller;
  if (!scope) return;
  const shown = await cases.peopleWithin(scope, emails);
  const isShown = (email: string): boolean =>
    rooms.has(email) ||
    shown.has(email.toLowerCase()) ||
    (own !== null && isSameAddress(own, email));
  const beyond = emails.find((email) => !isShown(email));
  if (beyond === undefined) return;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `check_availability: ${beyond} takes part in no interview within your reach. find_slots looks at the calendars of an opportunity's own interviewers.`,
  });
};

/** Errors: `input_invalid` for an address that no active Lever user has, and no room of a plan. */
const refuseStrangers = async (
  emails: string[],
  { lever, rooms }: Pick<ToolContext, "lever"> & { rooms: ReadonlySet<string> },
): Promise<void> => {
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
