/** Who owes feedback: of which days, of which round, and of whom not. */
import { describe, expect, test } from "vitest";
import { readRequest } from "../../../src/requests/read-request.ts";
import type { Directory, Understanding } from "../../../src/requests/understanding.ts";

const DIRECTORY: Directory = {
  cases: [
    {
      caseId: "ada",
      name: "Ada Lovelace",
      postingId: "be",
      postingTitle: "Backend Engineer",
      stageName: "Onsite",
    },
  ],
  users: [{ userId: "grace", name: "Grace Hopper", email: "grace@example.com" }],
  stages: ["Recruiter Screen", "Phone Screen", "Onsite", "Hackathon", "System design"],
};
/** A Wednesday. */
const NOW = "2026-11-25T10:00:00Z";

const read = (text: string, now = NOW): Understanding =>
  readRequest({ text, now: Temporal.Instant.from(now), zone: "Europe/Berlin" }, DIRECTORY);
const slots = (text: string, now?: string) => {
  const found = read(text, now);
  return found.is === "intent" && found.intent === "owes_feedback" ? found.slots : found;
};
const day = (date: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime("Europe/Berlin").toInstant().toString();

describe("of which days", () => {
  test.each([
    ["since Monday", "2026-11-23", null],
    ["since last Friday", "2026-11-20", null],
    ["since last week", "2026-11-16", null],
    ["since yesterday", "2026-11-24", null],
    ["since 20 November", "2026-11-20", null],
    ["since November 20th", "2026-11-20", null],
    ["since 1 December", "2025-12-01", null],
    ["since 2026-11-02", "2026-11-02", null],
    ["since two days ago", "2026-11-23", null],
    ["from Monday on", "2026-11-23", null],
    ["after Monday", "2026-11-24", null],
    ["before Tuesday", null, "2026-11-24"],
    ["until Monday", null, "2026-11-24"],
    ["for last week", "2026-11-16", "2026-11-23"],
    ["this week", "2026-11-23", "2026-11-30"],
    ["from yesterday's interviews", "2026-11-24", "2026-11-25"],
    ["for Monday's interviews", "2026-11-23", "2026-11-24"],
    ["from last month", "2026-10-01", "2026-11-01"],
    ["between Monday and Tuesday", "2026-11-23", "2026-11-25"],
  ])("who owes feedback %s", (words, from, until) => {
    expect(slots(`who owes feedback ${words}?`)).toEqual({
      ...(from && { endedFrom: day(from) }),
      ...(until && { endedUntil: day(until) }),
    });
  });

  test("so many days and hours are counted back from now", () => {
    expect(slots("who has owed feedback for more than two days")).toEqual({
      endedUntil: "2026-11-23T10:00:00Z",
    });
    expect(slots("who owes feedback for over a week")).toEqual({
      endedUntil: "2026-11-18T10:00:00Z",
    });
    expect(slots("who owes feedback in the last 3 days")).toEqual({
      endedFrom: "2026-11-22T10:00:00Z",
    });
  });

  test("a day is the asker's, on both sides of a change of the clock", () => {
    expect(slots("who owes feedback since Saturday", "2026-10-26T10:00:00Z")).toEqual({
      endedFrom: "2026-10-23T22:00:00Z",
    });
    expect(slots("who owes feedback since Monday", "2026-10-26T10:00:00Z")).toEqual({
      endedFrom: "2026-10-25T23:00:00Z",
    });
  });

  test("it is said how it was taken", () => {
    const assumed = (text: string) => {
      const found = read(text);
      return found.is === "intent" && found.assumed;
    };
    expect(assumed("who owes feedback since Monday")).toEqual([
      "interviews since Monday 23 November 2026.",
    ]);
    expect(assumed("who owes feedback until Monday")).toEqual([
      "interviews until Monday 23 November 2026.",
    ]);
    expect(assumed("who owes feedback for last week")).toEqual([
      "interviews from Monday 16 November 2026 to Sunday 22 November 2026.",
    ]);
    expect(assumed("who owes feedback")).toEqual([]);
  });

  test.each([
    "since tomorrow",
    "next week",
    "on Mondays",
    "since Monday 10am",
    "since the 20th",
    "since 31 February",
  ])("who owes feedback %s is asked about", (words) => {
    expect(read(`who owes feedback ${words}`)).toMatchObject({ is: "asks", asked: "when" });
  });

  test("what stands today is all of it", () => {
    expect(slots("who owes feedback today")).toEqual({});
  });
});

describe("of which round", () => {
  test.each([
    ["for the onsite", { round: "Onsite" }],
    ["for the onsites", { round: "Onsite" }],
    ["for the phone screen", { round: "Phone Screen" }],
    ["for the hackathon", { round: "Hackathon" }],
    ["for the system design", { round: "System design" }],
    ["for Ada's onsite", { caseId: "ada", round: "Onsite" }],
    [
      "for the onsite of the backend role since Monday",
      { round: "Onsite", postingId: "be", endedFrom: day("2026-11-23") },
    ],
  ])("who owes feedback %s", (words, expected) => {
    expect(slots(`who owes feedback ${words}`)).toEqual(expected);
  });

  test("one of several of a name is asked about, with choices", () => {
    expect(read("who owes feedback for the screens")).toMatchObject({
      is: "asks",
      choices: [
        { text: "Who owes feedback for the Recruiter Screen" },
        { text: "Who owes feedback for the Phone Screen" },
      ],
    });
  });

  test.each(["for the final round", "for the second interview", "for the astronaut stage"])(
    "who owes feedback %s is not told of all",
    (words) => {
      expect(read(`who owes feedback ${words}`)).toMatchObject({ is: "asks", choices: [] });
    },
  );

  test("people on a panel are no round", () => {
    expect(slots("who on the panel owes feedback")).toEqual({});
  });
});

describe("of whom not", () => {
  test.each([
    "but not for the onsite",
    "except for the backend role",
    "without the phone screens",
    "not since Monday",
  ])("who owes feedback %s is asked about", (words) => {
    expect(read(`who owes feedback ${words}`)).toMatchObject({ asked: "not_understood" });
  });

  test.each(["besides Grace", "except Grace", ", not counting Grace", "but not Grace"])(
    "who owes feedback %s is told of all, and said so",
    (words) => {
      expect(read(`who owes feedback ${words}`)).toMatchObject({
        slots: {},
        assumed: ["of all, whoever is left out among them."],
      });
    },
  );
});

describe("what there is for somebody", () => {
  test.each([
    "is there anything for Ada today",
    "anything for Ada today?",
    "does Ada have anything today",
    "what's on for Ada today",
    "what waits for Ada",
    "is Ada not booked?",
  ])("%s tells how they stand", (text) => {
    expect(read(text)).toMatchObject({ intent: "status", slots: { caseId: "ada" } });
  });

  test("of the asker it is what waits, and of somebody else it is asked about", () => {
    expect(read("is there anything for me today")).toMatchObject({ intent: "today" });
    expect(read("what waits for Grace")).toMatchObject({ asked: "which_candidate" });
    expect(read("is there anything for Zebulon today")).toMatchObject({
      asked: "which_candidate",
    });
  });
});

describe("of which role", () => {
  const roles: Directory = {
    ...DIRECTORY,
    cases: [
      ...DIRECTORY.cases,
      {
        caseId: "bo",
        name: "Bo Other",
        postingId: "pd",
        postingTitle: "Product Designer",
        stageName: "Onsite",
      },
      {
        caseId: "cy",
        name: "Cy Berg",
        postingId: "sre",
        postingTitle: "Senior Site Reliability Engineer",
        stageName: "Onsite",
      },
    ],
  };
  const ofRole = (text: string): Understanding =>
    readRequest({ text, now: Temporal.Instant.from(NOW), zone: "Europe/Berlin" }, roles);

  test.each([
    ["the designer role", "pd"],
    ["the SRE role", "sre"],
    ["the sre position", "sre"],
    ["the backend role", "be"],
  ])("%s is told by the word before it", (words, postingId) => {
    expect(ofRole(`who owes feedback for ${words}?`)).toMatchObject({
      is: "intent",
      intent: "owes_feedback",
      slots: { postingId },
    });
  });

  test("the engineer role is asked about, where there are two", () => {
    expect(ofRole("who owes feedback for the engineer role?")).toMatchObject({
      is: "asks",
      asked: "which_posting",
      choices: [
        {
          label: "Backend Engineer",
          text: "who owes feedback for the Backend Engineer role?",
        },
        { label: "Senior Site Reliability Engineer" },
      ],
    });
  });

  test.each(["the welder role", "the developer role", "the UX role"])(
    "%s is nobody's here",
    (words) => {
      expect(ofRole(`who owes feedback for ${words}?`)).toMatchObject({ is: "asks", asked: "who" });
    },
  );

  test("two roles are one too many", () => {
    expect(ofRole("who owes feedback for the backend and designer roles")).toMatchObject({
      is: "asks",
      asked: "which_posting",
    });
  });
});

describe("of the asker", () => {
  const OWN = [
    "what feedback do I owe",
    "do I still owe feedback?",
    "have I any feedback outstanding",
    "do I owe anything",
    "am I behind with my feedback",
  ];
  test.each(OWN)("%s is of who asks", (text) => {
    const asked = {
      text,
      now: Temporal.Instant.from(NOW),
      zone: "Europe/Berlin",
      askerId: "grace",
    };
    expect(readRequest(asked, DIRECTORY)).toMatchObject({
      is: "intent",
      intent: "owes_feedback",
      slots: { userId: "grace" },
    });
  });

  test.each(OWN)("%s asks who that is, of somebody who is not known", (text) => {
    expect(read(text)).toMatchObject({ is: "asks", asked: "which_person" });
  });

  test("who owes me feedback is of all", () => {
    expect(slots("who owes me feedback")).toEqual({});
  });
});

test.each(["has Grace given feedback on Ada", "did Grace submit her feedback for Ada?"])(
  "%s asks what is owed",
  (text) => {
    expect(slots(text)).toEqual({ userId: "grace", caseId: "ada" });
  },
);

describe("a candidate is told nothing by a request", () => {
  test.each(["brief Ada", "brief Ada again", "please brief Ada Lovelace"])(
    "%s asks whether those who interview are meant",
    (text) => {
      expect(read(text)).toMatchObject({
        is: "asks",
        asked: "did_you_mean",
        choices: [{ text: "Brief again for Ada Lovelace", caseId: "ada" }],
      });
    },
  );

  test("brief again for Ada is of all who interview her", () => {
    expect(read("brief again for Ada")).toMatchObject({
      is: "intent",
      intent: "brief_again",
      slots: { caseId: "ada" },
    });
  });

  test.each(["remind Ada of her interview", "send Ada a reminder", "nudge Ada about Friday"])(
    "%s says who reminds candidates",
    (text) => {
      const found = read(text);
      expect(found).toMatchObject({ is: "asks", asked: "which_person" });
      expect(found.is === "asks" && found.question).toMatch(/^Ada Lovelace is a candidate/);
    },
  );
});
