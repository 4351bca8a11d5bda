/** How a brief's page looks beyond what every page for visitors has: two columns where there is room, one sheet on paper. */

import { SHEET_STYLE } from "./sheet.ts";

/** Stylesheet of the page, after that of its frame. */
export const BRIEF_STYLE = `
body > header, main, body > footer { max-width: 76rem; }
.brief, .brief-head { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
.brief-head { gap: .25rem; }
.brief-head > .role { font-size: 1.1rem; color: var(--quiet); }
.brief-head > h1 { margin: 0; }
.brief-head > .when { margin-top: .35rem; }
.brief-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); gap: .25rem 1.5rem; margin: .5rem 0 0; }
.brief-facts > div { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: .75rem; }
.brief-facts dt { color: var(--quiet); overflow-wrap: normal; }
.brief-facts dd { margin: 0; }
.join { margin-top: .5rem; }
.changes { padding: .75rem 1rem; border: 1px solid var(--accent); border-left-width: .4rem; border-radius: .5rem; background: var(--accent-ground); }
.changes > ul { padding-left: 1.25rem; }
.brief-parts, .brief-parts > div { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); align-content: start; }
.part { padding: 1rem 1.1rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--paper); }
.part > h2 { margin-bottom: .5rem; }
.part > :is(ul, ol) { padding-left: 1.2rem; display: grid; gap: .5rem; grid-template-columns: minmax(0, 1fr); }
.part > ol { padding-left: 1.5rem; gap: .9rem; }
.foot > .part > ol { gap: .35rem; }
.part li::marker { color: var(--quiet); font-variant-numeric: tabular-nums; }
#probe > ul { gap: .8rem; }
.ask { margin-top: .2rem; padding-left: .7rem; border-left: 3px solid var(--accent); }
.question > .quiet { white-space: normal; }
.follow-ups { margin: .3rem 0; padding-left: 1.1rem; }
.strong { color: var(--quiet); }
.mark { display: inline; }
.mark > summary { display: inline-block; margin-left: .35rem; min-width: 1.5rem; min-height: 1.5rem; padding: .1rem .35rem; border-radius: .4rem; list-style: none;
  background: var(--accent-ground); color: var(--accent); font-size: .8rem; line-height: 1.3rem; text-align: center; font-variant-numeric: tabular-nums; }
.mark > summary::-webkit-details-marker { display: none; }
.number { margin-left: .3rem; color: var(--quiet); font-size: .8rem; line-height: 1; }
.mark > blockquote { margin: .35rem 0 .5rem; padding: .5rem .75rem; border-left: 3px solid var(--edge); background: var(--ground); }
.mark > blockquote > p::before { content: "“"; }
.mark > blockquote > p::after { content: "”"; }
.mark > blockquote > footer { color: var(--quiet); font-size: .875rem; }
.part a { display: inline-block; min-height: 1.5rem; }
/* A wrapped link that is a block of its own would pull the number down to its last line. */
.foot ol a { display: inline; padding-block: .25rem; }
.brief-parts > div:empty, .paper { display: none; }
@media (min-width: 64rem) {
  .brief-parts { grid-template: auto auto 1fr / minmax(0, 5fr) minmax(0, 6fr); }
  .brief-parts > .do { grid-area: 1 / 2 / -1 / 3; }
}
@media print {${SHEET_STYLE}
  @page { margin: 6mm 8mm; }
  :root { color-scheme: light; }
  body { color: #000; font: 9.5pt/1.22 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans Condensed", sans-serif; }
  body > header, body > footer { display: none; }
  main { max-width: none; padding: 0; gap: 4pt; }
  .brief { display: block; }
  .brief-head { display: block; padding-bottom: 3pt; margin-bottom: 4pt; border-bottom: 1.5pt solid #000; }
  .brief-head > :is(h1, p) { display: inline; margin: 0; }
  .brief-head > h1 { font-size: 1.48em; line-height: 1.1; }
  .brief-head > .role { margin-left: 2mm; font-size: 1.1em; color: #333; }
  .brief-head > .when { font-size: 1.1em; }
  .brief-head > .when::before { content: "\\a"; white-space: pre; }
  .zone { white-space: nowrap; }
  .brief-head > .when ~ p { margin-left: 2mm; }
  .brief-facts { display: block; columns: 2; column-gap: 6mm; margin-top: 2pt; }
  .brief-facts > div { grid-template-columns: 17mm minmax(0, 1fr); gap: 1mm; break-inside: avoid; }
  .brief-parts { display: block; columns: 2; column-gap: 6mm; }
  .brief-parts > div { display: block; }
  .brief-parts > .foot { column-span: all; padding-top: 3pt; border-top: .75pt solid #000; }
  .part { display: block; padding: 0; margin: 0 0 4pt; border: 0; border-radius: 0; background: none; }
  .part > h2 { margin: 0 0 1.5pt; font-size: 1.05em; line-height: 1.2; border-bottom: .5pt solid #777; break-after: avoid; }
  .part > :is(ul, ol) { display: block; padding-left: 11pt; }
  .part > ol { padding-left: 13pt; }
  .part li { margin-bottom: 1pt; break-inside: avoid; }
  .part > ol > li { margin-bottom: 3pt; }
  .ask { margin: 0; padding-left: 0; border: 0; }
  .question, .follow-ups, .follow-ups > li { display: inline; margin: 0; padding: 0; }
  .follow-ups > li::before { content: " – "; }
  .quiet, .strong, .brief-facts dt, .part li::marker { color: #333; }
  .mark > :not(summary), .mark::details-content { display: none; }
  .mark > summary, .number { display: inline; min-width: 0; min-height: 0; margin: 0 0 0 1.5pt; padding: 0; background: none; color: #333; font-size: 7pt; line-height: 0; vertical-align: .25em; }
  .part a, .brief-facts a { display: inline; min-height: 0; color: inherit; }
  .foot > .part { margin-bottom: 2pt; }
  .foot :is(h2, ul, ol, li, p) { display: inline; padding: 0; border: 0; }
  .foot > .part > h2::after { content: ": "; }
  .foot ol + p::before { content: " · "; }
  :is(.foot, .changes) li + li::before { content: " · "; }
  .foot ol > li { counter-increment: source; }
  .foot ol > li::before { content: counter(source) "\\00a0"; }
  .foot ol > li + li::before { content: " · " counter(source) "\\00a0"; }
  .join > .button { display: inline; min-height: 0; padding: 0; border: 0; background: none; color: inherit; text-decoration: underline; font-weight: 400; }
  .changes { margin-bottom: 4pt; padding: 2pt 5pt; border: 1pt solid #000; border-left-width: 4pt; border-radius: 0; background: none; }
  .changes :is(h2, ul, li) { display: inline; padding: 0; font-size: 1em; }
  .changes > h2::after { content: ": "; }
  .note { padding: 3pt 6pt; border: 1pt solid #000; }
}
`;
