/** Which way an interview is moved: said by the words, or asked about. */
import { expect, it } from "vitest";
import { readRequest } from "../../../src/requests/read-request.ts";
import type { Directory } from "../../../src/requests/understanding.ts";
import { windowsOfWhen } from "../../../src/requests/when.ts";

const DIRECTORY: Directory = {
  cases: [
    {
      caseId: "ada",
      name: "Ada Quill",
      postingId: null,
      postingTitle: "Backend Engineer",
      stageName: "Onsite",
    },
  ],
  users: [{ userId: "grace", name: "Grace Hopper", email: "grace@example.com" }],
  stages: ["Phone Screen", "Onsite"],
};
const NOW = Temporal.Instant.from("2026-11-25T10:00:00Z");
const zone = "Europe/Berlin";
const read = (text: string) => readRequest({ text, now: NOW, zone }, DIRECTORY);

const relation = (text: string): string => {
  const found = read(text);
  if (found.is !== "intent") return found.is;
  return windowsOfWhen(found.slots.when ?? "", { now: NOW, zone, durationMinutes: 60 }).words;
};

it.each([
  ["bring Ada Quill forward by 45 minutes", "45 minutes earlier"],
  ["bring forward Ada Quill by 45 minutes", "45 minutes earlier"],
  ["bring Ada's interview with Grace forward by a day", "1 day earlier"],
  ["can you bring Ada forward by an hour", "1 hour earlier"],
  ["pull in Ada by half an hour", "30 minutes earlier"],
  ["move Ada up a day", "1 day earlier"],
  ["push Ada back a week", "1 week later"],
  ["push Ada out by two days", "2 days later"],
  ["put Ada back by an hour", "1 hour later"],
  ["put Ada off by a couple of hours", "2 hours later"],
  ["delay Ada 15 minutes", "15 minutes later"],
  ["postpone Ada by an hour and a half", "90 minutes later"],
  ["bring Ada forward", "earlier"],
  ["push back Ada", "later"],
  ["postpone Ada's onsite please", "later"],
  ["bring Ada forward to Thursday", "Thursday 26 November 2026 (Berlin time); earlier"],
  ["move Ada up to Friday", "Friday 27 November 2026 (Berlin time); earlier"],
  ["push Ada back until Friday", "Friday 27 November 2026 (Berlin time); later"],
  ["put Ada off until Friday", "Friday 27 November 2026 (Berlin time); later"],
  ["delay Ada until Friday", "Friday 27 November 2026 (Berlin time)"],
])("%s: %s", (text, words) => {
  expect(relation(text)).toBe(words);
});

it.each([
  "move Ada by two hours",
  "shift Ada an hour",
  "move Ada on by an hour",
  "bring Ada forward by an hour later",
  "bring Ada forward by one to two hours",
  "bring forward Ada some days",
  "put back Ada some days",
  "delay Ada by -2 hours",
  "push Ada forward by an hour and back by two",
  "postpone Ada by 15:00",
])("%s is asked about", (text) => {
  expect(relation(text)).toBe("asks");
});

it.each([
  "move Ada forward a day",
  "move forward Ada by a day",
  "shift Ada a day forward",
  "push Ada ahead by a day",
])("%s is earlier to some and later to others", (text) => {
  const found = read(text);
  expect(found).toMatchObject({
    asked: "when",
    choices: [{ text: "move Ada a day earlier" }, { text: "move Ada a day later" }],
  });
});

it("as soon as possible alone may be an earlier time, or another one soon", () => {
  expect(read("move Ada ASAP")).toMatchObject({
    asked: "when",
    choices: [{ text: "Move Ada Quill earlier" }, { text: "Reschedule Ada Quill" }],
  });
  expect(relation("move Ada to Friday asap")).toBe("Friday 27 November 2026 (Berlin time)");
});

it("days from one to another are asked about as such on the day that begins them", () => {
  expect(relation("move Ada to Mon-Wed 9-5")).toBe(
    "30 November 2026 – 2 December 2026, 09:00–17:00 (Berlin time)",
  );
  const found = read("move Ada to Wed-Fri 9-5");
  const choices = found.is === "asks" ? found.choices.map(({ text }) => relation(text)) : [];
  expect(choices).toEqual([
    "25 November 2026 – 27 November 2026, 09:00–17:00 (Berlin time)",
    "2 December 2026 – 4 December 2026, 09:00–17:00 (Berlin time)",
  ]);
});

it.each(["reschedule Ada to midnight", "move Ada to Friday at midnight"])(
  "%s has a choice that reads as it would be written",
  (text) => {
    const found = read(text);
    const [choice] = found.is === "asks" ? found.choices : [];
    expect(choice?.text).toBe(text.replace(/(?:at )?midnight/u, "00:00"));
    expect(relation(choice?.text ?? "")).toContain("at 00:00");
  },
);

it.each([
  "cancel the cancellation of Ada",
  "cancel my request for Ada",
  "cancel Ada's proposal",
  "cancel the change for Ada",
])("%s is no wish to cancel what is booked", (text) => {
  expect(read(text)).toMatchObject({ is: "asks", choices: [] });
});

it.each(["Delay Ada by 15", "push Ada back by 15 please", "bring Ada forward by 15"])(
  "%s asks of what",
  (text) => {
    const found = read(text);
    expect(found).toMatchObject({ is: "asks", asked: "when" });
    const [minutes] = found.is === "asks" ? found.choices : [];
    expect(relation(minutes?.text ?? "")).toMatch(/^15 minutes (?:later|earlier)$/u);
  },
);

it("offers both ways, each as a request", () => {
  const found = read("move Ada by two hours");
  expect(found.is === "asks" && found.choices.map(({ text }) => relation(text))).toEqual([
    "2 hours earlier",
    "2 hours later",
  ]);
});

it("leaves going on to a round to people", () => {
  expect(read("bring Ada forward to the offer stage").is).toBe("cannot");
  expect(read("push Ada forward").is).toBe("cannot");
});

it("is away from a day, never from then on, whatever else is said with it", () => {
  for (const text of [
    "move Ada away from Friday",
    "please could you kindly move Ada's call away from Friday",
    "please, quickly move Ada out of Friday",
  ]) {
    expect(relation(text)).toBe("not Fridays (Berlin time)");
  }
});
