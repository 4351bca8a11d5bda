/** A request to move something, held against where it is booked now. What does not agree is said, and asked. */
import type { CaseRecord } from "../../src/cases/records.ts";
import { spanOf, timeOf } from "../../src/domain/itinerary.ts";
import type { BookInterview } from "../../src/domain/proposal.ts";
import { slotInWords } from "../../src/domain/time.ts";
import { inWords } from "../../src/requests/answer.ts";
import { daysOfWhen, isNamedBy, type windowsOfWhen } from "../../src/requests/when.ts";
import type { Slots } from "../../src/requests/understanding.ts";
import { type Outcome, told } from "./outcome.ts";
import { caseLink } from "./tell.ts";

interface Now {
  now: Temporal.Instant;
  zone: string;
}

type Sessions = BookInterview["sessions"];

interface Wanted {
  booked: Sessions;
  slots: Pick<Slots, "when" | "isOther" | "withUserId">;
  asked: ReturnType<typeof windowsOfWhen>;
}

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

/** What is booked lies then already: moved within it, it would be what nobody has asked for. Shape: null where it does not, or another time is
 * asked for. */
export const askThereAlready = (
  case_: CaseRecord,
  { booked, slots, asked }: Wanted,
  zone: string,
): Outcome | null => {
  const isSomewhere = asked.windows.length > 0 && asked.isNamed && !asked.isShift;
  if (!isSomewhere || slots.isOther || slots.withUserId !== undefined) return null;
  const { startsAt, endsAt } = spanOf(booked);
  const isThere = asked.windows.some(
    ({ start, end }) =>
      Temporal.Instant.compare(start, startsAt) <= 0 && Temporal.Instant.compare(endsAt, end) <= 0,
  );
  if (!isThere) return null;
  const minutes = startsAt.until(endsAt).total("minutes");
  const isWider = asked.windows.some(
    ({ start, end }) => start.until(end).total("minutes") > minutes,
  );
  const text = `Find another time for {{candidate}} ${daysOfWhen(slots.when ?? "")}`.trim();
  const words = `It is booked then already: ${slotInWords(spanOf(booked), zone)}. ${isWider ? "Do you want another time within that?" : "Say to when else it is to be moved."}`;
  return told(
    inWords("asks", [words], {
      choices: isWider ? [{ label: "Another time within that", text, caseId: case_.id }] : [],
      links: [caseLink(case_)],
    }),
    case_,
  );
};
