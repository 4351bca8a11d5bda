import { describe, expect, it } from "vitest";
import { applyBookingEdit } from "../../../agents/scheduling/edit.ts";
import { verifyTexts } from "../../../agents/scheduling/verify.ts";
import type { ProposalContext } from "../../../src/cases/open-proposal.ts";
import type { BookingTexts, ScoredItinerary } from "../../../src/domain/proposal.ts";
import { firstSession, aBooking } from "../../support/booking.ts";

const draft = aBooking().texts;
const reworded: BookingTexts = {
  ...draft,
  mailBody: draft.mailBody.replace(
    "thank you for your interest in",
    "we enjoyed reading about you for",
  ),
};

describe("the check of a model's wording", () => {
  it("lets a plain rewording through", () => {
    expect(verifyTexts(reworded, draft, 1)).toEqual([]);
    expect(verifyTexts(draft, draft, 1)).toEqual([]);
  });

  it.each<[string, (text: string) => string, string]>([
    ["an invented time", (t) => `${t} See you at 15:00.`, "number"],
    ["an invented day", (t) => `${t} See you on Tuesday.`, "day or a month"],
    ["an invented link", (t) => `${t} www.evil.test`, "link"],
    ["an address", (t) => `${t} write to eve@evil.test`, "link or an address"],
    ["markup", (t) => `${t} <img src=x>`, "markup"],
    ["a promise", (t) => `${t} We guarantee success.`, "promises"],
    ["hidden characters", (t) => `${t}\u200B`, "invisible"],
    [
      "a link without its scheme",
      (t) => `${t} Please confirm at evil.example/login first.`,
      "link",
    ],
    ["digits of another script", (t) => `${t} Uhrzeit: ٩:٠٠`, "number"],
    ["a time in words", (t) => `${t} We meet at nine in the evening.`, "a time of its own"],
    ["a date in words", (t) => `${t} See you on the third of March.`, "day or a month"],
    [
      "what hides in braces",
      (t) => `${t} {{Correction: pay at https://evil.example/pay}}`,
      "double braces",
    ],
    ["a token in capitals", (t) => `${t} {{When}}`, "double braces"],
    ["braces that never close", (t) => `${t} {{when`, "double braces"],
    ["a token that the draft did not use", (t) => `${t} {{lever}}`, "{{lever}}"],
    ["an unknown token", (t) => `${t} {{salary}}`, "not a token"],
    ["a lost token", (t) => t.replace("{{when}}", "soon"), "{{when}}"],
    ["a flood of words", (t) => t.repeat(4), "twice as long"],
  ])("refuses %s", (_, change, fault) => {
    const faults = verifyTexts({ ...draft, mailBody: change(draft.mailBody) }, draft, 1);
    expect(faults.join("\n")).toContain(fault);
  });
});

const itinerary = (startsAt: string, email: string, score: number): ScoredItinerary => ({
  sessions: [
    {
      sessionId: "phone-screen",
      startsAt,
      endsAt: Temporal.Instant.from(startsAt).add({ minutes: 45 }).toString(),
      panel: [{ place: 0, email }],
    },
  ],
  score,
  terms: [],
});

const booking = aBooking();
const context: ProposalContext = {
  summary: "",
  reason: "",
  itinerary: itinerary("2026-11-24T15:00:00Z", "ines@company.test", 90),
  alternatives: [itinerary("2026-11-25T09:00:00Z", "jonas@company.test", 80)],
  calendar: { readAt: "2026-11-23T10:00:00Z", people: [] },
  evidence: [],
  people: firstSession(booking).panel,
};

describe("a person's edit", () => {
  it("moves the booking to another offered slot with that slot's people, and the texts follow", () => {
    const edited = applyBookingEdit(booking, context, { startsAt: "2026-11-25T09:00:00+00:00" });
    expect(firstSession(edited.payload).startsAt).toBe("2026-11-25T09:00:00Z");
    expect(firstSession(edited.payload).panel.map((member) => member.email)).toEqual([
      "jonas@company.test",
    ]);
    expect(edited.context.summary).toContain("Wednesday 25 November 2026, 09:00–09:45");
    expect(edited.context.alternatives.map((other) => firstSession(other).startsAt)).toEqual([
      "2026-11-24T15:00:00Z",
    ]);
  });

  it("refuses a time that was not offered", () => {
    expect(() => applyBookingEdit(booking, context, { startsAt: "2026-11-25T10:00:00Z" })).toThrow(
      expect.objectContaining({ code: "no_slot" }),
    );
  });

  it("refuses texts that lose a fact, and says which", () => {
    expect(() =>
      applyBookingEdit(booking, context, { texts: { mailBody: "See you there" } }),
    ).toThrow(expect.objectContaining({ code: "input_invalid" }));
  });

  it.each(["{{When}}", "{{1}}", "{{candidate.name}}", "{{", "}}"])(
    "refuses braces that would reach the candidate as they are: %s",
    (braces) => {
      expect(() =>
        applyBookingEdit(booking, context, {
          texts: { mailBody: `${booking.texts.mailBody} ${braces}` },
        }),
      ).toThrow(expect.objectContaining({ code: "input_invalid" }));
    },
  );

  it("changes only the texts that were given", () => {
    const edited = applyBookingEdit(booking, context, {
      texts: { mailSubject: "A talk with {{company}}" },
    });
    expect(edited.payload.texts).toEqual({
      ...booking.texts,
      mailSubject: "A talk with {{company}}",
    });
    expect(firstSession(edited.payload).startsAt).toBe(firstSession(booking).startsAt);
  });
});
