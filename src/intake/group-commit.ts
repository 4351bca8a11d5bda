/** Puts what comes at the same time into one transaction: under load a commit carries many, alone it carries one, and
 * nothing ever waits for more to come. */
import { AppError } from "../domain/errors.ts";

export interface GroupCommitOptions {
  /** How many a transaction carries at most. */
  most: number;
  /** How many transactions at a time. */
  atOnce: number;
}

/** A function that stores one item together with those that come meanwhile. When a group is refused, each of it is stored
 * alone, so that nobody's fault is another's. Errors: those of `storeAll` for this item alone. */
export const createGroupCommit = <Item, Answer>(
  storeAll: (items: readonly Item[]) => Promise<Answer[]>,
  { most, atOnce }: GroupCommitOptions,
): ((item: Item) => Promise<Answer>) => {
  interface Waiting {
    item: Item;
    settle: PromiseWithResolvers<Answer>;
  }
  const waiting: Waiting[] = [];
  let underWay = 0;

  const store = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const answers = await storeAll(group.map(({ item }) => item));
      for (const [index, { settle }] of group.entries()) {
        const answer = answers[index];
        if (answer === undefined) settle.reject(new Error("an item was given no answer"));
        else settle.resolve(answer);
      }
    } catch (error) {
      const isAway = error instanceof AppError && error.code === "database_unavailable";
      if (group.length === 1 || isAway) {
        for (const { settle } of group) settle.reject(error);
        return;
      }
      for (const one of group) await store([one]);
    }
  };

  const work = async (): Promise<void> => {
    underWay += 1;
    while (waiting.length > 0) await store(waiting.splice(0, most));
    underWay -= 1;
  };

  return async (item) => {
    const settle = Promise.withResolvers<Answer>();
    waiting.push({ item, settle });
    if (underWay < atOnce) void work();
    return await settle.promise;
  };
};
