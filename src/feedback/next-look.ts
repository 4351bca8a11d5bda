/** When an opportunity's feedback is worth another look: pure. */
import type { OwedForm } from "./owed.ts";

interface Seen {
  forms: readonly Pick<OwedForm, "status" | "endsAt">[];
  /** Of the next interview with a form; null: none is to come. */
  nextEnd: Temporal.Instant | null;
  /** Whether a case of the opportunity is open. */
  isOpen: boolean;
  now: Temporal.Instant;
}

/** While a form is owed: most hand in on the same day. */
const FRESH_DAYS = 1;
const WHILE_FRESH = { minutes: 10 };
const WHILE_OWED = { minutes: 30 };
/** So long after its last interview a form may be opened again, or deleted. */
const SETTLED_DAYS = 3;
const WHILE_UNSETTLED = { hours: 3 };
/** A panel that was made by hand, and of which no webhook told. */
const WHILE_OPEN = { hours: 6 };

/** Shape: null: not before something happens. */
export const nextLookAt = ({ forms, nextEnd, isOpen, now }: Seen): Temporal.Instant | null => {
  const isWithin = (days: number) => (form: { endsAt: Temporal.Instant }) =>
    Temporal.Instant.compare(form.endsAt.add({ hours: days * 24 }), now) > 0;
  const owed = forms.filter(({ status }) => status === "owed");
  const moments = [
    ...(nextEnd === null ? [] : [nextEnd]),
    ...(owed.length > 0
      ? [now.add(owed.some(isWithin(FRESH_DAYS)) ? WHILE_FRESH : WHILE_OWED)]
      : []),
    ...(forms.some(isWithin(SETTLED_DAYS)) ? [now.add(WHILE_UNSETTLED)] : []),
    ...(isOpen ? [now.add(WHILE_OPEN)] : []),
  ];
  return moments.toSorted(Temporal.Instant.compare)[0] ?? null;
};
