/** How the page of the assistant looks, beside what all pages for visitors have. */

export const CHAT_STYLE = `
html { scroll-padding: 1rem 0 14rem; }
#messages { list-style: none; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
.message { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem; padding: .75rem 1rem; border: 1px solid var(--line);
  border-radius: .75rem; background: var(--paper); margin-right: 1.5rem; }
.message[data-from="candidate"] { margin: 0 0 0 1.5rem; background: var(--accent-ground); border-color: transparent; }
.message[data-from="person"] { border-color: var(--accent); border-width: 2px; }
.message.pending { opacity: .8; }
.message .words { white-space: pre-wrap; }
.translated { display: grid; gap: .5rem; }
.original { margin-top: .125rem; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); }
.message:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.acts { display: grid; gap: .75rem; }
.acts form { gap: .5rem; }
.sources ul { list-style: none; padding: 0; display: grid; gap: .75rem; margin-top: .5rem; }
.sources blockquote { margin: .25rem 0 0; padding-left: .75rem; border-left: 3px solid var(--line); white-space: pre-wrap; }
.suggestions { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; }
.suggestions button { text-align: left; }
.composer { gap: .5rem; padding: .75rem 1rem 1rem; margin: 0 -1rem; background: var(--ground); border-top: 1px solid var(--line); }
.composer textarea { resize: vertical; max-height: 40vh; }
.label-line { display: flex; flex-wrap: wrap; gap: 0 .75rem; justify-content: space-between; align-items: baseline; }
.label-line label { font-weight: 600; }
[data-part]:empty { display: none; }
[data-part="more"] { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
details > summary ~ * { margin-top: .5rem; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; }
.row button { flex: 1 1 auto; }
.has-script .only-without-script { display: none; }
@media (min-height: 36rem) { .composer { position: sticky; bottom: 0; } }
`;
