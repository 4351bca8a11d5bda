import { AppError } from "../../domain/errors.ts";

/** The one answer for what is not there, or not yours to see. */
export const notThere = (what: string): AppError =>
  new AppError({ code: "not_found", fault: "caller", message: `There is no such ${what}.` });
