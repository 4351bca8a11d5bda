/** Which of those that wait are chosen to be approved together. The choice lives in the address. */
import { MOST_AT_ONCE, isForPage } from "../../../src/domain/for-page.ts";
import type { ProposalItem } from "../../../src/http/api/schemas.ts";
import { useSearchParam } from "../parts/search-param.ts";

export interface Choice {
  chosen: readonly string[];
  /** Whether it may be approved together with others. */
  isFor(proposal: ProposalItem): boolean;
  has(id: string): boolean;
  toggle(id: string): void;
  clear(): void;
}

/** Of what waits no more nothing stays chosen. */
export const useChoice = (waiting: readonly ProposalItem[]): Choice => {
  const [kept, setKept] = useSearchParam("chosen");
  const isFor = (proposal: ProposalItem): boolean =>
    proposal.status === "waiting" &&
    proposal.isReadable &&
    proposal.notYours === null &&
    !isForPage(proposal);
  const able = new Set(waiting.filter(isFor).map(({ id }) => id));
  const chosen = (kept ?? "").split(",").filter((id) => able.has(id));
  const set = (ids: readonly string[]): void =>
    setKept(ids.length === 0 ? null : ids.slice(0, MOST_AT_ONCE).join(","));
  return {
    chosen,
    isFor,
    has: (id) => chosen.includes(id),
    toggle: (id) => {
      if (!able.has(id)) return;
      set(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
    },
    clear: () => setKept(null),
  };
};
