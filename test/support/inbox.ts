/** Things that arrive in their own time, awaited without sleeping. */

/** What has arrived so far. */
export interface Inbox<Item> {
  readonly items: Item[];
  put(item: Item): void;
  /** The first `count` items, once they are there. */
  take(count: number): Promise<Item[]>;
}

/** Nothing has arrived yet. */
export const createInbox = <Item>(): Inbox<Item> => {
  const items: Item[] = [];
  let arrived = Promise.withResolvers<void>();
  return {
    items,
    put(item) {
      items.push(item);
      arrived.resolve();
      arrived = Promise.withResolvers();
    },
    async take(count) {
      while (items.length < count) await arrived.promise;
      return items.slice(0, count);
    },
  };
};
