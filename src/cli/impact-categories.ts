/** The employer's own categories of candidacies, from a CSV that is read once and kept nowhere. */
import { readFileSync } from "node:fs";
import { type CsvText, readCsv } from "../attendance/csv-records.ts";
import { AppError } from "../domain/errors.ts";
import type { Categorised } from "../insights/impact.ts";
import { unreadableFile } from "./unreadable-file.ts";

export interface ReadCategories {
  /** Names of the columns of categories. */
  columns: string[];
  of: Map<string, Categorised>;
}

/** Reads the file. Errors: `input_invalid` with every fault by line and column, and never a value of a category. */
export const readCategories = (path: string): ReadCategories => {
  const text = decode(path);
  const csv = readNamed(path, text);
  const columns = columnsOf(csv.header, path);
  const faults = csv.faults.map(({ line, found, expected }) =>
    at(path, line, `${found}; expected ${expected}`),
  );
  const of = new Map<string, Categorised>();
  for (const { line, cells } of csv.records) {
    const cell = (name: string): string => cells[csv.header.indexOf(name)]?.trim() ?? "";
    const reference = cell("reference");
    const selected = SELECTED[cell("selected").toLowerCase()];
    if (reference === "") faults.push(at(path, line, "column reference is blank"));
    else if (of.has(reference)) faults.push(at(path, line, "column reference: has a row already"));
    if (selected === undefined)
      faults.push(at(path, line, "column selected: must be yes, no or blank"));
    const categories = Object.fromEntries(columns.map((name) => [name, cell(name)]));
    of.set(reference, { categories, selected: selected ?? null });
  }
  if (faults.length > 0) throw refuse(faults.join("\n"));
  return { columns, of };
};

const SELECTED: Readonly<Record<string, boolean | null>> = { yes: true, no: false, "": null };

const at = (path: string, line: number, message: string): string => `${path}:${line}: ${message}`;

const refuse = (message: string, cause?: unknown): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message, cause });

const decode = (path: string): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (thrown) {
    throw unreadableFile(thrown, path);
  }
};

const readNamed = (path: string, text: string): CsvText => {
  try {
    return readCsv(text, { wanted: ["reference"] });
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    throw refuse(`${path}: ${thrown.message}`, thrown);
  }
};

const columnsOf = (header: readonly string[], path: string): string[] => {
  const columns = header.filter((name) => name !== "reference" && name !== "selected");
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  const fault =
    (!header.includes("reference") && "the column reference is missing") ||
    (twice !== undefined && `the column ${twice} is there twice`) ||
    (columns.includes("") && `column ${header.indexOf("") + 1} has no name`) ||
    (columns.length === 0 && "there is no column of categories beside reference, such as sex");
  if (fault) throw refuse(at(path, 1, fault));
  return columns;
};
