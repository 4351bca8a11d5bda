/** What a document may cost. */
export const LIMITS = {
  bytes: 10_000_000,
  pages: 50,
  milliseconds: 10_000,
  /** Of the heap of the thread that reads. */
  megabytes: 256,
  /** Of the whole process in which it runs: the heap, what lies beside it, and the program, which is about 280. */
  processMegabytes: 768,
  /** With more than this after a document, the process reads no other one. */
  spentMegabytes: 512,
  /** Then a process that nobody asks gives its memory back. */
  idleMilliseconds: 60_000,
  /** A thousand lines a page would be less. */
  characters: 400_000,
  /** Of one unpacked part of a zip file, and of all that are read. */
  unpackedBytes: 40_000_000,
  zipEntries: 2_000,
  /** Documents that wait for their turn. */
  waiting: 32,
} as const;
