import { describe, expect, it } from "vitest";
import { textFaults, renderBooking } from "../../../src/domain/booking-texts.ts";
import { withOwnLinks } from "../../../src/domain/own-links.ts";
import {
  bookingAt,
  choosable,
  decidedBefore,
  keptSessions,
  offerNow,
} from "../../../src/domain/offer.ts";
import { BookInterview } from "../../../src/domain/proposal.ts";
import { aBooking } from "../../support/booking.ts";

const booking = aBooking();
const later = booking.sessions.map((session) => ({
  ...session,
  startsAt: "2026-11-25T10:00:00Z",
  endsAt: "2026-11-25T10:45:00Z",
}));
const { mailSubject, mailBody } = booking.texts;
const startsAt = Temporal.Instant.from("2026-11-25T10:00:00Z");

const offered = {
  times: [booking.sessions, later],
  until: "2026-11-24T12:00:00Z",
  confirmation: { mailSubject, mailBody },
};
const offer = BookInterview.parse({
  ...booking,
  kind: "offer_times",
  texts: {
    ...booking.texts,
    mailSubject: "Choose: {{company}}",
    mailBody: "{{candidate}} {{times}} {{page}}",
  },
  offer: offered,
});

describe("An offer", () => {
  it("names each time as the booking that it would be, with the booking's own texts", () => {
    expect(bookingAt(offer, startsAt)).toEqual({ ...booking, sessions: later });
    expect(bookingAt(offer, startsAt.add({ minutes: 15 }))).toBeNull();
    expect(bookingAt(booking, startsAt)).toBeNull();
  });

  it("keeps all of its times, and a booking its own", () => {
    expect(keptSessions(offer)).toEqual([
      ...booking.sessions.map((session) => ({ ...session, offered: 0 })),
      ...later.map((session) => ({ ...session, offered: 1 })),
    ]);
    expect(keptSessions(booking)).toEqual(booking.sessions);
  });

  it("lets nobody choose what was lost, or begins within two hours", () => {
    const now = Temporal.Instant.from("2026-11-20T10:00:00Z");
    const starts = (at: Temporal.Instant, lost: Temporal.Instant[] = []) =>
      choosable(offer, { now: at, lost }).map(([first]) => first?.startsAt);
    expect(starts(now)).toEqual([booking.sessions[0]?.startsAt, "2026-11-25T10:00:00Z"]);
    expect(starts(now, [startsAt])).toEqual([booking.sessions[0]?.startsAt]);
    expect(starts(startsAt.subtract({ hours: 2 }))).toEqual(["2026-11-25T10:00:00Z"]);
    expect(starts(startsAt.subtract({ minutes: 119 }))).toEqual([]);
  });

  it("is sent without the times that are too near by then, and not at all once none is left", () => {
    const long = { ...offer, offer: { ...offered, until: "2026-11-25T08:00:00Z" } };
    const timesAt = (at: string) =>
      offerNow(long, Temporal.Instant.from(at))?.offer?.times.map(([first]) => first?.startsAt);
    expect(timesAt("2026-11-20T10:00:00Z")).toEqual([
      booking.sessions[0]?.startsAt,
      "2026-11-25T10:00:00Z",
    ]);
    expect(timesAt("2026-11-24T13:01:00Z")).toEqual(["2026-11-25T10:00:00Z"]);
    expect(timesAt("2026-11-25T08:00:00Z")).toBeUndefined();
    expect(offerNow(booking, Temporal.Instant.from("2026-11-20T10:00:00Z"))).toBeNull();
    expect(decidedBefore(offer).toString()).toBe("2026-11-24T12:00:00Z");
    expect(decidedBefore(booking).toString()).toBe(
      Temporal.Instant.from(booking.sessions[0]?.startsAt ?? "").toString(),
    );
  });

  it("says of times that begin before its end until when they can be chosen", () => {
    const untilOf = (sooner: typeof booking.sessions) => {
      const body = "{{candidate}} {{page}} {{until}}";
      const times = [sooner, later];
      const { mail } = renderBooking(
        { ...offer, texts: { ...offer.texts, mailBody: body }, offer: { ...offered, times } },
        {},
      );
      return mail.text;
    };
    expect(untilOf(later)).toMatch(/12:00 \(Lisbon time\)\n/);
    const soon = later.map((session) => ({ ...session, startsAt: "2026-11-24T13:59:00Z" }));
    expect(untilOf(soon)).toMatch(
      /time\), but each no longer than until two hours before it begins\n/,
    );
  });

  it("says all of its times in its mail, and its link in the mail alone", () => {
    const { text } = renderBooking(offer, {}).mail;
    expect(text).toContain("- Wednesday 25 November 2026, 10:00–10:45 (Lisbon time)");
    const page = "https://page.test/c/x$&";
    const whole = withOwnLinks(text, { page, assistant: `${page}/assistant` });
    expect(whole).toMatch(/page\.test\/c\/x\$&\n[\s\S]*for you:\n\S+x\$&\/assistant$/);
    const withoutAssistant = withOwnLinks(text, { page, assistant: null });
    expect(withoutAssistant).toContain(page);
    expect(withoutAssistant).not.toMatch(/assistant|Software/);
    const none = withOwnLinks(`Before\n${text}\nAfter`, { page: null, assistant: null });
    expect(none).toMatch(/^Before\n[\s\S]*After$/);
    expect(none).not.toMatch(/link|Software/);
    expect(textFaults(offer.texts, 1, "offer_times")).toEqual([]);
    const leaky = { ...booking.texts, leverNote: `${booking.texts.leverNote} {{page}}` };
    expect(textFaults(leaky, 1).map(({ path }) => path)).toEqual(["leverNote"]);
    const lost = { ...offer.texts, mailBody: "{{candidate}}" };
    expect(textFaults(lost, 1, "offer_times").map(({ path }) => path)).toEqual(["mailBody"]);
  });
});
