/** The bank from its files: one a competency in `bank/`, and the job families. All that this room reads. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import { type Bank, BankFile, Family } from "./bank-schema.ts";

const OWN_BANK = join(import.meta.dirname, "bank");
const OWN_FAMILIES = join(import.meta.dirname, "families.json");

const invalid = (path: string, { reason, cause }: { reason: string; cause?: unknown }): AppError =>
  new AppError({
    code: "internal",
    fault: "bug",
    message: `The question bank cannot be used. ${path}: ${reason}`,
    ...(cause !== undefined && { cause }),
  });

const readJson = <Shape extends z.ZodType>(path: string, schema: Shape): z.infer<Shape> => {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw invalid(path, { reason: "it is not JSON.", cause: error });
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw invalid(path, { reason: z.prettifyError(parsed.error) });
  return parsed.data;
};

/** The bank of a folder and a file of families. Errors: internal, with the file and what is wrong in it. */
export const readBank = (folder = OWN_BANK, familiesPath = OWN_FAMILIES): Bank => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .toSorted();
  const files = names.map((name) => {
    const path = join(folder, name);
    const file = readJson(path, BankFile);
    if (`${file.competency.id}.json` === name) return file;
    throw invalid(path, { reason: "it must be named after its competency." });
  });
  const families = readJson(familiesPath, z.array(Family));
  const known = new Set(files.map((file) => file.competency.id));
  const missing = families.flatMap(({ core }) => core).find((id) => !known.has(id));
  if (missing !== undefined)
    throw invalid(familiesPath, { reason: `there is no competency ${missing}.` });
  return {
    competencies: files.map((file) => file.competency),
    families,
    questionsOf: new Map(files.map((file) => [file.competency.id, file.questions])),
  };
};

let kept: Bank | undefined;

/** Our own bank, read at its first use: its files are part of the program and change only with it. */
export const questionBank = (): Bank => (kept ??= readBank());
