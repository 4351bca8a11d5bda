/** The way into the engine for several sessions. Pure: the same request gives the same answer on every machine. */
import { checkLoop } from "./check-loop.ts";
import { DEFAULT_EFFORT, DEFAULT_TOP } from "./defaults.ts";
import { explainEarly, notTogether } from "./explain-loop.ts";
import { findingsOf } from "./findings.ts";
import { loopClashesOf } from "./loop-clash.ts";
import { describeItinerary } from "./loop-describe.ts";
import { buildLoopFrame } from "./loop-frame.ts";
import { buildLoopModel, scoreOf } from "./loop-model.ts";
import { relaxLoop } from "./relax-loop.ts";
import { searchLoop } from "./loop-search.ts";
import type { LoopRequest, LoopResult } from "./loop-types.ts";

/** The best itineraries for a loop, with whether they are proven to be, or who and what stands against it.
 * Errors: `input_invalid` with every fault of the request. */
export const findItineraries = (request: LoopRequest): LoopResult => {
  checkLoop(request);
  const frame = buildLoopFrame(request);
  const findings = findingsOf(
    { people: request.people, places: request.sessions.flatMap(({ places }) => places) },
    frame,
  );
  const early = explainEarly(request, frame, findings);
  if (early.length > 0) {
    const why = whyNone(request, true);
    return { kind: "none", blockers: early, ...why, proven: true, steps: 0, findings };
  }
  const model = buildLoopModel(frame, request);
  const effort = request.effort ?? DEFAULT_EFFORT;
  const search = searchLoop(model, { top: request.top ?? DEFAULT_TOP, effort });
  const { proven, steps } = search;
  if (search.found.length === 0) {
    const blockers = [notTogether(frame)];
    return { kind: "none", blockers, ...whyNone(request, proven), proven, steps, findings };
  }
  const itineraries = search.found.map((found) => describeItinerary(found, model));
  const bound = scoreOf(search.bound, model);
  return { kind: "itineraries", itineraries, proven, bound, steps, findings };
};

/** What takes searches of its own. Rules clash only where it is certain that nothing fits. */
const whyNone = (request: LoopRequest, proven: boolean) => {
  const { leaveOut = [] } = request;
  return {
    relaxations: leaveOut.includes("relaxations") ? [] : relaxLoop(request, proven),
    clashes: leaveOut.includes("clashes") || !proven ? [] : loopClashesOf(request),
  };
};
