import { Button, PasswordInput } from "@mantine/core";
import { IconLogin2 } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { hasSignedOut, useSignIn, useWaysIn } from "../api/session.ts";
import { ApiError } from "../api/client.ts";
import { BrandMark } from "../parts/brand-mark.tsx";
import { useTitle } from "../parts/page.tsx";

const MISSING = "Enter your token.";

/** Where to come back to: the page that somebody wanted to see. */
const backHere = (): string =>
  encodeURIComponent(`${window.location.pathname}${window.location.search}`);

/** Leads to the identity provider where there is one, and takes a token. */
export const SignInPage = () => {
  useTitle("Sign in");
  const signIn = useSignIn();
  const { data: ways } = useWaysIn();
  const provider = ways?.provider ?? null;
  const [token, setToken] = useState("");
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isEmpty = token.trim() === "";
    setMissing(isEmpty);
    if (!isEmpty) signIn.mutate(token.trim());
  };
  const problem = signIn.error instanceof ApiError ? signIn.error.problem.detail : null;
  const failed = signIn.error === null ? null : (problem ?? "That did not work. Try again.");
  return (
    <main className="alone">
      <div className="brand">
        <BrandMark />
        <span className="brand-name">Convene</span>
      </div>
      <form className="panel sign-in" onSubmit={submit} noValidate>
        <h1>Sign in</h1>
        {provider !== null && (
          <>
            <Button
              component="a"
              href={`/auth/sign-in?to=${backHere()}`}
              fullWidth
              px="xs"
              leftSection={<IconLogin2 size={18} aria-hidden />}
            >
              Use your company account
            </Button>
            <p className="quiet small sign-in-where">You go on at {provider} and come back here.</p>
            <p className="sign-in-or">or with a token</p>
          </>
        )}
        <PasswordInput
          label="Token"
          description="From your administrator. It is used once and not kept in this browser."
          autoComplete="current-password"
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
          error={isMissing ? MISSING : failed}
          visibilityToggleButtonProps={{ "aria-label": "Show the token", tabIndex: 0 }}
        />
        <Button
          type="submit"
          variant={provider === null ? "filled" : "default"}
          fullWidth
          loading={signIn.isPending && signIn.variables !== null}
        >
          {provider === null ? "Sign in" : "Sign in with the token"}
        </Button>
        {hasSignedOut() && ways?.withoutToken === true && (
          <Button
            variant="subtle"
            fullWidth
            px="xs"
            loading={signIn.isPending && signIn.variables === null}
            onClick={() => signIn.mutate(null)}
          >
            Continue without a token
          </Button>
        )}
        <details className="quiet small">
          <summary>How do I get a token?</summary>
          <p>
            Whoever runs Convene makes one with <code>convene token create</code>, or uses the
            administrator’s token of the installation (<code>ADMIN_TOKEN</code>).
          </p>
        </details>
      </form>
    </main>
  );
};
