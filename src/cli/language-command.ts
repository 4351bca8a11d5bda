/** `convene language check`: what each line of a text asks or judges by that it should not. */
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { stdin, stdout } from "node:process";
import type { Readable } from "node:stream";
import { AppError } from "../domain/errors.ts";
import { checkLanguage } from "../language/checker/check-language.ts";
import { JURISDICTIONS, NO_RULE } from "../language/checker/jurisdictions.ts";
import { type Finding, type Kind, KINDS } from "../language/checker/types.ts";
import { otherThanEnglish } from "../documents/guess-language.ts";
import { unreadableFile } from "./unreadable-file.ts";

/** As written on the command line. */
export interface LanguageOptions {
  kind?: string;
  jurisdictions?: string;
  json?: boolean;
}

/** A line may be as long as a long book's chapter; what is longer is no text of lines. Units: UTF-16 units. */
export const LONGEST_LINE = 1_000_000;

/** So much tells the language. Units: UTF-16 units. */
const SAMPLE = 6_000;

/** Prints the findings of each line. Errors: `input_invalid` for what cannot be read or an option that is not one. */
export const runLanguageCheck = async (
  file: string | undefined,
  options: LanguageOptions,
): Promise<void> => {
  const kind = kindOf(options.kind);
  const jurisdictions = jurisdictionsOf(options.jurisdictions);
  const input = file ?? "-";
  let number = 0;
  let findingCount = 0;
  let sample = "";
  for await (const text of linesOf(input)) {
    number += 1;
    const findings = checkLanguage(text, {
      ...(kind && { kind }),
      ...(jurisdictions && { jurisdictions }),
    });
    findingCount += findings.length;
    if (sample.length < SAMPLE) sample = `${sample}${text}\n`;
    const line = options.json
      ? JSON.stringify({ text, findings })
      : inWords({ text, number, findings });
    if (line !== "" && !(await print(line))) return;
  }
  if (options.json) return;
  const language = otherThanEnglish(sample);
  if (language !== null) {
    await print(
      `This seems to be ${language}. Only English is read: little or nothing is found in it.`,
    );
  } else if (findingCount === 0) {
    await print("Nothing found.");
  }
};

const refuse = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

const kindOf = (said: string | undefined): Kind | undefined => {
  if (said === undefined) return undefined;
  const kind = KINDS.find((each) => each === said);
  if (!kind) throw refuse(`--kind: is one of ${KINDS.join(", ")}.`);
  return kind;
};

const jurisdictionsOf = (said: string | undefined): string[] | undefined => {
  const ids = said?.split(",").map((id) => id.trim());
  const known = Object.keys(JURISDICTIONS);
  if (ids?.some((id) => !known.includes(id))) {
    throw refuse(`--jurisdictions: are of ${known.join(", ")}, with commas between.`);
  }
  return ids;
};

const inWords = ({
  text,
  number,
  findings,
}: {
  text: string;
  number: number;
  findings: readonly Finding[];
}): string =>
  findings
    .map(({ start, end, severity, category, why, instead, rule }) =>
      [
        `${number}:${start + 1}  ${severity}  ${category}  “${text.slice(start, end)}”`,
        `    ${why}`,
        ...(instead === null ? [] : [`    Instead: ${instead}`]),
        `    ${rule ? `${rule.source}: ${rule.url}` : NO_RULE}`,
      ].join("\n"),
    )
    .join("\n");

/** Whether there is still somebody who reads: a pipe may end before the text does. */
const print = async (line: string): Promise<boolean> => {
  if (stdout.destroyed || !stdout.writable) return false;
  if (stdout.write(`${line}\n`)) return true;
  try {
    await once(stdout, "drain");
    return true;
  } catch (thrown) {
    if (isCode(thrown, "EPIPE")) return false;
    throw thrown;
  }
};

const isCode = (thrown: unknown, code: string): boolean =>
  thrown instanceof Error && "code" in thrown && thrown.code === code;

const nameOf = (input: string): string => (input === "-" ? "standard input" : input);

const openInput = (input: string): Readable => (input === "-" ? stdin : createReadStream(input));

async function* linesOf(input: string): AsyncGenerator<string> {
  // Without a listener a closed pipe ends the process with a stack; `print` says it instead.
  stdout.on("error", () => undefined);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  let number = 0;
  try {
    for await (const chunk of openInput(input) as AsyncIterable<Uint8Array>) {
      rest += decoder.decode(chunk, { stream: true });
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      for (const line of [...lines, rest]) {
        if (line.length > LONGEST_LINE) throw tooLong(input, number + 1);
      }
      for (const line of lines) {
        number += 1;
        yield line.replace(/\r$/, "");
      }
    }
    rest += decoder.decode();
  } catch (thrown) {
    throw unreadableFile(thrown, nameOf(input));
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}

const tooLong = (input: string, number: number): AppError =>
  refuse(`${nameOf(input)}: about line ${number} a line has over ${LONGEST_LINE} characters.`);
