/** Why a file that somebody named could not be read, in words for them. */
import { AppError } from "../domain/errors.ts";

/** `input_invalid` with the name as it was given; what is no failure of reading comes back as it is. */
export const unreadableFile = (thrown: unknown, name: string): unknown => {
  if (!(thrown instanceof Error) || thrown instanceof AppError || !("code" in thrown))
    return thrown;
  const code = String(thrown.code);
  const why = WHY[code] ?? `cannot be read (${code}).`;
  return new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `${name}: ${why}`,
    cause: thrown,
  });
};

const WHY: Record<string, string> = {
  ENOENT: "there is no such file.",
  EISDIR: "is a folder; name a file of it.",
  EACCES: "this user may not read it.",
  ERR_ENCODING_INVALID_ENCODED_DATA: "is not UTF-8.",
};
