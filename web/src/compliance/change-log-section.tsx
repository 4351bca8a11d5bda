import type { ChangeLogView } from "../../../src/http/api/compliance-routes.ts";
import { useChangeLog } from "../api/compliance.ts";
import { Copy } from "../parts/copy.tsx";
import { Loaded, Loading } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { sentence, spell } from "../parts/words.ts";

/** Which models, prompts and policies were in use, from when until when. */
export const ChangeLogSection = () => {
  const query = useChangeLog();
  return (
    <section className="panel setting-block" aria-labelledby="change-log">
      <div>
        <h2 id="change-log">Models, prompts and policies in use</h2>
        <p className="quiet">
          From the ledger: what was asked to draft, with which prompt, and by which version of the
          policy it was decided. The technical file has the same with the model card.
        </p>
      </div>
      <p>
        <a href="/api/technical-file.md" download>
          Technical file
        </a>
      </p>
      <Loaded query={query} loading={<Loading rows={3} height={32} />}>
        {({ models, policies, noShowModels }) => (
          <>
            <Models models={models} />
            <Versions title="Policy" versions={policies} />
            <Versions title="No-show model" versions={noShowModels} />
          </>
        )}
      </Loaded>
    </section>
  );
};

const Models = ({ models }: { models: ChangeLogView["models"] }) =>
  models.length === 0 ? (
    <p className="quiet">No model was asked so far: everything until now was made by code alone.</p>
  ) : (
    <ul className="audit-rows" aria-label="Models and prompts">
      {models.map((one) => (
        <li key={`${one.specialist} ${one.from}`}>
          <span>
            <strong>{one.model}</strong>{" "}
            <span className="quiet">
              at {one.host}, for {spell(one.specialist)}
            </span>
          </span>
          <span className="small">
            Prompt {one.prompt}{" "}
            <Copy
              value={one.promptDigest}
              what={`digest of prompt ${one.prompt}`}
              short={one.promptDigest.slice(0, 12)}
            />
          </span>
          <span className="quiet small">
            <Span from={one.from} until={one.until} open="latest" />; asked{" "}
            <span className="num">{one.asked}</span> {one.asked === 1 ? "time" : "times"}, last{" "}
            <When iso={one.lastAskedAt} />
            {one.degraded > 0 && (
              <>
                ; the draft stood <span className="num">{one.degraded}</span>{" "}
                {one.degraded === 1 ? "time" : "times"}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );

const Versions = ({ title, versions }: { title: string; versions: ChangeLogView["policies"] }) => (
  <div>
    <h3 className="audit-head">{title}</h3>
    <ul className="audit-rows" aria-label={`Versions: ${title}`}>
      {versions.map(({ version, by, from, until }) => (
        <li key={`${version} ${from ?? ""}`}>
          <span>
            <strong>{sentence(`version ${version}`)}</strong>{" "}
            <span className="quiet">{by === null ? "of the program" : `by ${by}`}</span>
          </span>
          <span className="quiet small">
            <Span from={from} until={until} open="in force" />
          </span>
        </li>
      ))}
    </ul>
  </div>
);

/** From when until when, in words. */
const Span = ({
  from,
  until,
  open,
}: {
  from: string | null;
  until: string | null;
  open: string;
}) => (
  <>
    {from === null ? "from the beginning" : <When iso={from} />}
    {until === null ? (
      `, ${open}`
    ) : (
      <>
        {" "}
        until <When iso={until} />
      </>
    )}
  </>
);
