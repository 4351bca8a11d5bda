import "../styles/lists.css";
import "../styles/feedback.css";
import { UnstyledButton } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "wouter";
import type { OwedFormItem } from "../../../src/http/api/feedback-schemas.ts";
import { useOwedForms } from "../api/queries.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { FilterChips } from "../parts/filter-chips.tsx";
import { Initials } from "../parts/initials.tsx";
import { Page } from "../parts/page.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Empty, Loaded, ShowMore } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { Reminders } from "./reminders.tsx";
import { type Grouping, groupForms, statusOfForm, whoOwes } from "./owed-forms.ts";

const GROUPINGS: { value: Grouping; label: string }[] = [
  { value: "time", label: "By time" },
  { value: "person", label: "By interviewer" },
  { value: "case", label: "By candidate" },
];

/** Who owes feedback, the longest first. */
export const FeedbackPage = () => {
  const [status] = useSearchParam("status");
  const [by, setBy] = useSearchParam("by");
  const grouping = GROUPINGS.find(({ value }) => value === by)?.value ?? "time";
  const isOverdueOnly = status === "overdue";
  const query = useOwedForms({ status: isOverdueOnly ? "overdue" : "owed" });
  return (
    <Page
      title="Feedback"
      lead="Who has interviewed and not handed in their form in Lever yet, the longest ago first."
    >
      <div className="feedback-filters">
        <FilterChips
          param="status"
          label="How long"
          options={[{ value: "overdue", label: "Overdue" }]}
        />
        <div className="filter-chips" role="group" aria-label="Order">
          {GROUPINGS.map(({ value, label }) => (
            <UnstyledButton
              key={value}
              className="chip"
              aria-pressed={grouping === value}
              onClick={() => setBy(value === "time" ? null : value)}
            >
              {label}
            </UnstyledButton>
          ))}
        </div>
      </div>
      <Loaded query={query}>
        {({ items, unread }) => (
          <>
            {unread > 0 && <Unread count={unread} />}
            {items.length === 0 ? (
              <div className="panel">
                <Empty title={isOverdueOnly ? "Nothing is overdue" : "Nobody owes feedback"}>
                  <p>
                    A form stands here from the end of its interview until it is handed in in Lever,
                    and is overdue after a day.
                  </p>
                </Empty>
              </div>
            ) : (
              groupForms(items, grouping).map(({ key, title, forms }) => (
                <section key={key} className="feedback-group" aria-label={title}>
                  <h2>
                    {title} <span className="quiet num">{forms.length}</span>
                  </h2>
                  <ul className="list panel">
                    {forms.map((form) => (
                      <FormRow key={form.id} form={form} />
                    ))}
                  </ul>
                </section>
              ))
            )}
            <ShowMore query={query} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

const Unread = ({ count }: { count: number }) => (
  <div className="note" data-tone="waiting">
    <IconAlertTriangle size={18} aria-hidden />
    <div>
      <strong>
        Feedback of {count === 1 ? "one candidacy" : `${count} candidacies`} could not be read
      </strong>
      <p>What stands here of them may be old. Lever is asked again; the worker’s log says why.</p>
    </div>
  </div>
);

const FormRow = ({ form }: { form: OwedFormItem }) => (
  <li className="list-row feedback-row">
    <Initials name={whoOwes(form)} />
    <div className="list-what">
      <span className="strong">{whoOwes(form)}</span>
      <span className="quiet small">{form.form ?? "Feedback form"}</span>
    </div>
    <div className="list-what">
      {form.caseId === null ? (
        <span className="quiet">An interview at a stage that Convene does not coordinate</span>
      ) : (
        <>
          <Link href={`/cases/${form.caseId}`}>{form.candidateName}</Link>
          <span className="quiet small">
            {form.postingTitle} · {form.stageName}
          </span>
        </>
      )}
    </div>
    <div className="feedback-when">
      <StatusBadge status={statusOfForm(form)} />
      <span className="quiet small">
        Interview ended <When iso={form.endsAt} isRelative />
      </span>
      <Reminders form={form} />
    </div>
    {form.leverUrl === null ? (
      <span />
    ) : (
      <a href={form.leverUrl} target="_blank" rel="noreferrer">
        Open in Lever
        <span className="sr-only">: feedback of {whoOwes(form)}</span>
      </a>
    )}
  </li>
);
