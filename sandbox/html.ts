/** Pages of the company's systems: plain HTML for a person who looks, in light and dark, from 390 px up. */

/** Text made safe for HTML, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

/** A whole page. `body` is HTML already. */
export const htmlPage = ({
  title,
  body,
}: {
  title: string;
  body: string;
}): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<nav aria-label="The company">${ROOMS}</nav>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** What stands where nothing is. */
export const notFoundPage = (): string =>
  htmlPage({ title: "Not found", body: `<p>There is nothing of that name here.</p>` });

/** The same on every page, so that none is a dead end. */
const ROOMS = [
  ["/", "The company"],
  ["/mail", "Mailbox"],
  ["/slack", "Slack"],
  ["/teams", "Teams"],
  ["/zoom", "Zoom"],
  ["/faults", "Faults"],
  ["/#candidates", "Candidates"],
  ["/#calendars", "Calendars"],
]
  .map(([href, words]) => `<a href="${href}">${words}</a>`)
  .join(" ");

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d5d9e0, #3a404a); --quiet: light-dark(#5a6270, #a7afbd); }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #16181d); color: light-dark(#1b1f27, #e8eaee); }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; margin: 0 0 1rem; }
h2 { font-size: 1rem; margin: 1.5rem 0 0.25rem; border-bottom: 1px solid var(--line); }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0 0 1rem; }
dt, .quiet { color: var(--quiet); }
dd { margin: 0; }
time { font-variant-numeric: tabular-nums; }
nav { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-bottom: 1rem; }
nav a, summary { padding: 0.25rem 0; }
summary { cursor: pointer; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.25rem 0; }
.split { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1rem; }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0.75rem; align-items: end; margin: 0.5rem 0 1rem; }
.stack, .stack label { display: grid; gap: 0.5rem; }
.modal { border: 1px solid; border-radius: 0.5rem; padding: 1rem; margin-bottom: 1.5rem; }
.fields label { display: grid; gap: 0.2rem; font-size: 0.9rem; }
button, select, input { font: inherit; padding: 0.3rem 0.7rem; border: 1px solid var(--line); border-radius: 0.4rem; background: light-dark(#f4f6f9, #23272f); color: inherit; }
input { min-width: 0; background: light-dark(#fff, #1b1e24); }
.button { padding: 0.3rem 0.7rem; border: 1px solid var(--line); border-radius: 0.4rem; background: light-dark(#f4f6f9, #23272f); text-decoration: none; }
.lines { white-space: pre-line; }
button { cursor: pointer; }
:is(button, .button):hover { border-color: var(--quiet); }
:is(a, button, input, select, summary):focus-visible { outline: 2px solid light-dark(#1a56c4, #8db4ff); outline-offset: 2px; }
a { color: light-dark(#1a56c4, #8db4ff); }
iframe { width: 100%; height: 32rem; border: 1px solid var(--line); }
pre { white-space: pre-wrap; border: 1px solid var(--line); padding: 0.75rem; }
`;
