/** Words and forms that the company's pages share. */
import { escapeHtml } from "./html.ts";
import type { LeverOpportunity, LeverState } from "./lever/state.ts";

/** A time as the people of a zone say it. */
export const whenIn = (instant: Temporal.Instant, zone: string): string => {
  const local = instant.toZonedDateTimeISO(zone);
  const day = local.toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short" });
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  return `${day} ${local.year}, ${time} (${zone})`;
};

/** Where an event is, after its other words: a link when it is a web address. */
export const placeLink = (place: string): string => {
  if (place === "") return "";
  const text = escapeHtml(place);
  return /^https?:\/\//.test(place) ? ` <a href="${text}">${text}</a>` : ` · ${text}`;
};

/** The title of the posting that the opportunity is for. */
export const postingTitle = (opportunity: LeverOpportunity, state: LeverState): string =>
  state.world.postings.find(({ id }) => id === opportunity.postingId)?.title ?? "";

/** The name of the stage that the opportunity is at. */
export const stageName = (opportunity: LeverOpportunity, state: LeverState): string =>
  state.world.stages.find(({ id }) => id === opportunity.stageId)?.text ?? "";

/** Moves the opportunity; offers the stage after its own first. */
export const moveForm = (opportunity: LeverOpportunity, state: LeverState, back = "/"): string => {
  const { stages } = state.world;
  const next = stages[stages.findIndex(({ id }) => id === opportunity.stageId) + 1];
  const choices = stages
    .filter(({ id }) => id !== opportunity.stageId)
    .map(({ id, text }) => {
      const selected = id === next?.id ? " selected" : "";
      return `<option value="${escapeHtml(id)}"${selected}>${escapeHtml(text)}</option>`;
    });
  const name = escapeHtml(opportunity.name || "anonymized candidate");
  return `<form class="row" method="post" action="/control/opportunities/${escapeHtml(opportunity.id)}/stage">
<input type="hidden" name="back" value="${escapeHtml(back)}">
<select name="stageId" aria-label="Stage for ${name}">${choices.join("")}</select>
<button aria-label="Move ${name}">Move</button></form>`;
};
