/** Filters and selections live in the address. */
import { useSearchParams } from "wouter";

/** One parameter of the address and its setter; null removes it. Changing a filter adds no step to go back to. */
export const useSearchParam = (name: string): [string | null, (value: string | null) => void] => {
  const [search, setSearch] = useSearchParams();
  const set = (value: string | null): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [search.get(name), set];
};
