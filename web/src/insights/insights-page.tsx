import "../styles/lists.css";
import "../styles/insights.css";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { DEFINITIONS, type Insight } from "../../../src/http/api/insights-words.ts";
import type { Figure, InsightsAnswer } from "../../../src/http/api/insights-schemas.ts";
import { useInsights } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { Page } from "../parts/page.tsx";
import { Loaded, Loading } from "../parts/states.tsx";
import { Bars, Histogram } from "./charts.tsx";
import { Filters, faultOf, useInsightFilters } from "./filters.tsx";
import {
  hoursInWords,
  lacking,
  minutesInWords,
  numberOf,
  percent,
  spanOfHours,
  spanOfMinutes,
  toHundredth,
  toTenth,
} from "./words.ts";

/** How coordinating goes: few figures, each with its definition. */
export const InsightsPage = () => {
  const [filters, change] = useInsightFilters();
  const query = useInsights(filters, faultOf(filters) === null);
  return (
    <Page
      title="Insights"
      lead="How coordinating goes. Each figure says what it is; of too few there is none."
    >
      <Loaded query={query} loading={<Loading rows={4} height={260} />}>
        {(shown) => (
          <>
            <Filters shown={shown} filters={filters} onChange={change} />
            <div className="insights" aria-busy={query.isPlaceholderData}>
              <Speed {...shown} />
              <Touches {...shown} />
              <FirstOffers {...shown} />
              <Repairs {...shown} />
              <Load {...shown} />
              <Feedback {...shown} />
              <Attendance {...shown} />
            </div>
            <p className="quiet small">
              By the clocks of {shown.zone}, from what Convene has booked. No candidate is named,
              and confidential ones are not counted.
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
};

const Section = ({ title, of, children }: { title: string; of: Insight; children: ReactNode }) => (
  <section className="panel insight" aria-label={title}>
    <h2>{title}</h2>
    <p className="quiet">{DEFINITIONS[of]}</p>
    {children}
  </section>
);

interface FigureProps {
  label: string;
  figure: Figure;
  say(value: number): string;
}

const One = ({ label, figure, say }: FigureProps) => (
  <div>
    <dt>{label}</dt>
    {figure.value === null ? (
      <dd className="insight-lacking">
        Not enough yet <span className="quiet small num">{lacking(figure)}</span>
      </dd>
    ) : (
      <dd className="num">{say(figure.value)}</dd>
    )}
  </div>
);

const Count = ({ label, value }: { label: string; value: number }) => (
  <div>
    <dt>{label}</dt>
    <dd className="num">{value}</dd>
  </div>
);

const Speed = ({ speed: { median, p90, bins } }: InsightsAnswer) => (
  <Section title="Time to invitations" of="speed">
    <dl className="figures">
      <One label="Median" figure={median} say={minutesInWords} />
      <One label="Nine of ten within" figure={p90} say={minutesInWords} />
    </dl>
    <Histogram
      title="Bookings by how long it took"
      heads={["Time", "Bookings"]}
      bars={bins.map((bin) => ({ label: spanOfMinutes(bin), count: bin.count }))}
    />
  </Section>
);

const Touches = ({ touches: { perInterview, touches, bins } }: InsightsAnswer) => (
  <Section title="Human touches" of="touches">
    <dl className="figures">
      <One label="For each interview" figure={perInterview} say={toTenth} />
      <Count label="In all" value={touches} />
    </dl>
    <Histogram
      title="Bookings by how often somebody acted"
      heads={["Times", "Bookings"]}
      bars={bins.map((bin) => ({ label: numberOf(bin), count: bin.count }))}
    />
  </Section>
);

const FirstOffers = ({ firstOffers }: InsightsAnswer) => (
  <Section title="First offers" of="firstOffers">
    <dl className="figures">
      <One label="Took place just so" figure={firstOffers.share} say={percent} />
      <Count label="Still open" value={firstOffers.open} />
    </dl>
    <Bars
      title="What became of first offers"
      heads={["Outcome", "Offers"]}
      bars={[
        { label: "Took place", count: firstOffers.stood },
        { label: "Changed or cancelled", count: firstOffers.changed },
        { label: "Nothing chosen", count: firstOffers.unanswered },
      ]}
    />
  </Section>
);

const CAUSES: Record<InsightsAnswer["repairs"]["byCause"][number]["cause"], string> = {
  declined: "Somebody declined",
  candidate: "The candidate asked",
  outside: "Changed outside",
};

const Repairs = ({ repairs }: InsightsAnswer) => (
  <Section title="Declines and repairs" of="repairs">
    <dl className="figures">
      <One label="Median" figure={repairs.median} say={minutesInWords} />
      <One label="Nine of ten within" figure={repairs.p90} say={minutesInWords} />
      <Count label="Repaired" value={repairs.repaired} />
      <Count label="Left as it was" value={repairs.left} />
      <Count label="Open" value={repairs.open} />
    </dl>
    <Bars
      title="Why bookings did not stand"
      heads={["Reason", "Times"]}
      bars={repairs.byCause.map(({ cause, count }) => ({ label: CAUSES[cause], count }))}
    />
  </Section>
);

const Load = ({ load: { people, interviews, gini } }: InsightsAnswer) => (
  <Section title="Load of interviewers" of="load">
    <dl className="figures">
      <One label="Gini coefficient" figure={gini} say={toHundredth} />
      <Count label="Seats in interviews" value={interviews} />
      <Count label="People" value={people.length} />
    </dl>
    {people.length === 0 ? (
      <p className="quiet">Nobody has interviewed in these days.</p>
    ) : (
      <Bars
        title="Interviews of each, the most first"
        heads={["Interviewer", "Interviews"]}
        bars={people.map(({ name, interviews: count }) => ({ label: name, count }))}
      />
    )}
  </Section>
);

const Feedback = ({ feedback: { inTime, overdue, median, p90, bins } }: InsightsAnswer) => (
  <Section title="Feedback" of="feedback">
    <dl className="figures">
      <One label="In time" figure={inTime} say={percent} />
      <Count label="Overdue" value={overdue} />
      <One label="Median" figure={median} say={hoursInWords} />
      <One label="Nine of ten within" figure={p90} say={hoursInWords} />
    </dl>
    <Histogram
      title="Forms by how soon they were in"
      heads={["After the interview", "Forms"]}
      bars={bins.map((bin) => ({ label: spanOfHours(bin), count: bin.count }))}
    />
  </Section>
);

const Attendance = ({ attendance }: InsightsAnswer) => (
  <Section title="Candidates who did not come" of="attendance">
    <dl className="figures">
      <One label="Missed" figure={attendance.missed} say={percent} />
      <Count label="Nobody said" value={attendance.unknown} />
    </dl>
    <Bars
      title="Interviews of which somebody said it"
      heads={["Whether they came", "Interviews"]}
      bars={[
        { label: "Came", count: attendance.came },
        { label: "Missed, not confirmed", count: attendance.missedUnconfirmed },
        { label: "Missed, confirmed", count: attendance.missedConfirmed },
      ]}
    />
    <ToModel />
  </Section>
);

/** For who may decide alone: as risks are. */
const ToModel = () =>
  useMayDecide() && (
    <p>
      <Link href="/insights/no-shows">
        How the risk of a no-show is told, and whether help helps
      </Link>
    </p>
  );
