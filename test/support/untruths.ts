/** What our books say of an opportunity, held against the company: every sentence of the list is something that is not true,
 * or that somebody would have to know and is not told. Written from the promises alone: it shares no code with the product. */
import type { CaseRow, Made, Standing } from "./standing.ts";
import { firstSession } from "./booking.ts";

/** Shape: empty when all is true. Only of what was read once nothing moved any more. */
export const untruthsOf = (standing: Standing): string[] => [
  ...ofEvents(standing),
  ...standing.made.flatMap((made) => ofMade(made)),
  ...standing.cases.flatMap((case_) => ofCase(case_, standing)),
  ...ofWhole(standing),
];

const when = (isUntrue: boolean, words: string): string[] => (isUntrue ? [words] : []);

/** A candidacy that is gone before it had a case is told by its failed event. */
const ofEvents = ({ events, cases, lever }: Standing): string[] =>
  events.flatMap(({ kind, status, error }) => [
    ...when(status === "waiting", `the event ${kind} still waits`),
    ...when(
      status === "failed" &&
        !(error?.code === "lever_not_found" && lever === null && cases.length === 0),
      `the event ${kind} failed: ${error?.code}`,
    ),
  ]);

const stands = ({ event }: Made): boolean => event !== null && event.status !== "cancelled";

/** Whether our books say that it stays because somebody has changed it. */
const isLeftAlone = ({ proposal }: Made, kind: string): boolean =>
  proposal.effects.some(
    (effect) =>
      effect.kind === kind &&
      effect.status === "parked" &&
      effect.error?.message.includes("Somebody has changed") === true,
  );

/** A proposal and what stands outside for it. */
const ofMade = (made: Made): string[] => {
  const { proposal, panels, notes, confirmations, cancellations, held } = made;
  const its = (words: string) => `a proposal is ${proposal.status}, and ${words}`;
  const unsettled = proposal.effects.filter(({ status }) =>
    ["planned", "sending", "unknown"].includes(status),
  );
  const always = [
    ...when(confirmations.length > 1, its(`${confirmations.length} confirmations were sent`)),
    ...when(panels.length > 1, its(`${panels.length} panels stand in Lever`)),
    ...when(notes.length > 1, its(`${notes.length} notes stand in Lever`)),
    ...unsettled.map(({ kind, status }) => its(`its ${kind} is ${status}`)),
    ...when(
      proposal.status === "approved" || proposal.status === "performing",
      "a proposal was approved, and nobody performs it",
    ),
  ];
  if (proposal.status === "done") {
    const mail = proposal.effects.find(({ kind }) => kind === "candidate_mail");
    return [
      ...always,
      ...when(confirmations.length === 0 && mail?.status === "done", its("no confirmation came")),
      // Who deleted it may want it again: its time is theirs until somebody has decided.
      ...when(held.length === 0 && !stands(made), its("nobody holds the time of its event, gone")),
      ...when(held.length === 0 && stands(made), its("its event stands in time that is not held")),
    ];
  }
  return [
    ...always,
    ...when(
      stands(made) && !isLeftAlone(made, "calendar_event"),
      its("its event stands in the calendar"),
    ),
    ...when(
      panels.length > 0 && !isLeftAlone(made, "lever_panel"),
      its("its panel stands in Lever"),
    ),
    ...when(notes.length > 0 && !isLeftAlone(made, "lever_note"), its("its note stands in Lever")),
    ...when(proposal.status !== "waiting" && held.length > 0, its("time is held for it")),
    ...when(
      confirmations.length > cancellations.length,
      its("the candidate has a confirmation and no cancellation"),
    ),
  ];
};

/** What has become otherwise than it was booked, and how the case would have to say it. */
const changesOf = (made: Made, case_: CaseRow, { lever }: Standing): [string, RegExp][] => {
  if (lever === null) return [["Lever no longer has it", /no longer has this opportunity/]];
  if (lever.archived) return [["it is archived", /archived/]];
  return [
    ...(lever.stage === case_.stageId
      ? []
      : [["it is at another stage", /another stage/] as [string, RegExp]]),
    ...changesOfEvent(made),
    ...changesOfPanel(made),
  ];
};

const isAt = (instant: string | undefined, wanted: string): boolean =>
  instant !== undefined &&
  Temporal.Instant.compare(Temporal.Instant.from(instant), Temporal.Instant.from(wanted)) === 0;

const changesOfEvent = (made: Made): [string, RegExp][] => {
  const { event, proposal } = made;
  if (!event || !stands(made)) return [["its event is gone", /event was deleted/]];
  const { startsAt, endsAt } = firstSession(proposal.payload);
  const isMoved = !isAt(event.start.dateTime, startsAt) || !isAt(event.end.dateTime, endsAt);
  const isDeclined = event.attendees?.some(({ responseStatus }) => responseStatus === "declined");
  return [
    ...(isMoved ? [["its event was moved", /event was moved/] as [string, RegExp]] : []),
    ...(isDeclined ? [["somebody declined", /declined/] as [string, RegExp]] : []),
  ];
};

const changesOfPanel = ({ panels, proposal }: Made): [string, RegExp][] => {
  const [interview] = panels[0]?.interviews ?? [];
  if (!interview) return [["its panel is gone", /panel was removed/]];
  const { startsAt, durationMinutes, panel } = firstSession(proposal.payload);
  const isMoved =
    interview.date !== Temporal.Instant.from(startsAt).epochMilliseconds ||
    interview.duration !== durationMinutes;
  const wanted = panel.map(({ userId }) => userId).toSorted();
  const present = interview.interviewers.map(({ id }) => id).toSorted();
  const isOther = JSON.stringify(wanted) !== JSON.stringify(present);
  return [
    ...(isMoved ? [["its panel was moved", /panel in Lever was moved/] as [string, RegExp]] : []),
    ...(isOther ? [["its panel has others", /other interviewers/] as [string, RegExp]] : []),
  ];
};

/** One case against everything. */
const ofCase = (case_: CaseRow, standing: Standing): string[] => {
  const { lever, made } = standing;
  const { status, problem, nextStep } = case_;
  const its = (words: string) => `the case of ${case_.stageName} is ${status}, and ${words}`;
  const own = made.filter(({ proposal }) => proposal.caseId === case_.id);
  const waiting = own.filter(({ proposal }) => proposal.status === "waiting");
  const booking = own.find((one) => one.proposal.status === "done");
  const isLeft = lever === null || lever.archived !== null || lever.stage !== case_.stageId;
  const isToBeCancelled = waiting.some(({ proposal }) => proposal.kind === "cancel_booking");
  const isIdle = status === "open" && !nextStep.startsWith("Rejected");
  return [
    ...when(status === "waiting" && waiting.length !== 1, its(`${waiting.length} proposals wait`)),
    ...when(status !== "waiting" && waiting.length > 0, its("a proposal waits")),
    ...when(isIdle, its("nobody looks for a time")),
    ...when(status === "booked" && !booking, its("nothing is booked")),
    ...when(status === "blocked" && problem === null, its("says no problem")),
    ...when(
      status === "waiting" && isLeft && !isToBeCancelled,
      its("the candidate is not there any more"),
    ),
    ...when(
      status !== "closed" && isLeft && !booking,
      its("nothing keeps it open: the candidate is not there any more"),
    ),
    ...waiting.flatMap(({ proposal }) =>
      when(
        lever !== null && lever.emails[0] !== proposal.payload.candidate.email,
        its("its proposal would write to an address that is not the candidate's"),
      ),
    ),
    ...(booking ? ofBooking(booking, case_, standing) : ofProblem(case_, standing)),
  ];
};

const ofBooking = (booking: Made, case_: CaseRow, standing: Standing): string[] => {
  const { status, problem } = case_;
  const its = (words: string) => `the case of ${case_.stageName} is ${status}, and ${words}`;
  const changes = changesOf(booking, case_, standing);
  const isParked = booking.proposal.effects.some((effect) => effect.status === "parked");
  if (status === "closed") {
    return when(
      stands(booking) || booking.panels.length > 0,
      its("what was booked stands outside, and nobody is told"),
    );
  }
  if (status === "booked") return changes.map(([words]) => its(words));
  // While a change or a cancellation of it waits, the case goes on saying what for.
  if (status !== "blocked" && !hasMend(case_, standing)) return [];
  const message = problem?.message ?? "";
  return [
    ...when(changes.length === 0 && !isParked, its(`all is as booked; it says: ${message}`)),
    ...changes
      .filter(([, words]) => !words.test(message))
      .map(([words]) => its(`it does not say that ${words}: ${message}`)),
    ...SAYINGS.filter(
      (saying) =>
        saying.test(message) && !changes.some(([, words]) => words.source === saying.source),
    ).map((saying) => its(`it says what is not so (${saying.source}): ${message}`)),
  ];
};

/** Whether a proposal waits that would mend what is booked. */
const hasMend = ({ id }: CaseRow, { made }: Standing): boolean =>
  made.some(({ proposal }) => proposal.caseId === id && isMend(proposal));

const isMend = ({ status, kind }: Made["proposal"]): boolean =>
  status === "waiting" && (kind === "change_booking" || kind === "cancel_booking");

const SAYINGS = [
  /no longer has this opportunity/,
  /archived/,
  /another stage/,
  /event was deleted/,
  /event was moved/,
  /declined/,
  /panel was removed/,
  /panel in Lever was moved/,
  /other interviewers/,
];

/** A problem without a booking must still be so. */
const ofProblem = (case_: CaseRow, { lever, made }: Standing): string[] => {
  const { problem, status } = case_;
  if (status !== "blocked" || !problem) return [];
  const its = (words: string) => `the case says "${problem.message}", and ${words}`;
  const sent = made
    .filter(({ proposal }) => proposal.caseId === case_.id)
    .some(({ confirmations, cancellations }) => confirmations.length > cancellations.length);
  return [
    ...when(sent && /nothing was sent/.test(problem.message), its("the candidate has a mail")),
    ...when(
      problem.code === "opportunity_archived" && lever?.archived === null,
      its("it is not archived"),
    ),
    ...when(
      problem.code === "contact_not_allowed" && lever?.dataProtection.contact.allowed === true,
      its("contact is allowed"),
    ),
    ...when(
      /another stage/.test(problem.message) && lever?.stage === case_.stageId,
      its("the candidate is at this stage"),
    ),
    ...when(
      problem.code === "booked_but_ended" || problem.code === "booking_changed",
      its("nothing is booked"),
    ),
  ];
};

/** What only all cases together can tell. */
const ofWhole = ({ lever, hasPlan, cases, made }: Standing): string[] => {
  const open = cases.filter(({ status }) => status !== "closed");
  const messages = [
    ...open.filter(({ problem }) => problem !== null).map(({ problem }) => problem?.message ?? ""),
    // What would mend a problem is read together with it.
    ...made
      .filter(({ proposal }) => proposal.status === "waiting" && !isMend(proposal))
      .map(() => "a proposal waits"),
  ];
  const mayBeCoordinated =
    lever !== null && lever.archived === null && lever.emails.length > 0 && hasPlan;
  const isCoordinated = open.some(({ stageId }) => stageId === lever?.stage);
  return [
    ...when(
      messages.length > 1,
      `the recruiter reads ${messages.length} messages: ${messages.join(" | ")}`,
    ),
    ...when(
      mayBeCoordinated && !isCoordinated,
      "it is at a stage with a plan, and has no open case",
    ),
  ];
};
