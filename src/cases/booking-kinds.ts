import { BookInterview } from "../domain/proposal.ts";

/** Kinds of proposals that are about the booking itself, for a query's `in (…)`. */
export const KINDS_OF_BOOKINGS = BookInterview.shape.kind.options
  .map((kind) => `'${kind}'`)
  .join(", ");
