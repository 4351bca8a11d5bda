/** Requisitions: most postings have one, one has a confidential one besides, some have none. */
import type { Random } from "./random.ts";
import type { WorldPosting, WorldRequisition } from "./types.ts";

/** A posting before it is known what it is opened for. */
export type BarePosting = Omit<WorldPosting, "requisitionCodes">;

/** Of four postings one has none. */
const WITHOUT = 3;

/** The requisitions of these postings. */
export const buildRequisitions = (
  postings: readonly BarePosting[],
  random: Random,
): WorldRequisition[] => {
  const open = postings.flatMap((posting, index) =>
    index % 4 === WITHOUT ? [] : [requisitionFor(posting, index, random)],
  );
  const [first] = open;
  if (!first) return [];
  const secret = { id: random.uuid(), code: `${first.code}-C`, confidential: true };
  return [...open, { ...first, ...secret, name: "Successor, not announced" }];
};

const requisitionFor = (posting: BarePosting, index: number, random: Random): WorldRequisition => {
  const min = 1_000 * random.int(52, 70);
  return {
    id: random.uuid(),
    code: `LH-${100 + index}`,
    name: `${posting.title}, ${posting.location}`,
    headcountTotal: index % 5 === 4 ? "unlimited" : random.int(1, 3),
    headcountHired: 0,
    confidential: false,
    creatorId: posting.ownerId,
    hiringManagerId: posting.hiringManagerId,
    team: posting.team,
    location: posting.location,
    pay: { currency: "EUR", min, max: min + 12_000 },
    internalNotes: `Up to ${min + 15_000} if it has to be.`,
    postingIds: [posting.id],
  };
};
