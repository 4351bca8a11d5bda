import { expect, it } from "vitest";
import { plainBlock } from "../../../src/domain/markdown.ts";
import { MOST_CHARACTERS, readMarkdown, tidyMarkdown } from "../../../src/domain/read-markdown.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

const faultsOf = (text: string): string[] =>
  readMarkdown(text).faults.map(({ line, message }) => `${line}: ${message}`);

it.each([
  ["a\n\n<script>alert(1)</script>", "3: there is HTML (“<script>alert(1)</script>”)"],
  ["a\nand <b>bold</b>", "2: there is HTML (“<b>”)"],
  ["<!-- hidden -->", "1: there is HTML"],
  ["- one\n- ![a picture](https://x.test/a.png)", "2: there is a picture"],
  ["[here](javascript:alert(1))", "1: there is a link to “javascript:alert(1)”"],
  ["[here][1]\n\n[1]: data:text/html,x", "1: there is a link to “data:text/html,x”"],
  ["[here](/etc)", "1: there is a link to “/etc”"],
  ["a\n\nb\u202ec", "3: there is a character that cannot be seen (U+202E)"],
  ["a\u200bb", "1: there is a character that cannot be seen (U+200B)"],
  ["a\n\u0007", "2: there is a character that cannot be seen (U+0007)"],
  ["a\n\n```\nnever ended", "3: this piece of code has no end. End it with a line ```"],
  [`${"> ".repeat(21)}deep`, "1: lists and quotes are nested too deep here."],
])("refuses %j with its line", (text, fault) => {
  expect(faultsOf(text)[0]).toContain(fault);
  expect(readMarkdown(text).blocks).toBeNull();
});

it("refuses what is too long to be kept", () => {
  const [fault] = faultsOf("x".repeat(MOST_CHARACTERS + 1));
  expect(fault).toBe(
    "1: the guide has 100001 characters, at most 100000 can be kept. Make two guides of it.",
  );
});

it.each([
  "Nothing odd: 3 < 4 & “quotes” — dashes.",
  "Emoji 👩‍🔬, Persian می‌خواهم, Japanese 面接.",
  "```\ncode <b>\n```",
  "`<b>`",
  "> - nested\n>   - lists",
  "[a](https://a.test/b?c=d) <https://b.test> [b](mailto:a@b.test) [c](tel:+351)",
  "",
])("takes %j", (text) => {
  expect(faultsOf(text)).toEqual([]);
});

it("tells every fault in the order of the lines", () => {
  expect(faultsOf("<i>\n\nfine\n\n![x](https://x.test)\n\n[y](ftp://y.test)")).toMatchObject([
    expect.stringMatching(/^1: there is HTML/),
    expect.stringMatching(/^5: there is a picture/),
    expect.stringMatching(/^7: there is a link/),
  ]);
});

it.each(["> a\n\n", "[x][y] ", "a **b* c_ "])(
  "reads %j a hundred thousand characters long in no time",
  (part) => {
    const text = part.repeat(MOST_CHARACTERS / part.length);
    const started = startStopwatch();
    readMarkdown(text);
    // Some 200 ms; a reader whose time grows by the square needs tens of seconds.
    expect(started.cpuMs()).toBeLessThan(5_000);
  },
);

it("says what stands there without marks", () => {
  const text = `Come **as you *are***: \`code\`, [map](https://m.test)
and [us@x.test](mailto:us@x.test), [+351 21 (000) 84](tel:+3512100084) or [us](tel:+3512100084).

3. third
4. fourth
   - within

> said  
> twice`;
  const { blocks } = readMarkdown(text);
  expect(blocks?.map(plainBlock)).toEqual([
    "Come as you are: code, map (https://m.test) and us@x.test, +351 21 (000) 84 or us (+3512100084).",
    "3. third\n4. fourth\n   - within",
    "said\ntwice",
  ]);
});

it("keeps one kind of line end", () => {
  expect(tidyMarkdown("a\r\nb\rc\n\n  ")).toBe("a\nb\nc");
});
