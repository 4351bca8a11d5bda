/** Which keys of a plan the form has a field for. */
import { type PlanValue, listAt, valueAt } from "./plan-text.ts";

/** What the form has fields for, by the way to it; of lists what each entry has. A test holds it to all that a plan may say. */
const IN_FORM = {
  "": "match sessions pools rooms rules offer video link links feedback feedbackReminder reminders stageRule debrief",
  match: "stages postings teams",
  sessions:
    "name durationMinutes format video places training after feedbackTemplate competencies prepare agenda",
  places: "person role pool room count key",
  training: "kind person pool",
  rooms: "email name capacity link",
  rules:
    "horizonBusinessDays minimumNoticeHours bufferMinutes gridMinutes maxInterviewsPerDay maxInterviewsPerWeek candidateMoves candidateCutOffHours changesNeedPersonWithinHours alertAfterHours briefHoursBefore hours candidateHours lunch holidays weights loop",
  bufferMinutes: "before after",
  hours: "start end days",
  candidateHours: "start end",
  lunch: "start end",
  weights:
    "attendance invitations_kept focus_kept load_balance candidate_comfort panel_comfort earliness compactness few_days",
  loop: "order mostDays mostSessionsADay leastGapMinutes mostGapMinutes pause lunchMinutes",
  pause: "afterMinutes minutes",
  feedback: "reminders firstAfterMinutes mostReminders by deadlineHours",
  reminders: "candidate interviewers arrival helpAbovePercent",
  stageRule: "when scores moveTo",
  scores: "field atLeast of",
  debrief: "minutes withinHours with",
} as const;

type Part = keyof typeof IN_FORM;

const isPart = (key: string): key is Exclude<Part, ""> => key !== "" && key in IN_FORM;

/** Keys of a plan without a field, each once, by their way: `sessions.shade`. */
export const keysWithoutField = (plan: PlanValue): string[] => [...new Set(othersIn(plan, "", ""))];

const othersIn = (value: PlanValue, part: Part, way: string): string[] => {
  if (typeof value !== "object" || value === null) return [];
  const known: readonly string[] = IN_FORM[part].split(" ");
  return Object.keys(value).flatMap((key): string[] => {
    const name = way === "" ? key : `${way}.${key}`;
    if (key === "id") return [];
    if (!known.includes(key)) return [name];
    // Reminders of feedback are a word, those of an interview a part.
    if (!isPart(key) || (part === "feedback" && key === "reminders")) return [];
    const inside = valueAt(value, [key]);
    const entries = Array.isArray(inside) ? listAt(value, [key]) : [inside];
    return entries.flatMap((entry) => othersIn(entry, key, name));
  });
};
