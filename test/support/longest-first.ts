/** Starts with the tests that take longest: begun last, they would be all that is left to wait for. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Where they are, the longest first. */
const LONG = [
  "/test/faults/crash-points",
  "/test/walk/order",
  "/test/faults/",
  "/test/walk/",
  "/test/integration/cli/",
  "/test/web/",
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = LONG.findIndex((place) => moduleId.includes(place));
  return rank === -1 ? LONG.length : rank;
};

/** The usual order within each place. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // Vitest's own method of that name, not an array's.
    // oxlint-disable-next-line unicorn/no-array-sort
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
