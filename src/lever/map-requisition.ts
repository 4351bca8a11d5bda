/** Lever's requisitions to our words. What is not named here never comes in: pay bands, notes, approvals, offers, an account's
 * own fields. Source: Lever API v1, requisitions; recorded answers. */
import { z } from "zod";
import { optionalText, quoted, text } from "./map.ts";
import type { Requisition } from "./port.ts";

/** A number, or a text that is one; null for any other, such as `unlimited`. */
const count = z
  .unknown()
  .optional()
  .transform((value) => {
    const isCount =
      typeof value === "number" || (typeof value === "string" && /^\d{1,9}$/.test(value));
    return isCount && Number.isSafeInteger(Number(value)) ? Number(value) : null;
  });

const RequisitionWire = z.object({
  id: z.string().min(1),
  requisitionCode: text,
  name: text,
  status: optionalText,
  confidentiality: optionalText,
  headcountTotal: count,
  headcountHired: count,
  headcountInfinite: z.boolean().nullish(),
  team: optionalText,
  department: optionalText,
  location: optionalText,
  employmentStatus: optionalText,
});

/** A requisition; null for a confidential one. */
export const mapRequisition = (wire: unknown): Requisition | null => {
  const raw = RequisitionWire.parse(wire);
  if (raw.confidentiality === "confidential") return null;
  return {
    id: raw.id,
    code: raw.requisitionCode,
    name: quoted(raw.name, `requisition/${raw.id}#name`),
    status: raw.status,
    headcount: {
      total: raw.headcountInfinite === true ? null : raw.headcountTotal,
      hired: raw.headcountHired,
    },
    team: raw.team,
    department: raw.department,
    location: raw.location,
    employment: raw.employmentStatus,
  };
};
