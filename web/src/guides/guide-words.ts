import type { GuideItem, ShownScope } from "../../../src/http/api/guide-schemas.ts";

/** For whom a guide is. */
export const scopeWords = (scope: ShownScope): string => {
  if (scope.kind === "company") return "For everybody";
  return scope.postingTitle === null
    ? "For a posting that is not open"
    : `For ${scope.postingTitle}`;
};

/** Whether it counts. */
export const stateWords = ({ state }: Pick<GuideItem, "state">): string =>
  state === "on" ? "In force" : "Turned off";

/** Title and text, as they are compared. */
export const wholeOf = ({ title, text }: { title: string; text: string }): string =>
  `${title}\n\n${text}`;
