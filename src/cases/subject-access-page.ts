/** An export of what is held on a candidate as Markdown, for a person to read: the same as its JSON, in order and in words. */
import type { FieldChange } from "../domain/field-change.ts";
import { BY_CANDIDATE } from "./opt-outs.ts";
import type { SubjectAccess, SubjectCase, SubjectChanges, SubjectStep } from "./subject-access.ts";

/** The whole export, one text. */
export const renderSubject = ({
  name,
  candidate,
  madeAt,
  cases,
  erased,
  optOuts,
  leftOut,
}: SubjectAccess): string =>
  [
    `# What is held on ${name ?? "a candidate who was erased"}`,
    `Made at ${madeAt}. Id in Lever: \`${candidate}\`. The JSON of the same export holds every field.`,
    ...erased.map(({ at, reason }) => `Erased at ${at ?? "(being done)"}: ${plain(reason)}.`),
    ...optOuts.map(
      ({ at, by, endedAt, endedBy }) =>
        `People instead of software, as you wanted: from ${at}, ${by === BY_CANDIDATE ? "pressed on your own page" : `noted by ${by}`}${endedAt === null ? "" : `, until ${endedAt}, ended by ${endedBy}`}.`,
    ),
    ...cases.map(renderCase),
    "## Not in here",
    leftOut.map((each) => `- ${each}`).join("\n"),
  ].join("\n\n") + "\n";

const plain = (word: string): string => word.replaceAll("_", " ");

const section = <Item>(
  title: string,
  items: readonly Item[],
  line: (item: Item) => string,
): string[] =>
  items.length === 0 ? [] : [`### ${title}`, items.map((item) => line(item)).join("\n")];

const renderCase = (of: SubjectCase): string =>
  [
    `## ${of.posting}, ${of.stage}`,
    `Case \`${of.id}\`, opened at ${of.openedAt}, ${of.closedAt === null ? `now ${of.status}` : `ended at ${of.closedAt}`}. Convene acted in the mode ${of.mode}.`,
    ...(of.steps.length === 0
      ? []
      : ["### What was proposed about you, why, and what became of it"]),
    ...of.steps.map(renderStep),
    ...section(
      "What you said on your page",
      of.said,
      ({ kind, at, content }) => `- ${at ?? ""} ${plain(kind)}${inWords(content)}`,
    ),
    ...section(
      "Your chat",
      of.chat,
      ({ by, at, content }) => `- ${at} **${by}**${inWords(content)}`,
    ),
    ...section(
      "Interviews",
      of.interviews,
      ({ startsAt, moves, attended }) =>
        `- ${startsAt}: moved ${moves} times, ${attended === null ? "not said whether you came" : attended ? "you came" : "you did not come"}`,
    ),
    ...section(
      "How likely a no-show was taken to be",
      of.risks,
      ({ interviewAt, risk, reasons, model }) =>
        `- ${interviewAt}: ${Math.round(risk * 100)} %, for ${reasons.join("; ") || "no reason of yours"} (model ${model}). It decides nothing: it led to offers of help alone.`,
    ),
    ...section(
      "What somebody asked about you in plain words",
      of.requests,
      ({ at, words, answer }) => `- ${at}${inWords(words)} → ${inWords(answer)}`,
    ),
    ...section(
      "Every entry of the ledger",
      of.ledger,
      ({ seq, at, type, by }) => `- ${seq}. ${at} ${type}, by ${by}`,
    ),
  ].join("\n\n");

const WORDED: Record<string, string> = {
  draft: "worded by rules",
  model: "worded by a language model, and checked by rules",
  fallback: "worded by rules, since a model's words failed their check",
};

const renderStep = (step: SubjectStep): string => {
  const { decision, effects } = step;
  const decided =
    decision === null
      ? "Nobody has decided on it."
      : `Decision: ${decision.word}, by ${decision.by} at ${decision.at}${inWords(decision.reason)}.`;
  const done = effects.map(({ kind, status }) => `${plain(kind)} (${status})`).join(", ");
  return [
    `**${plain(step.kind)}**, ${step.at}. Reason: the event \`${step.trigger}\`, under version ${step.policyVersion} of the rules (${step.class}); ${WORDED[step.wordedBy] ?? step.wordedBy}. ${decided} ${done === "" ? "Nothing was done." : `Done: ${done}.`}`,
    ...(step.changed === null ? [] : [changesOf(step.changed)]),
    ...(step.content === null ? [] : [fenced(step.content)]),
  ].join("\n\n");
};

const changesOf = ({ state, changes }: SubjectChanges): string =>
  state === "readable"
    ? `Changed:\n\n${fenced(changes.map(changeInWords))}`
    : `What was changed is ${state}.`;

const changeInWords = ({ field, of, shape, before, after, parts }: FieldChange): string => {
  const what = of === null ? field : `${field} of ${of}`;
  if (shape !== "text") return `${what}: ${before ?? "none"} → ${after ?? "none"}`;
  const words = parts.map(({ kind, text }) => {
    const line = text.replaceAll(/\s+/g, " ");
    if (kind === "same") return line;
    return kind === "added" ? `[put in: ${line.trim()}]` : `[taken out: ${line.trim()}]`;
  });
  return `${what}: ${words.join("")}`;
};

const inWords = (content: unknown): string => {
  if (content === null || content === undefined) return "";
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return `: ${text.replaceAll(/\s+/g, " ")}`;
};

/** As a block that nothing in it can end. */
const fenced = (content: unknown): string => {
  const text = JSON.stringify(content, null, 1);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}json\n${text}\n${fence}`;
};
