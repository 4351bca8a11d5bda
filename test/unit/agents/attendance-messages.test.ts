import { describe, expect, it } from "vitest";
import { draftMessages } from "../../../agents/attendance/draft.ts";
import { type GatheredMessages, toRecruiter } from "../../../agents/attendance/gather.ts";
import { proposeMessage } from "../../../agents/attendance/propose.ts";
import { faultsOf, mayStand, putWording, wordingOf } from "../../../agents/attendance/wording.ts";
import {
  AttendanceMessage,
  NO_LINKS,
  RECRUITER,
  letterOf,
  renderMessage,
} from "../../../src/domain/attendance-message.ts";
import { CaseId } from "../../../src/domain/ids.ts";
import { aBooking, aSession } from "../../support/booking.ts";
import { checkLanguage } from "../../../src/language/checker/check-language.ts";
import { decide } from "../../../src/policy/decide.ts";
import { FIRST_POLICY } from "../../../src/policy/store.ts";

const session = {
  sessionId: "talk",
  name: "Technical talk",
  format: "video" as const,
  startsAt: "2026-10-25T23:30:00Z",
  endsAt: "2026-10-26T00:30:00Z",
  people: ["Maya Ruiz", "Omar Aziz"],
  room: null,
  videoUrl: "https://meet.example.com/abc",
};
const reader = {
  id: "candidate",
  email: "ada@example.com",
  name: "Ada Lovelace",
  zone: "Europe/Berlin",
  channel: "mail" as const,
};
const gathered = (over: Partial<GatheredMessages> = {}): GatheredMessages => ({
  booking: {
    opportunityId: AttendanceMessage.shape.opportunityId.parse(
      "5b1c7f0e-0000-4000-8000-000000000001",
    ),
    postingId: AttendanceMessage.shape.postingId.parse("5b1c7f0e-0000-4000-8000-000000000002"),
    stageId: AttendanceMessage.shape.stageId.parse("stage"),
    postingTitle: "Backend Engineer",
    companyName: "Acme",
    leverUrl: "https://hire.lever.co/candidates/1",
    proposalId: "pr_1",
    candidate: { name: "Ada Lovelace", zone: "Europe/Berlin" },
  },
  isConfirmed: false,
  wantsNoReminders: false,
  messages: [
    { kind: "remind_candidate", mark: "48", because: null, sessions: [session], readers: [reader] },
  ],
  ...over,
});

const messageOf = (all: GatheredMessages): AttendanceMessage => {
  const [drafted] = draftMessages(all);
  if (!drafted) throw new Error("nothing was drafted");
  const { proposalId, leverUrl: _, ...control } = all.booking;
  const { kind, mark, sessions, readers } = drafted.message;
  return AttendanceMessage.parse({
    kind,
    version: 1,
    ...control,
    caseId: "ca_1",
    of: proposalId,
    mark,
    sessions,
    isConfirmed: all.isConfirmed,
    readers,
    words: drafted.words,
  });
};

const links = {
  page: "https://c.example.com/c/t",
  mayMove: true,
  hasAssistant: true,
  stop: "https://c.example.com/reminders/t",
  arrival: "https://c.example.com/arrived/t",
  case_: "https://c.example.com/cases/1",
  risk: "May not come: 18 %, booked 19 days ahead; not confirmed",
};

describe("a reminder", () => {
  it("says the time in the candidate's zone, past midnight over a change of clocks too", () => {
    const message = messageOf(gathered());
    const letter = letterOf(message, renderMessage(message, reader, links));
    expect(letter.subject).toBe(
      "Reminder: Technical talk with Acme, Monday 26 October 2026, 00:30–01:30 (Berlin time)",
    );
    expect(letter.text).toContain("Hello Ada Lovelace,");
    expect(letter.text).toContain("With Maya Ruiz and Omar Aziz");
    expect(letter.text).toContain("I will be there:\nhttps://c.example.com/c/t#confirm");
    expect(letter.text).toContain("I need another time:\nhttps://c.example.com/c/t?ask=move#move");
    expect(letter.text).toContain("https://c.example.com/reminders/t");
    expect(checkLanguage(letter.text, { kind: "message" })).toEqual([]);
  });

  it("offers another time only while the page takes that wish, and says so before that is known", () => {
    const kind = "remind_candidate" as const;
    for (const mark of ["3", "help"]) {
      const messages = [{ kind, mark, because: null, sessions: [session], readers: [reader] }];
      const message = messageOf(gathered({ messages }));
      const textWith = (mayMove: boolean | null): string =>
        letterOf(message, renderMessage(message, reader, { ...links, mayMove })).text;
      const late = textWith(false);
      expect(late).not.toMatch(/another time/i);
      expect(late).toContain(
        "I cannot come at this time:\nhttps://c.example.com/c/t?ask=move#move",
      );
      expect(late).toContain("reply to this mail: a person reads it");
      expect(textWith(null)).toMatch(/I need another time \(or, .*I cannot come at this time\):/);
      expect(checkLanguage(late, { kind: "message" })).toEqual([]);
    }
  });

  it("asks nobody again who has confirmed", () => {
    const message = messageOf(gathered({ isConfirmed: true }));
    const { text } = letterOf(message, renderMessage(message, reader, links));
    expect(text).not.toContain("I will be there");
    expect(text).toContain("You have told us that you will be there.");
    expect(checkLanguage(text, { kind: "message" })).toEqual([]);
  });

  it("leads to the assistant unless they want none", () => {
    const message = messageOf(gathered());
    const textWith = (hasAssistant: boolean) =>
      letterOf(message, renderMessage(message, reader, { ...links, hasAssistant })).text;
    expect(textWith(true)).toMatch(/Software answers it at once.*:\nhttps:\S+\/c\/t\/assistant/);
    expect(textWith(false)).not.toMatch(/assistant|Software/);
  });

  it("shows no link of the candidate's own before it is sent", () => {
    const message = messageOf(gathered());
    const { text } = letterOf(message, renderMessage(message, reader, NO_LINKS));
    expect(text).not.toContain("/c/");
    expect(text).toContain("(a link of their own)");
  });
});

describe("what else is said of an interview", () => {
  it.each([
    ["ask_arrival", "Has Ada Lovelace arrived? Technical talk", "/arrived/t?said=no"],
    ["invite_again", "Another time for your interview with Acme?", "/c/t/availability"],
    ["warn_recruiter", "Please look at Technical talk", "/cases/1"],
    ["remind_interviewers", "Reminder: Technical talk with Ada Lovelace", "meet.example.com"],
  ] as const)("is put so that nobody is hurt, and leads on: %s", (kind, title, url) => {
    const message = messageOf(
      gathered({
        messages: [{ kind, mark: "x", because: null, sessions: [session], readers: [reader] }],
      }),
    );
    const rendered = renderMessage(message, reader, links);
    expect(rendered.title).toContain(title);
    expect(JSON.stringify(rendered.links)).toContain(url);
    expect(rendered.lines.join().includes("18 %")).toBe(kind === "warn_recruiter");
    expect(checkLanguage(letterOf(message, rendered).text, { kind: "message" })).toEqual([]);
  });
});

describe("the mail after an interview that was missed", () => {
  const openingFor = (mark: string): string => {
    const kind = "invite_again" as const;
    const messages = [{ kind, mark, because: null, sessions: [session], readers: [reader] }];
    const message = messageOf(gathered({ messages }));
    const { text } = letterOf(message, renderMessage(message, reader, links));
    expect(checkLanguage(text, { kind: "message" })).toEqual([]);
    return message.words.opening;
  };

  it("says what is known of why, and never that who was kept from it did not come", () => {
    const waited = openingFor("missed");
    expect(waited).toContain("We waited for you");
    expect(openingFor("no_word")).toBe(waited);
    const others = (["told_before", "other_time", "technical", "panel_absent"] as const).map(
      openingFor,
    );
    expect(new Set([waited, ...others]).size).toBe(5);
    for (const opening of others) expect(opening).not.toMatch(/waited|did not (come|meet)/);
    expect(others.at(-1)).toContain("our mistake, not yours");
  });

  it("is one mail about all that was missed of a visit", () => {
    const other = { ...session, sessionId: "coding", name: "Coding" };
    const message = messageOf(
      gathered({
        messages: [
          {
            kind: "invite_again",
            mark: "missed",
            because: null,
            sessions: [session, other],
            readers: [reader],
          },
        ],
      }),
    );
    const { subject, text } = letterOf(message, renderMessage(message, reader, links));
    expect(subject).toBe("Another time for your interviews with Acme?");
    expect(text).toContain("We waited for you for your interviews for Backend Engineer");
    expect(text).toContain("Technical talk");
    expect(text).toContain("Coding");
    expect(checkLanguage(text, { kind: "message" })).toEqual([]);
  });
});

describe("the same to a candidate who has ended reminders", () => {
  it.each([true, false])("is for a person to decide on in every mode: %s", (wantsNoReminders) => {
    const kind = "invite_again" as const;
    const messages = [
      { kind, mark: "missed", because: null, sessions: [session], readers: [reader] },
    ];
    const all = gathered({ messages, wantsNoReminders });
    const [drafted] = draftMessages(all);
    if (!drafted) throw new Error("nothing was drafted");
    const run = { case_: { id: CaseId.parse("ca_1") } };
    const { risk, audience, context } = proposeMessage(drafted, all, run);
    const policy = { ...FIRST_POLICY, defaultMode: "managed" as const };
    const scope = { postingId: null, postingTitle: "", team: null, stageId: "", stageName: "" };
    const traits = {
      kind,
      class: "logistics" as const,
      audience,
      risk,
      planId: null,
      optedOut: [],
    };
    expect(decide(policy, traits, scope)).toBe(wantsNoReminders ? "ask" : "perform");
    expect(JSON.stringify(context).includes("wants no more reminders")).toBe(wantsNoReminders);
  });
});

describe("a word to the recruiter", () => {
  it("is one of each visit, in order, and names all that the candidate comes to then", async () => {
    const at = (sessionId: string, startsAt: string, endsAt: string) =>
      aSession({ sessionId, name: `Talk ${sessionId}`, startsAt, endsAt });
    const payload = aBooking({
      sessions: [
        at("a", "2026-11-24T09:00:00Z", "2026-11-24T09:45:00Z"),
        at("b", "2026-11-24T11:00:00Z", "2026-11-24T11:45:00Z"),
        at("c", "2026-11-26T09:00:00Z", "2026-11-26T09:45:00Z"),
      ],
    });
    const due = (sessionId: string) => ({
      sessionId,
      reader: RECRUITER,
      mark: "help",
      because: null,
    });
    const recruiter = {
      id: "ruth",
      email: "ruth@company.test",
      name: "Ruth",
      zone: "Europe/Lisbon",
    };
    const wordsFor = (sessionIds: string[]) =>
      toRecruiter(payload, {
        booking: { proposalId: "pr_1", payload },
        reminders: sessionIds.map(due),
        recruiter,
        missed: null,
        isConfirmed: false,
        videoUrls: {},
        channels: {},
      });
    const namesIn = (sessionIds: string[]) =>
      wordsFor(sessionIds).map(({ sessions }) => sessions.map(({ sessionId }) => sessionId));
    expect(namesIn(["a", "c"])).toEqual([["a", "b"], ["c"]]);
    // Written down before they were told together.
    expect(namesIn(["b", "a"])).toEqual([["a", "b"]]);
    expect(namesIn(["b"])).toEqual([["b"]]);
    const message = messageOf(gathered({ messages: wordsFor(["a"]) }));
    const { title, lines } = renderMessage(message, { zone: "Europe/Lisbon" }, links);
    expect(title).toContain("Please look at the interviews with Ada Lovelace");
    expect(lines[0]).toContain("before these interviews");
    expect(lines.join()).toMatch(/Talk a.*Talk b/s);
  });
});

describe("what is kept of a risk", () => {
  it("is no number in what a person approves: only the message that leaves has it", () => {
    const message = messageOf(
      gathered({
        messages: [
          {
            kind: "warn_recruiter",
            mark: "help",
            because: null,
            sessions: [session],
            readers: [reader],
          },
        ],
      }),
    );
    expect(JSON.stringify([message, renderMessage(message, reader, NO_LINKS)])).not.toMatch(
      /%|may not come/i,
    );
  });
});

describe("a model's wording of it", () => {
  const drafts = draftMessages(gathered());
  const [draft] = drafts;
  const opening = draft?.words.opening ?? "";

  it("sees no name, and its friendly words are taken", () => {
    const shown = wordingOf(drafts);
    expect(JSON.stringify(shown)).not.toMatch(/Ada|Lovelace|Maya|2026/);
    const friendlier =
      "This is a friendly reminder of your interview for Backend Engineer. We are happy to meet you soon!";
    const worded = {
      messages: shown.messages.map((each) => ({ ...each, opening: friendlier })),
    };
    expect(faultsOf(worded, drafts)).toEqual([]);
    expect(putWording(drafts, worded)[0]?.words.opening).toBe(friendlier);
  });

  it.each([
    "Your interview for Backend Engineer is at 15:00.",
    "This is a reminder of your interview for Backend Engineer. You will be hired!",
    "A reminder of your interview for Backend Engineer: https://evil.example.com",
    "Your interview for Backend Engineer is not needed.",
    "Please send your passport for your interview for Backend Engineer.",
    "This is a reminder of your interview\nfor Backend Engineer.",
    "",
  ])("is not taken when it says more: %s", (text) => {
    expect(mayStand(text, opening)).toBe(false);
  });

  it("is refused as a whole when a message is missing, twice or unknown", () => {
    const { messages } = wordingOf(drafts);
    expect(faultsOf({ messages: [] }, drafts)).not.toEqual([]);
    expect(faultsOf({ messages: [...messages, ...messages] }, drafts)).not.toEqual([]);
    expect(
      faultsOf({ messages: messages.map((each) => ({ ...each, key: "other" })) }, drafts),
    ).not.toEqual([]);
  });
});
