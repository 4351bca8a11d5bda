/** Believable bookings for tests of what is done with one. */
import { draftTexts } from "../../agents/scheduling/texts.ts";
import { BookInterview, BookedSession } from "../../src/domain/proposal.ts";

/** The first of a booking's sessions: of most its only one. Of an itinerary likewise. */
export const firstSession = <Session>({ sessions }: { sessions: readonly Session[] }): Session => {
  const [first] = sessions;
  if (first === undefined) throw new Error("a booking without a session");
  return first;
};

/** A valid session; any field may be replaced. */
export const aSession = (changes: Partial<BookedSession> = {}): BookedSession =>
  BookedSession.parse({
    sessionId: "phone-screen",
    name: "Phone Screen",
    durationMinutes: 45,
    format: "video",
    startsAt: "2026-11-24T15:00:00Z",
    endsAt: "2026-11-24T15:45:00Z",
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
    prepare: "Bring a question.",
    agenda: "Walk through recent work.",
    ...changes,
  });

/** A valid payload of one session; any field may be replaced. */
export const aBooking = (changes: Partial<BookInterview> = {}): BookInterview => {
  const sessions = changes.sessions ?? [aSession()];
  return BookInterview.parse({
    kind: "book_interview",
    version: 2,
    opportunityId: "opp-1",
    postingId: "posting-1",
    stageId: "stage-screen",
    performAs: "user-owner",
    planId: "screens",
    title: sessions.length === 1 ? firstSession({ sessions }).name : "Onsite",
    sessions,
    candidate: {
      name: "Ada Example",
      email: "ada@candidate.test",
      zone: "Europe/Lisbon",
      zoneSource: "application",
    },
    feedbackReminder: "daily",
    postingTitle: "Backend Engineer",
    postingUrl: "https://lever.test/postings/1",
    companyName: "Company",
    leverUrl: "https://lever.test/opportunities/1",
    texts: draftTexts({
      sessions,
      postingUrl: "https://lever.test/postings/1",
      panelSize: 2,
      hasTraining: false,
    }),
    ...changes,
  });
};

/** Three sessions of one day, with lunch between the second and the third. */
export const aLoop = (changes: Partial<BookInterview> = {}): BookInterview => {
  const [ines, jonas] = aSession().panel;
  if (!ines || !jonas) throw new Error("nobody is in the panel");
  const at = (startsAt: string, endsAt: string) => ({
    startsAt: `2026-11-24T${startsAt}:00Z`,
    endsAt: `2026-11-24T${endsAt}:00Z`,
  });
  return aBooking({
    sessions: [
      aSession({
        sessionId: "coding",
        name: "Coding",
        panel: [jonas],
        ...at("10:00", "11:00"),
        durationMinutes: 60,
        organizer: jonas.email,
      }),
      aSession({
        sessionId: "design",
        name: "Design",
        ...at("11:00", "12:00"),
        durationMinutes: 60,
        prepare: "",
      }),
      aSession({
        sessionId: "values",
        name: "Values",
        panel: [ines],
        ...at("13:00", "13:45"),
        format: "onsite",
        video: "none",
        agenda: "",
      }),
    ],
    ...changes,
  });
};
