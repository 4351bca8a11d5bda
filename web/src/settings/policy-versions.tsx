import "../styles/versions.css";
import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { PolicyVersionItem } from "../../../src/http/api/policy-version-routes.ts";
import { usePolicyVersion, usePolicyVersions } from "../api/trail.ts";
import { Copy } from "../parts/copy.tsx";
import { Json } from "../parts/json.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { Loaded, Loading, ShowMore } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";

/** What the policy was before: who changed it, when, what of it, and the whole of each version. The one that the address names comes first. */
export const PolicyVersions = ({ present }: { present: number }) => {
  const [chosen, setChosen] = useSearchParam("policy");
  const query = usePolicyVersions();
  return (
    <section className="panel versions" aria-labelledby="policy-versions">
      <h2 id="policy-versions">Versions of these settings</h2>
      {chosen !== null && (
        <Chosen key={chosen} version={chosen} present={present} onClose={() => setChosen(null)} />
      )}
      <Loaded query={query} loading={<Loading rows={3} height={48} />}>
        {(versions) => (
          <>
            <ol aria-label="Versions, newest first">
              {versions.map((version) => (
                <li key={version.version} className="version">
                  <OneVersion version={version} present={present} />
                </li>
              ))}
            </ol>
            <ShowMore query={query} />
          </>
        )}
      </Loaded>
    </section>
  );
};

interface ChosenProps {
  version: string;
  present: number;
  onClose(): void;
}

const Chosen = ({ version, present, onClose }: ChosenProps) => {
  const query = usePolicyVersion(version);
  const place = useRef<HTMLDivElement>(null);
  const isThere = query.data !== undefined || query.error !== null;
  useEffect(() => {
    if (isThere) place.current?.scrollIntoView({ block: "center" });
  }, [isThere]);
  return (
    <div className="version version-chosen" ref={place}>
      <Loaded query={query}>
        {(found) => <OneVersion version={found} present={present} isOpen />}
      </Loaded>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconX size={13} aria-hidden />}
        onClick={onClose}
      >
        Close version {version}
      </Button>
    </div>
  );
};

interface OneVersionProps {
  version: PolicyVersionItem;
  present: number;
  isOpen?: boolean;
}

const OneVersion = ({ version, present, isOpen = false }: OneVersionProps) => (
  <>
    <div className="version-head">
      <span>
        <span className="strong num">Version {version.version}</span>
        {version.version === present && " (in force)"}{" "}
        {version.by === null ? (
          "as the program comes with it"
        ) : (
          <>
            by <bdi>{version.by}</bdi>
          </>
        )}
        {version.at !== null && (
          <span className="quiet">
            , <When iso={version.at} />
          </span>
        )}
      </span>
      <Copy
        value={version.digest}
        what={`digest of version ${version.version}`}
        short={version.digest.slice(0, 8)}
      />
    </div>
    <Differences version={version} />
    <details open={isOpen}>
      <summary className="small">The whole of version {version.version}</summary>
      <Json value={version.policy} label={`Version ${version.version} of the policy`} />
    </details>
  </>
);

const Differences = ({ version: { version, differences } }: { version: PolicyVersionItem }) => {
  if (version === 0) return null;
  if (differences.length === 0) return <p className="quiet small">Nothing differs.</p>;
  return (
    <dl className="version-changes" aria-label={`What version ${version} changed`}>
      {differences.map(({ what, before, after }) => (
        <div key={`${what} ${before ?? ""} ${after ?? ""}`}>
          <dt>{what}</dt>
          <dd>
            {before !== null && <del>{before}</del>}
            {before !== null && after !== null && " → "}
            {after === null ? " taken away" : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
};
