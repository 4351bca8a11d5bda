import type { Route, RouteInput } from "../../graphs/routes.ts";
import type { Scorer } from "../task.ts";

const inWords = ({ action, specialists }: Pick<Route, "action" | "specialists">): string =>
  [action, ...specialists.toSorted()].join(" ");

/** Right when action and specialists are those of the target, in any order. */
export const sameRoute: Scorer<RouteInput, Route, Pick<Route, "action" | "specialists">> = {
  name: "same_route",
  score: (route, { input, target }) => {
    const same = inWords(route) === inWords(target);
    return {
      value: same ? 1 : 0,
      answer: inWords(route),
      explanation: same ? "as expected" : `${input.kind} should give ${inWords(target)}`,
    };
  },
};
