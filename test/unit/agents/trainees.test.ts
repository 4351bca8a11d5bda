import { describe, expect, test } from "vitest";
import { draftChangeTexts } from "../../../agents/scheduling/change-texts.ts";
import { traineesOf, withTraineesOf } from "../../../agents/scheduling/seats.ts";
import { changeInWords, newSeats } from "../../../src/domain/change.ts";
import { renderBooking } from "../../../src/domain/booking-texts.ts";
import { UserId } from "../../../src/domain/ids.ts";
import type { BookInterview, BookedSession, Trainee } from "../../../src/domain/proposal.ts";
import { aBooking, aSession } from "../../support/booking.ts";

const KENJI: Trainee = {
  userId: UserId.parse("user-kenji"),
  email: "kenji@company.test",
  name: "Kenji Sato",
  zone: "Asia/Tokyo",
  kind: "shadow",
};
const watched = aSession({ trainees: [KENJI] });
const LATER = { startsAt: "2026-11-24T16:00:00Z", endsAt: "2026-11-24T16:45:00Z" };

const changed = (after: BookedSession): BookInterview => ({
  ...aBooking({ sessions: [after] }),
  kind: "change_booking",
  change: {
    of: "pr-1",
    because: "Somebody declined.",
    before: [watched],
    events: [],
    panel: null,
    invitation: { invitationTitle: "Title", invitationBody: "Body" },
  },
});

describe("Whoever sits in to learn", () => {
  test("comes from a found time, with their zone; an empty seat is nobody", () => {
    const people = [{ ...KENJI, role: "shadow", key: false, feedbackTemplateId: null }];
    const { kind, email } = KENJI;
    const training = [
      { seat: 0, kind: "shadow" as const, words: "Nobody sits in." },
      { seat: 1, kind, email, words: "Kenji Sato sits in." },
    ];
    const placed = { sessionId: "one", ...LATER, panel: [] };
    expect(traineesOf({ ...placed, training }, people)).toEqual({ trainees: [KENJI] });
    expect(traineesOf(placed, people)).toEqual({});
  });

  test("stays at the same time, and gives the seat up at another one or for a place in the panel", () => {
    const other = { ...watched, agenda: "Another" };
    expect(withTraineesOf(watched, other).trainees).toEqual([KENJI]);
    expect(withTraineesOf(watched, { ...watched, ...LATER })).not.toHaveProperty("trainees");
    const [first] = watched.panel;
    const seated = { ...watched, panel: first ? [{ ...first, email: KENJI.email }] : [] };
    expect(withTraineesOf(watched, seated)).not.toHaveProperty("trainees");
    expect(withTraineesOf(aSession(), aSession())).not.toHaveProperty("trainees");
  });

  test("is not held a second time by a change, which says when the seat is given up", () => {
    const moved = changed(withTraineesOf(watched, { ...watched, ...LATER }));
    expect(changeInWords(moved)).toContain(
      "; Kenji Sato no longer sits in to learn in Phone Screen;",
    );
    const [first, second] = watched.panel;
    if (!first || !second) throw new Error("a panel of two");
    const joined = { ...second, email: "mei@company.test", name: "Mei" };
    const replaced = changed({ ...watched, panel: [first, joined] });
    expect(changeInWords(replaced)).not.toContain("Kenji");
    expect(newSeats(replaced).map(({ panel, trainees }) => [panel, trainees])).toEqual([
      [[joined], undefined],
    ]);
  });

  test("is told of a change too, in the mail and in Lever, and nobody is where nobody sits in", () => {
    const { sessions, ...booking } = aBooking({ sessions: [watched] });
    const texts = draftChangeTexts({ ...booking, sessions });
    const there = renderBooking({ ...booking, sessions, texts }, {});
    const words = "Also there: Kenji Sato, who sits in to learn";
    expect([there.mail.text, there.leverNote].filter((text) => text.includes(words))).toHaveLength(
      2,
    );
    const { trainees: _, ...alone } = watched;
    const left = renderBooking({ ...booking, sessions: [alone], texts }, {});
    expect(`${left.mail.text}${left.leverNote}`).not.toContain("Also there");
  });

  test("is told to the candidate and to the panel as what they are", () => {
    const { texts } = aBooking();
    const told = {
      ...texts,
      mailBody: `${texts.mailBody}\nAlso there: {{also_there}}`,
      invitationBody: `${texts.invitationBody}\nAlso there: {{also_there}}`,
    };
    const { mail, invitations } = renderBooking(aBooking({ sessions: [watched], texts: told }), {});
    expect(mail.text).toContain("Also there: Kenji Sato, who sits in to learn");
    expect(invitations[0]?.guests).toContain(KENJI.email);
    expect(invitations[0]?.whenPanel.at(-1)).toEqual({
      name: "Kenji Sato",
      when: "Wednesday 25 November 2026, 00:00–00:45 (Tokyo time)",
    });
    expect(renderBooking(aBooking({ texts: told }), {}).mail.text).not.toContain("Also there");
    const leading = { ...watched, trainees: [{ ...KENJI, kind: "reverse_shadow" as const }] };
    const several = aBooking({ sessions: [leading, aSession({ sessionId: "two", ...LATER })] });
    const schedule = { ...texts, mailBody: "{{candidate}} {{schedule}}" };
    expect(renderBooking({ ...several, texts: schedule }, {}).mail.text).toContain(
      "Also there: Kenji Sato, who leads the conversation",
    );
  });
});
