/** Who of a pool has had fewer interviews than their fair share, and by how much. Each interview is a debt that those who were
 * there at the time share: so whoever joins later has no backlog to make up, and for whoever is on leave no debt grows. */

/** One of the pool. */
export interface PoolMember {
  email: string;
  /** How large a share is wanted, next to the others'. 0: none. Default 1. */
  share?: number;
  /** The first day in the pool; none when they have always been. */
  joinedOn?: Temporal.PlainDate;
  /** Days away, the last one too. */
  leave?: readonly { from: Temporal.PlainDate; until: Temporal.PlainDate }[];
}

/** An interview that somebody of the pool has held. */
export interface HeldInterview {
  email: string;
  on: Temporal.PlainDate;
}

/** Interviews owed by e-mail address, below 0 for those who had more than their share; together 0. Interviews of others, who
 * have left, say, are nobody's debt; whoever held one was there. */
export const sharesOwed = (
  members: readonly PoolMember[],
  history: readonly HeldInterview[],
): Map<string, number> => {
  const owed = new Map(members.map(({ email }) => [email, 0]));
  const add = (email: string, amount: number): void => {
    owed.set(email, (owed.get(email) ?? 0) + amount);
  };
  for (const { email, on } of history) {
    if (!owed.has(email)) continue;
    const there = members.filter((member) => member.email === email || wasThere(member, on));
    const whole = there.reduce((sum, { share = 1 }) => sum + share, 0);
    // Nobody who was there wanted any: then it is no debt of theirs.
    if (whole === 0) continue;
    for (const member of there) add(member.email, (member.share ?? 1) / whole);
    add(email, -1);
  }
  return owed;
};

const wasThere = ({ joinedOn, leave = [] }: PoolMember, on: Temporal.PlainDate): boolean =>
  !(joinedOn && isBefore(on, joinedOn)) &&
  !leave.some(({ from, until }) => !isBefore(on, from) && !isBefore(until, on));

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0;
