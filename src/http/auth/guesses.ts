/** Wrong secrets, counted by the network address that they came from, at every door that takes one in the header. Only what is wrong counts: a secret
 * that is right passes, whoever else guesses behind the same address. */
import { createHash } from "node:crypto";
import type { Request } from "express";
import { MemoryStore, ipKeyGenerator, rateLimit } from "express-rate-limit";
import { AppError } from "../../domain/errors.ts";
import { isOfSecretForm } from "./secret-in-address.ts";

/** A secret that came, and who it is of. */
interface Sent<Found> {
  request: Request;
  secret: string;
  /** Null: it is of nobody. */
  find(): Promise<Found | null>;
}

/** What stands before the look at a secret. */
export interface Guesses {
  /** Who it is of. Shape: null when it is wrong, which is counted. Errors: `rate_limited`, with the seconds to wait, for a wrong one too many. Where
   * there were too many, a word that nobody has come in with from there is not even compared: by no answer it is learnt whether it would be right. What
   * no one can guess, a token of ours or of an identity provider, is looked at all the same. */
  look<Found>(sent: Sent<Found>): Promise<Found | null>;
}

const WINDOW_MS = 60_000;
/** Addresses that are counted one by one; when there are more, all further ones are counted as one. */
const MOST_ADDRESSES = 20_000;
/** Words that came in, each with the address. */
const MOST_KNOWN = 1_000;
const ALL_FURTHER = "all further addresses";

/** Counts in this process. `perMinute`: wrong ones of one address that are answered as what they are. */
export const createGuesses = (
  perMinute: number,
  mostAddresses: number = MOST_ADDRESSES,
): Guesses => {
  const store = new MemoryStore();
  const known = createKnown();
  const keyOf = async (request: Request): Promise<string> => {
    const address = addressOf(request);
    const isFull = store.current.size + store.previous.size >= mostAddresses;
    return isFull && (await store.get(address)) === undefined ? ALL_FURTHER : address;
  };
  const count = countIn({ store, perMinute, keyOf });
  /** Words that are being looked at for the first time. */
  const looking = new Map<string, Promise<void>>();
  /** Counted before it is compared, and not counted any more once it is right: however many come at once, no more of them are compared. */
  const lookFirst = async <Found>(
    name: string,
    { request, find }: Sent<Found>,
  ): Promise<Found | null> => {
    const looked = Promise.withResolvers<void>();
    looking.set(name, looked.promise);
    try {
      const isCounted = await count(request);
      const found = await find();
      if (found === null) return null;
      known.add(name);
      if (isCounted) await store.decrement(await keyOf(request));
      return found;
    } finally {
      looking.delete(name);
      looked.resolve();
    }
  };
  return {
    look: async (sent) => {
      const { request, secret, find } = sent;
      const name = isOfSecretForm(secret) ? null : known.nameOf(addressOf(request), secret);
      if (name !== null) {
        await looking.get(name);
        if (!known.has(name)) return await lookFirst(name, sent);
      }
      const found = await find();
      if (found === null) await count(request);
      return found;
    },
  };
};

interface Counting {
  store: MemoryStore;
  perMinute: number;
  keyOf(request: Request): Promise<string>;
}

/** Counts one. Shape: whether it was. Errors: `rate_limited`. */
const countIn = ({ store, perMinute, keyOf }: Counting) => {
  const limit = rateLimit({
    windowMs: WINDOW_MS,
    limit: perMinute,
    store,
    keyGenerator: keyOf,
    validate: { xForwardedForHeader: false, keyGeneratorIpFallback: false },
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: (_request, response, next) => next(tooMany(response.getHeader("retry-after"))),
  });
  return async (request: Request): Promise<boolean> => {
    const response = request.res;
    // A stream that ends with its token has been answered long since: nobody has guessed.
    if (!response || response.headersSent) return false;
    await new Promise<void>((resolve, reject) => {
      void limit(request, response, (thrown?: unknown) => {
        if (thrown instanceof Error) reject(thrown);
        else resolve();
      });
    });
    return true;
  };
};

/** Of IPv6 the network that one customer has. */
const addressOf = ({ ip }: Request): string => ipKeyGenerator(ip ?? "");

/** Words that were right, each with the address that it came from; the oldest go first. */
const createKnown = () => {
  const names = new Set<string>();
  return {
    nameOf: (address: string, secret: string): string =>
      createHash("sha256").update(`${address}\0${secret}`).digest("base64url"),
    has: (name: string): boolean => names.has(name),
    add: (name: string): void => {
      names.delete(name);
      names.add(name);
      for (const oldest of names) {
        if (names.size <= MOST_KNOWN) return;
        names.delete(oldest);
      }
    },
  };
};

const tooMany = (retryAfter: unknown): AppError =>
  new AppError({
    code: "rate_limited",
    fault: "caller",
    message:
      "Too many wrong tokens came from this network address. Wait until the minute is over, and see that the token is the one that you were given.",
    data: { retryAfterSeconds: Number(retryAfter ?? WINDOW_MS / 1_000) },
  });
