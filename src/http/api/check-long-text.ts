/** Checks of texts, long ones in threads of their own: few at once, and no longer than somebody waits. */
import { inThread } from "../../../tools/in-thread.ts";
import { AppError } from "../../domain/errors.ts";
import { checkText } from "../../language/checker/check-text.ts";
import { createLine } from "./line.ts";

/** So much takes a few milliseconds; more would hold up whoever else asks the server. Units: UTF-16 units. */
const MOST_HERE = 4_000;
/** Longer than any takes, also on a machine that is busy with other things. */
const MOST_MS = 45_000;
const PROGRAM = new URL("./check-text-program.ts", import.meta.url);

type Asked = Parameters<typeof checkText>[0];

/** `who` asks; `gone` says that they wait no more. Errors: `rate_limited` when too much is being checked; `payload_too_large` for a text that
 * takes too long. */
export type CheckForOne = (
  asked: Asked,
  caller: { who: string; gone: AbortSignal },
) => Promise<ReturnType<typeof checkText>>;

/** A checker. `mostMs`: how long one text may take, its waiting apart from that. */
export const createTextCheck = (mostMs = MOST_MS): CheckForOne => {
  const inLine = createLine({ atOnce: 2, waiting: 8, ofOne: 3 });
  return async (asked, { who, gone }) => {
    if (asked.text.length <= MOST_HERE) return checkText(asked);
    const patience = AbortSignal.any([gone, AbortSignal.timeout(MOST_MS)]);
    return await inLine(who, patience, async () => {
      const until = AbortSignal.any([gone, AbortSignal.timeout(mostMs)]);
      try {
        return await inThread<typeof checkText>(PROGRAM, asked, until);
      } catch (thrown) {
        throw until.aborted ? tookTooLong() : thrown;
      }
    });
  };
};

const tookTooLong = (): AppError =>
  new AppError({
    code: "payload_too_large",
    fault: "caller",
    message: `This text takes too long to check. Send less of it at once: parts of ${MOST_HERE} characters are checked in no time.`,
  });
