/** Names of the house itself, by which the ledger tells what no person has done. */
import { isSameName } from "./same-name.ts";

/** The name of whoever comes with the secret of the environment: a key of the house, and no person's. */
export const ADMIN = "admin";

const HOUSE_NAMES = [
  ADMIN,
  "convene",
  "policy",
  "clock",
  "candidate",
  "system",
  "command line",
  "nobody",
];

/** Whether it is one of the house's own, however it is written: whoever had it would act in the house's name. */
export const isHouseName = (name: string): boolean =>
  HOUSE_NAMES.some((own) => isSameName(own, name));

/** What there is to say of such a name. */
export const HOUSE_NAME_REFUSED =
  "must be the name of a person or a program: Convene itself acts by this one";
