/** By whom, in whose place and by which channel a decision came. */
import { CHANNEL_OF_DECISION } from "../../../src/domain/decision-channel.ts";
import type { ProposalItem } from "../../../src/http/api/schemas.ts";

/** `Rita Ray in place of Omar Faye, in Slack`. */
export const decidedHow = ({
  by,
  onBehalfOf,
  via,
}: Pick<NonNullable<ProposalItem["decision"]>, "by" | "onBehalfOf" | "via">): string =>
  [
    onBehalfOf === null ? by : `${by} in place of ${onBehalfOf}`,
    ...(via === null ? [] : [CHANNEL_OF_DECISION[via]]),
  ].join(", ");
