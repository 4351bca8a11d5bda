/** What is kept in versions: whoever saves says which one they began with. */
import { AppError } from "./errors.ts";

interface Stale {
  /** What somebody has done: `saved the guide gd_1`. */
  done: string;
  /** The last version. */
  present: number;
  /** The version that the person saw; 0: none. */
  basedOn: number;
}

/** A conflict: somebody else was faster. */
export const staleVersion = ({ done, present, basedOn }: Stale): AppError =>
  new AppError({
    code: "conflict",
    fault: "caller",
    message: `Somebody has ${done} meanwhile: version ${present} is the last one, yours began with ${basedOn === 0 ? "none" : `version ${basedOn}`}. Nothing was changed.`,
    data: { version: present },
  });
