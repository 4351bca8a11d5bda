import { describe, expect, it } from "vitest";
import { english } from "../../../src/http/candidate/texts/en.ts";
import { localeOf } from "../../../src/http/candidate/locale.ts";
import { mayMoveOf } from "../../../src/domain/may-move.ts";
import { hoursOf, isSameClock, spanWords } from "../../../src/http/candidate/times.ts";
import { html } from "../../../src/domain/html.ts";

const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

describe("The language of dates", () => {
  it.each([
    ["de", undefined, "de"],
    [undefined, "pt-BR,pt;q=0.9,en;q=0.8", "pt-BR"],
    [undefined, "en;q=0.5, fr;q=0.9", "fr"],
    [undefined, "*", "en-GB"],
    [undefined, undefined, "en-GB"],
    [undefined, "xx-invalid-language-tag-far-too-long", "en-GB"],
    ["ar-u-ca-islamic", "de", "de"],
    ["../../etc", "nl;q=0", "en-GB"],
    [["de"], "fr", "fr"],
  ])("of %j and %j is %s", (asked, accepted, expected) => {
    expect(localeOf(asked, accepted)).toBe(expected);
  });
});

describe("Times for a candidate", () => {
  const span = { startsAt: at("2026-11-24T15:00:00Z"), endsAt: at("2026-11-24T15:45:00Z") };

  it("are in their zone and by their language's customs, with the zone's name", () => {
    expect(spanWords(span, { zone: "Europe/Lisbon", locale: "en-GB" })).toBe(
      "Tuesday, 24 November 2026, 15:00–15:45 (Lisbon time)",
    );
    expect(spanWords(span, { zone: "Asia/Tokyo", locale: "de" })).toContain(
      "Mittwoch, 25. November 2026, 00:00–00:45",
    );
  });

  it("are without dates where they go over midnight", () => {
    const late = { startsAt: at("2026-11-24T14:00:00Z"), endsAt: at("2026-11-25T00:00:00Z") };
    expect(hoursOf(late, { zone: "UTC", locale: "en-GB" })).toBe("14:00–00:00");
  });

  it("know whether two zones show the same clock at that moment", () => {
    expect(isSameClock(span.startsAt, "Europe/Lisbon", "Europe/London")).toBe(true);
    expect(isSameClock(at("2027-03-27T12:00:00Z"), "Europe/Berlin", "Africa/Lagos")).toBe(true);
    expect(isSameClock(at("2027-03-28T12:00:00Z"), "Europe/Berlin", "Africa/Lagos")).toBe(false);
  });
});

describe("Asking for another time", () => {
  const startsAt = at("2026-11-24T15:00:00Z");
  const asked = { startsAt, moves: 0, rules: {}, now: at("2026-11-23T15:00:00Z") };

  it("may be done until a day before, unless the plan says otherwise", () => {
    expect(mayMoveOf(asked)).toEqual({ may: true, until: at("2026-11-23T15:00:00Z"), most: 2 });
    const later = { ...asked, now: at("2026-11-23T15:00:01Z") };
    expect(mayMoveOf(later)).toEqual({ may: false, why: "late" });
    expect(mayMoveOf({ ...later, rules: { candidateCutOffHours: 2 } })).toMatchObject({
      may: true,
    });
  });

  it("may be done twice, unless the plan says otherwise", () => {
    expect(mayMoveOf({ ...asked, moves: 1 })).toMatchObject({ may: true });
    expect(mayMoveOf({ ...asked, moves: 2 })).toEqual({ may: false, why: "often" });
    expect(mayMoveOf({ ...asked, rules: { candidateMoves: 0 } })).toEqual({
      may: false,
      why: "often",
    });
  });
});

describe("A page", () => {
  it("holds what others wrote as text, in elements and attributes", () => {
    const hostile = `"><script>alert('&')</script>`;
    expect(html`<p title="${hostile}">${hostile}</p>`.toString()).toBe(
      `<p title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>`,
    );
  });

  it("has no sentence that is empty or holds markup", () => {
    const sentences = Object.values(english).flatMap((value) =>
      typeof value === "string" ? [value] : [],
    );
    expect(sentences.length).toBeGreaterThan(30);
    for (const sentence of sentences) expect(sentence).toMatch(/^[^<>{}]{2,}$/);
  });
});
