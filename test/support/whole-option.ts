import { InvalidArgumentError } from "commander";
import { wholeNumber } from "../../src/cli/whole-number.ts";

/** Reads an option of a program of ours that is a whole number. Errors: commander's, which tells and ends the program. */
export const wholeOption = (text: string): number => {
  const number = wholeNumber(text);
  if (Number.isNaN(number)) throw new InvalidArgumentError("It must be a whole number.");
  return number;
};
