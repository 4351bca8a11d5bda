/** Whether two names or addresses are one to people, however they are written. */
import { cleanText } from "./quoted.ts";

/** In one form: what is not seen left out, wide letters made narrow, spaces, hyphens and apostrophes alike, case folded. */
export const foldedName = (name: string): string =>
  cleanText(name)
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/[\p{Pd}\u2212]/gu, "-")
    .replaceAll(/[‘’ʼ]/gu, "'")
    .trim()
    // Upwards first: "ß" and "SS" are one, and so are both small sigmas.
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC");

/** Nothing is the same as a name of which nothing is seen. */
export const isSameName = (one: string, other: string): boolean => {
  const name = foldedName(one);
  return name !== "" && name === foldedName(other);
};
