import { describe, expect, it } from "vitest";
import { renderBooking, textFaults } from "../../../src/domain/booking-texts.ts";
import { aBooking } from "../../support/booking.ts";

describe("the texts of a booking", () => {
  it("give the candidate the time in the candidate's zone and each panel member theirs", () => {
    const texts = renderBooking(aBooking(), { videoUrl: null });
    expect(texts.mail.to).toBe("ada@candidate.test");
    expect(texts.mail.text).toContain("Tuesday 24 November 2026, 15:00–15:45 (Lisbon time)");
    expect(texts.mail.text).toContain("Ines Duarte and Jonas Weber");
    expect(texts.invitation.description).toContain(
      "Jonas Weber: Tuesday 24 November 2026, 16:00–16:45 (Berlin time)",
    );
    expect(texts.invitation.guests).toEqual(["ines@company.test", "jonas@company.test"]);
  });

  it("leave no token behind", () => {
    const texts = renderBooking(aBooking(), { videoUrl: "https://meet.test/abc" });
    const all = JSON.stringify(texts);
    expect(all).not.toContain("{{");
    expect(texts.mail.text).toContain("https://meet.test/abc");
    expect(texts.leverNote).toContain("https://meet.test/abc");
  });

  it("say before the booking that the link does not exist yet", () => {
    const texts = renderBooking(aBooking(), { videoUrl: null });
    expect(texts.mail.text).toContain("(the Google Meet link is made when this is booked)");
  });

  it("never take a name for a token", () => {
    const booking = aBooking();
    const texts = renderBooking(
      { ...booking, candidate: { ...booking.candidate, name: "{{lever}}" } },
      { videoUrl: null },
    );
    expect(texts.mail.text).not.toContain("https://lever.test/opportunities/1");
  });

  it("keep a subject on one line", () => {
    const booking = aBooking({ sessionName: "Phone\nScreen" });
    expect(renderBooking(booking, { videoUrl: null }).mail.subject).toBe(
      "Your interview with Company: Phone Screen",
    );
  });

  it.each([
    "=?utf-8?Q?Your_offer?= {{company}}",
    "{{company}} =?UTF-8?B?WW91ciBvZmZlcg==?=",
    "=?utf-8*en?q?{{company}}?=",
  ])("are faulty when mail programs would show another subject: %s", (mailSubject) => {
    const { texts } = aBooking();
    expect(textFaults({ ...texts, mailSubject })).toEqual([
      { path: "mailSubject", message: expect.stringContaining("must not hold =?") as unknown },
    ]);
    expect(textFaults({ ...texts, mailSubject: "Ready = set? {{company}}?=" })).toEqual([]);
  });

  it("are faulty when a fact that the reader needs is lost, or a token is unknown", () => {
    const { texts } = aBooking();
    expect(textFaults(texts)).toEqual([]);
    expect(textFaults({ ...texts, mailBody: "Hello {{candidate}}, {{panel}}, {{where}}" })).toEqual(
      [
        {
          path: "mailBody",
          message: "{{when}} (day, time and zone of the candidate) must stay in this text",
        },
      ],
    );
    expect(textFaults({ ...texts, leverNote: `${texts.leverNote} {{salary}}` })).toEqual([
      { path: "leverNote", message: "{{salary}} is not a token that Convene knows" },
    ]);
  });
});
