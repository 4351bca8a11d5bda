import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { memo, useMemo } from "react";
import { useLeverNames } from "../api/queries.ts";
import { BookedFields } from "./booked-fields.tsx";
import { DebriefFields } from "./debrief-fields.tsx";
import { FeedbackFields } from "./feedback-fields.tsx";
import { TagsField, TextField } from "./fields.tsx";
import { Part } from "./fold.tsx";
import { InTheText } from "./in-the-text.tsx";
import { LoopFields } from "./loop-fields.tsx";
import { MeetingFields } from "./meeting-fields.tsx";
import type { PlanStore } from "./plan-store.ts";
import { appendAt, listAt, textAt } from "./plan-text.ts";
import { PoolFields } from "./pool-fields.tsx";
import { SessionFields } from "./session-fields.tsx";
import { StageRuleFields } from "./stage-rule-fields.tsx";
import { TimeFields } from "./time-fields.tsx";
import { PlanFormContext, usePlan, usePlanForm } from "./use-plan.ts";

interface PlanFormProps {
  store: PlanStore;
  isLocked: boolean;
  isNew: boolean;
}

/** A plan as fields, in the order in which an interview comes to what they say. A field draws itself anew when its own value
 * changes: the form does not. */
export const PlanForm = memo(({ store, isLocked, isNew }: PlanFormProps) => (
  <PlanFormContext value={useMemo(() => ({ store, isLocked }), [store, isLocked])}>
    <div className="plan-form">
      <p className="quiet small">What is empty has the value shown in grey.</p>
      <MatchFields isNew={isNew} />
      <Sessions />
      <LoopFields />
      <PoolFields />
      <MeetingFields />
      <TimeFields />
      <BookedFields />
      <FeedbackFields />
      <DebriefFields />
      <StageRuleFields />
      <InTheText />
    </div>
  </PlanFormContext>
));

const Sessions = () => {
  const { store, isLocked } = usePlanForm();
  const count = usePlan((value) => listAt(value, ["sessions"]).length);
  return (
    <Part title="Interviews">
      {Array.from({ length: count }, (_, index) => (
        // A session's id may be changed while it is typed.
        <SessionFields key={index} index={index} isAlone={count < 2} />
      ))}
      {!isLocked && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            store.change((text) =>
              appendAt(text, ["sessions"], newSession(listAt(store.value(), ["sessions"]))),
            )
          }
        >
          Add an interview
        </Button>
      )}
    </Part>
  );
};

/** With the first number from its place on that no other has. */
const newSession = (sessions: readonly unknown[]) => {
  const ids = new Set(sessions.map((session) => textAt(session, ["id"])));
  let number = sessions.length + 1;
  while (ids.has(`interview-${number}`)) number += 1;
  return {
    id: `interview-${number}`,
    name: `Interview ${number}`,
    durationMinutes: 60,
    format: "video",
    places: [{ role: "hiring_manager" }],
  };
};

/** For whom the plan is. The id of one that is saved stays: what was booked by it names it. */
const MatchFields = ({ isNew }: { isNew: boolean }) => {
  const stages = useLeverNames().data?.stages ?? [];
  return (
    <Part title="Applies to">
      {isNew && (
        <TextField
          path={["id"]}
          isNeeded
          label="Id of the plan"
          help="Lower-case letters, digits and hyphens, such as backend-panel. It stays once the plan is saved."
        />
      )}
      <TagsField
        path={["match", "stages"]}
        label="Stages in Lever"
        otherwise="a stage’s name"
        data={stages}
        whenNone={[]}
      />
      <TagsField path={["match", "postings"]} label="Postings" otherwise="any" />
      <TagsField path={["match", "teams"]} label="Teams" otherwise="any" />
    </Part>
  );
};
