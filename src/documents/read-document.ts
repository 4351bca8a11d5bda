/** Documents read in a process of their own, one at a time: what a file is made to do to its reader costs that file alone. A
 * thread would not do: the memory that a file made it take stays with the process when the thread ends. */
import { type ChildProcess, fork } from "node:child_process";
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import { FINDING_CODES, unreadDocument } from "./findings.ts";
import { LIMITS } from "./limits.ts";
import { type DocumentKind, ReadDocument } from "./shape.ts";
import { sniff } from "./sniff.ts";

/** A file and its name as it was given, which is compared with the content and never believed. */
export interface GivenFile {
  bytes: Uint8Array;
  name: string;
}

/** What is asked of the process, and of the thread in it. Shape: no more than what is copied from one to the other. */
export type ReadRequest = GivenFile | { parsedData: unknown };

const ANSWER = z.union([
  /** It reads no other one when it has become too large. */
  z.object({ document: ReadDocument, isSpent: z.boolean() }),
  /** Why it has to end. */
  z.object({ ends: z.enum(FINDING_CODES) }),
]);
/** What the process says of one document. */
export type ReadAnswer = z.infer<typeof ANSWER>;
/** What the process says before the first one. */
export type Started = "ready" | { failed: string };

export interface DocumentReader extends AsyncDisposable {
  /** What was understood, with findings for what was not. Errors: `rate_limited` (retryable) when too many wait already. */
  readDocument(file: GivenFile): Promise<ReadDocument>;
  /** The same of what Lever read of a file. Errors: the same. */
  readParsedData(json: unknown): Promise<ReadDocument>;
}

export interface DocumentReaderOptions {
  /** For one document, in milliseconds. Default 10,000. */
  milliseconds?: number;
}

/** A reader. Its process starts with the first document, ends when none came for a while, and keeps ours not alive. */
export const createDocumentReader = (options: DocumentReaderOptions = {}): DocumentReader => {
  const milliseconds = options.milliseconds ?? LIMITS.milliseconds;
  let reading: ReadingProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let before: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const end = (): void => {
    clearTimeout(idle);
    reading?.child.kill("SIGKILL");
    reading = null;
  };
  const read = async (request: ReadRequest): Promise<ReadAnswer> => {
    clearTimeout(idle);
    if (reading?.child.connected !== true) reading = startProcess();
    const answer = await ask(reading, request, milliseconds).catch((thrown: unknown) => {
      end();
      throw thrown;
    });
    if ("ends" in answer || answer.isSpent) end();
    else idle = setTimeout(end, LIMITS.idleMilliseconds).unref();
    return answer;
  };
  const inTurn = async (request: ReadRequest): Promise<ReadDocument> => {
    if (waiting >= LIMITS.waiting) throw tooMany();
    waiting += 1;
    const mine = before.then(async () => await read(request));
    before = mine.catch(() => {});
    try {
      const answer = await mine;
      return "document" in answer ? answer.document : unreadDocument(kindOf(request), answer.ends);
    } finally {
      waiting -= 1;
    }
  };
  return {
    readDocument: async (file) =>
      file.bytes.length > LIMITS.bytes
        ? unreadDocument(kindOf(file), "too_big")
        : await inTurn(file),
    readParsedData: async (json) => await inTurn({ parsedData: json }),
    [Symbol.asyncDispose]: async () => {
      await before;
      end();
    },
  };
};

interface ReadingProcess {
  child: ChildProcess;
  /** Why it could not start, or that it did. */
  start: Promise<Started>;
}

const startProcess = (): ReadingProcess => {
  const child = fork(new URL("./process-program.ts", import.meta.url), {
    // Nothing of ours goes along: no setting, no key, no flag.
    env: {},
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  const { promise, resolve } = Promise.withResolvers<Started>();
  child.once("message", (said: Started) => resolve(said));
  child.once("error", (error) => resolve({ failed: error.message }));
  child.once("exit", (code) => resolve({ failed: `It ended with ${code ?? "a signal"}.` }));
  return { child, start: promise };
};

/** What the process read, or why it has to end. */
const ask = async (
  { child, start }: ReadingProcess,
  request: ReadRequest,
  milliseconds: number,
): Promise<ReadAnswer> => {
  child.ref();
  child.channel?.ref();
  const started = await start;
  // No document has been looked at yet: this is ours.
  if (started !== "ready") throw notStarted(started.failed);
  const { promise, resolve } = Promise.withResolvers<ReadAnswer>();
  const onMessage = (said: unknown): void => {
    const parsed = ANSWER.safeParse(said);
    resolve(parsed.success ? parsed.data : { ends: "broken" });
  };
  const onExit = (_code: number | null, signal: string | null): void =>
    resolve({ ends: signal !== null && OUT_OF_MEMORY.has(signal) ? "too_much_memory" : "broken" });
  child.on("message", onMessage).once("exit", onExit);
  const timer = setTimeout(() => resolve({ ends: "took_too_long" }), milliseconds);
  try {
    child.send(request, (error) => {
      if (error) resolve({ ends: "broken" });
    });
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off("message", onMessage).off("exit", onExit);
    child.unref();
    child.channel?.unref();
  }
};

/** How the engine and the system end a process that takes too much. */
const OUT_OF_MEMORY: ReadonlySet<string> = new Set(["SIGABRT", "SIGKILL", "SIGTRAP"]);

const kindOf = (request: ReadRequest): DocumentKind => {
  if ("parsedData" in request) return "parsed";
  const sniffed = sniff(request.bytes.subarray(0, 70_000));
  if (sniffed === "zip") return "docx";
  return sniffed === "pdf" || sniffed === "html" || sniffed === "text" ? sniffed : "unknown";
};

const notStarted = (why: string): AppError =>
  new AppError({
    code: "internal",
    fault: "bug",
    message: `The process that reads documents could not start. ${why}`,
  });

const tooMany = (): AppError =>
  new AppError({
    code: "rate_limited",
    fault: "caller",
    retryable: true,
    message: "Too many documents wait to be read. Try again in a minute.",
  });
