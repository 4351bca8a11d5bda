import { ActionIcon, Button, Select } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { ChoiceField, FIELD_ORDER, NumberField } from "./fields.tsx";
import { Part } from "./fold.tsx";
import { type PlanPath, listAt, valueAt } from "./plan-text.ts";
import { useOwnFault, usePlan, usePlanForm } from "./use-plan.ts";

/** From the booking until the interview has begun. */
export const BookedFields = () => (
  <>
    <Part title="From booking to interview">
      <div className="plan-numbers">
        <NumberField
          path={["rules", "candidateMoves"]}
          label="Moves by candidate"
          help="How often they may ask for another time on their page."
          {...{ min: 0, max: 10 }}
          otherwise="2"
        />
        <NumberField
          path={["rules", "candidateCutOffHours"]}
          label="Moves until before"
          help="Later than this before the interview they may not."
          {...{ min: 0, max: 240, unit: " h" }}
          otherwise="24 h"
        />
        <NumberField
          path={["rules", "changesNeedPersonWithinHours"]}
          label="A person decides within"
          help="So long before it every change waits for a person, in any mode."
          {...{ min: 0, max: 336, unit: " h" }}
          otherwise="48 h"
        />
        <NumberField
          path={["rules", "briefHoursBefore"]}
          label="Brief sent before"
          help="To each interviewer."
          {...{ min: 1, max: 336, unit: " h" }}
          otherwise="24 h"
        />
      </div>
    </Part>
    <Part title="Reminders and arrival">
      <CandidateReminders />
      <div className="plan-numbers">
        <ChoiceField
          path={["reminders", "interviewers"]}
          label="Remind interviewers in Slack"
          help="Their calendar reminds them by itself."
          otherwise="An hour before"
          data={[
            { value: "hour", label: "An hour before" },
            { value: "morning", label: "In the morning" },
            { value: "none", label: "Never" },
          ]}
        />
        <ChoiceField
          path={["reminders", "arrival"]}
          label="Has the candidate arrived?"
          help="Five minutes in, so that a no-show is known and the candidate can book again."
          otherwise="The panel is asked"
          data={[
            { value: "ask", label: "The panel is asked" },
            { value: "none", label: "Nobody is asked" },
          ]}
        />
        <NumberField
          path={["reminders", "helpAbovePercent"]}
          label="Help from a no-show risk of"
          help="The candidate has one more friendly reminder that offers another time, the recruiter a word. One interview in ten goes without, so that its effect can be seen. Where evaluative features are on."
          {...{ min: 1, max: 100, unit: " %" }}
          otherwise="nobody"
        />
      </div>
    </Part>
  </>
);

const MARKS: PlanPath = ["reminders", "candidate"];
const MOST_MARKS = 4;
const USUAL = [48, 3];

const WHEN = [
  { value: "usual", label: "48 h and 3 h before" },
  { value: "own", label: "At these hours before" },
  { value: "none", label: "Never" },
];

/** When the candidate is reminded: as usual, at hours of the plan's own, or never. */
const CandidateReminders = () => {
  const { store, isLocked } = usePlanForm();
  const count = usePlan((value) =>
    valueAt(value, MARKS) === undefined ? null : listAt(value, MARKS).length,
  );
  const fault = useOwnFault(MARKS);
  const choose = (when: string | null): void =>
    store.set(MARKS, when === "usual" ? undefined : when === "own" ? USUAL : []);
  return (
    <div className="plan-marks" role="group" aria-label="Reminders to the candidate">
      <Select
        label="Remind the candidate"
        inputWrapperOrder={FIELD_ORDER}
        description="By mail, before the first interview of a day, in the candidate’s decent hours."
        disabled={isLocked}
        allowDeselect={false}
        data={WHEN}
        error={fault}
        value={count === null ? "usual" : count === 0 ? "none" : "own"}
        onChange={choose}
      />
      {count !== null && count > 0 && (
        <div className="plan-whole-fields">
          {Array.from({ length: count }, (_, index) => (
            <Mark key={index} index={index} isAlone={count < 2} />
          ))}
          {!isLocked && count < MOST_MARKS && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={13} aria-hidden />}
              onClick={() => store.set(MARKS, withAnother(listAt(store.value(), MARKS)))}
            >
              Add a reminder
            </Button>
          )}
        </div>
      )}
    </div>
  );
};

const Mark = ({ index, isAlone }: { index: number; isAlone: boolean }) => {
  const { store, isLocked } = usePlanForm();
  return (
    <div className="plan-mark">
      <NumberField
        path={[...MARKS, index]}
        name={`Reminder ${index + 1} to the candidate`}
        isNeeded
        {...{ min: 1, max: 336, unit: " h" }}
      />
      {!isLocked && !isAlone && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove reminder ${index + 1}`}
          onClick={() => store.set([...MARKS, index], undefined)}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
};

/** With the first of some hours that are usual and not there. */
const withAnother = (marks: readonly unknown[]): unknown[] => {
  const free = [24, 2, 72, 48, 3].find((hours) => !marks.includes(hours));
  return [...marks, free ?? 24];
};
