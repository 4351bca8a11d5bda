/** Keeps which notices a page has shown; who only asks whether it is there has seen none. */
import type { Request } from "express";
import { type NoticePlace, keepNoticesShown } from "../../cases/notices-shown.ts";
import type { Drawn } from "./parts.ts";
import type { VisitDeps } from "./visit.ts";

interface Shown extends Pick<Drawn, "visit" | "view"> {
  request: Pick<Request, "method">;
  place: NoticePlace;
}

/** Before the page is sent. */
export const keepShown = async (
  { request, place, visit, view: { notices } }: Shown,
  deps: VisitDeps,
): Promise<void> => {
  if (request.method === "HEAD") return;
  await keepNoticesShown({ caseId: visit.case_.id, place, notices }, deps);
};
