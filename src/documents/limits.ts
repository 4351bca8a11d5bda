/** What a document may cost. */
export const LIMITS = {
  bytes: 10_000_000,
  pages: 50,
  milliseconds: 10_000,
  /** Of memory, for the thread's heap and for what it takes beside it. */
  megabytes: 256,
  /** A thousand lines a page would be less. */
  characters: 400_000,
  /** Of one unpacked part of a zip file, and of all that are read. */
  unpackedBytes: 40_000_000,
  zipEntries: 2_000,
  /** Documents that wait for their turn. */
  waiting: 32,
} as const;
