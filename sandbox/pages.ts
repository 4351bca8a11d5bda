/** Pages for a person who wants to see the company: its desk, and an opportunity as Lever would show it. */
import { Router } from "express";
import type { CompanyClock } from "./clock.ts";
import { escapeHtml, htmlPage } from "./html.ts";
import type { Journal } from "./journal.ts";
import type { LeverState } from "./lever/state.ts";

export interface PageOptions {
  clock: CompanyClock;
  journal: Journal;
  state: LeverState;
}

const LAST_ENTRIES = 15;
const SHOWN = 30;

/** `/`, `/lever/opportunities/:id` and `/lever/postings/:id`. */
export const createPages = (options: PageOptions): Router => {
  const router = Router();
  router.get("/", (_request, response) => {
    response.send(desk(options));
  });
  router.get("/lever/opportunities/:id", (request, response) => {
    const body = opportunityPage(request.params.id, options.state);
    response.status(body ? 200 : 404).send(body ?? htmlPage({ title: "Not found", body: "" }));
  });
  router.get("/lever/postings/:id", (request, response) => {
    const posting = options.state.world.postings.find(({ id }) => id === request.params.id);
    const body = posting
      ? htmlPage({
          title: posting.title,
          body: `<p class="quiet">${escapeHtml(posting.team)}, ${escapeHtml(posting.location)}</p><p>${escapeHtml(posting.description)}</p>`,
        })
      : htmlPage({ title: "Not found", body: "" });
    response.status(posting ? 200 : 404).send(body);
  });
  return router;
};

const whenIn = (instant: Temporal.Instant, zone: string): string => {
  const local = instant.toZonedDateTimeISO(zone);
  const day = local.toLocaleString("en-GB", { weekday: "short" });
  const month = local.toLocaleString("en-GB", { month: "short" });
  const time = `${String(local.hour).padStart(2, "0")}:${String(local.minute).padStart(2, "0")}`;
  return `${day} ${local.day} ${month} ${local.year}, ${time} (${zone})`;
};

const desk = ({ clock, journal, state }: PageOptions): string => {
  const { world } = state;
  const entries = journal.list().toReversed().slice(0, LAST_ENTRIES);
  const movable = [...state.opportunities.values()]
    .filter((item) => item.archived === null && item.name !== "")
    .slice(0, SHOWN);
  return htmlPage({
    title: `${world.company.name}: the sandbox company`,
    body: `
<p>Everything here is invented. This is Lever, Google Calendar and mail as Convene meets them, on this machine only.</p>
<h2>Clock</h2>
<p><time>${escapeHtml(whenIn(clock.now(), world.company.zone))}</time></p>
<p>${[60, 60 * 24].map((minutes) => advanceForm(minutes)).join(" ")}</p>
<h2>Look at</h2>
<p><a href="/mail">Mailbox</a> · ${world.people
      .slice(0, 3)
      .map(
        (person) =>
          `<a href="/google/calendars/${encodeURIComponent(person.email)}">Calendar of ${escapeHtml(person.name)}</a>`,
      )
      .join(" · ")}</p>
<h2>Candidates</h2>
<ul>${movable.map((item) => `<li>${candidateRow(item.id, state)}</li>`).join("")}</ul>
<h2>Last written</h2>
<ul>${
      entries.length === 0
        ? '<li class="quiet">Nothing yet. Move a candidate to Phone Screen.</li>'
        : entries
            .map(
              (entry) =>
                `<li><span class="quiet">${entry.seq}</span> ${escapeHtml(entry.kind)} <span class="quiet">${escapeHtml(entry.service)}, ${escapeHtml(whenIn(Temporal.Instant.from(entry.at), world.company.zone))}</span></li>`,
            )
            .join("")
    }</ul>`,
  });
};

const advanceForm = (minutes: number): string =>
  `<form method="post" action="/control/clock" style="display:inline"><input type="hidden" name="advanceMinutes" value="${minutes}"><button>Advance ${minutes === 60 ? "1 hour" : "1 day"}</button></form>`;

const candidateRow = (id: string, state: LeverState): string => {
  const item = state.opportunities.get(id);
  if (!item) return "";
  const posting = state.world.postings.find((other) => other.id === item.postingId);
  const stage = state.world.stages.find((other) => other.id === item.stageId);
  const choices = state.world.stages
    .filter((other) => other.id !== item.stageId)
    .map(
      (other) =>
        `<option value="${escapeHtml(other.id)}"${other.text === "Phone Screen" ? " selected" : ""}>${escapeHtml(other.text)}</option>`,
    )
    .join("");
  return `<a href="/lever/opportunities/${escapeHtml(id)}">${escapeHtml(item.name)}</a> <span class="quiet">${escapeHtml(posting?.title ?? "")}, ${escapeHtml(stage?.text ?? "")}</span>
<form method="post" action="/control/opportunities/${escapeHtml(id)}/stage"><label class="quiet">Move to <select name="stageId" aria-label="Stage for ${escapeHtml(item.name)}">${choices}</select></label> <button>Move</button></form>`;
};

const opportunityPage = (id: string, state: LeverState): string | null => {
  const item = state.opportunities.get(id);
  if (!item) return null;
  const posting = state.world.postings.find((other) => other.id === item.postingId);
  const stage = state.world.stages.find((other) => other.id === item.stageId);
  const panels = [...state.panels.values()].filter((panel) => panel.opportunityId === id);
  const notes = [...state.notes.values()].filter((note) => note.opportunityId === id);
  const nameOf = (userId: string) =>
    state.world.people.find((person) => person.userId === userId)?.name ?? userId;
  return htmlPage({
    title: item.name || "Anonymized candidate",
    body: `
<dl><dt>Posting</dt><dd>${escapeHtml(posting?.title ?? "")}</dd><dt>Stage</dt><dd>${escapeHtml(stage?.text ?? "")}${item.archived ? " (archived)" : ""}</dd><dt>E-mail</dt><dd>${escapeHtml(item.email ?? "none")}</dd></dl>
<h2>Interviews</h2>
${
  panels.length === 0
    ? '<p class="quiet">None.</p>'
    : `<ul>${panels
        .flatMap((panel) =>
          panel.interviews.map(
            (interview) =>
              `<li><strong>${escapeHtml(interview.subject ?? "Interview")}</strong><br><time>${escapeHtml(whenIn(Temporal.Instant.fromEpochMilliseconds(interview.date), panel.timezone))}</time>, ${interview.duration} minutes<br>${interview.interviewers.map((one) => escapeHtml(nameOf(one.id))).join(", ")}<br><span class="quiet">${escapeHtml(interview.location ?? "")}${panel.externallyManaged ? "" : " (made in Lever)"}</span></li>`,
          ),
        )
        .join("")}</ul>`
}
<h2>Notes</h2>
${notes.length === 0 ? '<p class="quiet">None.</p>' : notes.map((note) => note.comments.map(({ value }) => `<pre>${escapeHtml(value)}</pre>`).join("")).join("")}
<p><a href="/">Back to the company</a></p>`,
  });
};
