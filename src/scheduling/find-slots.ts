/** The way into the slot engine. Pure: the same request gives the same answer on every machine. */
import { checkRequest } from "./check-request.ts";
import { DEFAULT_TOP } from "./defaults.ts";
import { explainNone } from "./explain.ts";
import { findingsOf } from "./findings.ts";
import { buildFrame } from "./frame.ts";
import { relaxSlot } from "./relax-slot.ts";
import { clashesOf } from "./rule-clash.ts";
import { buildScoreModel, describeSlot } from "./score.ts";
import { searchStarts } from "./search.ts";
import { seatTrainees } from "./training.ts";
import type { SlotRequest, SlotResult } from "./types.ts";

/** The best slots for one session, proven, or who and what stands against it.
 * Errors: `input_invalid` with every fault of the request. */
export const findSlots = (request: SlotRequest): SlotResult => {
  checkRequest(request);
  const frame = buildFrame(request);
  const model = buildScoreModel([frame], request.weights);
  const findings = findingsOf(request, frame);
  const considered = frame.grid.count;
  const found = searchStarts(frame, model, request.top ?? DEFAULT_TOP);
  if (found.length === 0) {
    const { leaveOut = [] } = request;
    return {
      kind: "none",
      blockers: explainNone(request, frame, findings),
      relaxations: leaveOut.includes("relaxations") ? [] : relaxSlot(request),
      clashes: leaveOut.includes("clashes") ? [] : clashesOf(request),
      considered,
      findings,
    };
  }
  const slots = found.map((ranked) => ({
    ...describeSlot(ranked, model, frame),
    ...(request.training && {
      training: seatTrainees([{ frame, ...ranked }], model.worthOf).flat(),
    }),
  }));
  return { kind: "slots", slots, proven: true, considered, findings };
};
