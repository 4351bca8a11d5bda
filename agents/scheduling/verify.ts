/** What must be true of a model's wording before anybody sees it. Facts are in tokens, so a wording that holds a digit, a
 * day or a link of its own has invented something. */
import {
  TEXT_FIELDS,
  isToken,
  ownWords,
  textFaults,
  tokensIn,
} from "../../src/domain/booking-texts.ts";
import type { BookingTexts } from "../../src/domain/proposal.ts";
import { faultsOf } from "./language.ts";
import { cleanText } from "../../src/domain/quoted.ts";

const INVENTED: { pattern: RegExp; fault: string }[] = [
  { pattern: /\p{N}/u, fault: "holds a number of its own" },
  {
    // Also one without its scheme: `evil.example/login`.
    pattern: /:\/\/|www\.|mailto:|\S@\S|[\p{L}\p{N}-]\.\p{L}{2,}/iu,
    fault: "holds a link or an address of its own",
  },
  { pattern: /[<>]|\]\(|```/, fault: "holds markup" },
  {
    pattern:
      /\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(january|february|april|june|july|august|september|october|november|december)\b/i,
    fault: "names a day or a month of its own",
  },
  { pattern: /\b(March|May|MARCH|MAY)\b/, fault: "names a day or a month of its own" },
  {
    pattern:
      /\b(today|tomorrow|tonight|noon|midnight|o['’]clock|half past|quarter (past|to)|(at|by|around|until|before|after) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|in the (morning|afternoon|evening))\b/i,
    fault: "names a time of its own",
  },
  {
    pattern: /\b(guarantee|promise|you(['’]ve| have)?( got)? the job|offer letter|salary)\b/i,
    fault: "promises something",
  },
];

/** Faults of a wording against its draft, of a booking of so many sessions; empty: it may be used. */
export const verifyTexts = (
  wording: BookingTexts,
  draft: BookingTexts,
  sessions: number,
): string[] => [
  ...textFaults(wording, sessions).map(({ path, message }) => `${path}: ${message}`),
  ...TEXT_FIELDS.flatMap((field) =>
    fieldFaults(wording[field], draft[field]).map((fault) => `${field} ${fault}`),
  ),
];

const fieldFaults = (text: string, draft: string): string[] => {
  const own = ownWords(text);
  const faults = INVENTED.filter(({ pattern }) => pattern.test(own)).map(({ fault }) => fault);
  if (cleanText(text) !== text.normalize("NFC")) faults.push("holds invisible characters");
  const tokens = tokensIn(text);
  const drafted = new Set(tokensIn(draft));
  const strange = tokens.find((token) => isToken(token) && !drafted.has(token));
  if (strange) faults.push(`uses {{${strange}}}, which the draft does not`);
  const lost = [...drafted].find((token) => !tokens.includes(token));
  if (lost) faults.push(`has lost {{${lost}}}`);
  // What the draft says itself is a person's to judge, beside the proposal.
  const isNew = faultsOf(own).length > faultsOf(ownWords(draft)).length;
  if (isNew) faults.push("asks or says what it should not");
  if (text.length > draft.length * 2 + 200) faults.push("is more than twice as long as the draft");
  return faults;
};
