/** `convene attendance train | evaluate`: what a company's own history says of no-shows. */
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { decodeHistory } from "../attendance/decode-history.ts";
import { type HistoryMap, parseHistoryMap } from "../attendance/history-map.ts";
import { type AttendanceModel, parseModel } from "../attendance/model.ts";
import { type HistoryReading, readHistory } from "../attendance/read-history.ts";
import { reportLines } from "../attendance/report.ts";
import { hasEnough, trainModel } from "../attendance/train.ts";
import { systemClock } from "../clock.ts";
import { AppError } from "../domain/errors.ts";
import { shorten } from "../domain/quoted.ts";

/** As written on the command line. */
export interface AttendanceOptions {
  csv: string;
  map: string;
  json?: boolean;
  /** Where the model goes; absent: nowhere. */
  out?: string;
}

/** Larger files are no history of interviews. */
const MOST_BYTES = 100_000_000;

/** Reads, learns and prints; writes the model where one is wanted. A map with faults: each with its line, and exit code 1.
 * Errors: `input_invalid` for what cannot be read or written. */
export const runAttendance = (options: AttendanceOptions): void => {
  refuseToLose(options);
  const map = readMap(options.map);
  if (map === null) return;
  const reading = readCsvFile(options.csv, map);
  const isEnough = hasEnough(reading.rows);
  const model = trainModel(isEnough ? reading.rows : []);
  if (options.out !== undefined) writeModel(options.out, model);
  console.log(
    options.json === true
      ? JSON.stringify(toJson({ reading, model, isEnough, out: options.out }))
      : [
          ...reportLines(reading, model),
          ...(options.out === undefined ? [] : [`The model is in ${options.out}.`]),
        ].join("\n"),
  );
};

const toJson = (found: {
  reading: HistoryReading;
  model: AttendanceModel;
  isEnough: boolean;
  out: string | undefined;
}): unknown => {
  const { reading, model, isEnough, out } = found;
  return {
    ...reading.counts,
    faults: reading.faults,
    notes: reading.notes,
    enough: isEnough,
    version: model.version,
    calibration: model.calibration,
    card: model.card,
    model: out ?? null,
  };
};

/** Null when it has faults, which are told. */
const readMap = (path: string): HistoryMap | null => {
  const read = parseHistoryMap(decodeHistory(bytesOf(path, "--map"), { name: "--map" }));
  if ("map" in read) return read.map;
  for (const { line, message } of read.faults) console.error(`${path}:${line}: ${message}`);
  process.exitCode = 1;
  return null;
};

const readCsvFile = (path: string, map: HistoryMap): HistoryReading => {
  const text = decodeHistory(bytesOf(path, "--csv"), { name: "--csv", encoding: map.encoding });
  try {
    return readHistory(text, { map, now: systemClock.now() });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "input_invalid") throw thrown;
    throw refuse(`${path}: ${thrown.message}`, thrown);
  }
};

const refuse = (message: string, cause?: unknown): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message, cause });

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown ? String(thrown.code) : "unknown";

const bytesOf = (path: string, option: string): Uint8Array => {
  try {
    if (statSync(path).size <= MOST_BYTES) return readFileSync(path);
  } catch (thrown) {
    throw refuse(
      `${option}: ${shorten(path, 200)} cannot be read (${codeOf(thrown)}). Name a file that this user may read.`,
      thrown,
    );
  }
  throw refuse(`${option}: is larger than ${MOST_BYTES / 1_000_000} MB. Give a part of it.`);
};

/** A model may take the place of a model, and of nothing else. Errors: `input_invalid`. */
const refuseToLose = ({ csv, map, out }: AttendanceOptions): void => {
  if (out === undefined || !existsSync(out)) return;
  const inputs = [
    ["--csv", csv],
    ["--map", map],
  ] as const;
  for (const [option, path] of inputs) {
    if (existsSync(path) && realpathSync(path) === realpathSync(out)) {
      throw refuse(`--out: is the file of ${option}, which would be lost. Name another file.`);
    }
  }
  const text = Buffer.from(bytesOf(out, "--out")).toString("utf8");
  try {
    parseModel(text);
  } catch (thrown) {
    throw refuse(
      `--out: ${shorten(out, 200)} is there and is no model of this release, so it is not overwritten. Name another file, or remove this one.`,
      thrown,
    );
  }
};

const writeModel = (path: string, model: AttendanceModel): void => {
  try {
    writeFileSync(path, `${JSON.stringify(model, null, 2)}\n`);
  } catch (thrown) {
    throw refuse(
      `--out: ${shorten(path, 200)} cannot be written (${codeOf(thrown)}). Name a file in a folder that this user may write to.`,
      thrown,
    );
  }
};
