import { describe, expect, test } from "vitest";
import { ContactId } from "../../../src/domain/ids.ts";
import { inWords } from "../../../src/requests/answer.ts";
import {
  type NamedDirectory,
  answerWithout,
  candidatesIn,
  keepingOf,
  placesIn,
  understandingWithout,
  withNamesAgain,
} from "../../../src/requests/naming.ts";
import { readRequest } from "../../../src/requests/read-request.ts";

const case_ = (caseId: string, name: string, of = `of-${caseId}`) => ({
  caseId,
  name,
  postingId: "be",
  postingTitle: "Backend Engineer",
  stageName: "Onsite",
  candidate: ContactId.parse(of),
});

const DIRECTORY: NamedDirectory = {
  cases: [
    case_("samir", "Samir Voss"),
    case_("ada", "Ada Lovelace"),
    case_("ada-2", "Ada Lovelace", "of-ada"),
    case_("garcia-1", "María García"),
    case_("garcia-2", "Pedro García"),
    case_("grace", "Grace Kelly"),
  ],
  users: [{ userId: "hopper", name: "Grace Hopper", email: "grace@example.com" }],
  stages: ["Phone Screen", "Onsite"],
};
const asker = ContactId.parse("asks:1");
const ofAda = ContactId.parse("of-ada");
const keeping = (text: string, candidate = asker, isMeant = false) =>
  keepingOf(text, DIRECTORY, { candidate, isMeant });
const kept = (text: string, candidate = asker, isMeant = false): string =>
  keeping(text, candidate, isMeant).echo(text);
const named = (text: string): string[] => [...candidatesIn(text, DIRECTORY)];

describe("what is kept of a request", () => {
  test("is of whom it names, quoted or not, however it came out", () => {
    expect(named("Reject Samir Voss, she is deaf")).toEqual(["of-samir"]);
    expect(named(`status "of Sa\u200bmir"`)).toEqual(["of-samir"]);
    expect(named("cancel Ada")).toEqual(["of-ada"]);
    expect(named("cancel García")).toEqual(["of-garcia-1", "of-garcia-2"]);
    expect(named("what waits?")).toEqual([]);
  });

  test("has places for the names of several, which one who is gone leaves empty", () => {
    const text = kept("reject Samir and Ada, and Zebulon");
    expect(text).toBe("reject {{of:samir}} and {{of:ada|ada-2}}, and …");
    expect(placesIn([text])).toEqual(["samir", "ada", "ada-2"]);
    const names = new Map([
      ["ada", "Ada Lovelace"],
      ["ada-2", "Ada Lovelace"],
    ]);
    expect(withNamesAgain(text, names)).toBe("reject … and Ada Lovelace, and …");
    expect(withNamesAgain(kept("cancel García"), new Map([["garcia-1", "María García"]]))).toBe(
      "cancel María García",
    );
  });

  test("keeps the name of the one whose key seals it, and a colleague's", () => {
    const text = "brief Grace on Ada like Samir";
    expect(kept(text, ofAda, true)).toBe("brief Grace on Ada like {{of:samir}}");
    expect(kept("brief Grace on Ada")).toBe("brief {{of:grace}} on {{of:ada|ada-2}}");
  });

  test("has no name in choices and the trace either", () => {
    const choices = [{ label: "cancel Samir", text: "cancel Samir Voss" }];
    const answer = inWords("asks", ["One at a time: “Samir” or Ada?"], { choices });
    const understood = { is: "asks", asked: "one_at_a_time", question: "Samir?", choices } as const;
    const by = keeping("cancel Samir and Ada");
    expect(JSON.stringify(answerWithout(answer, by))).not.toMatch(/Samir|Ada/u);
    expect(answerWithout(answer, by).choices).toHaveLength(1);
    expect(JSON.stringify(understandingWithout(understood, by))).not.toContain("Samir");
  });

  test("has no place for a name that hundreds have", () => {
    const cases = Array.from({ length: 400 }, (_, at) => case_(`many-${at}`, "Ana Lima"));
    const many = { ...DIRECTORY, cases };
    const { echo } = keepingOf("cancel Ana", many, { candidate: asker, isMeant: false });
    expect(echo("cancel Ana")).toBe("cancel …");
  });

  // Whoever is not in the directory is confidential, or nobody: the code that keeps words never learns which.
  test.each([
    ["status of Ada and Emil Mori", "status of Ada and …"],
    ["Emil Mori", "…"],
    ["cancel Ada not emil", "cancel Ada not …"],
    [
      "Cancel Ada's interview on Friday 27.11. at 2pm like Emil-Jo's",
      "Cancel Ada's interview on Friday 27.11. at 2pm like …'s",
    ],
    [
      "who owes feedback for the backend role, or Hope Young?",
      "who owes feedback for the backend role, or …?",
    ],
    ["status of Adda Lovelacee", "status of … {{of:ada|ada-2}}"],
    ["reschedule Ada to next week mornings", "reschedule Ada to next week mornings"],
  ])("has no word of %s that may be another name", (text, said) => {
    expect(kept(text, ofAda, true)).toBe(said);
  });

  test("says no such word back in questions, choices and the trace", () => {
    const now = Temporal.Instant.from("2026-11-25T10:00:00Z");
    for (const text of [
      "status of Emil Mori",
      "does Emil owe feedback?",
      "cancel Ada not Emil",
      "cancel Ada and Emil",
      "move Ada to Friday at 5 with Emil",
      "cancel Ada emil",
      "cancel Emil and move Ada to Friday",
      "why was Tuesday not offered to Ada and Emil?",
      "Emil Ada",
    ]) {
      const found = readRequest({ text, caseId: undefined, now, zone: "Europe/Berlin" }, DIRECTORY);
      const by = keeping(text);
      expect(JSON.stringify(understandingWithout(found, by))).not.toMatch(/emil/iu);
      if (found.is !== "asks") continue;
      const answer = inWords("asks", [found.question], { choices: found.choices });
      expect(JSON.stringify(answerWithout(answer, by))).not.toMatch(/emil/iu);
    }
  });
});
