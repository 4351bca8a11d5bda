/** Invitations between the company's two services: each guest has them where that guest lives. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Company, startCompany } from "../../sandbox/company.ts";
import { googleEventId } from "../../src/calendar/google-event-id.ts";
import type { CalendarEvent, CalendarReader, CalendarWriter } from "../../src/calendar/port.ts";
import { openGoogleClient } from "../support/google-client.ts";
import { openMicrosoftClient } from "../support/microsoft-client.ts";

const startsAt = Temporal.Instant.from("2026-11-28T15:00:00Z");
const endsAt = startsAt.add({ minutes: 45 });
const later = startsAt.add({ hours: 24 });

let company: Company;
let google: { reader: CalendarReader; writer: CalendarWriter };
let microsoft: { reader: CalendarReader; writer: CalendarWriter };
let atGoogle: string;
let atMicrosoft: string;

beforeAll(async () => {
  company = await startCompany({
    startsAt: Temporal.Instant.from("2026-11-23T09:00:00Z"),
    clock: "frozen",
    microsoft: true,
  });
  const emailAt = (home: "microsoft" | undefined): string =>
    company.world.people.find(
      ({ mailbox, calendar, deactivatedAtMs }) =>
        mailbox === home && calendar === "ok" && deactivatedAtMs === null,
    )?.email ?? "";
  atGoogle = emailAt(undefined);
  atMicrosoft = emailAt("microsoft");
  const { clock } = company;
  const serviceAccount = company.googleServiceAccount;
  google = openGoogleClient({ baseUrl: company.googleUrl, serviceAccount, clock });
  microsoft = openMicrosoftClient({
    graphUrl: company.microsoftGraphUrl,
    loginUrl: company.microsoftLoginUrl,
    application: company.microsoftApplication,
    clock,
  });
});
afterAll(async () => await company.close());

/** What a guest's calendar says of a Saturday on which nobody works otherwise. */
const kindsOf = async (reader: CalendarReader, email: string, from = startsAt) => {
  const [reading] = await reader.readBusy([email], from, from.add({ minutes: 45 }));
  return reading?.readable ? reading.blocks.map(({ kind }) => kind) : "unreadable";
};

const invite = async (
  writer: CalendarWriter,
  { effectId, organizer, guest }: { effectId: string; organizer: string; guest: string },
): Promise<CalendarEvent> =>
  await writer.createEvent(organizer, {
    id: googleEventId(effectId, 1),
    effectId,
    title: `Carried ${effectId}`,
    description: "Agenda",
    startsAt,
    endsAt,
    zone: "Europe/Lisbon",
    guests: [{ email: guest, name: "A guest" }],
    video: "none",
  });

describe("an invitation from Google to a guest at Microsoft", () => {
  it("comes, is answered, moves and goes with its meeting", async () => {
    const made = await invite(google.writer, {
      effectId: "ef_to_microsoft",
      organizer: atGoogle,
      guest: atMicrosoft,
    });
    expect(await kindsOf(microsoft.reader, atMicrosoft)).toEqual(["unaccepted"]);
    const copy = company.microsoft.store
      .list(atMicrosoft)
      .find(({ event }) => event.subject === "Carried ef_to_microsoft");
    const answerNow = async () =>
      (await google.reader.getEvent(atGoogle, made.id))?.guests.find(
        ({ email }) => email === atMicrosoft,
      )?.answer;
    company.microsoft.respond(copy?.id ?? "", atMicrosoft, "accepted");
    expect(await answerNow()).toBe("accepted");
    expect(await kindsOf(microsoft.reader, atMicrosoft)).toEqual(["busy"]);
    company.google.move(made.id, atGoogle, later);
    expect(await kindsOf(microsoft.reader, atMicrosoft)).toEqual([]);
    expect(await kindsOf(microsoft.reader, atMicrosoft, later)).toHaveLength(1);
    company.microsoft.respond(copy?.id ?? "", atMicrosoft, "declined");
    expect(await answerNow()).toBe("declined");
    expect(await kindsOf(microsoft.reader, atMicrosoft, later)).toEqual([]);
  });

  it("is cancelled with its meeting", async () => {
    const made = await invite(google.writer, {
      effectId: "ef_cancelled_at_google",
      organizer: atGoogle,
      guest: atMicrosoft,
    });
    expect(await kindsOf(microsoft.reader, atMicrosoft)).toHaveLength(1);
    company.google.remove(made.id, atGoogle);
    expect(await kindsOf(microsoft.reader, atMicrosoft)).toEqual([]);
  });
});

describe("an invitation from Microsoft to a guest at Google", () => {
  it("comes, is answered and is cancelled with its meeting, and is told once to each", async () => {
    const before = company.journal.list().length;
    const made = await invite(microsoft.writer, {
      effectId: "ef_to_google",
      organizer: atMicrosoft,
      guest: atGoogle,
    });
    expect(await kindsOf(google.reader, atGoogle)).toEqual(["unaccepted"]);
    const copy = company.google.store
      .list(atGoogle)
      .find(({ summary }) => summary === "Carried ef_to_google");
    company.google.respond(copy?.id ?? "", atGoogle, "tentative");
    expect((await microsoft.reader.getEvent(atMicrosoft, made.id))?.guests).toEqual([
      { email: atGoogle, answer: "tentative" },
    ]);
    await microsoft.writer.deleteEvent(atMicrosoft, made.id);
    expect(await kindsOf(google.reader, atGoogle)).toEqual([]);
    const kinds = company.journal.list().slice(before);
    expect(kinds.map(({ service, kind }) => `${service} ${kind}`)).toEqual([
      "microsoft event.inserted",
      "google event.answered",
      "microsoft event.deleted",
    ]);
  });
});
