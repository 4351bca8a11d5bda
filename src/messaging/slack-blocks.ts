/** What is said in Slack: plain text in blocks, within Slack's limits. Source: Slack, "Block Kit", "Formatting text". */
import type { RenderedAlert } from "../domain/alert.ts";
import { shorten } from "../domain/quoted.ts";

/** Slack's own limits. */
const LONGEST = { label: 75, section: 3_000 } as const;

/** What a notification shows is read as Slack's markup. Source: Slack, "Formatting text", escaping. */
export const withoutMarkup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Plain text throughout: nothing in a name becomes a link or a mention. */
export const blocksOf = ({ title, lines, links }: RenderedAlert) => [
  section(title),
  ...inSections(lines).map(section),
  // Slack takes no row without a button.
  ...(links.length === 0 ? [] : [buttons(links)]),
];

const buttons = (links: RenderedAlert["links"]) => ({
  type: "actions" as const,
  elements: links.map(({ label, url }, index) => ({
    type: "button" as const,
    action_id: `open_${index}`,
    text: { type: "plain_text" as const, text: shorten(label, LONGEST.label), emoji: false },
    url,
  })),
});

/** As many of them in each as Slack takes. A line goes whole into one, unless it is longer than that. */
export const inSections = (lines: readonly string[]): string[] => {
  const sections: string[] = [];
  for (const line of lines.flatMap(inPieces)) {
    const last = sections.at(-1);
    const joined = `${last}\n${line}`;
    if (last === undefined || joined.length > LONGEST.section) sections.push(line);
    else sections[sections.length - 1] = joined;
  }
  return sections;
};

const inPieces = (line: string): string[] => {
  const piece = shorten(line, LONGEST.section);
  return piece === line ? [line] : [piece, ...inPieces(line.slice(piece.length))];
};

/** One paragraph. */
export const section = (text: string) => ({
  type: "section" as const,
  text: { type: "plain_text" as const, text: shorten(text, LONGEST.section), emoji: false },
});
