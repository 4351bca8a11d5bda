/** The HTML twin of a plain-text mail: the same words, no pictures, no tracking, nothing from outside. */

export interface MailHtml {
  /** The subject: title of the document for screen readers, not shown. */
  title: string;
  /** Blank lines part paragraphs; single line breaks stay line breaks. */
  text: string;
  /** The only texts that become links: whatever else looks like an address stays words. */
  allowedUrls: string[];
  footer: string;
}

/** A whole HTML document, readable in light and dark mail programs, with everything escaped. */
export const mailHtml = ({ title, text, allowedUrls, footer }: MailHtml): string => {
  const urls = allowedUrls.filter(isWebUrl).toSorted((a, b) => b.length - a.length);
  const paragraphs = paragraphsOf(text).map(
    (paragraph) => `<p style="margin:0 0 16px">${withLinks(paragraph, urls)}</p>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(oneLine(title))}</title>
</head>
<body style="margin:0;padding:24px 16px">
<main style="max-width:36em;margin:0 auto;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere">
${paragraphs.join("\n")}
<hr style="border:0;border-top:1px solid;opacity:0.3;margin:24px 0 16px">
<p style="margin:0;font-size:14px">${withBreaks(footer)}</p>
</main>
</body>
</html>
`;
};

const paragraphsOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");

const isWebUrl = (url: string): boolean => /^https?:\/\/[^\s<>"]+$/.test(url) && URL.canParse(url);

/** Longest first, so that one link that begins like another is not cut short. */
const withLinks = (text: string, urls: string[]): string => {
  const [url, ...rest] = urls;
  if (url === undefined) return withBreaks(text);
  return text
    .split(url)
    .map((part) => withLinks(part, rest))
    .join(`<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`);
};

const withBreaks = (text: string): string => escapeHtml(text).replaceAll("\n", "<br>\n");

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? "");
