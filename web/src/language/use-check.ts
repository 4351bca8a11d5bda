/** The text that a person works on, beside the one that was checked last. Nothing of it is kept when the page is left. */
import { useState } from "react";
import { useLanguageCheck, useLanguageRules } from "../api/queries.ts";
import { useSearchParam } from "../parts/search-param.ts";
import { KIND_WORDS, type KindChoice } from "./finding-words.ts";
import { type Finding, replaceSentence, takeOutSentence } from "./text-parts.ts";

/** As the server takes it. Units: UTF-16 units. */
export const LONGEST_TEXT = 50_000;

const isKind = (value: string | null): value is KindChoice =>
  KIND_WORDS.some((each) => each.value !== null && each.value === value);

/** Kind and places of the address, with their setters. Shape: no place means all. */
const useChoices = () => {
  const [kindParam, setKind] = useSearchParam("kind");
  const [whereParam, setWhere] = useSearchParam("where");
  const rules = useLanguageRules();
  const known = rules.data?.jurisdictions ?? [];
  const asked = new Set(whereParam?.split(","));
  const places = known.map(({ id }) => id).filter((id) => asked.has(id));
  return {
    rules,
    kind: isKind(kindParam) ? kindParam : null,
    places,
    setKind: (kind: string | null): void => setKind(kind),
    togglePlace: (id: string | null): void => {
      const next =
        id === null
          ? []
          : known.map((each) => each.id).filter((each) => places.includes(each) !== (each === id));
      setWhere(next.length === 0 ? null : next.join(","));
    },
  };
};

/** The page's whole state. */
export const useCheck = () => {
  const choices = useChoices();
  const [text, setText] = useState("");
  const [checked, setChecked] = useState<string | null>(null);
  const [before, setBefore] = useState<string[]>([]);
  const { kind, places } = choices;
  const query = useLanguageCheck(
    checked === null
      ? null
      : {
          text: checked,
          ...(kind && { kind }),
          ...(places.length > 0 && { jurisdictions: places }),
        },
  );
  const checkNow = (next: string): void => {
    setText(next);
    setChecked(next);
  };
  return {
    ...choices,
    text,
    checked,
    query,
    isStale: checked !== null && text !== checked,
    canCheck: text.trim() !== "" && text.length <= LONGEST_TEXT,
    canUndo: before.length > 0,
    write: setText,
    check: (): void => checkNow(text),
    take: (taken: string): void => {
      setBefore([]);
      checkNow(taken);
    },
    /** The sentence gives way to what to write instead; to nothing when that is null. */
    replace: ({ start, end }: Finding, instead: string | null): void => {
      const at = { start, end };
      setBefore([...before, text]);
      checkNow(
        instead === null ? takeOutSentence(text, at) : replaceSentence(text, { ...at, instead }),
      );
    },
    undo: (): void => {
      const last = before.at(-1);
      setBefore(before.slice(0, -1));
      if (last !== undefined) checkNow(last);
    },
  };
};
export type LanguageCheck = ReturnType<typeof useCheck>;
