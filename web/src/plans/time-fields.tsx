import { BufferFields } from "./buffer-fields.tsx";
import { ChoiceField, NumberField, TextField } from "./fields.tsx";
import { Fold, Part } from "./fold.tsx";
import { HoursField } from "./hours-field.tsx";
import type { PlanPath } from "./plan-text.ts";

const HOURS: readonly PlanPath[] = ["hours", "candidateHours", "lunch", "holidays"].map((key) => [
  "rules",
  key,
]);

/** How a time is found, and who chooses it. */
export const TimeFields = () => (
  <Part title="Finding a time">
    <div className="plan-numbers">
      <ChoiceField
        path={["offer"]}
        label="Who chooses the time"
        help="Candidates choose among the best times on their page."
        otherwise="A coordinator"
        data={[{ value: "candidate", label: "The candidate" }]}
      />
      <NumberField
        path={["rules", "horizonBusinessDays"]}
        label="Look ahead"
        help="Working days in which times are looked for."
        {...{ min: 1, max: 30, unit: " days" }}
        otherwise="5 days"
      />
      <NumberField
        path={["rules", "minimumNoticeHours"]}
        label="Notice"
        help="Nothing begins sooner than this."
        {...{ min: 0, max: 240, unit: " h" }}
        otherwise="24 h"
      />
      <ChoiceField
        path={["rules", "gridMinutes"]}
        label="Begin every"
        help="Interviews begin at these minutes."
        otherwise="15 min"
        data={["5", "10", "15", "30"].map((value) => ({ value, label: `${value} min` }))}
      />
      <BufferFields />
      <NumberField
        path={["rules", "maxInterviewsPerDay"]}
        label="Most a day"
        help="Interviews of one person."
        {...{ min: 1, max: 20 }}
        otherwise="4"
      />
      <NumberField
        path={["rules", "maxInterviewsPerWeek"]}
        label="Most a week"
        help="Interviews of one person."
        {...{ min: 1, max: 60 }}
        otherwise="12"
      />
      <NumberField
        path={["rules", "alertAfterHours"]}
        label="Recruiter told after"
        help="When nothing has fitted for so long: what blocks, and what would help."
        {...{ min: 1, max: 720, unit: " h" }}
        otherwise="48 h"
      />
    </div>
    <Fold title="Hours, lunch and holidays" paths={HOURS}>
      <HoursField
        label="Working hours"
        path={["rules", "hours"]}
        first={{ start: "09:00", end: "17:30", days: ["mon", "tue", "wed", "thu", "fri"] }}
        otherwise="09:00–17:30, Monday to Friday, of those whose calendar tells none"
      />
      <HoursField
        label="Candidate’s comfort"
        path={["rules", "candidateHours"]}
        first={{ start: "09:00", end: "18:00" }}
        otherwise="09:00–18:00 in the candidate’s zone"
      />
      <HoursField
        label="Lunch"
        path={["rules", "lunch"]}
        first={{ start: "12:00", end: "14:00" }}
        otherwise="Not looked at"
      />
      <TextField
        path={["rules", "holidays"]}
        label="Public holidays of"
        help="A country, such as DE or US, or a region of one, such as DE-BE: days off of all who have set none themselves."
        otherwise="nowhere"
      />
    </Fold>
    <Fold title="What counts how much" paths={[["rules", "weights"]]}>
      <p className="quiet small">
        Of all possible times the one with the most points is proposed. 0: it does not count; only
        proportions matter.
      </p>
      <div className="plan-numbers">
        {WEIGHTS.map(({ key, label, help, otherwise }) => (
          <NumberField
            key={key}
            path={["rules", "weights", key]}
            {...{ label, help, otherwise, min: 0, max: 1_000 }}
          />
        ))}
      </div>
    </Fold>
  </Part>
);

const WEIGHTS = [
  {
    key: "attendance",
    label: "Key evaluators can come",
    help: "They have nothing else planned then.",
    otherwise: "25",
  },
  {
    key: "invitations_kept",
    label: "Invitations kept",
    help: "Nothing tentative or unanswered stands against it.",
    otherwise: "20",
  },
  {
    key: "focus_kept",
    label: "Focus time kept",
    help: "Nobody’s focus time is taken.",
    otherwise: "15",
  },
  {
    key: "load_balance",
    label: "Load shared",
    help: "Whoever has interviewed least is asked.",
    otherwise: "15",
  },
  {
    key: "candidate_comfort",
    label: "Candidate’s good hours",
    help: "As set under hours.",
    otherwise: "15",
  },
  {
    key: "panel_comfort",
    label: "Panel’s good hours",
    help: "The hours that suit each of them.",
    otherwise: "10",
  },
  { key: "earliness", label: "Soon", help: "The sooner the better.", otherwise: "10" },
  {
    key: "compactness",
    label: "Little waiting",
    help: "Between several interviews.",
    otherwise: "15",
  },
  { key: "few_days", label: "Few days", help: "For several interviews.", otherwise: "10" },
] as const;
