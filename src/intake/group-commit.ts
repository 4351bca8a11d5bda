/** Puts what comes at the same time into one transaction: under load a commit carries many, alone it carries one, and
 * nothing ever waits for more to come. */
import { AppError } from "../domain/errors.ts";

export interface GroupCommitOptions {
  /** How many a transaction carries at most. */
  most: number;
  /** How many transactions at a time. */
  atOnce: number;
}

/** Some of a group that cannot be stored, each with its reason; then nothing of the group was. */
export class SomeRefused<Item> extends Error {
  readonly refused: ReadonlyMap<Item, AppError>;

  constructor(refused: ReadonlyMap<Item, AppError>) {
    super("some of the group were refused");
    this.refused = refused;
  }
}

/** A function that stores one item together with those that come meanwhile. Those that are refused are left out and the
 * others stored without them; when a group fails for a reason that is nobody's by name, each of it is stored alone. So
 * nobody's fault is another's. Errors: those of `storeAll` for this item alone. */
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
      if (error instanceof SomeRefused) {
        const { refused }: { refused: ReadonlyMap<unknown, AppError> } = error;
        for (const { item, settle } of group) {
          const reason = refused.get(item);
          if (reason) settle.reject(reason);
        }
        const others = group.filter(({ item }) => !refused.has(item));
        if (others.length < group.length) {
          if (others.length > 0) await store(others);
          return;
        }
      }
      // Asking again for each alone would make them wait for it one after the other.
      const isToComeAgain = error instanceof AppError && error.retryable;
      if (group.length === 1 || isToComeAgain) {
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
