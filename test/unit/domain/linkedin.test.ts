import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { linkedInAmong, linkedInProfile } from "../../../src/domain/linkedin.ts";

const ADA = "https://www.linkedin.com/in/ada-example";

describe("the address of a profile", () => {
  test.each([
    ["https://www.linkedin.com/in/ada-example", ADA],
    ["http://www.linkedin.com/in/ada-example", ADA],
    ["http://linkedin.com/in/ada-example/", ADA],
    ["HTTPS://WWW.LinkedIn.com/in/ada-example", ADA],
    ["www.linkedin.com/in/ada-example", ADA],
    ["linkedin.com/in/ada-example", ADA],
    ["//www.linkedin.com/in/ada-example", ADA],
    ["pt.linkedin.com/in/ada-example", ADA],
    [" https://de.linkedin.com/in/ada-example/en?trk=x#y ", ADA],
    ["https://www.linkedin.com/in/ada-example/details/experience/", ADA],
    ["https://www.linkedin.com/in/inês", "https://www.linkedin.com/in/in%C3%AAs"],
    ["https://www.linkedin.com/in/in%C3%AAs/", "https://www.linkedin.com/in/in%C3%AAs"],
    ["https://www.linkedin.com/in/ine%CC%82s/", "https://www.linkedin.com/in/in%C3%AAs"],
    ["https://linkedin.com.evil.example/in/ada", null],
    ["linkedin.com.evil.example/in/ada", null],
    ["https://evil-linkedin.com/in/ada", null],
    ["https://evil.example/linkedin.com/in/ada", null],
    ["evil.example/linkedin.com/in/ada", null],
    ["https://careers.linkedin.com/in/ada", null],
    ["https://a.de.linkedin.com/in/ada", null],
    ["https://me:pw@www.linkedin.com/in/ada", null],
    ["https://www.linkedin.com@evil.example/in/ada", null],
    ["https://www.linkedin.com:8443/in/ada", null],
    ["https://www.linkedin.com/company/norddata", null],
    ["https://www.linkedin.com/in/", null],
    ["https://www.linkedin.com/in/%", null],
    ["https://www.linkedin.com/in/ada%2F..%2Fredir", null],
    ["https://www.linkedin.com/in/ada%22onclick", null],
    ["https://www.linkedin.com/redir?url=https://evil.example", null],
    ["https://www.linkedin.com/in/ada/../../redir", null],
    ["ftp://www.linkedin.com/in/ada", null],
    ["javascript:alert('linkedin.com/in/ada')", null],
    ["ada", null],
    ["", null],
  ])("%j gives %j", (written, expected) => {
    expect(linkedInProfile(written)).toBe(expected);
  });

  it("is looked for among all links, and what only says that it is one is told apart", () => {
    const company = "https://www.linkedin.com/company/norddata";
    expect(
      linkedInAmong(["https://ada.example", company, "www.linkedin.com/in/ada-example"]),
    ).toEqual({ profile: ADA, refused: null });
    expect(linkedInAmong(["https://ada.example", company])).toEqual({
      profile: null,
      refused: company,
    });
    expect(linkedInAmong(["https://ada.example"])).toEqual({ profile: null, refused: null });
  });

  const piece = fc.constantFrom(
    ..."https:// http:// // www. de. linkedin.com evil.example /in/ /in ada inês % %2F %00 .. / \\ ? # @ : 8443 \t . - \u202E é".split(
      " ",
    ),
  );
  const pieces = fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 8 });

  it("is one form, which stays as it is, or none, whatever was written", () => {
    fc.assert(
      fc.property(pieces, (given) => {
        const found = linkedInProfile(given.join(""));
        if (found === null) return;
        expect(found).toMatch(/^https:\/\/www\.linkedin\.com\/in\/[\w%-]{2,900}$/);
        expect(linkedInProfile(found)).toBe(found);
        expect(
          linkedInProfile(`${found.replace("www", "de").replace("https://", "")}/en?x=y`),
        ).toBe(found);
      }),
      { numRuns: 2_000 },
    );
  });
});
