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

describe("our drafts", () => {
  it.each(NoticeId.options)("of %s can be shown as they are", (notice) => {
    const written = { text: NOTICE_DRAFTS[notice], items: DRAFT_ITEMS };
    expect(faultsOfNotice(written)).toEqual([]);
    expect(JSON.stringify(blocksOf(written))).not.toMatch(/\{\{|\*\*/u);
    expect(leadOf(written).length).toBeLessThan(250);
  });

  it("say of Illinois what is to be filled in there", () => {
    expect(itemsIn(NOTICE_DRAFTS["us-il"])).toEqual(Object.keys(DRAFT_ITEMS));
  });
});
