import "../styles/lists.css";
import "../styles/settings.css";
import "../styles/access.css";
import { Button } from "@mantine/core";
import { useEndOthers, useSignIns } from "../api/access.ts";
import { mayAccess } from "../../../src/domain/access.ts";
import { useIsAdmin, useSession, useSignOut } from "../api/session.ts";
import { Page } from "../parts/page.tsx";
import { Loaded } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { AccountsSection } from "./accounts-section.tsx";
import { NewToken } from "./new-token.tsx";
import { reachInWords } from "./reach.ts";
import { SignInRow } from "./sign-in-row.tsx";

/** Where one is signed in, and with which tokens; for admins and auditors everybody, and who may what. */
export const AccessPage = () => {
  const isAdmin = useIsAdmin();
  const { data: session } = useSession();
  const isOverseer = !!session && mayAccess(session, "oversee");
  return (
    <Page title="Access" lead="Where you are signed in, and which tokens open the door for you.">
      <OwnSection />
      {isOverseer && <AccountsSection />}
      {isOverseer && <OthersSection />}
      {isAdmin && <NewToken />}
    </Page>
  );
};

const OwnSection = () => {
  const query = useSignIns();
  const { data: session } = useSession();
  const endOthers = useEndOthers();
  const signOut = useSignOut();
  return (
    <section className="panel setting-block" aria-labelledby="own">
      <div>
        <h2 id="own">You</h2>
        <p className="quiet">
          Signed in as <strong>{session?.name}</strong>
          {session && `, ${reachInWords(session)}`}.
        </p>
      </div>
      <Loaded query={query}>
        {({ items }) => {
          const own = items.filter(({ isOwn }) => isOwn);
          const others = own.filter(({ kind, isThis }) => kind === "session" && !isThis);
          return (
            <>
              <ul className="tokens" aria-label="Your sessions and tokens">
                {own.map((item) => (
                  <SignInRow key={item.id} item={item} />
                ))}
              </ul>
              <div className="access-buttons">
                <Button
                  variant="default"
                  loading={signOut.isPending}
                  onClick={() => signOut.mutate(undefined, { onError: tellProblem })}
                >
                  Sign out here
                </Button>
                {others.length > 0 && (
                  <Button
                    variant="default"
                    loading={endOthers.isPending}
                    onClick={() =>
                      endOthers.mutate(null, {
                        onSuccess: ({ ended }) =>
                          tellDone(
                            ended === 1
                              ? "The other session is over."
                              : `${ended} other sessions are over.`,
                          ),
                        onError: tellProblem,
                      })
                    }
                  >
                    Sign out everywhere else
                  </Button>
                )}
              </div>
            </>
          );
        }}
      </Loaded>
    </section>
  );
};

const OthersSection = () => {
  const query = useSignIns();
  const isAdmin = useIsAdmin();
  return (
    <section className="panel setting-block" aria-labelledby="others">
      <div>
        <h2 id="others">Everybody else</h2>
        <p className="quiet">
          Sessions and tokens of others that are good now, none of them with its secret.
          {isAdmin && " What you end is over at once."}
        </p>
      </div>
      <Loaded query={query}>
        {({ items }) => {
          const others = items.filter(({ isOwn }) => !isOwn);
          return others.length === 0 ? (
            <p className="quiet small">Nobody else is signed in, and nobody else has a token.</p>
          ) : (
            <ul className="tokens" aria-label="Sessions and tokens of others">
              {others.map((item) => (
                <SignInRow key={item.id} item={item} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
};
