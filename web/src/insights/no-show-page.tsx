import "../styles/insights.css";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { AttendanceModelView } from "../../../src/http/api/attendance-schemas.ts";
import { useAttendanceModel } from "../api/queries.ts";
import { Page } from "../parts/page.tsx";
import { Loaded, Loading, SwitchedOff, wordsOfSwitchedOff } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { Fact, Lacking, Section } from "./insight-parts.tsx";
import { Calibration, Effect } from "./no-show-charts.tsx";
import { percent, percentOfTenths, toThousandth } from "./words.ts";

const LEAD =
  "How likely candidates stay away is told by this model. It is for helping them alone, and chooses, ranks and rejects nobody.";

/** The card of the no-show model, how good it is, and whether help helps: of all together, and of nobody. */
export const NoShowPage = () => {
  const query = useAttendanceModel();
  const off = wordsOfSwitchedOff(query.error);
  if (off !== null) return <SwitchedOff words={off} />;
  return (
    <Page
      title="No-show model"
      lead={LEAD}
      aside={
        <Link href="/insights" className="insight-export">
          All insights
        </Link>
      }
    >
      <Loaded query={query} loading={<Loading rows={4} height={220} />}>
        {(model) => (
          <>
            {model.card.learntFrom.interviews === 0 && <OnlyPrior {...model} />}
            <div className="insights">
              <InForce {...model} />
              <Goodness {...model} />
              <Calibration bins={model.card.forward.calibration} />
              <Effect {...model.effect} />
              <Card {...model} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
};

/** No figure of one's own is there yet. */
const OnlyPrior = ({ history: { interviews, missed, needed }, card }: AttendanceModelView) => (
  <div className="note">
    <div>
      <strong>Nothing has been learnt yet</strong>
      <p>
        Until there is enough history, risks are told by the prior that Convene ships ({card.prior}
        ): our judgement, with a reason for each weight, in docs/attendance.md. It takes{" "}
        {needed.interviews} visits of which somebody said whether the candidate came, and{" "}
        {needed.missed} that were missed. By now there are {interviews} and {missed}.
      </p>
    </div>
  </div>
);

const InForce = ({ version, learntAt, card }: AttendanceModelView) => {
  const { learntFrom, priorWeight, horizonHours } = card;
  return (
    <Section
      title="In force"
      what={`Learnt each night from what was known ${horizonHours} hours before each interview, or when it was booked if that was later. What came after teaches nothing: it is not known when a risk is told.`}
    >
      <dl className="figures">
        <Fact label="Visits">{learntFrom.interviews}</Fact>
        <Fact label="Missed">{learntFrom.missed}</Fact>
        <Fact label="Still the prior">{percent(priorWeight)}</Fact>
      </dl>
      <p className="quiet small">
        {learntAt === null ? (
          "No night has passed yet."
        ) : (
          <>
            Looked at last <When iso={learntAt} />.
          </>
        )}{" "}
        {learntFrom.from !== null && learntFrom.to !== null && (
          <>
            From interviews of {learntFrom.from.slice(0, 10)} to {learntFrom.to.slice(0, 10)}.{" "}
          </>
        )}
        Version <code>{version.slice(0, 12)}</code>.
      </p>
    </Section>
  );
};

const orLacking = (value: number | null, say: (value: number) => string): ReactNode =>
  value === null ? <Lacking /> : say(value);

const Goodness = ({ card: { forward } }: AttendanceModelView) => (
  <Section
    title="How good it is"
    what="Each part of the history is foretold by a model of all before it, never shuffled. AUC: 0.5 is chance, 1 is perfect. Brier: the mean squared error; a model that is not below what one share told of all would have is of no use."
  >
    <dl className="figures">
      <Fact label="AUC">{orLacking(forward.auc, toThousandth)}</Fact>
      <Fact label="Brier">{orLacking(forward.brier, toThousandth)}</Fact>
      <Fact label="Brier of one share">{orLacking(forward.plainBrier, toThousandth)}</Fact>
      <Fact label="Foretold">{forward.predicted}</Fact>
      <Fact label="Missed of these">{forward.missed}</Fact>
    </dl>
  </Section>
);

const NAMES: Record<AttendanceModelView["card"]["features"][number]["feature"], string> = {
  leadDays: "Lead time",
  hour: "Hour",
  weekday: "Weekday",
  confirmed: "Confirmed",
  pageOpened: "Page opened",
  chatUsed: "Chat used",
  reschedules: "Moved",
  stageKind: "Kind of stage",
  format: "Format",
  attendedBefore: "Came before",
  missedBefore: "Missed before",
};

const Card = ({ card }: AttendanceModelView) => (
  <Section title="What it is for, and what it looks at" what={card.purpose} isWide>
    <dl className="card-words">
      <dt>Not for</dt>
      <dd>{card.notFor}</dd>
      <dt>Never uses</dt>
      <dd>{card.neverUses}</dd>
      <dt>Looks at</dt>
      <dd>
        <ul>
          {card.features.map(({ feature, what, needsConsent }) => (
            <li key={feature}>
              <strong>{NAMES[feature]}.</strong> {what}
              {needsConsent && !what.includes("consent") ? "; with consent only" : ""}
              {needsConsent ? ". Convene does not gather it" : ""}
            </li>
          ))}
        </ul>
      </dd>
      <dt>Prior</dt>
      <dd>
        {card.prior}, held by an L2 penalty of {card.l2}; it makes up{" "}
        {percentOfTenths(card.priorWeight)} of this model.
      </dd>
    </dl>
  </Section>
);
