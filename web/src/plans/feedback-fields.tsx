import { ChoiceField, NumberField } from "./fields.tsx";
import { Part } from "./fold.tsx";

/** What becomes of the feedback. */
export const FeedbackFields = () => (
  <Part title="Feedback">
    <div className="plan-numbers">
      <ChoiceField
        path={["feedback", "reminders"]}
        label="Who reminds of feedback"
        help="Never both: a form is reminded of once."
        otherwise="Convene"
        data={[
          { value: "ours", label: "Convene" },
          { value: "lever", label: "Lever" },
          { value: "off", label: "Nobody" },
        ]}
      />
      <ChoiceField
        path={["feedback", "by"]}
        label="Convene reminds by"
        help="The first one carries the questions and the rubric."
        otherwise="Slack, else mail"
        data={[
          { value: "slack", label: "Slack, else mail" },
          { value: "mail", label: "Mail" },
          { value: "note", label: "Note in Lever" },
        ]}
      />
      <NumberField
        path={["feedback", "firstAfterMinutes"]}
        label="Remind of form after"
        help="Of the interview; then one each working day."
        {...{ min: 0, max: 10_080, unit: " min", step: 15 }}
        otherwise="60 min"
      />
      <NumberField
        path={["feedback", "mostReminders"]}
        label="Reminders of a form"
        help="Then recruiter and hiring manager are told."
        {...{ min: 1, max: 20 }}
        otherwise="5"
      />
      <ChoiceField
        path={["feedbackReminder"]}
        label="Lever reminds"
        help="Where Lever is the one who does."
        otherwise="Daily"
        data={[
          { value: "once", label: "Once" },
          { value: "daily", label: "Daily" },
          { value: "frequently", label: "Frequently" },
          { value: "none", label: "Never" },
        ]}
      />
      <NumberField
        path={["feedback", "deadlineHours"]}
        label="Synthesis waits for"
        help="So long after the last interview; then it is made of the forms that are in, and says who is missing."
        {...{ min: 1, max: 720, unit: " h" }}
        otherwise="72 h"
      />
    </div>
  </Part>
);
