/** What is good now: the one rule by which a token, a session or an account lets somebody in, decide, or be asked. SQL, for whatever reads
 * them; each takes the name of its table in the query, and the parameter that holds the present instant. */

/** A session that asked for nothing for so long is over. */
const IDLE_HOURS = 4;

/** A row of `accounts`: it has a role, set by hand, or by groups of which the directory has told not too long ago. */
export const isAccountGood = (account: string, now: string): string =>
  `(${account}.role is not null and (${account}.set_by is not null or ${account}.groups_until > ${now}::timestamptz))`;

const isGoodByItself = (token: string, now: string): string =>
  `${token}.revoked_at is null and (${token}.expires_at is null or ${token}.expires_at > ${now}::timestamptz)
   and (${token}.kind = 'token' or ${token}.last_seen_at is null
     or ${token}.last_seen_at > ${now}::timestamptz - interval '${IDLE_HOURS} hours')
   and (${token}.account_id is null or exists (select from accounts holder
     where holder.id = ${token}.account_id and ${isAccountGood("holder", now)}))`;

/** A row of `api_tokens`: not revoked, not over, not unused for too long, of an account that is good, and the
 * same of what it was opened with. What was opened with the
 * secret of the environment, which is in no row, is held against that secret where somebody comes with it. */
export const isGoodNow = (token: string, now: string): string =>
  `(${isGoodByItself(token, now)}
   and not exists (select from api_tokens opener
     where opener.secret_hash = ${token}.opened_with and not (${isGoodByItself("opener", now)})))`;
