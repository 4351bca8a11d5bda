import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { AccountItem } from "../../../src/http/api/access-schemas.ts";
import { ROLES } from "../../../src/domain/access.ts";
import { useAccounts, useRemoveAccount, useSetAccess } from "../api/access.ts";
import { useIsAdmin, useSession } from "../api/session.ts";
import { isolated } from "../parts/isolated.ts";
import { Loaded, ProblemNote } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";
import { ROLE_CHOICES, namesIn, reachInWords } from "./reach.ts";

const NONE = "none";
const GROUPS = "groups";
const CHOICES = [
  { value: GROUPS, label: "As the directory’s groups say" },
  ...ROLE_CHOICES,
  { value: NONE, label: "No access" },
];

/** People who sign in at the identity provider, and what they may. */
export const AccountsSection = () => {
  const query = useAccounts();
  const isAdmin = useIsAdmin();
  const [edited, setEdited] = useState("");
  return (
    <section className="panel setting-block" aria-labelledby="accounts">
      <div>
        <h2 id="accounts">People</h2>
        <p className="quiet">
          Whoever signs in at your identity provider may what their groups give. What{" "}
          {isAdmin ? "you set" : "an administrator sets"} by hand outranks that, and holds from
          their next step on.
        </p>
      </div>
      <Loaded query={query}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <p className="quiet small">Nobody has signed in there yet.</p>
            ) : (
              <ul className="tokens" aria-label="People of the identity provider">
                {items.map((account) => (
                  <AccountRow key={account.id} account={account} onEdit={setEdited} />
                ))}
              </ul>
            )}
            {isAdmin && <AccessForm key={edited} email={edited} onDone={() => setEdited("")} />}
          </>
        )}
      </Loaded>
    </section>
  );
};

const AccountRow = ({
  account,
  onEdit,
}: {
  account: AccountItem;
  onEdit: (email: string) => void;
}) => {
  const { id, email, displayName, access, setBy, signedInAt, groupsUntil, isOver } = account;
  const { data: session } = useSession();
  const isAdmin = useIsAdmin();
  const remove = useRemoveAccount();
  return (
    <li>
      <div>
        <strong>
          <bdi>{displayName ?? email}</bdi>
        </strong>{" "}
        <span className="quiet">
          {access === null ? "no access" : reachInWords(access)}
          {isOver && ", once they sign in again"}
        </span>
        <p className="quiet small">
          {displayName !== null && (
            <>
              <bdi>{email}</bdi>
              {" · "}
            </>
          )}
          {setBy === null ? (
            "by their groups"
          ) : (
            <>
              set by <bdi>{setBy}</bdi>
            </>
          )}
          {" · "}
          {signedInAt === null ? (
            "has not signed in yet"
          ) : (
            <>
              signed in <When iso={signedInAt} isRelative />
            </>
          )}
          {groupsUntil !== null && (
            <>
              {isOver ? " · no access since " : " · sign in again by "}
              <When iso={groupsUntil} />
            </>
          )}
        </p>
      </div>
      {isAdmin && session?.name !== email && (
        <div className="access-buttons">
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Change: ${isolated(email)}`}
            onClick={() => onEdit(email)}
          >
            Change
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`Forget: ${isolated(email)}`}
            loading={remove.isPending}
            onClick={() =>
              void remove
                .mutateAsync(id)
                .then(
                  () => tellDone(`${isolated(email)} is forgotten, and signed out everywhere.`),
                  tellProblem,
                )
            }
          >
            Forget
          </Button>
        </div>
      )}
    </li>
  );
};

/** Sets what an address may: of somebody in the list, or of whoever comes with it. */
const AccessForm = ({ email: given, onDone }: { email: string; onDone: () => void }) => {
  const [email, setEmail] = useState(given);
  const [choice, setChoice] = useState("recruiter");
  const [teams, setTeams] = useState("");
  const [requisitions, setRequisitions] = useState("");
  const set = useSetAccess();
  const role = ROLES.find((one) => one === choice);
  const submit = (): void => {
    const access = role
      ? { kind: "role" as const, role, teams: namesIn(teams), requisitions: namesIn(requisitions) }
      : { kind: choice === NONE ? ("none" as const) : ("groups" as const) };
    set.mutate(
      { email, set: access },
      {
        onSuccess: () => {
          tellDone(`Set for ${isolated(email)}.`);
          setEmail("");
          onDone();
        },
      },
    );
  };
  return (
    <>
      <form
        className="access-form"
        aria-label="Set access by hand"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          label="Mail address"
          type="email"
          required
          maxLength={254}
          value={email}
          onChange={({ currentTarget: { value } }) => setEmail(value)}
        />
        <Select
          label="May"
          data={CHOICES}
          value={choice}
          allowDeselect={false}
          onChange={(value) => setChoice(value ?? "recruiter")}
        />
        {role && (
          <>
            <TextInput
              label="Only teams"
              placeholder="All, or some between commas"
              value={teams}
              onChange={({ currentTarget: { value } }) => setTeams(value)}
            />
            <TextInput
              label="Only requisitions"
              placeholder="All, or some between commas"
              value={requisitions}
              onChange={({ currentTarget: { value } }) => setRequisitions(value)}
            />
          </>
        )}
        <Button type="submit" variant="default" loading={set.isPending}>
          Set access
        </Button>
      </form>
      {set.error && <ProblemNote error={set.error} />}
    </>
  );
};
