/** What candidates are told of the software: which texts apply, and how one is written. */
import { describe, expect, it } from "vitest";
import {
  type NoticeItems,
  NoticeId,
  blocksOf,
  faultsOfNotice,
  itemsIn,
  leadOf,
  noticesFor,
} from "../../../src/domain/notice.ts";
import { faultsOfDemands, lacksOfNotice } from "../../../src/domain/notice-demands.ts";
import { DRAFT_ITEMS, NOTICE_DRAFTS } from "../../../src/domain/notice-drafts.ts";

const NO_ITEMS: NoticeItems = {
  product: "",
  developer: "",
  decisions: "",
  data: "",
  positions: "",
  contact: "",
};

describe("which texts apply", () => {
  it("is the general one and those of each place; all where nobody knows the place", () => {
    expect(noticesFor([])).toEqual(["general"]);
    expect(noticesFor(["uk"])).toEqual(["general", "eu"]);
    expect(noticesFor(["us-il", "us-nyc"])).toEqual(["general", "us-nyc", "us-il"]);
    expect(noticesFor(null)).toEqual(NoticeId.options);
  });
});

describe("a text", () => {
  it("is paragraphs and lists, with words in bold", () => {
    const text = "One\ntwo **three**.\n\n- a\n- **b** c\nrest\r\n\r\n* d";
    expect(blocksOf({ text, items: NO_ITEMS })).toEqual([
      {
        kind: "paragraph",
        spans: [
          { text: "One two ", isBold: false },
          { text: "three", isBold: true },
          { text: ".", isBold: false },
        ],
      },
      {
        kind: "list",
        lines: [
          [{ text: "a", isBold: false }],
          [
            { text: "b", isBold: true },
            { text: " c", isBold: false },
          ],
        ],
      },
      { kind: "paragraph", spans: [{ text: "rest", isBold: false }] },
      { kind: "list", lines: [[{ text: "d", isBold: false }]] },
    ]);
  });

  it("takes items as text: what stands in them is no mark, and no token of another", () => {
    const items = { ...NO_ITEMS, product: "**X** {{contact}} <b>", contact: "us" };
    const text = "By {{ product }}, {{contact}} ** alone";
    expect(blocksOf({ text, items })).toEqual([
      {
        kind: "paragraph",
        spans: [{ text: "By **X** {{contact}} <b>, us ** alone", isBold: false }],
      },
    ]);
    expect(leadOf({ text: `${text}\n\nMore.`, items })).toBe(
      "By **X** {{contact}} <b>, us ** alone",
    );
  });

  it("is refused with a token that nothing stands for, an item not filled in, a gap, or no paragraph to begin with", () => {
    const faults = (text: string) => faultsOfNotice({ text, items: NO_ITEMS });
    expect(faults("Good.")).toEqual([]);
    expect(faults("By {{prodct}}.")).toMatchObject([
      { path: "text", message: expect.stringContaining("{{prodct}}") },
    ]);
    expect(faults("Ask {{contact}}.")).toMatchObject([{ path: "items.contact" }]);
    expect(faults("Ask [contact].")).toMatchObject([
      { path: "text", message: expect.stringContaining("[contact]") },
    ]);
    expect(faults("- a list")).toMatchObject([{ path: "text" }]);
  });
});

describe("what everybody is shown", () => {
  const faults = (text: string, notice: NoticeId = "general") =>
    faultsOfDemands({ notice, text, items: DRAFT_ITEMS }).map(({ message }) => message);
  const IS_SOFTWARE = expect.stringContaining("has to say that it is software");
  const HAS_PERSON = expect.stringContaining("they can have a person instead");

  it("says first that it is software, and how one reaches a person", () => {
    expect(faults("hi there")).toEqual([IS_SOFTWARE, HAS_PERSON]);
    expect(faults("https://evil.example click **here**")).toEqual([IS_SOFTWARE, HAS_PERSON]);
    expect(faults("Software arranges this.")).toEqual([HAS_PERSON]);
    expect(faults("Hello.\n\nSoftware arranges this. For a person: {{contact}}.")).toEqual([
      IS_SOFTWARE,
    ]);
    expect(faults("Ask our hardware for a person: {{contact}}.")).toEqual([IS_SOFTWARE]);
    expect(faults("An AI arranges this. To have a human instead: {{ contact }}.")).toEqual([]);
    // Below it stands what the law of a place asks for beside it.
    expect(faults("hi there", "us-il")).toEqual([]);
  });
});

describe("what the law of a place asks for", () => {
  it("is named where a text does not seem to say it", () => {
    const text = "In New York you may ask for an accommodation.";
    expect(lacksOfNotice({ notice: "us-nyc", text })).toEqual([
      "which data it uses ({{data}})",
      "how they ask ({{contact}})",
    ]);
    expect(lacksOfNotice({ notice: "us-il", text: "Hello." })).toHaveLength(6);
    expect(lacksOfNotice({ notice: "general", text: "Hello." })).toEqual([]);
  });
});

describe("our drafts", () => {
  it.each(NoticeId.options)("of %s can be shown as they are", (notice) => {
    const written = { text: NOTICE_DRAFTS[notice], items: DRAFT_ITEMS };
    expect(faultsOfNotice(written)).toEqual([]);
    expect(faultsOfDemands({ notice, ...written })).toEqual([]);
    expect(lacksOfNotice({ notice, ...written })).toEqual([]);
    expect(JSON.stringify(blocksOf(written))).not.toMatch(/\{\{|\*\*/u);
    expect(leadOf(written).length).toBeLessThan(250);
  });

  it("say of Illinois what is to be filled in there", () => {
    expect(itemsIn(NOTICE_DRAFTS["us-il"])).toEqual(Object.keys(DRAFT_ITEMS));
  });
});
