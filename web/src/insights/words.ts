/** Figures in words. */
import type { Figure } from "../../../src/http/api/insights-schemas.ts";

const HOUR = 60;
const DAY = 1440;
const TENTH = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const HUNDREDTH = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

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
export const toTenth = (value: number): string => TENTH.format(value);
export const toHundredth = (value: number): string => HUNDREDTH.format(value);

/** `2 of 5 needed`. */
export const lacking = ({ of, needed }: Figure): string => `${of} of ${needed} needed`;

export interface Bin {
  from: number;
  to: number | null;
  count: number;
}

const short = (minutes: number): [string, string] => {
  if (minutes < HOUR) return [String(minutes), "min"];
  if (minutes < DAY) return [String(minutes / HOUR), "h"];
  return [String(minutes / DAY), "d"];
};

/** `< 5 min`, `15–60 min`, `1–4 h`, `5 d +`: the span of a bin of minutes. */
export const spanOfMinutes = ({ from, to }: Bin): string => {
  const [low, unit] = short(from);
  if (to === null) return `${low} ${unit} +`;
  const [high, highUnit] = short(to);
  if (from === 0) return `< ${high} ${highUnit}`;
  return unit === highUnit ? `${low}–${high} ${unit}` : `${low} ${unit}–${high} ${highUnit}`;
};

export const spanOfHours = ({ from, to, count }: Bin): string =>
  spanOfMinutes({ from: from * HOUR, to: to === null ? null : to * HOUR, count });

/** `0`, `1`, `5 +`: of whole numbers. */
export const numberOf = ({ from, to }: Bin): string => (to === null ? `${from} +` : String(from));
