import "../styles/several.css";
import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import type { Choice } from "./use-choice.ts";

/** Where those that are chosen are read and approved together. */
export const severalPath = (ids: readonly string[]): string => `/several?of=${ids.join(",")}`;

/** What is chosen, and what can be done with it; nothing while nothing is. */
export const ChooseBar = ({ choice }: { choice: Choice }) => {
  const [, go] = useLocation();
  const count = choice.chosen.length;
  if (count === 0) return null;
  return (
    <section className="panel choose-bar" aria-label="Chosen">
      <span role="status">{count} chosen</span>
      <Button size="compact-sm" variant="default" onClick={choice.clear}>
        Choose none
      </Button>
      <Button size="compact-sm" onClick={() => go(severalPath(choice.chosen))}>
        Read and approve {count}
      </Button>
    </section>
  );
};
