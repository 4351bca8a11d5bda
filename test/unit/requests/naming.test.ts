import { describe, expect, test } from "vitest";
import { ContactId } from "../../../src/domain/ids.ts";
import { inWords } from "../../../src/requests/answer.ts";
import {
  answerWithout,
  candidatesIn,
  namedIn,
  placesIn,
  understandingWithout,
  withNamesAgain,
  withoutOthers,
} from "../../../src/requests/naming.ts";

const case_ = (caseId: string, name: string, more: { of?: string; isShown?: boolean } = {}) => ({
  caseId,
  name,
  postingId: "be",
  postingTitle: "Backend Engineer",
  stageName: "Onsite",
  candidate: ContactId.parse(more.of ?? `of-${caseId}`),
  isShown: more.isShown ?? true,
});

const EVERYBODY = {
  cases: [
    case_("samir", "Samir Voss"),
    case_("ada", "Ada Lovelace"),
    case_("ada-2", "Ada Lovelace", { of: "of-ada" }),
    case_("garcia-1", "María García"),
    case_("garcia-2", "Pedro García"),
    case_("hidden", "Zebulon Quark", { isShown: false }),
    case_("grace", "Grace Kelly"),
  ],
  users: [{ userId: "hopper", name: "Grace Hopper", email: "grace@example.com" }],
};
const asker = ContactId.parse("asks:1");
const kept = withoutOthers(EVERYBODY, { candidate: asker, isMeant: false });
const named = (text: string): string[] => [...candidatesIn(text, EVERYBODY)];

describe("what is kept of a request", () => {
  test("is of whom it names, quoted or not, shown or not, however it came out", () => {
    expect(named("Reject Samir Voss, she is deaf")).toEqual(["of-samir"]);
    expect(named(`status "of Sa\u200bmir"`)).toEqual(["of-samir"]);
    expect(named("cancel Ada")).toEqual(["of-ada"]);
    expect(named("status of Zebulon")).toEqual(["of-hidden"]);
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

  test("is looked for among those alone whom it names, and whoever is in sight", () => {
    const { cases, users } = namedIn("brief Grace on Ada", EVERYBODY, "samir");
    expect(cases.map(({ caseId }) => caseId)).toEqual(["samir", "ada", "ada-2", "grace"]);
    expect(users.map(({ userId }) => userId)).toEqual(["hopper"]);
  });

  test("keeps the name of the one whose key seals it, and a colleague's", () => {
    const candidate = ContactId.parse("of-ada");
    expect(
      withoutOthers(EVERYBODY, { candidate, isMeant: true })("brief Grace on Ada like Samir"),
    ).toBe("brief Grace on Ada like {{of:samir}}");
    expect(kept("brief Grace on Ada")).toBe("brief {{of:grace}} on {{of:ada|ada-2}}");
  });

  test("has no name in choices and the trace either", () => {
    const choices = [{ label: "cancel Samir", text: "cancel Samir Voss" }];
    const answer = inWords("asks", ["One at a time: Samir or Ada?"], { choices });
    const understood = { is: "asks", asked: "one_at_a_time", question: "Samir?", choices } as const;
    expect(JSON.stringify(answerWithout(answer, kept))).not.toMatch(/Samir|Ada/u);
    expect(JSON.stringify(understandingWithout({ ...understood, choices }, kept))).not.toContain(
      "Samir",
    );
  });
});
