/** The mark at the end of each note that we leave in Lever: how ours are found again, and told from what people wrote. */

/** The mark of one effect. */
export const referenceMark = (effectId: string): string =>
  `Convene reference ${effectId.slice(3, 15)}`;

/** Whether a text is one of our notes, or quotes one. */
export const hasReferenceMark = (text: string): boolean =>
  /Convene reference [0-9a-z]{8,12}/i.test(text.replace(/\s+/g, " "));
