import { presentZone } from "../../../src/domain/zone-names.ts";
import "../styles/lists.css";
import "../styles/insights.css";
import { Link } from "wouter";
import type { MissedReason } from "../../../src/domain/missed-reason.ts";
import { DEFINITIONS } from "../../../src/http/api/insights-words.ts";
import type { Figure, InsightsAnswer } from "../../../src/http/api/insights-schemas.ts";
import { useInsights } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { Page } from "../parts/page.tsx";
import { Loaded, Loading } from "../parts/states.tsx";
import { Bars, Histogram, Rates } from "./charts.tsx";
import { Filters, faultOf, useInsightFilters } from "./filters.tsx";
import { Fact, Lacking, Section } from "./insight-parts.tsx";
import {
  actions,
  hoursInWords,
  inHours,
  lacking,
  minutesInWords,
  numberOf,
  percent,
  spanOfHours,
  spanOfMinutes,
  toHundredth,
} from "./words.ts";

/** How coordinating goes: few figures, each with its definition. */
export const InsightsPage = () => {
  const [filters, change] = useInsightFilters();
  const query = useInsights(filters, faultOf(filters) === null);
  return (
    <Page
      title="Insights"
      lead="How well coordinating goes. Each figure says what it counts; where there is too little for one, there is none."
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
              By the clocks of {presentZone(shown.zone)}, from what Convene has booked. No candidate
              is named, and confidential ones are not counted.
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
};

interface FigureProps {
  label: string;
  figure: Figure;
  say(value: number): string;
}

const One = ({ label, figure, say }: FigureProps) => (
  <Fact label={label}>
    {figure.value === null ? (
      <Lacking>
        {" "}
        <span className="quiet small">{lacking(figure)}</span>
      </Lacking>
    ) : (
      say(figure.value)
    )}
  </Fact>
);

const Speed = ({ speed: { median, p90, bins } }: InsightsAnswer) => (
  <Section title="Time to invitations" what={DEFINITIONS.speed} isFolded>
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
  <Section title="Human touches" what={DEFINITIONS.touches} isFolded>
    <dl className="figures">
      <One label="Per interview" figure={perInterview} say={actions} />
      <Fact label="Actions in all">{touches}</Fact>
    </dl>
    <Histogram
      title="Bookings by how often somebody had to act"
      heads={["Actions", "Bookings"]}
      bars={bins.map((bin) => ({ label: numberOf(bin), count: bin.count }))}
    />
  </Section>
);

const FirstOffers = ({ firstOffers }: InsightsAnswer) => (
  <Section title="First offers" what={DEFINITIONS.firstOffers} isFolded>
    <dl className="figures">
      <One label="Stood as it was offered" figure={firstOffers.share} say={percent} />
      <Fact label="Offers decided">{firstOffers.share.of}</Fact>
    </dl>
    <Bars
      title="What became of first offers"
      heads={["Outcome", "Offers"]}
      bars={[
        { label: "The candidate came", count: firstOffers.stood - firstOffers.unsaid },
        { label: "Stood, not said who came", count: firstOffers.unsaid },
        { label: "Changed or cancelled", count: firstOffers.changed },
        { label: "Interview missed", count: firstOffers.missed },
        { label: "No time chosen", count: firstOffers.unanswered },
        { label: "Still open", count: firstOffers.open },
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
  <Section title="Declines and repairs" what={DEFINITIONS.repairs} isFolded>
    <dl className="figures">
      <One label="Median time to repair" figure={repairs.median} say={minutesInWords} />
      <One label="Nine of ten within" figure={repairs.p90} say={minutesInWords} />
      <Fact label="Repaired">{repairs.repaired}</Fact>
      <Fact label="Put back as booked">{repairs.putBack}</Fact>
      <Fact label="Left as it was">{repairs.left}</Fact>
      <Fact label="Open">{repairs.open}</Fact>
    </dl>
    <Bars
      title="What happened to bookings"
      heads={["What happened", "Times"]}
      bars={repairs.byCause.map(({ cause, count }) => ({ label: CAUSES[cause], count }))}
      more={[
        {
          head: "Median time to repair",
          cells: repairs.byCause.map(({ median }) =>
            median.value === null ? lacking(median) : minutesInWords(median.value),
          ),
        },
      ]}
    />
  </Section>
);

const Load = ({ load: { people, interviews, gini } }: InsightsAnswer) => (
  <Section title="Load of interviewers" what={DEFINITIONS.load} isFolded>
    <dl className="figures">
      <One label="Gini coefficient" figure={gini} say={toHundredth} />
      <Fact label="Seats in interviews">{interviews}</Fact>
      <Fact label="People">{people.length}</Fact>
    </dl>
    {people.length === 0 ? (
      <p className="quiet">Nobody has interviewed in these days.</p>
    ) : (
      <Bars
        title="Interviews of each, the most first"
        heads={["Interviewer", "Interviews"]}
        bars={people.map(({ name, interviews: count }) => ({ label: name, count }))}
        more={[{ head: "Time", cells: people.map(({ hours }) => inHours(hours)) }]}
      />
    )}
  </Section>
);

const Feedback = ({ feedback: { inTime, overdue, median, p90, bins } }: InsightsAnswer) => (
  <Section title="Feedback" what={DEFINITIONS.feedback} isFolded>
    <dl className="figures">
      <One label="In within a day" figure={inTime} say={percent} />
      <Fact label="Forms overdue">{overdue}</Fact>
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

const REASONS: Record<MissedReason, string> = {
  no_word: "No word from them",
  told_before: "They had told us before",
  other_time: "Came at another time or place",
  technical: "Something technical",
  panel_absent: "Nobody from the panel came",
};

const CIRCUMSTANCES: Record<
  InsightsAnswer["attendance"]["byCircumstance"][number]["circumstance"],
  string
> = {
  confirmed: "Had confirmed the time",
  not_confirmed: "Had not confirmed",
  unanswered: "Asked to move, unanswered",
  no_reminders: "Wanted no reminders",
  short_notice: "Booked under 48 h ahead",
  moved: "Moved before",
};

const Attendance = ({ attendance }: InsightsAnswer) => (
  <Section title="No-shows" what={DEFINITIONS.attendance} isFolded isWide>
    <dl className="figures">
      <One label="Missed by the candidate" figure={attendance.missed} say={percent} />
      <Fact label="Visits they came to">{attendance.came}</Fact>
      <Fact label="Nobody has said">{attendance.unknown}</Fact>
    </dl>
    <div className="insight-charts">
      <Bars
        title="Why visits were missed"
        heads={["Reason", "Visits"]}
        bars={attendance.byReason.map(({ reason, count }) => ({
          label: reason === null ? "No reason given" : REASONS[reason],
          count,
        }))}
      />
      <Rates
        title="Share missed, by what was known before"
        heads={["Known before", "Visits", "Missed"]}
        rates={attendance.byCircumstance.map(({ circumstance, missed, share }) => ({
          label: CIRCUMSTANCES[circumstance],
          count: missed,
          of: share.of,
          share: share.value,
        }))}
      />
    </div>
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
