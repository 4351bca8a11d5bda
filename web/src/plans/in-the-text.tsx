import { listAt, type PlanValue, textAt, valueAt } from "./plan-text.ts";

/** What the form has fields for; of lists what each entry has. */
const IN_FORM = {
  "": "match sessions pools rooms rules offer video link links feedback feedbackReminder reminders",
  reminders: "interviewers",
  feedback: "reminders firstAfterMinutes mostReminders by deadlineHours",
  match: "stages postings teams",
  sessions:
    "name durationMinutes format video places after feedbackTemplate competencies prepare agenda",
  places: "person role pool room count key",
  rooms: "email name capacity link",
  rules:
    "horizonBusinessDays minimumNoticeHours bufferMinutes gridMinutes maxInterviewsPerDay maxInterviewsPerWeek candidateMoves candidateCutOffHours changesNeedPersonWithinHours alertAfterHours briefHoursBefore hours candidateHours lunch loop",
  hours: "start end days",
  candidateHours: "start end",
  lunch: "start end",
  loop: "order mostDays mostSessionsADay leastGapMinutes mostGapMinutes pause lunchMinutes",
  pause: "afterMinutes minutes",
} as const;

type Part = keyof typeof IN_FORM;

const isPart = (key: string): key is Exclude<Part, ""> => key !== "" && key in IN_FORM;

/** Keys of a plan without a field, each once, by their way: `rules.weights`, `sessions.training`. */
const othersIn = (value: PlanValue, part: Part, way: string): string[] => {
  if (typeof value !== "object" || value === null) return [];
  const known: readonly string[] = IN_FORM[part].split(" ");
  return Object.keys(value).flatMap((key): string[] => {
    const name = way === "" ? key : `${way}.${key}`;
    if (key === "id") return [];
    if (!known.includes(key)) return [name];
    if (!isPart(key)) return [];
    const inside = valueAt(value, [key]);
    const entries = Array.isArray(inside) ? listAt(value, [key]) : [inside];
    return entries.flatMap((entry) => othersIn(entry, key, name));
  });
};

/** Says what of the plan has no field here. Whatever the form changes, that stays as it is. */
export const InTheText = ({ value }: { value: PlanValue }) => {
  const ids = [value, ...listAt(value, ["sessions"])].map((one) => textAt(one, ["id"]));
  const others = [...new Set(othersIn(value, "", ""))];
  return (
    <>
      <p className="quiet small">
        Ids: <Codes names={ids.filter((id) => id !== "")} />. Each is made when a plan or an
        interview is added, and stays, since bookings go by it; the text alone can change it.
      </p>
      {others.length > 0 && (
        <p className="quiet small">
          In the text alone, and kept as it stands there: <Codes names={others} />.
        </p>
      )}
    </>
  );
};

const Codes = ({ names }: { names: readonly string[] }) =>
  names.map((name, index) => (
    <span key={index}>
      {index > 0 && ", "}
      <code>{name}</code>
    </span>
  ));
