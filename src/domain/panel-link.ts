/** The link in a panel of ours back to its case: it says which effect made the panel. */

/** The link of one effect's panel. */
export const panelLink = (
  publicUrl: string,
  { caseId, effectId }: { caseId: string; effectId: string },
): string => `${publicUrl}/cases/${caseId}?effect=${effectId}`;

/** The effect that a panel's link says made it, wherever we were reached then; null when the link is none of ours. */
export const effectOfLink = (externalUrl: string | null): string | null => {
  const url = externalUrl === null ? null : URL.parse(externalUrl);
  const isOurs = url !== null && /\/cases\/case_[0-9a-f]+$/.test(url.pathname);
  return isOurs ? url.searchParams.get("effect") : null;
};
