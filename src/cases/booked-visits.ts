/** What our books know of visits: a candidate who stays away misses all interviews of a day, and that is one visit and no more. */

/** Longer than any break between interviews of one visit, and shorter than any night. Units: hours. */
const APART_HOURS = 12;

/** SQL: rows of attendances with `visit`, the number of the visit in its case. Times alone tell it: the zone of a candidate is sealed. `rows`:
 * a query. */
export const withVisits = (rows: string): string =>
  `(select f.*, count(*) filter (where f.is_first) over (partition by f.case_id order by f.starts_at, f.session_id) as visit
    from (select g.*, coalesce(g.starts_at >= max(g.ends_at) over (partition by g.case_id order by g.starts_at, g.session_id
        rows between unbounded preceding and 1 preceding) + interval '${APART_HOURS} hours', true) as is_first
      from (${rows}) g) f)`;

/** SQL, of rows `v` of one visit: whether the candidate came to any of it. Null: nobody has said. */
export const CAME = "bool_or(v.attended)";

/** SQL, of rows `v` of one visit: what the first of those has there that are meant. */
export const firstOf = (column: string, isMeant = "true"): string =>
  `(array_agg(v.${column} order by v.starts_at, v.session_id) filter (where ${isMeant}))[1]`;
