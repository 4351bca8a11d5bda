import { describe, expect, it } from "vitest";
import { renderBooking, textFaults } from "../../../src/domain/booking-texts.ts";
import { aBooking, aLoop, aSession } from "../../support/booking.ts";

describe("the texts of a booking", () => {
  it("give the candidate the time in the candidate's zone and each panel member theirs", () => {
    const texts = renderBooking(aBooking(), {});
    expect(texts.mail.to).toBe("ada@candidate.test");
    expect(texts.mail.text).toContain("Tuesday 24 November 2026, 15:00–15:45 (Lisbon time)");
    expect(texts.mail.text).toContain("Ines Duarte and Jonas Weber");
    expect(texts.invitations[0]?.description).toContain(
      "Jonas Weber: Tuesday 24 November 2026, 16:00–16:45 (Berlin time)",
    );
    expect(texts.invitations[0]?.guests).toEqual(["ines@company.test", "jonas@company.test"]);
  });

  it("leave no token behind", () => {
    const texts = renderBooking(aBooking(), { "phone-screen": "https://meet.test/abc" });
    const all = JSON.stringify(texts);
    expect(all).not.toContain("{{");
    expect(texts.mail.text).toContain("https://meet.test/abc");
    expect(texts.leverNote).toContain("https://meet.test/abc");
  });

  it("say before the booking that the link does not exist yet", () => {
    const texts = renderBooking(aBooking(), {});
    expect(texts.mail.text).toContain("(the Google Meet link is made when this is booked)");
  });

  it("never take a name for a token", () => {
    const booking = aBooking();
    const texts = renderBooking(
      { ...booking, candidate: { ...booking.candidate, name: "{{lever}}" } },
      {},
    );
    expect(texts.mail.text).not.toContain("https://lever.test/opportunities/1");
  });

  it("keep a subject on one line", () => {
    const booking = aBooking({ sessions: [aSession({ name: "Phone\nScreen" })] });
    expect(renderBooking(booking, {}).mail.subject).toBe(
      "Your interview with Company: Phone Screen",
    );
  });

  it.each([
    "=?utf-8?Q?Your_offer?= {{company}}",
    "{{company}} =?UTF-8?B?WW91ciBvZmZlcg==?=",
    "=?utf-8*en?q?{{company}}?=",
  ])("are faulty when mail programs would show another subject: %s", (mailSubject) => {
    const { texts } = aBooking();
    expect(textFaults({ ...texts, mailSubject }, 1)).toEqual([
      { path: "mailSubject", message: expect.stringContaining("must not hold =?") as unknown },
    ]);
    expect(textFaults({ ...texts, mailSubject: "Ready = set? {{company}}?=" }, 1)).toEqual([]);
  });

  it("are faulty when a fact that the reader needs is lost, or a token is unknown", () => {
    const { texts } = aBooking();
    expect(textFaults(texts, 1)).toEqual([]);
    expect(
      textFaults({ ...texts, mailBody: "Hello {{candidate}}, {{panel}}, {{where}}" }, 1),
    ).toEqual([
      {
        path: "mailBody",
        message: "{{when}} (day, time and zone of the candidate) must stay in this text",
      },
    ]);
    expect(textFaults({ ...texts, leverNote: `${texts.leverNote} {{salary}}` }, 1)).toEqual([
      { path: "leverNote", message: "{{salary}} is not a token that Convene knows" },
    ]);
  });

  it("of several sessions tell the candidate each with its day, time, people and place", () => {
    const texts = renderBooking(aLoop(), { coding: "https://meet.test/a" });
    expect(texts.mail.subject).toBe("Your interviews with Company: Onsite");
    expect(texts.mail.text).toContain(
      [
        "Tuesday 24 November 2026 (Lisbon time)",
        "10:00–11:00 Coding, with Jonas Weber",
        "Video: https://meet.test/a",
        "11:00–12:00 Design, with Ines Duarte and Jonas Weber",
        "Video: (the Google Meet link is made when this is booked)",
        "13:00–13:45 Values, with Ines Duarte",
        "Where: on site",
      ].join("\n"),
    );
    expect(texts.mail.text).toContain("How to prepare: Coding: Bring a question.");
    expect(texts.leverNote).toContain("13:00–13:45 Values");
    expect(texts.whenCandidate).toBe("Tuesday 24 November 2026, 10:00–13:45 (Lisbon time)");
    expect(JSON.stringify(texts)).not.toContain("{{");
  });

  it("of several sessions tell each panel its own session alone", () => {
    const { invitations } = renderBooking(aLoop(), {});
    expect(invitations.map(({ sessionId, guests }) => [sessionId, guests])).toEqual([
      ["coding", ["jonas@company.test"]],
      ["design", ["ines@company.test", "jonas@company.test"]],
      ["values", ["ines@company.test"]],
    ]);
    expect(invitations[0]?.title).toBe("Coding: Ada Example for Backend Engineer");
    expect(invitations[0]?.description).toContain(
      "Jonas Weber: Tuesday 24 November 2026, 11:00–12:00 (Berlin time)",
    );
    expect(invitations[0]?.description).not.toContain("Ines");
    expect(invitations[2]?.description).not.toContain("Agenda");
    // The event shows its link; the words in it are written before there is one.
    expect(invitations[1]?.description).toContain("Google Meet, by the link of this event");
  });

  it("of several days name each day", () => {
    const loop = aLoop();
    const [first, second, third] = loop.sessions;
    if (!first || !second || !third) throw new Error("a session is missing");
    const nextDay = { startsAt: "2026-11-25T10:00:00Z", endsAt: "2026-11-25T10:45:00Z" };
    const { whenCandidate, mail } = renderBooking(
      { ...loop, sessions: [first, second, { ...third, ...nextDay }] },
      {},
    );
    expect(whenCandidate).toBe(
      "Tuesday 24 November 2026, 10:00–12:00 (Lisbon time); Wednesday 25 November 2026, 10:00–10:45 (Lisbon time)",
    );
    expect(mail.text).toContain("\n\nWednesday 25 November 2026 (Lisbon time)\n10:00–10:45 Values");
  });

  it("of several sessions are faulty without the schedule: a time of all of them tells nobody when", () => {
    const { texts } = aLoop();
    expect(textFaults(texts, 3)).toEqual([]);
    const mailBody = "Hello {{candidate}}, {{when}}, {{panel}}, {{where}}";
    expect(textFaults({ ...texts, mailBody }, 3)).toEqual([
      { path: "mailBody", message: expect.stringContaining("{{schedule}}") as unknown },
    ]);
  });
});
