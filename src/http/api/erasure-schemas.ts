/** Erasures, as the API takes and tells them: ids, enums and counts. */
import { z } from "zod";
import { isoInstant } from "../../domain/time.ts";
import { ERASURE_REASONS, ErasureReference, OutsideItem } from "../../privacy/erasures.ts";

/** What somebody says who has a candidate erased. */
export const ErasureRequest = z.object({
  reason: z.enum(ERASURE_REASONS).exclude(["deleted_in_lever", "kept_long_enough"]),
  reference: ErasureReference.optional().describe("A ticket's number, such as DSR-17; never words"),
});

/** One erasure: its certificate, once it is done. */
export const ErasureItem = z.object({
  id: z.string(),
  candidate: z.string().describe("Lever's id of the contact"),
  opportunityIds: z.array(z.string()),
  cause: z.enum(["lever", "person", "retention"]),
  reason: z.enum(ERASURE_REASONS),
  reference: z.string().nullable(),
  askedBy: z.string(),
  askedAt: isoInstant,
  erasedAt: isoInstant.nullable().describe("Null: it is done within seconds, or a run is let end"),
  isHeld: z
    .boolean()
    .describe("Whether a legal hold keeps what is to be erased: it is done once the hold ends"),
  isWhole: z
    .boolean()
    .nullable()
    .describe("False: the person has another candidacy, and their key stays for that one"),
  counts: z
    .record(z.string(), z.int())
    .nullable()
    .describe("What went, by kinds of texts and rows, and how many"),
  outside: z
    .array(OutsideItem)
    .nullable()
    .describe("What Convene wrote elsewhere and cannot shred: see to it by hand"),
});
export type ErasureItem = z.infer<typeof ErasureItem>;
