/** How much of what is tested in several ways is tested in all of them. */

/** Whether this run is to be the whole: `npm run test:whole`. Else what is about the way of the work is on one database, and
 * each page has the looks in which every width and every scheme occurs once. */
export const IS_WHOLE = process.env["TEST_EXTENT"] === "whole";

/** How many of what is tried at random, or one after the other, are tried in this run. */
export const inExtent = ({ usual, whole }: { usual: number; whole: number }): number =>
  IS_WHOLE ? whole : usual;
