/** How the pages for visitors look: one column, 16 px, light and dark, from 320 px up. The same colours as the workbench. */

/** The stylesheet, which stands in each page itself: nothing else is loaded. */
export const STYLE = `
:root { color-scheme: light dark;
  --ground: light-dark(#f5f6f8, #12151a); --paper: light-dark(#fff, #1a1f26); --text: light-dark(#1b2027, #e3e8ee);
  --quiet: light-dark(#535c69, #a5afbc); --line: light-dark(#e2e6eb, #2a313b); --edge: light-dark(#7d8794, #6c7686);
  --accent: light-dark(#275f9b, #8fb9e8); --accent-ground: light-dark(#e6f0fa, #1c2f45); --on-accent: light-dark(#fff, #10151b);
  --failed: light-dark(#a32121, #ff9f9f); --failed-ground: light-dark(#fdeaea, #3b1b1e);
  --done: light-dark(#17663a, #82d4a3); --done-ground: light-dark(#e2f4e8, #16301f); }
*, ::before, ::after { box-sizing: border-box; }
html { text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); overflow-wrap: anywhere;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif; }
body > header, main, body > footer { max-width: 44rem; margin: 0 auto; padding: 1rem; }
body > header { padding-bottom: 0; font-weight: 600; color: var(--quiet); }
main { display: grid; gap: 1rem; }
main > * { min-width: 0; margin: 0; }
body > footer { color: var(--quiet); font-size: .875rem; padding-bottom: 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2, legend { font-size: 1.1rem; line-height: 1.3; font-weight: 600; margin: 0; padding: 0; }
h3 { font-size: 1rem; margin: 0; }
p, ul, ol { margin: 0; }
.quiet { color: var(--quiet); }
.small { font-size: .875rem; }
.num, time { font-variant-numeric: tabular-nums; }
a { color: var(--accent); }
form { display: grid; gap: 1rem; }
.card, fieldset { min-width: 0; margin: 0; padding: 1rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--paper);
  display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem; align-content: start; }
fieldset.plain { padding: 0; border: 0; background: none; gap: .25rem; }
fieldset.plain > legend { font-size: 1rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 1rem; }
.span { gap: .25rem .5rem; align-items: start; }
.dash { padding-top: .55rem; }
fieldset > legend { float: left; width: 100%; }
fieldset > legend + * { clear: both; }
.note { padding: .75rem 1rem; border-radius: .75rem; border: 1px solid var(--line); background: var(--paper); }
.note[data-tone="done"] { color: var(--done); background: var(--done-ground); border-color: transparent; }
.note[data-tone="failed"] { color: var(--failed); background: var(--failed-ground); border-color: transparent; }
.note a { color: inherit; }
label { display: inline-block; }
.choice { display: flex; gap: .6rem; align-items: start; padding: .25rem 0; }
.choice input { flex: none; width: 1.25rem; height: 1.25rem; margin: .15rem 0 0; accent-color: var(--accent); }
.fields { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; }
.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: .25rem; min-width: 0; align-content: start; }
.field > :is(input, button) { justify-self: start; }
.field > label { font-weight: 600; }
input, select, textarea, button { font: inherit; color: inherit; max-width: 100%; }
input:not([type="checkbox"], [type="radio"]), select, textarea { min-height: 2.75rem; padding: .4rem .6rem; border: 1px solid var(--edge);
  border-radius: .5rem; background: var(--paper); }
input[type="number"] { width: 6rem; }
input[aria-invalid="true"], select[aria-invalid="true"], textarea[aria-invalid="true"] { border-color: var(--failed); border-width: 2px; }
.error { color: var(--failed); font-weight: 600; }
button, .button { display: inline-block; min-height: 2.75rem; padding: .55rem 1.1rem; border: 1px solid var(--edge); border-radius: .5rem;
  background: var(--paper); color: inherit; text-decoration: none; cursor: pointer; }
button.primary, .button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
:is(a, button, input, select, textarea, summary, .note):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem .4rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
td.num, th.num { overflow-wrap: normal; text-align: right; padding-right: 0; padding-left: .5rem; }
tr:last-child > * { border-bottom: 0; }
ul.plain { list-style: none; padding: 0; }
summary { cursor: pointer; padding: .25rem 0; }
.only-with-script { display: none; }
.has-script .only-with-script { display: revert; }
[hidden] { display: none !important; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.when { font-size: 1.2rem; font-weight: 600; }
.facts { display: grid; grid-template-columns: minmax(6rem, max-content) minmax(8.5rem, 1fr); gap: .25rem 1rem; margin: 0; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; }
button.wide { width: 100%; }
details.card > summary { font-weight: 600; }
details.card { display: block; }
details.card > * + * { margin-top: .75rem; }
.link-line { padding: .25rem 0; }
.link-line a { display: inline-block; padding: .25rem 0; }
.field > textarea, .field > select { width: 100%; }
.slots { display: grid; gap: .5rem; list-style: none; padding: 0; }
button.small { min-height: 2rem; padding: .2rem .8rem; justify-self: start; }
.slots .line { display: block; }
.slots button { width: 100%; text-align: left; }
.parts { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print { body { background: #fff; } .no-print { display: none; } }
`;
