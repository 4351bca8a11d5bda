import { useEffect, useRef, useState } from "react";
import { useStatus } from "../api/queries.ts";

/** Says aloud when something new waits. */
export const Announcer = () => {
  const waiting = useStatus().data?.waiting;
  const before = useRef(waiting);
  const [words, setWords] = useState("");
  useEffect(() => {
    if (waiting === undefined) return;
    if (before.current !== undefined && waiting > before.current) {
      setWords(
        waiting === 1 ? "1 decision is waiting." : `${String(waiting)} decisions are waiting.`,
      );
    }
    before.current = waiting;
  }, [waiting]);
  return (
    <div className="sr-only" role="status" aria-live="polite">
      {words}
    </div>
  );
};
