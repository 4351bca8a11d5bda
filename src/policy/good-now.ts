/** What is good now: the one rule by which a token, a session or an account lets somebody in, decide, or be asked. SQL, for whatever reads
 * them; each takes the name of its table in the query, and the parameter that holds the present instant. */

/** A session that asked for nothing for so long is over. */
const IDLE_HOURS = 4;

const isGoodByItself = (token: string, now: string): string =>
  `${token}.revoked_at is null and (${token}.expires_at is null or ${token}.expires_at > ${now}::timestamptz)
   and (${token}.kind = 'token' or ${token}.last_seen_at is null
     or ${token}.last_seen_at > ${now}::timestamptz - interval '${IDLE_HOURS} hours')`;

/** A row of `api_tokens`: not revoked, not over, not unused for too long, and neither is what it was opened with. What was opened with the
 * secret of the environment, which is in no row, is held against that secret where somebody comes with it. */
export const isGoodNow = (token: string, now: string): string =>
  `(${isGoodByItself(token, now)}
   and not exists (select from api_tokens opener
     where opener.secret_hash = ${token}.opened_with and not (${isGoodByItself("opener", now)})))`;
