/** Documents read in a thread of their own, one at a time: what a file is made to do to its reader costs that file alone. */
import { Worker } from "node:worker_threads";
import { AppError, asAppError } from "../domain/errors.ts";
import type { FindingCode } from "./findings.ts";
import { finding } from "./findings.ts";
import { LIMITS } from "./limits.ts";
import { ReadDocument } from "./shape.ts";
import { sniff } from "./sniff.ts";

/** A file, its name as it was given, and what it was said to be: both are compared with the content and never believed. */
export interface GivenFile {
  bytes: Uint8Array;
  name: string;
}

export interface ThreadRequest {
  bytes: Uint8Array;
  name: string;
}

export interface DocumentReader extends AsyncDisposable {
  /** What was understood, with findings for what was not. Errors: `rate_limited` (retryable) when too many wait already. */
  readDocument(file: GivenFile): Promise<ReadDocument>;
}

export interface DocumentReaderOptions {
  /** For one document, in milliseconds. Default 10,000. */
  milliseconds?: number;
  /** Of heap, and of what is taken beside it. Default 256. */
  megabytes?: number;
}

/** A reader. Its thread starts with the first document, and keeps no process alive. */
export const createDocumentReader = (options: DocumentReaderOptions = {}): DocumentReader => {
  const limits = {
    milliseconds: options.milliseconds ?? LIMITS.milliseconds,
    megabytes: options.megabytes ?? LIMITS.megabytes,
  };
  let thread: Thread | null = null;
  let before: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const read = async (file: GivenFile): Promise<ReadDocument> => {
    thread ??= startThread(limits.megabytes);
    const outcome = await askThread(thread, file, limits).catch((thrown: unknown) => {
      thread = null;
      throw thrown;
    });
    if (typeof outcome !== "string") return outcome;
    const ended = thread;
    thread = null;
    await ended.worker.terminate();
    return nothingOf(file, outcome);
  };
  return {
    readDocument: async (file) => {
      if (file.bytes.length > LIMITS.bytes) return nothingOf(file, "too_big");
      if (waiting >= LIMITS.waiting) throw tooMany();
      waiting += 1;
      const reading = before.then(async () => await read(file));
      before = reading.catch(() => {});
      try {
        return await reading;
      } finally {
        waiting -= 1;
      }
    },
    [Symbol.asyncDispose]: async () => {
      await before;
      await thread?.worker.terminate();
      thread = null;
    },
  };
};

interface Thread {
  worker: Worker;
  /** Why it could not start, or that it did. */
  start: Promise<{ failed: unknown } | null>;
}

const startThread = (megabytes: number): Thread => {
  const worker = new Worker(new URL("./thread-program.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
    env: {},
    stdout: true,
    stderr: true,
  });
  worker.unref();
  const { promise, resolve } = Promise.withResolvers<{ failed: unknown } | null>();
  worker.once("message", () => resolve(null));
  worker.once("error", (failed) => resolve({ failed }));
  return { worker, start: promise };
};

const LOOK_MS = 50;

/** What the thread read, or why it has to end. */
const askThread = async (
  { worker, start }: Thread,
  { bytes, name }: GivenFile,
  limits: Required<DocumentReaderOptions>,
): Promise<ReadDocument | FindingCode> => {
  worker.ref();
  const { promise, resolve } = Promise.withResolvers<ReadDocument | FindingCode>();
  const onMessage = (answer: unknown): void => {
    if (answer === "ready") return;
    const parsed = ReadDocument.safeParse(answer);
    resolve(parsed.success ? parsed.data : "broken");
  };
  const onError = (thrown: unknown): void =>
    resolve(isOutOfMemory(thrown) ? "too_much_memory" : "broken");
  const onExit = (): void => resolve("broken");
  worker.on("message", onMessage).once("error", onError).once("exit", onExit);
  const failure = await start;
  // No file has been looked at yet: this is ours.
  if (failure) throw asAppError(failure.failed);
  // The heap has a limit of its own; buffers lie beside it, and only the whole process tells of them.
  const most = process.memoryUsage.rss() + (limits.megabytes + 64) * 1_000_000;
  const timer = setTimeout(() => resolve("took_too_long"), limits.milliseconds);
  const look = setInterval(() => {
    if (process.memoryUsage.rss() > most) resolve("too_much_memory");
  }, LOOK_MS);
  // A copy: the file is the caller's.
  const copy = new Uint8Array(bytes);
  worker.postMessage({ bytes: copy, name } satisfies ThreadRequest, [copy.buffer]);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    clearInterval(look);
    worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    worker.unref();
  }
};

const isOutOfMemory = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && thrown.code === "ERR_WORKER_OUT_OF_MEMORY";

const nothingOf = ({ bytes }: GivenFile, code: FindingCode): ReadDocument => {
  const sniffed = sniff(bytes.subarray(0, 70_000));
  const known = sniffed === "pdf" || sniffed === "html" || sniffed === "text" ? sniffed : "unknown";
  return {
    kind: sniffed === "zip" ? "docx" : known,
    language: null,
    text: "",
    pages: 0,
    sections: [],
    entries: [],
    skills: [],
    links: [],
    findings: [finding(code)],
  };
};

const tooMany = (): AppError =>
  new AppError({
    code: "rate_limited",
    fault: "caller",
    retryable: true,
    message: "Too many documents wait to be read. Try again in a minute.",
  });
