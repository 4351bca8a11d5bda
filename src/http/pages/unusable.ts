/** The refusal of what a visitor's page does not send, or sends no more. */
import { AppError } from "../../domain/errors.ts";

/** What was sent is none of what the page sends. */
export const unusable = (): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "What was sent is not what this page sends.",
  });
