/** Paths with ids in them. Ids may come from a delivery, so each is one encoded segment and nothing more. */
import { AppError } from "../domain/errors.ts";

/** A path such as leverPath`/opportunities/${id}/panels`. Errors: input_invalid for an id that would name another path. */
export const leverPath = (texts: TemplateStringsArray, ...ids: string[]): string =>
  texts.reduce((path, text, index) => path + segment(ids[index - 1] ?? "") + text);

const segment = (id: string): string => {
  if (id !== "" && id !== "." && id !== "..") return encodeURIComponent(id);
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "This is not an id that Lever could have given.",
  });
};
