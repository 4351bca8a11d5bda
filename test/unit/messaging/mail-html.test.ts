import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailHtml } from "../../../src/messaging/mail-html.ts";

const html = (text: string, allowedUrls: string[] = []) =>
  mailHtml({ title: "Your interview", text, allowedUrls, footer: "Sent by Convene" });

const linksIn = (document: string) =>
  [...document.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);

it("keeps paragraphs and line breaks", () => {
  const document = html("Hello Ada,\r\nwelcome.\n\n\nSee you\nsoon.");
  expect(document.match(/<p /g)).toHaveLength(3);
  expect(document).toContain("Hello Ada,<br>\nwelcome.</p>");
  expect(document).toContain("See you<br>\nsoon.</p>");
});

describe("links", () => {
  const room = "https://meet.google.test/abc-defg-hij?a=1&b=2";

  it("are made of the given addresses alone", () => {
    const document = html(`Join ${room} and not https://evil.test/x or www.evil.test`, [room]);
    expect(linksIn(document)).toEqual(["https://meet.google.test/abc-defg-hij?a=1&amp;b=2"]);
  });

  it("are made wherever the address stands, and the longer one wins", () => {
    const document = html(`${room} ${room}`, ["https://meet.google.test/abc-defg-hij", room]);
    expect(linksIn(document)).toHaveLength(2);
    expect(document.match(/b=2<\/a>/g)).toHaveLength(2);
  });

  it("are never made of a script or of an address with quotes", () => {
    const bad = ["javascript:alert(1)", 'https://x.test/" onclick="alert(1)', "data:text/html,x"];
    expect(linksIn(html(bad.join(" "), bad))).toEqual([]);
  });
});

it("has no element that was not put there, whatever the text is", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (title, text, footer) => {
      const document = mailHtml({ title, text, footer, allowedUrls: [] });
      const names = [...document.matchAll(/<\/?([a-zA-Z!][a-zA-Z]*)/g)].map((match) => match[1]);
      const known = ["!DOCTYPE", "html", "head", "meta", "title", "body", "main", "p", "br", "hr"];
      expect(names.filter((name) => !known.includes(name ?? ""))).toEqual([]);
      expect(document.match(/<title>/g)).toHaveLength(1);
    }),
  );
});

it("escapes markup in title, text and footer", () => {
  const document = mailHtml({
    title: "</title><script>1</script>",
    text: "<img src=x onerror=alert(1)> & 'quotes' \"too\"",
    allowedUrls: [],
    footer: "<b>bold</b>",
  });
  expect(document).not.toMatch(/<(script|img|b)\b/);
  expect(document).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; &#39;quotes&#39;");
});

it("loads nothing, and suits light and dark", () => {
  const document = html("Hello");
  expect(document).not.toMatch(/\b(src|url\(|@import|background|color:)/);
  expect(document).toContain('<meta name="color-scheme" content="light dark">');
  expect(document).toContain('<html lang="en">');
});
