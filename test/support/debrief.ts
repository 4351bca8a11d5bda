/** A debrief of two, and one who comes beside. */
import { BookDebrief } from "../../src/domain/debrief.ts";

export const DEBRIEF = BookDebrief.parse({
  kind: "book_debrief",
  version: 1,
  opportunityId: "opp",
  postingId: "post",
  stageId: "screen",
  caseId: "case_1",
  planId: "phone-screen",
  candidateName: "Ada Lovelace",
  postingTitle: "Engineer",
  stageName: "Phone Screen",
  companyName: "Acme",
  startsAt: "2026-11-24T10:00:00Z",
  endsAt: "2026-11-24T10:30:00Z",
  alternatives: [{ startsAt: "2026-11-24T14:00:00Z", endsAt: "2026-11-24T14:30:00Z" }],
  people: [
    {
      userId: "ann",
      email: "ann@example.test",
      name: "Ann",
      zone: "Europe/Lisbon",
      why: "handed_in",
    },
    {
      userId: "rec",
      email: "rec@example.test",
      name: "Rec",
      zone: "Europe/Berlin",
      why: "recruiter",
    },
  ],
  organizer: "ann@example.test",
  video: "meet",
  deadlineHours: 72,
  isPartial: false,
  caseUrl: "https://convene.example.test/cases/case_1",
  leverUrl: "https://lever.example.test/opp",
});
