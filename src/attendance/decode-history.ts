/** The bytes of a text file as text. */
import { AppError } from "../domain/errors.ts";

/** UTF-8 unless another is said; UTF-16 is told by its mark. Errors: `input_invalid` when the bytes are of another. */
export const decodeHistory = (
  bytes: Uint8Array,
  { name, encoding = "utf-8" }: { name: string; encoding?: "utf-8" | "windows-1252" | undefined },
): string => {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const used = marked?.encoding ?? encoding;
  try {
    const text = new TextDecoder(used, { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    throw notText(name, used, thrown);
  }
  throw notText(name, used);
};

const MARKS = [
  { encoding: "utf-16le", mark: [0xff, 0xfe] },
  { encoding: "utf-16be", mark: [0xfe, 0xff] },
] as const;

const notText = (name: string, encoding: string, cause?: unknown): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `${name}: is no text in ${encoding}. Save it as CSV UTF-8; or, of the history, say \`encoding: windows-1252\` in the map if it is that. A spreadsheet itself (.xlsx) is not read.`,
    cause,
  });
