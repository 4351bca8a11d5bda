import { expect, it } from "vitest";
import { AppError } from "../../../src/domain/errors.ts";
import { SomeRefused, createGroupCommit } from "../../../src/intake/group-commit.ts";

const refused = new AppError({ code: "signature_reused", fault: "caller", message: "known" });
const away = new AppError({
  code: "database_unavailable",
  fault: "upstream",
  message: "away",
  retryable: true,
});

/** Stores that answer when told to; a group with a refused item in it is refused as a whole, as a transaction is. */
const open = (options = { most: 4, atOnce: 1 }) => {
  const groups: number[][] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const store = createGroupCommit<number, string>(async (items) => {
    groups.push([...items]);
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
    if (items.includes(13)) throw refused;
    return items.map((item) => `stored ${item}`);
  }, options);
  const letOne = async (): Promise<void> => {
    gates.shift()?.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { store, groups, gates, letOne };
};

it("one alone does not wait; those that come meanwhile go together, in their order", async () => {
  const { store, groups, letOne } = open();
  const answers = [1, 2, 3, 4, 5, 6].map(async (item) => await store(item));
  expect(groups).toEqual([[1]]);
  await letOne();
  expect(groups).toEqual([[1], [2, 3, 4, 5]]);
  await letOne();
  await letOne();
  expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5, 6].map((item) => `stored ${item}`));
  expect(groups).toEqual([[1], [2, 3, 4, 5], [6]]);
});

it("the fault of one is not the fault of those who came with it", async () => {
  const { store, gates, letOne } = open();
  const answers = Promise.allSettled([1, 2, 13, 4].map(async (item) => await store(item)));
  while (gates.length > 0) await letOne();
  expect(await answers).toEqual([
    { status: "fulfilled", value: "stored 1" },
    { status: "fulfilled", value: "stored 2" },
    { status: "rejected", reason: refused },
    { status: "fulfilled", value: "stored 4" },
  ]);
});

it("those who are refused by name are left out, and the others stay together", async () => {
  const groups: number[][] = [];
  const store = createGroupCommit<number, number>(
    async (items) => {
      groups.push([...items]);
      await Promise.resolve();
      const odd = items.filter((item) => item % 2 === 1);
      if (odd.length > 0) throw new SomeRefused(new Map(odd.map((item) => [item, refused])));
      return [...items];
    },
    { most: 10, atOnce: 1 },
  );
  const all = await Promise.allSettled([2, 3, 4, 5, 6].map(async (item) => await store(item)));
  expect(all.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  expect(groups).toEqual([[2], [3, 4, 5, 6], [4, 6]]);
});

it("a refusal that names nobody of its group is everybody's own", async () => {
  const nobody = new SomeRefused(new Map([[99, refused]]));
  const store = createGroupCommit<number, number>(
    async () => {
      await Promise.resolve();
      throw nobody;
    },
    { most: 10, atOnce: 1 },
  );
  const all = await Promise.allSettled([1, 2, 3].map(async (item) => await store(item)));
  expect(all).toEqual([1, 2, 3].map(() => ({ status: "rejected", reason: nobody })));
});

it("while the database is away or busy everybody is told so at once, and later ones are tried", async () => {
  let isAway = true;
  const busy = new AppError({
    code: "database_busy",
    fault: "upstream",
    message: "busy",
    retryable: true,
  });
  let tries = 0;
  const store = createGroupCommit<number, number>(
    async (items) => {
      tries += 1;
      await Promise.resolve();
      if (isAway) throw items.length > 1 ? busy : away;
      return [...items];
    },
    { most: 10, atOnce: 1 },
  );
  const all = await Promise.allSettled([1, 2, 3].map(async (item) => await store(item)));
  expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(tries).toBe(2);
  isAway = false;
  expect(await store(4)).toBe(4);
});

it("as many transactions as are allowed are under way, and no more", () => {
  const { store, groups } = open({ most: 1, atOnce: 2 });
  for (const item of [1, 2, 3]) void store(item);
  expect(groups).toEqual([[1], [2]]);
});
