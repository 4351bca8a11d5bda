/** From draft to proposal: control fields from records and the engine, and beside them all that a person needs to judge. */
import type { SpecialistProposal, SpecialistRun } from "../specialist.ts";
import { AppError } from "../../src/domain/errors.ts";
import { OpportunityId, PostingId, StageId, UserId } from "../../src/domain/ids.ts";
import type {
  BookInterview,
  Evidence,
  PanelMember,
  ScoredSlot,
} from "../../src/domain/proposal.ts";
import { plainName, quote } from "../../src/domain/quoted.ts";
import { zoneName } from "../../src/domain/time.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import type { BookingDraft } from "./draft.ts";
import { bookingReason, bookingSummary } from "./words.ts";

/** The one proposal of a session. Errors: `lever_rejected` when nobody is known in whose name Lever could be written. */
export const proposeBooking = (
  draft: BookingDraft,
  gathered: SchedulingContext,
  run: SpecialistRun,
): SpecialistProposal => {
  const [slot, ...alternatives] = draft.slots;
  if (!slot) throw new Error("a draft without a slot");
  const people = membersOf(gathered, draft.slots);
  const payload = payloadOf({ draft, gathered, run, slot, people });
  const evidence = evidenceOf(draft, gathered);
  return {
    key: gathered.session.id,
    audience: "candidate",
    risk: "medium",
    warnings: evidence.filter((item) => item.kind === "warning").length,
    payload,
    context: {
      summary: bookingSummary(payload),
      reason: bookingReason(slot),
      slot,
      alternatives,
      calendar: {
        readAt: gathered.availability[0]?.readAt ?? gathered.now,
        people: gathered.availability.map((person) => ({
          email: person.email,
          name: nameOf(person.email, gathered),
          zone: person.zone ?? run.companyZone,
          readable: person.readable,
          reason: person.reason,
          blocks: person.blocks,
        })),
      },
      evidence,
      people,
    },
  };
};

const nameOf = (email: string, gathered: SchedulingContext): string =>
  gathered.people.find((person) => person.email === email)?.name ?? email;

/** Everybody who sits in one of the offered slots. */
const membersOf = (gathered: SchedulingContext, slots: ScoredSlot[]): PanelMember[] => {
  const seated = new Map<string, number>();
  for (const { panel } of slots) for (const { email, place } of panel) seated.set(email, place);
  return [...seated].map(([email, place]) => {
    const person = gathered.people.find((candidate) => candidate.email === email);
    const seat = gathered.places[place];
    const time = gathered.availability.find((reading) => reading.email === email);
    if (!person || !seat || !time?.zone) throw new Error("a slot names somebody who was not read");
    return {
      userId: UserId.parse(person.userId),
      email,
      name: person.name,
      zone: time.zone,
      role: seat.label,
      key: seat.key,
      feedbackTemplateId: gathered.feedbackTemplateId,
    };
  });
};

interface PayloadFacts {
  draft: BookingDraft;
  gathered: SchedulingContext;
  run: SpecialistRun;
  slot: ScoredSlot;
  people: PanelMember[];
}

const payloadOf = ({ draft, gathered, run, slot, people }: PayloadFacts): BookInterview => {
  const { opportunity, posting, session, plan, candidate } = gathered;
  const panel = slot.panel.map(({ email }) => {
    const member = people.find((person) => person.email === email);
    if (!member) throw new Error("a slot names somebody who was not read");
    return member;
  });
  const name = quote(opportunity.name.quoted, {
    system: "lever",
    ref: `opportunity/${opportunity.id}#name`,
  });
  return {
    kind: "book_interview",
    version: 1,
    opportunityId: OpportunityId.parse(opportunity.id),
    postingId: PostingId.parse(posting.id),
    stageId: StageId.parse(opportunity.stageId),
    performAs: performAs(run, gathered),
    planId: plan.id,
    sessionId: session.id,
    sessionName: session.name,
    durationMinutes: session.durationMinutes,
    format: session.format ?? "video",
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    candidate: {
      name: plainName(name, "there"),
      email: candidate.email,
      zone: candidate.zone,
      zoneSource: candidate.zoneSource,
    },
    panel,
    organizer: panel.find((member) => member.key)?.email ?? panel[0]?.email ?? "",
    video: (session.format ?? "video") === "video" ? (plan.video ?? "meet") : "none",
    feedbackTemplateId: gathered.feedbackTemplateId,
    feedbackReminder: plan.feedbackReminder ?? "daily",
    postingTitle: posting.title,
    postingUrl: posting.url ?? "",
    companyName: run.companyName,
    leverUrl: opportunity.url ?? "",
    prepare: session.prepare ?? "",
    agenda: session.agenda ?? "",
    texts: draft.texts,
  };
};

const performAs = (run: SpecialistRun, gathered: SchedulingContext): BookInterview["performAs"] => {
  const id = run.performAs ?? gathered.performAs;
  if (id !== "") return UserId.parse(id);
  throw new AppError({
    code: "lever_rejected",
    fault: "caller",
    message:
      "Nobody is known in whose name Lever could be written: give the opportunity or the posting an owner, or set LEVER_PERFORM_AS.",
  });
};

const evidenceOf = (draft: BookingDraft, gathered: SchedulingContext): Evidence[] => {
  const { opportunity, posting, plan, candidate } = gathered;
  const unreadable = gathered.availability.filter((person) => !person.readable);
  const read = (what: string, source: string, url?: string | null): Evidence => ({
    kind: "read",
    what,
    source,
    ...(url && { url }),
  });
  return [
    ...(candidate.zoneSource === "company"
      ? [
          {
            kind: "warning" as const,
            what: `The candidate's time zone is not known. Times are given in ${zoneName(candidate.zone)}; check before you send.`,
            source: "get_opportunity",
          },
        ]
      : []),
    ...unreadable.map((person) => ({
      kind: "warning" as const,
      what: `The calendar of ${nameOf(person.email, gathered)} could not be read (${(person.reason ?? "").replaceAll("_", " ")}); nobody was booked on a guess.`,
      source: "check_availability",
    })),
    read(
      "Stage, address, consent and owner",
      `get_opportunity opportunity/${opportunity.id}`,
      opportunity.url,
    ),
    read(`Posting ${posting.title}`, `get_posting posting/${posting.id}`, posting.url),
    read(`Interview plan ${plan.id}`, `get_plan ${plan.id}`),
    read(
      `Calendars of ${gathered.availability.length - unreadable.length} people, next ${plan.rules?.horizonBusinessDays ?? 5} business days`,
      "check_availability",
    ),
    ...gathered.leftOut.map(({ email, why }) => ({
      kind: "left_out" as const,
      what: `${email}: ${why}`,
      source: "plan",
    })),
    ...draft.findings.map((what) => ({ kind: "left_out" as const, what, source: "slot engine" })),
  ];
};
