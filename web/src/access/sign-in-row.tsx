import { Button } from "@mantine/core";
import type { SignInItem } from "../../../src/http/api/access-schemas.ts";
import { useIsAdmin } from "../api/session.ts";
import { useEndAll, useEndSignIn } from "../api/access.ts";
import { isolated } from "../parts/isolated.ts";
import { Badge } from "../parts/badge.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";
import { reachInWords } from "./reach.ts";

/** What it is, in words: where somebody sits, or what a token is called. */
const whatIsIt = ({ kind, device, label }: SignInItem): string => {
  if (kind === "session") return device ?? "A browser";
  return label === null ? "A token" : `${label}, an assistant’s token`;
};

/** One session or token. What became of it is told also when the row has gone by then. */
export const SignInRow = ({ item }: { item: SignInItem }) => {
  const end = useEndSignIn();
  const endAll = useEndAll();
  const isAdmin = useIsAdmin();
  const what = whatIsIt(item);
  const name = item.isOwn ? isolated(what) : `${isolated(what)} of ${isolated(item.name)}`;
  const verb = item.kind === "session" ? "Sign out" : "End the token";
  return (
    <li>
      <div>
        <strong>
          <bdi>{item.isOwn ? what : (item.displayName ?? item.name)}</bdi>
        </strong>{" "}
        {item.isThis && <Badge tone="done">This one</Badge>}
        {!item.isOwn && (
          <span className="quiet">
            {" "}
            <bdi>{what}</bdi>{" "}
          </span>
        )}
        {item.kind === "token" && item.person === null && !item.isByProvider && (
          <Badge tone="waiting">Stands for no person</Badge>
        )}
        <p className="quiet small">
          {!item.isOwn && item.displayName !== null && (
            <>
              <bdi>{item.name}</bdi>
              {" · "}
            </>
          )}
          {!item.isOwn && `${reachInWords(item)} · `}
          since <When iso={item.createdAt} />
          {item.lastSeenAt !== null && (
            <>
              {" · last seen "}
              <When iso={item.lastSeenAt} isRelative />
            </>
          )}
          {item.expiresAt !== null && (
            <>
              {" · until "}
              <When iso={item.expiresAt} />
            </>
          )}
        </p>
      </div>
      {!item.isThis && (item.isOwn || isAdmin) && (
        <div className="access-buttons">
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${verb}: ${name}`}
            loading={end.isPending}
            onClick={() =>
              void end.mutateAsync(item.id).then(() => tellDone("It is over."), tellProblem)
            }
          >
            {verb}
          </Button>
          {!item.isOwn && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Everywhere: end all of ${isolated(item.name)}`}
              loading={endAll.isPending}
              onClick={() =>
                void endAll
                  .mutateAsync(item.id)
                  .then(
                    () => tellDone(`${isolated(item.name)} is signed out everywhere.`),
                    tellProblem,
                  )
              }
            >
              Everywhere
            </Button>
          )}
        </div>
      )}
    </li>
  );
};
