/** The technical file: what the product is for and what computes in it, with the log of its models, prompts and policies. */
import { readFile } from "node:fs/promises";
import { cleanLine } from "../domain/quoted.ts";
import { VERSION } from "../version.ts";
import type { ChangeLog, ModelPeriod, VersionPeriod } from "./change-log.ts";

const MODEL_CARD = new URL("../../docs/model-card.md", import.meta.url);

/** As Markdown: the model card of this version, then the log. */
export const writeTechnicalFile = async (
  log: ChangeLog,
  { at }: { at: Temporal.Instant },
): Promise<string> => {
  const card = await readFile(MODEL_CARD, "utf8");
  return `# Technical file of Convene ${VERSION}

Made at ${at.toString()} from the ledger and the model card of this version. Times are UTC. No candidate is in it.

${card.replaceAll(/^#/gm, "##").trim()}

## Change log of models and prompts

A period begins when a specialist first asked that model with that prompt, and ends when it first asked another one.

${modelTable(log.models)}

## Versions of the policy

${versionTable(log.policies)}

## Versions of the no-show model

It is used where evaluative features are on, and learns by night from the company's own history.

${versionTable(log.noShowModels)}
`;
};

const modelTable = (models: readonly ModelPeriod[]): string =>
  models.length === 0
    ? "No model was asked yet: what was made until now was made by code alone."
    : table(
        [
          "specialist",
          "model",
          "server",
          "prompt",
          "SHA-256",
          "from",
          "until",
          "asked",
          "draft stood",
        ],
        models.map((one) => [
          one.specialist,
          one.model,
          one.host,
          one.prompt,
          one.promptDigest,
          one.from.toString(),
          one.until?.toString() ?? "the latest",
          String(one.asked),
          String(one.degraded),
        ]),
      );

const versionTable = (versions: readonly VersionPeriod[]): string =>
  table(
    ["version", "by", "from", "until"],
    versions.map(({ version, by, from, until }) => [
      version,
      by ?? "the program",
      from?.toString() ?? "the beginning",
      until?.toString() ?? "in force",
    ]),
  );

const LONGEST = 200;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows]
    .map(
      (cells) =>
        `| ${cells.map((cell) => cleanLine(cell, LONGEST).replaceAll("|", "\\|")).join(" | ")} |`,
    )
    .join("\n");
