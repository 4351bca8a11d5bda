/** The channel as its readers see it: every card with its text and links, the last one first. */
import { escapeHtml, htmlPage } from "../html.ts";
import type { Teams, TeamsCard } from "./teams.ts";

const LAST_CARDS = 50;

/** The page at `/teams`. */
export const teamsPage = ({ cards }: Pick<Teams, "cards">): string => {
  const items = cards.slice(-LAST_CARDS).toReversed().map(cardItem);
  return htmlPage({
    title: "Teams",
    body:
      items.length > 0
        ? `<ul>${items.join("")}</ul>`
        : '<p class="quiet">Nothing has been posted in the channel yet.</p>',
  });
};

const cardItem = ({ texts: [title = "", ...texts], links }: TeamsCard): string => {
  const lines = texts.map((text) => `<p>${escapeHtml(text)}</p>`);
  const buttons = links.map(
    ({ label, url }) => `<a class="button" href="${escapeHtml(url)}">${escapeHtml(label)}</a>`,
  );
  return `<li><strong>${escapeHtml(title)}</strong>${lines.join("")}<p class="row">${buttons.join("")}</p></li>`;
};
