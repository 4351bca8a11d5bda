/** A request to move something, held against where it is booked now. What does not agree is said, and asked. */
import type { CaseRecord } from "../../src/cases/records.ts";
import { spanOf, timeOf } from "../../src/domain/itinerary.ts";
import type { BookInterview } from "../../src/domain/proposal.ts";
import { slotInWords } from "../../src/domain/time.ts";
import { inWords } from "../../src/requests/answer.ts";
import { isNamedBy } from "../../src/requests/when.ts";
import { type Outcome, told } from "./outcome.ts";
import { caseLink } from "./tell.ts";

interface Now {
  now: Temporal.Instant;
  zone: string;
}

type Sessions = BookInterview["sessions"];

/** Whoever says where it is may mean another interview. Shape: null where it is booked then. */
export const askNotThen = (
  case_: CaseRecord,
  { booked, leaves }: { booked: Sessions | undefined; leaves: string },
  asking: Now,
): Outcome | null => {
  const begins = booked?.map((session) => timeOf(session).startsAt) ?? [];
  if (begins.some((at) => isNamedBy(leaves, at, asking))) return null;
  const where = booked
    ? `What is booked is ${slotInWords(spanOf(booked), asking.zone)}, and not when you say it is.`
    : "No interview is booked, so there is none then to be moved.";
  const question = booked
    ? "Do you mean that one? Then say only to when it is to be moved."
    : "If you want one, ask for times.";
  return told(inWords("asks", [`${where} ${question}`], { links: [caseLink(case_)] }), case_);
};
