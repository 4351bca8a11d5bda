import type { Competency, Family } from "./bank-schema.ts";

/** Whether it is for everybody, or a craft of the family. */
export const fitsFamily = (
  { families }: Pick<Competency, "families">,
  family: Family | null,
): boolean => families === "all" || (family !== null && families.includes(family.id));
