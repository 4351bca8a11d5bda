/** Access tokens of Lever's OAuth 2.0. What crosses here: the refresh token, which is new after every use and must be kept
 * before it is used, or the account is cut off. Source: Lever API v1, authentication; RFC 6749, 6. */
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { digestOf } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";

/** Gives a bearer token that is good for now. Errors: lever_denied (a person must connect the account again),
 * lever_unavailable (retryable), lever_bad_answer; the store's own. */
export interface AccessTokens {
  get(): Promise<string>;
  /** The scopes of that token; null: Lever has not said them. Errors: as `get`. */
  scopes(): Promise<readonly string[] | null>;
  /** Says that Lever refused this token: the next `get` renews it. */
  invalidate(token: string): void;
}

/** What must survive a restart; the store seals it. */
export interface LeverTokens {
  refreshToken: string;
  accessToken: string | null;
  expiresAt: Temporal.Instant | null;
  /** Digests of the configured refresh tokens that were ever used here: another one is new, and counts. Null when an older
   * version kept them. */
  origins: readonly string[] | null;
  /** Digest of the one that was configured when an older version's were taken over: it counts as an origin and was never
   * used here, so it is the last resort. */
  untried: string | null;
  /** As Lever said them with a token; absent: it has not. */
  scopes?: readonly string[] | undefined;
}

export interface LeverTokenStore {
  /** Null before the first renewal. */
  load(): Promise<LeverTokens | null>;
  save(tokens: LeverTokens): Promise<void>;
  /** Runs the work while no other process with this store is at it: a refresh token counts once. */
  inTurn<Result>(work: (turn: RenewalTurn) => Promise<Result>): Promise<Result>;
}

export interface RenewalTurn {
  /** Whether whoever had a turn before never gave it back: it may have used the refresh token up and not kept the next. */
  wasAbandoned: boolean;
  /** Leaves this turn as one that was never given back: those who come next are told. */
  abandon(): void;
}

export interface OAuthOptions {
  /** For instance `https://auth.lever.co/oauth/token`. */
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  /** From the configuration: used until the store holds one that Lever gave for it, and again when it is another one. */
  refreshToken: string;
  store: LeverTokenStore;
  clock: Clock;
  /** For one request, in milliseconds. Default 15,000. */
  timeoutMs?: number;
  /** How long one tries to keep a new refresh token before the turn is left, in milliseconds. Default 10,000. */
  keepingMs?: number;
}

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

const TokenAnswer = z.object({
  // Null when it cannot be used: a refresh token beside it must be kept all the same, for the old one is used up.
  access_token: z.string().min(1).nullable().catch(null),
  refresh_token: z.string().min(1).nullish(),
  // Absent where it is what it was: RFC 6749, 5.1.
  scope: z.string().nullish().catch(null),
  // Seconds. The rest of the answer must be kept whatever it says here: the old refresh token is used up.
  expires_in: z.coerce.number().min(1).max(DAY_SECONDS).catch(HOUR_SECONDS),
});

const KEEP_EVERY_MS = 250;

/** A token this close to its end is renewed: it could end on the way. */
const MARGIN = Temporal.Duration.from({ seconds: 90 });

/** Access tokens for one account. Several callers at once share one renewal, and processes take turns. */
export const createAccessTokens = (options: OAuthOptions): AccessTokens => {
  let current: LeverTokens | undefined;
  /** What was kept when the tokens that we hold were given out: they are kept only if it still is. */
  let unsaved: { insteadOf: string | null } | undefined;
  let renewal: Promise<LeverTokens> | undefined;

  /** What is kept, when it can be used and was not refused. */
  const takeOver = (stored: LeverTokens | null): LeverTokens | null => {
    const tokens = tokensToUse(stored, options);
    const isGood =
      tokens.accessToken !== (current?.accessToken ?? null) && isFresh(tokens, options.clock);
    return isGood ? (current = tokens) : null;
  };

  /** Keeps what was given out, in the turn in which it was or a later one. Errors: the store's; then the turn is left. */
  const keep = async (given: GivenTokens, turn: RenewalTurn): Promise<LeverTokens> => {
    current = given.tokens;
    unsaved = { insteadOf: given.insteadOf };
    try {
      await untilKept(async () => await options.store.save(given.tokens), options);
    } catch (error) {
      turn.abandon();
      throw error;
    }
    unsaved = undefined;
    return given.tokens;
  };

  const renew = async (): Promise<LeverTokens> => {
    // Another process may have renewed since, or while we waited for our turn; its refresh token has replaced ours.
    const before = unsaved ? null : takeOver(await options.store.load());
    if (before) return before;
    return await options.store.inTurn(async (turn) => {
      const stored = await options.store.load();
      if (current && unsaved) {
        if ((stored?.refreshToken ?? null) === unsaved.insteadOf) {
          return await keep({ tokens: current, insteadOf: unsaved.insteadOf }, turn);
        }
        unsaved = undefined;
        current = undefined;
      }
      return (
        takeOver(stored) ?? (await keep(await exchangeInTurn({ stored, turn }, options), turn))
      );
    });
  };

  const get = async (): Promise<string> => {
    if (current && !unsaved && isFresh(current, options.clock)) return tokenOf(current);
    renewal ??= renew().finally(() => {
      renewal = undefined;
    });
    return tokenOf(await renewal);
  };

  return {
    get,
    async scopes() {
      await get();
      return current?.scopes ?? null;
    },
    invalidate(token) {
      if (current?.accessToken === token) current = { ...current, expiresAt: null };
    },
  };
};

const configured = ({ refreshToken }: OAuthOptions, stored: LeverTokens | null): LeverTokens => ({
  refreshToken,
  accessToken: null,
  expiresAt: null,
  origins: [...new Set([...(stored?.origins ?? []), digestOf(refreshToken)])],
  untried: null,
});

const isFresh = ({ accessToken, expiresAt }: LeverTokens, clock: Clock): boolean =>
  accessToken !== null &&
  expiresAt !== null &&
  Temporal.Instant.compare(clock.now().add(MARGIN), expiresAt) < 0;

/** Errors: `lever_bad_answer` for an answer without one, whose refresh token is kept by then. */
const tokenOf = ({ accessToken }: LeverTokens): string => {
  if (accessToken === null) throw badAnswer();
  return accessToken;
};

const badAnswer = (): AppError =>
  new AppError({
    code: "lever_bad_answer",
    fault: "upstream",
    message: "Lever's answer to the renewal of its access token cannot be used.",
  });

/** Somebody may have connected the account again. A value that was used before is only still set: what it led to is newer. */
const tokensToUse = (stored: LeverTokens | null, options: OAuthOptions): LeverTokens => {
  const isNew = stored?.origins?.includes(digestOf(options.refreshToken)) === false;
  return stored === null || isNew ? configured(options, stored) : stored;
};

/** What Lever gave, and the refresh token that was kept then. */
interface GivenTokens {
  tokens: LeverTokens;
  insteadOf: string | null;
}

/** A database that is away for a moment is waited for: what Lever gave is nowhere else. */
const untilKept = async (
  save: () => Promise<void>,
  { keepingMs = 10_000 }: OAuthOptions,
): Promise<void> => {
  for (let waitedMs = 0; ; waitedMs += KEEP_EVERY_MS) {
    try {
      await save();
      return;
    } catch (error) {
      if (waitedMs >= keepingMs) throw error;
      await wait(KEEP_EVERY_MS);
    }
  }
};

const exchangeInTurn = async (
  { stored, turn }: { stored: LeverTokens | null; turn: RenewalTurn },
  options: OAuthOptions,
): Promise<GivenTokens> => {
  try {
    return await exchangeOrReload(stored, options);
  } catch (error) {
    const isDenied = error instanceof AppError && error.code === "lever_denied";
    if (!isDenied || !turn.wasAbandoned) throw error;
    turn.abandon();
    throw again(error);
  }
};

/** Renews; when the refresh token was used up by another process meanwhile, whose turn had run out, once more with the newer
 * one. What an older version kept may be of before the account was connected again: then the configured one counts. */
const exchangeOrReload = async (
  stored: LeverTokens | null,
  options: OAuthOptions,
): Promise<GivenTokens> => {
  const tokens = tokensToUse(stored, options);
  const insteadOf = stored?.refreshToken ?? null;
  try {
    return { tokens: await exchange(tokens, options), insteadOf };
  } catch (error) {
    const isDenied = error instanceof AppError && error.code === "lever_denied";
    const newer = isDenied ? await options.store.load() : null;
    if (newer !== null && isLater(newer, tokens)) {
      const next = isFresh(newer, options.clock) ? newer : await exchange(newer, options);
      return { tokens: next, insteadOf: newer.refreshToken };
    }
    const mayBeOld =
      isDenied && (tokens.origins === null || tokens.untried === digestOf(options.refreshToken));
    if (!mayBeOld || tokens.refreshToken === options.refreshToken) throw error;
    return { tokens: await exchange(configured(options, tokens), options), insteadOf };
  }
};

/** Whoever had the turn before may still live, and keep what it was given as soon as it can. */
const again = (refused: AppError): AppError =>
  new AppError({
    code: refused.code,
    fault: refused.fault,
    retryable: true,
    message: refused.message,
    data: refused.data,
    cause: refused,
  });

/** Whether it came of the same configured token: what stood there before another one was set is of no more use. */
const isLater = (newer: LeverTokens, tokens: LeverTokens): boolean =>
  newer.refreshToken !== tokens.refreshToken &&
  (tokens.origins ?? []).every((origin) => newer.origins?.includes(origin));

const exchange = async (tokens: LeverTokens, options: OAuthOptions): Promise<LeverTokens> => {
  const { refreshToken } = tokens;
  const configuredNow = digestOf(options.refreshToken);
  const startedAt = options.clock.now();
  const response = await post(refreshToken, options);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusal(response.status);
  const parsed = TokenAnswer.safeParse(body);
  if (!parsed.success) throw badAnswer();
  const { access_token: accessToken, refresh_token: next, expires_in: seconds } = parsed.data;
  const scopes = parsed.data.scope?.split(/\s+/).filter((scope) => scope !== "") ?? tokens.scopes;
  if (accessToken === null && !next) throw badAnswer();
  return {
    refreshToken: next ?? refreshToken,
    accessToken,
    expiresAt: accessToken === null ? null : startedAt.add({ seconds: Math.floor(seconds) }),
    // What an older version kept is taken to have come of what is configured now, which may yet be a newer one.
    origins: tokens.origins ?? [configuredNow],
    untried: tokens.origins === null ? configuredNow : tokens.untried,
    ...(scopes && { scopes }),
  };
};

const post = async (refreshToken: string, options: OAuthOptions): Promise<Response> => {
  try {
    return await fetch(options.tokenUrl, {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(options.timeoutMs ?? 15_000),
      headers: { accept: "application/json" },
      body: new URLSearchParams({
        grant_type: "refresh_token",
        client_id: options.clientId,
        client_secret: options.clientSecret,
        refresh_token: refreshToken,
      }),
    });
  } catch (cause) {
    throw new AppError({
      code: "lever_unavailable",
      fault: "upstream",
      retryable: true,
      message: "Lever's sign-in service did not answer the renewal of the access token.",
      cause,
    });
  }
};

const refusal = (status: number): AppError => {
  const isPassing = status === 429 || status >= 500;
  return new AppError({
    code: isPassing ? "lever_unavailable" : "lever_denied",
    fault: "upstream",
    retryable: isPassing,
    message: isPassing
      ? `Lever's sign-in service answered ${status} to the renewal of the access token.`
      : `Lever refused to renew the access token (${status}): connect the account again and set a new LEVER_REFRESH_TOKEN.`,
    // Not `status`: a 403 of the lists would mean that the credential is good.
    data: { renewalStatus: status },
  });
};
