/** How fast documents are read, each kind against the bare library in the same run, and how long the main thread is held
 * while a hostile one is read. The bare library gives text alone: no spans, nothing about what can be seen. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import mammoth from "mammoth";
import { extractText } from "unpdf";
import { toDocx, toPdf } from "../sandbox/worlds/resume-files.ts";
import { createDocumentReader, type DocumentReader } from "../src/documents/read-document.ts";
import { hostileDocuments } from "../test/support/hostile-documents.ts";
import { RESUMES } from "../test/support/resumes.ts";
import { type Benchmark, type Metrics, percentile } from "./benchmark.ts";

const WARM_UP = 10;
const ROUNDS = 40;

interface Made {
  name: string;
  bytes: Uint8Array;
}

/** Each a little another one, so that nothing is remembered. */
const made = (extension: string, toBytes: (lines: string[]) => Uint8Array): Made[] => {
  const texts = Object.values(RESUMES);
  return Array.from({ length: WARM_UP + ROUNDS }, (_, index) => {
    const lines = `${texts[index % texts.length] ?? ""}\nResume number ${index}`.split("\n");
    return { name: `resume.${extension}`, bytes: toBytes(lines) };
  });
};

const timesOf = async (
  files: readonly Made[],
  read: (file: Made) => Promise<unknown>,
): Promise<number[]> => {
  const times: number[] = [];
  for (const file of files) {
    const from = performance.now();
    await read(file);
    times.push(performance.now() - from);
  }
  return times.slice(WARM_UP);
};

const KINDS: {
  kind: string;
  files: Made[];
  bare?: (file: Made) => Promise<unknown>;
  /** Times the bare library's. */
  most?: number;
}[] = [
  {
    kind: "pdf",
    files: made("pdf", toPdf),
    bare: async ({ bytes }) => await extractText(new Uint8Array(bytes), { mergePages: true }),
    most: 5,
  },
  {
    kind: "docx",
    files: made("docx", toDocx),
    bare: async ({ bytes }) => await mammoth.extractRawText({ buffer: Buffer.from(bytes) }),
    // The file is taken apart and put together anew before the library sees it.
    most: 20,
  },
  {
    kind: "html",
    files: made("html", (lines) =>
      Buffer.from(`<html><body>${lines.map((line) => `<p>${line}</p>`).join("")}</body></html>`),
    ),
  },
  { kind: "text", files: made("txt", (lines) => Buffer.from(lines.join("\n"))) },
];

/** While every hostile document is read. */
const lagAndWorst = async (reader: DocumentReader): Promise<{ lagMs: number; worstMs: number }> => {
  const documents = await hostileDocuments();
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const times: number[] = [];
  for (const document of documents) {
    const from = performance.now();
    await reader.readDocument(document);
    times.push(performance.now() - from);
  }
  lag.disable();
  return { lagMs: lag.max / 1e6, worstMs: Math.max(...times) };
};

/** Measures. */
export const bench: Benchmark = async () => {
  await using reader = createDocumentReader();
  const metrics: Metrics = {};
  for (const { kind, files, bare, most = Infinity } of KINDS) {
    const ours = await timesOf(files, async (file) => await reader.readDocument(file));
    metrics[`${kind}P50Ms`] = { value: percentile(ours, 0.5), unit: "ms", most: 100 };
    metrics[`${kind}WorstMs`] = { value: Math.max(...ours), unit: "ms" };
    if (!bare) continue;
    const theirs = await timesOf(files, bare);
    const ratio = percentile(ours, 0.5) / percentile(theirs, 0.5);
    metrics[`${kind}Ratio`] = { value: ratio, unit: "ratio", most };
  }
  const { lagMs, worstMs } = await lagAndWorst(reader);
  metrics["hostileWorstMs"] = { value: worstMs, unit: "ms", most: 10_500 };
  metrics["hostileLagMs"] = { value: lagMs, unit: "ms", most: 200 };
  return metrics;
};
