/** The guide that a person works on, beside what is saved meanwhile by others. */
import { useState } from "react";
import type { GuideDetail } from "../../../src/http/api/guide-schemas.ts";
import { useLeaveWarning } from "../parts/leave-warning.ts";

export interface GuideWords {
  title: string;
  text: string;
}

const isSame = (one: GuideWords, other: GuideWords): boolean =>
  one.title === other.title && one.text === other.text;

/** The draft. What others save is taken over while nothing was changed here; else both are kept, and `isBehind` says so. */
export const useGuideDraft = (guide: GuideDetail | null, start: GuideWords) => {
  const present = { title: start.title, text: start.text, version: guide?.version ?? 0 };
  const [base, setBase] = useState(present);
  const [words, setWords] = useState<GuideWords>({ title: start.title, text: start.text });
  const isChanged = !isSame(words, base);
  const isNews = present.version !== base.version;
  const takeTheirs = (): void => {
    setBase(present);
    setWords({ title: present.title, text: present.text });
  };
  if (isNews && (!isChanged || isSame(words, present))) takeTheirs();
  useLeaveWarning(isChanged);
  return {
    words,
    isChanged,
    isBehind: isNews && isChanged && !isSame(words, present),
    basedOn: base.version,
    write: (written: Partial<GuideWords>) => setWords((before) => ({ ...before, ...written })),
    takeTheirs,
    keepMine: () => setBase(present),
  };
};
export type GuideDraft = ReturnType<typeof useGuideDraft>;
