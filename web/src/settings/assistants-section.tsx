import { Button, Select, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import type { AssistantTokenItem } from "../../../src/http/api/assistant-routes.ts";
import { useEndAssistantToken, useMakeAssistantToken } from "../api/changes.ts";
import { useAssistantTokens } from "../api/queries.ts";
import { useMayDecide, useSession } from "../api/session.ts";
import { isolated } from "../parts/isolated.ts";
import { MadeToken } from "../parts/made-token.tsx";
import { Loaded, Loading, ProblemNote } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";

/** Tokens with which assistants come in over MCP: made, shown once, and ended here. */
export const AssistantsSection = () => {
  const { data: session } = useSession();
  const query = useAssistantTokens();
  const mayPropose = useMayDecide();
  return (
    <section className="panel setting-block" aria-labelledby="assistants">
      <div>
        <h2 id="assistants">Assistants</h2>
        <p className="quiet">
          A token lets an assistant such as Claude, ChatGPT or an editor use Convene over MCP as
          you. It opens nothing else, and ends with the token that you are signed in with at the
          latest.
        </p>
      </div>
      <NewToken
        mayPropose={mayPropose}
        mayApprove={mayPropose && query.data?.hasApprovals === true}
      />
      <Loaded query={query} loading={<Loading rows={2} height={44} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet small">No assistant has a token.</p>
          ) : (
            <ul className="tokens" aria-label="Tokens of assistants">
              {items.map((token) => (
                <TokenRow key={token.id} token={token} isOwn={token.name === session?.name} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
};

const DAYS = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "a year" },
];

interface NewTokenProps {
  mayPropose: boolean;
  mayApprove: boolean;
}

const NewToken = ({ mayPropose, mayApprove }: NewTokenProps) => {
  const [isApproving, setApproving] = useState(false);
  const [label, setLabel] = useState("");
  const [days, setDays] = useState("30");
  const [isProposing, setProposing] = useState(false);
  const make = useMakeAssistantToken();
  return (
    <>
      <form
        className="new-token"
        onSubmit={(event) => {
          event.preventDefault();
          const scopes = [
            "mcp:read" as const,
            ...(isProposing ? ["mcp:propose" as const] : []),
            ...(isApproving ? ["mcp:approve" as const] : []),
          ];
          make.mutate({ label, scopes, days: Number(days) }, { onSuccess: () => setLabel("") });
        }}
      >
        <TextInput
          label="Which assistant"
          placeholder="On my laptop"
          required
          maxLength={80}
          value={label}
          onChange={({ currentTarget: { value } }) => setLabel(value)}
        />
        <Select
          label="Good for"
          data={DAYS}
          value={days}
          allowDeselect={false}
          onChange={(value) => setDays(value ?? "30")}
        />
        {mayPropose && (
          <Switch
            label="May ask for proposals"
            checked={isProposing}
            onChange={({ currentTarget: { checked } }) => setProposing(checked)}
          />
        )}
        {mayApprove && (
          <Switch
            label="May have me approve"
            checked={isApproving}
            onChange={({ currentTarget: { checked } }) => setApproving(checked)}
          />
        )}
        <Button type="submit" variant="default" loading={make.isPending}>
          Make a token
        </Button>
      </form>
      {make.error && <ProblemNote error={make.error} />}
      {make.data && <MadeToken secret={make.data.secret} />}
    </>
  );
};

const SCOPES_IN_WORDS = [
  ["mcp:read", "Reads"],
  ["mcp:propose", "asks for proposals"],
  ["mcp:approve", "has you approve"],
] as const;

const TokenRow = ({ token, isOwn }: { token: AssistantTokenItem; isOwn: boolean }) => {
  const end = useEndAssistantToken();
  return (
    <li>
      <div>
        <strong>
          <bdi>{token.label}</bdi>
        </strong>
        {!isOwn && (
          <span className="quiet">
            {" of "}
            <bdi>{token.name}</bdi>
          </span>
        )}
        <p className="quiet small">
          {SCOPES_IN_WORDS.filter(([scope]) => token.scopes.includes(scope))
            .map(([, words]) => words)
            .join(", ")}
          {token.expiresAt !== null && (
            <>
              {" until "}
              <When iso={token.expiresAt} />
            </>
          )}
        </p>
      </div>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`End the token ${isolated(token.label)}`}
        loading={end.isPending}
        onClick={() =>
          end.mutate(token.id, {
            onSuccess: () => tellDone(`The token ${token.label} opens nothing any more.`),
            onError: tellProblem,
          })
        }
      >
        End the token
      </Button>
    </li>
  );
};
