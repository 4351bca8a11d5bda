/** An opportunity as Lever's own page would show it, so that a person can see the booking. */
import { escapeHtml, htmlPage } from "./html.ts";
import { formIn, isIn } from "./lever/feedback.ts";
import { panelsOf } from "./lever/schedule.ts";
import type { LeverInterview, LeverOpportunity, LeverPanel, LeverState } from "./lever/state.ts";
import { RATINGS } from "./lever/wire.ts";
import { moveForm, postingTitle, stageName, whenIn } from "./page-words.ts";

/** The page at `/lever/opportunities/:id`. */
export const opportunityPage = (item: LeverOpportunity, state: LeverState): string => {
  const here = `/lever/opportunities/${item.id}`;
  return htmlPage({
    title: item.name || "Anonymized candidate",
    body: `
${facts(item, state)}
${moveForm(item, state, here)}
${archiveForm(item, here)}
<h2>Interviews</h2>
${interviews(item, state)}
<h2>Notes</h2>
${notes(item, state)}`,
  });
};

const facts = (item: LeverOpportunity, state: LeverState): string => {
  const rows: [string, string][] = [
    [
      "Posting",
      `<a href="/lever/postings/${escapeHtml(item.postingId)}">${escapeHtml(postingTitle(item, state))}</a>`,
    ],
    ["Stage", `${escapeHtml(stageName(item, state))}${item.archived ? " (archived)" : ""}`],
    ["E-mail", escapeHtml(item.email ?? "none")],
    ["Time zone", escapeHtml(item.applicationZone ?? "not given")],
    ["Owner", escapeHtml(nameOf(item.ownerId, state))],
  ];
  if (!item.contactAllowed) rows.push(["Contact", "must not be contacted"]);
  if (item.confidential) rows.push(["Confidential", "yes"]);
  return `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("")}</dl>`;
};

const archiveForm = (item: LeverOpportunity, here: string): string => {
  const act = item.archived ? "unarchive" : "archive";
  return `<form class="row" method="post" action="/control/opportunities/${escapeHtml(item.id)}/${act}">
<input type="hidden" name="back" value="${escapeHtml(here)}"><button>${item.archived ? "Un-archive" : "Archive"}</button></form>`;
};

const nameOf = (userId: string, state: LeverState): string =>
  state.world.people.find((person) => person.userId === userId)?.name ?? userId;

const interviews = (item: LeverOpportunity, state: LeverState): string => {
  const items = panelsOf(item, state).flatMap((panel) =>
    panel.interviews.map((interview) => `<li>${interviewItem(interview, panel, state)}</li>`),
  );
  return items.length > 0 ? `<ul>${items.join("")}</ul>` : '<p class="quiet">None.</p>';
};

const interviewItem = (interview: LeverInterview, panel: LeverPanel, state: LeverState): string => {
  const at = Temporal.Instant.fromEpochMilliseconds(interview.date);
  const people = interview.interviewers.map(({ id }) => nameOf(id, state)).join(", ");
  const maker = panel.externallyManaged ? "Made by an integration" : "Made in Lever";
  return `<strong>${escapeHtml(interview.subject ?? "Interview")}</strong><br>
<time datetime="${at.toString()}">${escapeHtml(whenIn(at, panel.timezone))}</time>, ${interview.duration} minutes<br>
${escapeHtml(people)}<br>
${interview.location ? `${linked(interview.location)}<br>` : ""}<span class="quiet">${maker}${panel.externalUrl ? `: ${linked(panel.externalUrl)}` : ""}</span>
${interview.interviewers.map(({ id }) => feedbackOf(interview, id, state)).join("")}`;
};

/** What an interviewer has handed in, or the form for it. */
const feedbackOf = (interview: LeverInterview, userId: string, state: LeverState): string => {
  if (formIn(interview, userId) === null) return "";
  const name = escapeHtml(nameOf(userId, state));
  if (isIn(interview, userId, state)) return `<p class="quiet">${name} has handed in feedback.</p>`;
  const ratings = RATINGS.map((rating) => `<option>${escapeHtml(rating)}</option>`).join("");
  return `<form class="fields" method="post" action="/control/interviews/${escapeHtml(interview.id)}/feedback">
<input type="hidden" name="back" value="/lever/opportunities/${escapeHtml(interview.opportunityId)}"><input type="hidden" name="userId" value="${escapeHtml(userId)}">
<label>Rating by ${name}<select name="rating">${ratings}</select></label>
<label>What did ${name} see?<input name="notes" maxlength="2000"></label>
<button aria-label="Hand in the feedback of ${name}">Hand in</button></form>`;
};

/** Web addresses as links; anything else as text. */
const linked = (text: string | null): string => {
  if (!text) return "";
  const safe = escapeHtml(text);
  return /^https?:\/\//.test(text) ? `<a href="${safe}">${safe}</a> ` : `${safe} `;
};

const notes = (item: LeverOpportunity, state: LeverState): string => {
  const comments = [...state.notes.values()]
    .filter((note) => note.opportunityId === item.id)
    .flatMap((note) => note.comments);
  if (comments.length === 0) return '<p class="quiet">None.</p>';
  return comments.map(({ value }) => `<pre>${escapeHtml(value)}</pre>`).join("");
};
