/** What has been seen of several proposals: the beginning and the end of each, in the very version that is shown. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

type Edge = "start" | "end";

export interface Seen {
  /** Whether this version was seen whole. */
  has(id: string, digest: string): boolean;
  note(version: string, edge: Edge): void;
}

/** One version of a proposal. */
export const versionOf = (id: string, digest: string): string => `${id} ${digest}`;

/** Nothing is seen at first. */
export const useSeen = (): Seen => {
  const [edges, setEdges] = useState<ReadonlySet<string>>(new Set());
  const note = useCallback((version: string, edge: Edge): void => {
    setEdges((before) =>
      before.has(`${version} ${edge}`) ? before : new Set([...before, `${version} ${edge}`]),
    );
  }, []);
  const has = (id: string, digest: string): boolean =>
    (["start", "end"] as const).every((edge) => edges.has(`${versionOf(id, digest)} ${edge}`));
  return { has, note };
};

interface Watched {
  version: string;
  edge: Edge;
}

/** A mark that is noted once it has been on the screen. */
export const useMark = (
  { version, edge }: Watched,
  note: Seen["note"],
): RefObject<HTMLDivElement | null> => {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = mark.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) note(version, edge);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [version, edge, note]);
  return mark;
};
