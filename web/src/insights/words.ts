/** Figures in words. */
import type { Figure } from "../../../src/http/api/insights-schemas.ts";

const HOUR = 60;
const DAY = 1440;
const TENTH = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const HUNDREDTH = new Intl.NumberFormat("en-GB", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** `42 min`, `3.5 h`, `2.1 days`. */
export const minutesInWords = (minutes: number): string => {
  if (minutes < 1) return "under 1 min";
  if (minutes < HOUR) return `${Math.round(minutes)} min`;
  if (minutes < 2 * DAY) return `${TENTH.format(minutes / HOUR)} h`;
  return `${TENTH.format(minutes / DAY)} days`;
};

export const hoursInWords = (hours: number): string => minutesInWords(hours * HOUR);
export const percent = (share: number): string => `${Math.round(share * 100)} %`;
/** `12.3 %`. */
export const percentOfTenths = (share: number): string => `${(share * 100).toFixed(1)} %`;
export const toThousandth = (value: number): string => value.toFixed(3);
export const toHundredth = (value: number): string => HUNDREDTH.format(value);

/** `1.5 actions`, `1 action`. */
export const actions = (value: number): string =>
  `${TENTH.format(value)} ${TENTH.format(value) === "1" ? "action" : "actions"}`;

/** `12.5 h`. */
export const inHours = (hours: number): string => `${TENTH.format(hours)} h`;

/** `2 of 5 needed`. */
export const lacking = ({ of, needed }: Figure): string => `${of} of ${needed} needed`;

export interface Bin {
  from: number;
  to: number | null;
  count: number;
}

/** In which unit a span that begins there is told, in minutes. */
const unitOf = (minutes: number): [number, string] => {
  if (minutes < HOUR) return [1, "min"];
  return minutes < DAY ? [HOUR, "h"] : [DAY, "d"];
};

/** `< 5 min`, `15–60 min`, `4–24 h`, `5 d +`: the span of a bin of minutes. */
export const spanOfMinutes = ({ from, to }: Bin): string => {
  const [length, unit] = unitOf(from === 0 ? (to ?? 0) : from);
  if (to === null) return `${from / length} ${unit} +`;
  return from === 0 ? `< ${to / length} ${unit}` : `${from / length}–${to / length} ${unit}`;
};

export const spanOfHours = ({ from, to, count }: Bin): string =>
  spanOfMinutes({ from: from * HOUR, to: to === null ? null : to * HOUR, count });

/** `0`, `1`, `5 +`: of whole numbers. */
export const numberOf = ({ from, to }: Bin): string => (to === null ? `${from} +` : String(from));
