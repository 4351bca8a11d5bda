import { describe, expect, it } from "vitest";
import { parsePlans } from "../../../src/plans/parse.ts";

const planWith = (...lines: string[]): string =>
  [
    "plans:",
    "  - id: a",
    "    match:",
    "      stages: [Phone Screen]",
    ...lines.map((line) => `    ${line}`),
    "    sessions:",
    "      - id: s",
    "        name: S",
    "        durationMinutes: 45",
    "        places: [{ role: recruiter }]",
  ].join("\n");
const faultsOf = (...lines: string[]) =>
  parsePlans("plans.yaml", planWith(...lines)).faults.map(
    ({ line, message }) => `${line}: ${message}`,
  );

describe("the video of a plan", () => {
  it.each(["meet", "teams", "zoom", "none"])("may be %s", (video) => {
    expect(faultsOf(`video: ${video}`)).toEqual([]);
  });

  it("may be a link of its own, or of people", () => {
    expect(faultsOf("video: fixed", "link: https://meet.example.com/room")).toEqual([]);
    expect(
      faultsOf("video: fixed", "links: { ada@example.com: https://meet.example.com/ada }"),
    ).toEqual([]);
  });

  it.each<[string[], RegExp]>([
    [["video: skype"], /^5: plan 1 › video: must be one of meet, teams, zoom, fixed, none$/],
    [["video: fixed"], /^5: plan a: `fixed` needs a `link`/],
    [["link: https://meet.example.com/room"], /^5: plan a: is used with `video: fixed` alone/],
    [["video: zoom", "links: { ada@example.com: https://x.example }"], /^6: plan a: is used with/],
    [["video: fixed", "link: http://meet.example.com/room"], /^6: .*must be an https address/],
    // What a calendar file refuses must not be found out when the interview is booked.
    [["video: fixed", "link: HTTPS://meet.example.com/room"], /^6: .*must be an https address/],
    [["video: fixed", "link: https:room"], /^6: .*must be an https address/],
    [["video: fixed", "link: 'https://x.example/\"><b>'"], /^6: .*must be an https address/],
    [
      ["video: fixed", "links: { ada: https://x.example }"],
      /^6: plan 1 › links › ada: must be an e-mail address$/,
    ],
  ])("is refused at its line: %j", (lines, says) => {
    expect(faultsOf(...lines)).toEqual([expect.stringMatching(says)]);
  });
});
