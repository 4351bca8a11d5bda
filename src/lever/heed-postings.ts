/** A posting that is confidential makes its candidacies so, whatever they say of themselves. */
import { AppError } from "../domain/errors.ts";
import type { PostingId } from "../domain/ids.ts";
import type { LeverReader } from "./port.ts";

/** A reader of which an opportunity is confidential where its posting is. */
export const heedPostings = (reader: LeverReader): LeverReader => ({
  ...reader,
  getOpportunity: async (id) => {
    const opportunity = await reader.getOpportunity(id);
    const { confidential, postingId } = opportunity;
    if (confidential || postingId === null) return opportunity;
    return { ...opportunity, confidential: await isConfidential(postingId, reader) };
  },
});

/** Lever denies a confidential posting to who was not let in on it, and one that is gone keeps no secret. */
const isConfidential = async (postingId: PostingId, reader: LeverReader): Promise<boolean> => {
  try {
    return (await reader.getPosting(postingId)).confidential;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code === "lever_denied") return true;
    if (thrown.code === "lever_not_found") return false;
    throw thrown;
  }
};
