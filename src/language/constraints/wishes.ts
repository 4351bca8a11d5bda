/** What is wanted besides days and hours: how long, how much later, by what relation to the booking. */
import { map, maybe, one, oneOf, seq, skip, type Parser } from "./combinators.ts";

/** `30 minutes`. */
export interface DurationAtom {
  minutes: number;
  /** `in two hours`, `within 48 hours`: counted from now. */
  fromNow?: "in" | "within";
}

type ShiftUnit = "minute" | "hour" | "day" | "week" | "month";

/** `a day later`, `later the same week`, `same day`. */
export interface ShiftAtom {
  within?: "day" | "week";
  direction?: "later" | "earlier";
  amount?: number;
  unit?: ShiftUnit;
}

const amount = oneOf<{ value: number }>(
  one("number", ({ value, digits }) => value >= 1 && value <= 1000 && digits <= 4),
  one("count"),
);

const MINUTES = { minute: 1, hour: 60 } as const;

const clockUnit = map(one("unit"), ({ unit }) =>
  unit === "minute" || unit === "hour" ? unit : undefined,
);

/** `30 minutes`, `half an hour`, `an hour and a half`, `1.5 hours`, `1 hour 15 minutes`. Units: minutes. */
const span: Parser<number> = oneOf(
  map(seq(one("half"), clockUnit), ([, unit]) => (unit === "hour" ? 30 : undefined)),
  map(seq(amount, clockUnit, one("and"), maybe(one("count")), one("half")), ([{ value }, unit]) =>
    unit === "hour" ? value * 60 + 30 : undefined,
  ),
  map(
    seq(
      one("number", ({ digits }) => digits <= 2),
      one("dot"),
      one("number", ({ digits }) => digits === 1),
      clockUnit,
    ),
    ([whole, , tenth, unit]) => (unit === "hour" ? whole.value * 60 + tenth.value * 6 : undefined),
  ),
  map(
    seq(
      amount,
      maybe(one("dash")),
      clockUnit,
      maybe(
        seq(
          skip("and"),
          amount,
          map(clockUnit, (unit) => (unit === "minute" ? unit : undefined)),
        ),
      ),
    ),
    ([{ value }, , unit, rest]) => {
      const minutes = value * MINUTES[unit] + (rest && unit === "hour" ? rest[1].value : 0);
      return rest && unit === "minute" ? undefined : minutes;
    },
  ),
);

/** How long it takes, or when from now. */
export const duration: Parser<DurationAtom> = oneOf(
  map(seq(one("within"), span), ([, minutes]): DurationAtom => ({ minutes, fromNow: "within" })),
  map(seq(one("in"), span), ([, minutes]): DurationAtom => ({ minutes, fromNow: "in" })),
  map(seq(skip("for"), span), ([, minutes]) => (minutes <= 1440 ? { minutes } : undefined)),
);

const unit = map(one("unit"), (lexeme): ShiftUnit | undefined =>
  lexeme.unit === "business_day" ? undefined : lexeme.unit,
);
const direction = map(one("direction"), ({ direction: way }) => way);
const by = one("bound", ({ bound }) => bound === "by");

const shifted = (value: number, which: ShiftUnit, way?: "later" | "earlier"): ShiftAtom => ({
  amount: value,
  unit: which,
  ...(way ? { direction: way } : {}),
});

const withinUnit = map(unit, (which) => (which === "day" || which === "week" ? which : undefined));
const that = oneOf<unknown>(one("same"), one("the"));

const plainDirection = map(
  one("direction", ({ onlyMoved }) => onlyMoved !== true),
  ({ direction: way }) => way,
);

/** A relation to what is booked. */
export const shift: Parser<ShiftAtom> = oneOf(
  map(seq(maybe(by), one("half"), unit, maybe(direction)), ([marked, , which, way]) =>
    which === "hour" && (marked || way) ? shifted(30, "minute", way) : undefined,
  ),
  map(seq(by, amount, unit, maybe(direction)), ([, { value }, which, way]) =>
    shifted(value, which, way),
  ),
  map(seq(amount, unit, direction), ([{ value }, which, way]) => shifted(value, which, way)),
  map(seq(maybe(by), span, direction), ([, minutes, way]) =>
    minutes <= 1000 ? shifted(minutes, "minute", way) : undefined,
  ),
  map(seq(direction, by, amount, unit), ([way, , { value }, which]) => shifted(value, which, way)),
  map(seq(direction, skip("in", "on"), that, withinUnit), ([way, , , within]) => ({
    within,
    direction: way,
  })),
  map(
    seq(skip("on", "in", "the"), one("same"), withinUnit, maybe(direction)),
    ([, , within, way]) => ({
      within,
      ...(way ? { direction: way } : {}),
    }),
  ),
  map(seq(plainDirection, amount, unit), ([way, { value }, which]) => shifted(value, which, way)),
  map(plainDirection, (way) => ({ direction: way })),
);

/** `push it 30 minutes`, but not `move the 30 minutes call`. */
export const shiftAfterMove: Parser<ShiftAtom> = (lexemes, at) => {
  const parsed = oneOf(
    map(seq(one("half"), unit), ([, which]) =>
      which === "hour" ? shifted(30, "minute") : undefined,
    ),
    map(seq(amount, unit), ([{ value }, which]) => shifted(value, which)),
    map(seq(direction, skip("for"), amount, unit), ([way, , { value }, which]) =>
      shifted(value, which, way),
    ),
    map(direction, (way): ShiftAtom => ({ direction: way })),
  )(lexemes, at);
  return parsed && lexemes[parsed.next]?.kind !== "session" ? parsed : undefined;
};

/** The relation in words. */
export const shiftWords = ({
  within,
  direction: way,
  amount: value,
  unit: which,
}: { [K in keyof ShiftAtom]: ShiftAtom[K] | undefined }): string =>
  [
    value === undefined ? "" : `by ${value} ${which ?? ""}${value === 1 ? "" : "s"}`,
    way ?? "",
    within === undefined
      ? ""
      : `on the same ${within} as what is booked`.replace("on the same week", "in the same week"),
  ]
    .filter((each) => each !== "")
    .join(", ");
