import "../styles/lists.css";
import { useOwnBriefs } from "../api/queries.ts";
import { Page } from "../parts/page.tsx";
import { Empty, Loaded } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";

/** For an interviewer: what was sent to them before their interviews. */
export const OwnBriefsPage = () => {
  const query = useOwnBriefs();
  return (
    <Page
      title="Your briefs"
      lead="What was sent to you for your interviews. You see nobody else's, and nothing of other candidates."
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="panel">
              <Empty title="No brief yet">
                A brief comes by mail the day before your interview, and stands here from then on.
              </Empty>
            </div>
          ) : (
            <ol className="list panel" aria-label="Briefs">
              {items.map((brief) => (
                <li key={brief.proposalId} className="list-row">
                  <a href={brief.url}>{brief.session}</a>
                  <When iso={brief.startsAt} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Page>
  );
};
