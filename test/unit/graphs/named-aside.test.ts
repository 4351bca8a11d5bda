/** What a model is shown of a request: no candidate's name, whoever may see it, and the way back. */
import { expect, it } from "vitest";
import { namedAside } from "../../../graphs/requests/named-aside.ts";

const case_ = (caseId: string, name: string) => ({
  caseId,
  name,
  postingId: "be",
  postingTitle: "Backend Engineer",
  stageName: "Onsite",
});
const directory = {
  stages: ["Onsite"],
  cases: [case_("ada", "Ada Lovelace"), case_("grace-k", "Grace Kelly")],
  past: [case_("zoe", "Zoë Müller")],
  users: [
    { userId: "grace", name: "Grace Hopper", email: "grace@example.com" },
    { userId: "linus", name: "Linus Torvalds", email: "linus@example.com" },
  ],
};
const shown = (text: string, isAllHidden = false): string =>
  namedAside(text, { directory, isAllHidden }).shown;

it.each([
  ["oh dear, Ada dropped by", "oh dear, [candidate 1] dropped by"],
  ["ada lovelace's gone", "[candidate 1]'s gone"],
  ["ADA LOVELACE IS GONE", "[candidate 1] IS GONE"],
  ["zoe muller had second thoughts", "[candidate 1] had second thoughts"],
  ["does Grace get along with Ada", "does [candidate 1] get along with [candidate 2]"],
  ["Linus wonders about Ada", "Linus wonders about [candidate 1]"],
  // Of nobody whom the asker may see: it may be of one for few eyes.
  ["Samir Voss dropped by", "[candidate 1] [candidate 2] dropped by"],
  ["what became of Samir", "what became of [candidate 1]"],
  ["Samir's gone", "[candidate 1]'s gone"],
  ["Samir has gone", "[candidate 1] has gone"],
  // Words that are no names stay.
  [
    "Ditch Ada on Monday for the Backend Engineer",
    "Ditch [candidate 1] on Monday for the Backend Engineer",
  ],
  ["I'd rather have Friday. Thanks", "I'd rather have Friday. Thanks"],
])("%s is shown as %s", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

it("hides who interviews where pseudonyms are on", () => {
  expect(shown("Linus wonders about Ada", true)).toBe(
    "[interviewer 1] wonders about [candidate 2]",
  );
});

it("puts back what stood there, and no place that somebody wrote", () => {
  const aside = namedAside("[candidate 1] and Ada, Zoë", { directory, isAllHidden: false });
  expect(aside.shown).toMatch(/^ +and \[candidate 1\], \[candidate 2\]$/u);
  expect(aside.withNames("[candidate 1]")).toBe("Ada");
  expect(aside.withNames("[candidate 2]'s")).toBe("Zoë's");
  expect(aside.withNames("[candidate 9]")).toBe("[candidate 9]");
});
