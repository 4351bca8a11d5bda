/** Who of a plan's people can host a meeting at Zoom, where a session meets there: a meeting is somebody's own. */
import type { SpecialistRun } from "../specialist.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { ToolContext } from "../../tools/context.ts";
import { relaxContext } from "../../tools/relaxed.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";

/** The context with those who have no account there; of what is on site too, where a person had it be by video. Errors: those of
 * Zoom that waiting does not mend. */
export const withZoomHosts = async <Context extends SchedulingContext>(
  context: Context,
  { video }: Pick<ToolContext, "video">,
  { relax }: Pick<SpecialistRun, "relax">,
): Promise<Context> => {
  const { plan, people } = context;
  const { sessions } = (relax && relaxContext(context, relax)) ?? context;
  const atZoom = sessions.filter(
    ({ rule }) => (rule.format ?? "video") === "video" && (rule.video ?? plan.video) === "zoom",
  );
  if (atZoom.length === 0) return context;
  const mayHost = new Set(atZoom.flatMap(({ places }) => places.flatMap(({ choices }) => choices)));
  const asked = people.map(({ email }) => email).filter((email) => mayHost.has(email));
  const known = await Promise.all(asked.map(async (email) => await hasAccount(email, video)));
  return { ...context, withoutZoom: asked.filter((_, index) => !known[index]) };
};

/** While Zoom does not answer, nobody is ruled out: whoever books will see. */
const hasAccount = async (email: string, video: ToolContext["video"]): Promise<boolean> => {
  try {
    return await video.hasAccount(email);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.retryable) return true;
    throw thrown;
  }
};
