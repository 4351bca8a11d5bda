/** A brief in Slack: who and when, three lines, and the way to all of it. */
import type { RenderedAlert } from "../domain/alert.ts";
import type { BriefReader, SendBrief } from "../domain/brief.ts";
import { cleanLine } from "../domain/quoted.ts";
import { type BriefLinks, type BriefView, viewOf } from "./view.ts";
import { webUrl } from "./words.ts";

/** Units: characters. */
const LONGEST_NAME = 80;
const LONGEST_LINE = 400;

/** As `src/messaging/slack.ts` sends it: plain text, and links as buttons. */
export const renderBriefSlack = (
  payload: SendBrief,
  reader: BriefReader,
  links: BriefLinks,
): RenderedAlert => {
  const view = viewOf(payload, reader, links);
  const name = (text: string): string => cleanLine(text, LONGEST_NAME);
  const what = `${name(view.session)} with ${name(view.candidate)} (${name(view.role)})`;
  return {
    title: `${view.changes.length > 0 ? "Changed: your brief" : "Your brief"} for ${what}: ${view.when.first}.`,
    lines: linesOf(view).map((text) => cleanLine(text, LONGEST_LINE)),
    links: [
      ...button("Open the brief", view.page),
      ...button("Join the video call", view.video),
      ...button("Candidate in Lever", webUrl(links.lever)),
      ...button("Your hours and limits", webUrl(links.own)),
    ],
  };
};

const button = (label: string, url: string | null): RenderedAlert["links"] =>
  url === null ? [] : [{ label, url }];

/** What has changed comes first; what to know and what to ask is told by its first point. */
const linesOf = (view: BriefView): string[] => {
  const said = new Map(view.facts.map(({ label, text }) => [label, text]));
  const place = said.get("Where") ?? "";
  const covers = said.get("Covers");
  const [highlight] = view.highlights;
  const [point] = view.probe;
  const [question] = view.questions;
  const ask = point?.ask ?? question?.text;
  return [
    view.changes.length > 0
      ? `Changed: ${view.changes.join(" ")}`
      : `${place}.${covers === undefined ? "" : ` It covers ${covers}.`}`,
    ...(highlight ? [`To know: ${highlight.text}`] : []),
    ...(ask === undefined ? [] : [`To ask: ${ask}`]),
  ];
};
