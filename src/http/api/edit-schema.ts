/** What a person may change of a proposal before it is decided on. */
import { z } from "zod";
import { BookingEdit } from "../../domain/proposal.ts";
import { SynthesisEdit } from "../../domain/synthesis.ts";

/** What is meant for a synthesis and does not fit: what of it, is said where the proposal is known. */
const MeantForSynthesis = z
  .looseObject({})
  .refine((edit) => Object.keys(SynthesisEdit.shape).some((key) => key in edit), { abort: true });

/** An edit of a proposal of any kind. */
export const AnyEdit = z
  .union([BookingEdit, SynthesisEdit, MeantForSynthesis])
  .describe("Of the proposal’s kind; what does not fit it is refused, with where and what");
