/** How much a person interviews, on their page: counts, and their own interviews without a word about candidates. */
import { type Stay, zoneAt } from "../../domain/preferences.ts";
import { slotInWords } from "../../domain/time.ts";
import { zoneName } from "../../domain/zone-names.ts";
import type { Load, OwnInterview, PoolShare } from "../../people/load.ts";
import { type Html, type HtmlValue, html } from "../../domain/html.ts";

export interface LoadView {
  load: Load;
  /** This week's and the next's, by start. */
  interviews: readonly OwnInterview[];
  shares: readonly PoolShare[];
  zone: string;
  /** Journeys: their interviews are told by the clocks there. */
  stays: readonly Pick<Stay, "from" | "until" | "zone">[];
  limits: { perWeek: number | null };
}

/** The part of the page that tells the load. */
export const loadView = (view: LoadView): Html =>
  html`<section class="card" aria-labelledby="load">
    <h2 id="load">Your interviews</h2>
    <table>
      <tbody>
        ${row("This week", view.load.thisWeek, view.limits.perWeek)}
        ${row("Next week", view.load.nextWeek, view.limits.perWeek)}
        ${row("The four weeks before", view.load.before, null)}
      </tbody>
    </table>
    ${list(view)} ${shares(view.shares)}
    <p class="quiet small">
      As Convene has booked or holds them; weeks begin on Monday, in ${zoneName(view.zone)}.
    </p>
  </section>`;

const row = (words: string, count: number, limit: number | null): Html =>
  html`<tr>
    <th scope="row">${words}</th>
    <td class="num">${count}${limit !== null && ` of ${limit}`}</td>
  </tr>`;

const list = ({ interviews, ...home }: LoadView): HtmlValue =>
  interviews.length > 0 &&
  html`<ul class="plain">
    ${interviews.map(
      (one) =>
        html`<li>
          <time datetime="${one.startsAt.toString()}"
            >${slotInWords(one, zoneAt(home, one.startsAt))}</time
          ><br />
          <span class="quiet">${one.stageName}, ${one.postingTitle}${heldInWords(one)}</span>
        </li>`,
    )}
  </ul>`;

/** Of an offer at most one time is theirs in the end. */
const heldInWords = ({ isBooked, offered }: OwnInterview): string => {
  if (offered) return " · one of several times that the candidate may choose";
  return isBooked ? "" : " · held, not decided yet";
};

const shares = (pools: readonly PoolShare[]): HtmlValue =>
  pools.length > 0 &&
  html`<h3>Beside the others of your pools</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">Pool</th>
          <th scope="col" class="num">You</th>
          <th scope="col" class="num">Others, on average</th>
        </tr>
      </thead>
      <tbody>
        ${pools.map(
          ({ planId, pool, own, others, people }) =>
            html`<tr>
              <th scope="row">
                ${pool} <span class="quiet small">${planId}, ${people} people</span>
              </th>
              <td class="num">${own}</td>
              <td class="num">${others}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="quiet small">Over these six weeks.</p>`;
