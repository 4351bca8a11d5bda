/** Offsets from UTC as they are written: `UTC+2`, `GMT-05:30`, `15:00+02:00`, the `Z` of an ISO time. */
import type { Reading } from "./lex.ts";
import type { Token } from "./tokens.ts";
import { FIXED_OFFSETS } from "./zones.ts";

interface Offset {
  sign: string;
  hours: number;
  minutes: number;
}

/** The zone that keeps an offset all year; its name in `Etc` has the sign the other way round. */
const readingOf = ({ sign, hours, minutes }: Offset, count: number): Reading => {
  const isReal = minutes < 60 && hours <= (sign === "+" ? 14 : 12);
  const text = `${sign}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
  const whole = hours === 0 ? "UTC" : `Etc/GMT${sign === "+" ? "-" : "+"}${hours}`;
  const zone = isReal ? (minutes === 0 ? whole : FIXED_OFFSETS[text]) : undefined;
  const bare: Reading["bare"] =
    zone === undefined ? { kind: "odd_offset" } : { kind: "zone", zones: [zone], place: false };
  return { bare, count };
};

const digits = (token: Token | undefined, ...counts: number[]): number | undefined =>
  token?.kind === "number" && counts.includes(token.norm.length) ? Number(token.norm) : undefined;

/** Sign, hours and minutes from a place on: `+2`, `+05:30`, `-0330`. `before`: how many tokens stand before it. */
const signedAt = (tokens: readonly Token[], at: number, before: number): Reading | undefined => {
  const [sign, hours, colon, minutes] = tokens.slice(at, at + 4);
  if (!sign || !/^[+-]$/.test(sign.norm)) return undefined;
  const whole = digits(hours, 1, 2);
  const rest = colon?.norm === ":" && !colon.spaced ? digits(minutes, 2) : undefined;
  if (whole !== undefined && rest !== undefined)
    return readingOf({ sign: sign.norm, hours: whole, minutes: rest }, before + 4);
  if (whole !== undefined)
    return readingOf({ sign: sign.norm, hours: whole, minutes: 0 }, before + 2);
  const both = digits(hours, 3, 4);
  return both === undefined
    ? undefined
    : readingOf(
        { sign: sign.norm, hours: Math.floor(both / 100), minutes: both % 100 },
        before + 2,
      );
};

/** `UTC + 2` is one, `3pm GMT - 5pm` is not. */
const isOffsetSign = (tokens: readonly Token[], at: number): boolean => {
  const [name, sign, number] = tokens.slice(at, at + 3);
  if (!name || !sign || !number || !/^(?:utc|gmt)$/.test(name.norm)) return false;
  if (!/^[+-]$/.test(sign.norm) || number.kind !== "number") return false;
  return sign.norm === "+" || !number.spaced;
};

const isIso = (tokens: readonly Token[], at: number): boolean =>
  [at - 4, at - 6].some((place) => tokens[place]?.norm === "t" && !tokens[place].spaced);

/** `UTC+2`; and an offset right behind a time: `15:00+02:00`, `3pm +0200`. */
export const readOffset = (tokens: readonly Token[], at: number): Reading | undefined => {
  if (isOffsetSign(tokens, at)) return signedAt(tokens, at + 1, 1);
  const [before, sign, number] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!before || !sign || !number || number.spaced || number.kind !== "number") return undefined;
  const isAfterClock =
    before.kind === "number" && tokens[at - 2]?.norm === ":" && number.norm.length % 2 === 0;
  const isTight = isAfterClock && !sign.spaced && (sign.norm === "+" || isIso(tokens, at));
  const isApart =
    sign.spaced && number.norm.length === 4 && (isAfterClock || /^[ap]\.?m$/.test(before.norm));
  return isTight || isApart ? signedAt(tokens, at, 0) : undefined;
};

/** The `T` and the `Z` of `2026-12-01T15:00Z`. */
export const readIsoSign = (tokens: readonly Token[], at: number): Reading | undefined => {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || token.spaced || before?.kind !== "number") return undefined;
  if (token.norm === "t" && after?.kind === "number" && !after.spaced && before.norm.length === 2) {
    return { bare: { kind: "filler" }, count: 1 };
  }
  return token.norm === "z" && isIso(tokens, at)
    ? readingOf({ sign: "+", hours: 0, minutes: 0 }, 1)
    : undefined;
};
