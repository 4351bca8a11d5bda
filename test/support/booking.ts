/** A believable booking for tests of what is done with one. */
import { draftTexts } from "../../agents/scheduling/texts.ts";
import { BookInterview } from "../../src/domain/proposal.ts";

/** A valid payload; any field may be replaced. */
export const aBooking = (changes: Partial<BookInterview> = {}): BookInterview =>
  BookInterview.parse({
    kind: "book_interview",
    version: 1,
    opportunityId: "opp-1",
    postingId: "posting-1",
    stageId: "stage-screen",
    performAs: "user-owner",
    planId: "screens",
    sessionId: "phone-screen",
    sessionName: "Phone Screen",
    durationMinutes: 45,
    format: "video",
    startsAt: "2026-11-24T15:00:00Z",
    endsAt: "2026-11-24T15:45:00Z",
    candidate: {
      name: "Ada Example",
      email: "ada@candidate.test",
      zone: "Europe/Lisbon",
      zoneSource: "application",
    },
    panel: [
      {
        userId: "user-ines",
        email: "ines@company.test",
        name: "Ines Duarte",
        zone: "Europe/Lisbon",
        role: "hiring manager",
        key: true,
        feedbackTemplateId: "form-1",
      },
      {
        userId: "user-jonas",
        email: "jonas@company.test",
        name: "Jonas Weber",
        zone: "Europe/Berlin",
        role: "pool screeners",
        key: false,
        feedbackTemplateId: "form-1",
      },
    ],
    organizer: "ines@company.test",
    video: "meet",
    feedbackTemplateId: "form-1",
    feedbackReminder: "daily",
    postingTitle: "Backend Engineer",
    postingUrl: "https://lever.test/postings/1",
    companyName: "Company",
    leverUrl: "https://lever.test/opportunities/1",
    prepare: "Bring a question.",
    agenda: "Walk through recent work.",
    texts: draftTexts({
      format: "video",
      prepare: "Bring a question.",
      agenda: "Walk through recent work.",
      postingUrl: "https://lever.test/postings/1",
      panelSize: 2,
    }),
    ...changes,
  });
