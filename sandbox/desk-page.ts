/** The company's desk: its clock, its candidates, its calendars and mail, and what was written to it. */
import type { CompanyClock } from "./clock.ts";
import { escapeHtml, htmlPage } from "./html.ts";
import type { Journal, JournalEntry } from "./journal.ts";
import type { LeverOpportunity, LeverState } from "./lever/state.ts";
import type { World } from "./worlds/types.ts";
import { moveForm, postingTitle, stageName, whenIn } from "./page-words.ts";

const LAST_ENTRIES = 15;
const STEPS: readonly [label: string, minutes: number][] = [
  ["15 minutes", 15],
  ["1 hour", 60],
  ["1 day", 1_440],
  ["1 week", 10_080],
];

/** The page at `/`. */
export const deskPage = ({
  clock,
  journal,
  state,
}: {
  clock: CompanyClock;
  journal: Journal;
  state: LeverState;
}): string => {
  const { company } = state.world;
  const entries = journal.list().toReversed().slice(0, LAST_ENTRIES);
  return htmlPage({
    title: `${company.name}: the sandbox company`,
    body: `
<p>Everything here is invented. This is Lever, calendars, Zoom and mail as Convene meets them, on this machine only.</p>
${clockSection(clock, company.zone)}
<h2>Last written</h2>
${entriesList(entries, company.zone)}
<h2 id="candidates">Candidates</h2>
${candidatesList(state)}
<h2 id="calendars">Calendars</h2>
${calendarsList(state)}`,
  });
};

const clockSection = (clock: CompanyClock, zone: string): string => {
  const now = clock.now();
  const frozen = clock.isFrozen();
  const buttons = STEPS.map(
    ([label, minutes]) => `<button name="advanceMinutes" value="${minutes}">+ ${label}</button>`,
  );
  return `<h2>Clock</h2>
<p><time datetime="${now.toString()}">${escapeHtml(whenIn(now, zone))}</time> <span class="quiet">${frozen ? "stands still" : "runs"}</span></p>
<form class="row" method="post" action="/control/clock">${buttons.join("")}
<button name="freeze" value="${!frozen}">${frozen ? "Let it run" : "Stop it"}</button></form>`;
};

const entriesList = (entries: JournalEntry[], zone: string): string => {
  if (entries.length === 0) {
    return '<p class="quiet">Nothing yet. Move a candidate to Phone Screen.</p>';
  }
  const items = entries.map((entry) => {
    const at = whenIn(Temporal.Instant.from(entry.at), zone);
    const id = entry.ids["opportunityId"];
    const kind = escapeHtml(entry.kind);
    const what = id ? `<a href="/lever/opportunities/${escapeHtml(id)}">${kind}</a>` : kind;
    const facts = [entry.service, entry.ids["path"], at].filter((fact) => fact !== undefined);
    return `<li>${entry.seq}. ${what} <span class="quiet">${escapeHtml(facts.join(", "))}</span></li>`;
  });
  return `<ul>${items.join("")}</ul>`;
};

const candidatesList = (state: LeverState): string => {
  const all = [...state.opportunities.values()];
  const active = all.filter((item) => item.archived === null && !item.isAnonymized);
  const others = all.filter((item) => item.archived !== null || item.isAnonymized);
  return `<ul>${active.map((item) => `<li class="split">${candidate(item, state)}${moveForm(item, state)}</li>`).join("")}</ul>
<details><summary>${others.length} archived or anonymized</summary><ul>${others.map((item) => `<li>${candidate(item, state)}</li>`).join("")}</ul></details>`;
};

const candidate = (item: LeverOpportunity, state: LeverState): string =>
  `<span><a href="/lever/opportunities/${escapeHtml(item.id)}">${escapeHtml(item.name || "Anonymized candidate")}</a><br>
<span class="quiet">${escapeHtml(postingTitle(item, state))}, ${escapeHtml(stageName(item, state))}</span></span>`;

const calendarsList = ({ world }: LeverState): string =>
  teamsList(world) +
  `<details><summary>Rooms</summary><ul>${world.rooms.map(roomItem).join("")}</ul></details>`;

const roomItem = ({ name, email, mailbox, jobTitle }: World["rooms"][number]): string =>
  `<li><a href="/${mailbox ?? "google"}/calendars/${encodeURIComponent(email)}">${escapeHtml(name)}</a> <span class="quiet">${escapeHtml(jobTitle)}, ${escapeHtml(email)}</span></li>`;

const teamsList = (world: World): string =>
  world.teams
    .map((team) => {
      const members = world.people
        .filter((person) => person.team === team)
        .map((person) => {
          const has = person.calendar !== "none" && person.deactivatedAtMs === null;
          const name = escapeHtml(person.name);
          const link = has
            ? `<a href="/${person.mailbox ?? "google"}/calendars/${encodeURIComponent(person.email)}">${name}</a>`
            : name;
          return `<li>${link} <span class="quiet">${escapeHtml(person.jobTitle)}, ${escapeHtml(person.zone)}${calendarNote(person)}</span></li>`;
        });
      return `<details><summary>${escapeHtml(team)}</summary><ul>${members.join("")}</ul></details>`;
    })
    .join("");

const calendarNote = (person: LeverState["world"]["people"][number]): string => {
  if (person.deactivatedAtMs !== null) return ", has left";
  if (person.calendar === "none") return ", unknown to Google";
  return person.calendar === "denied" ? ", refuses access to the calendar" : "";
};
