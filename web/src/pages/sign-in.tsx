/** Signing in: at once in a sandbox on this machine, else with a token. */
import { Button, Paper, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useSignIn } from "../api/queries.ts";
import { Problem } from "../parts/states.tsx";

/** The sign-in page. */
export const SignIn = () => {
  const signIn = useSignIn();
  const [token, setToken] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate(token.trim() === "" ? undefined : token.trim());
  };
  return (
    <Stack component="main" align="center" justify="center" mih="100vh" p="md">
      <Paper withBorder p="xl" w="100%" maw={400}>
        <form onSubmit={submit}>
          <Stack>
            <Title order={1} size="h3">
              Sign in to Convene
            </Title>
            <Text className="quiet" size="sm">
              Use a token from your admin. On a sandbox that runs on this machine, leave it empty.
            </Text>
            <PasswordInput
              label="Token"
              value={token}
              onChange={(event) => setToken(event.currentTarget.value)}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ "aria-label": "Show the token" }}
            />
            {signIn.error && <Problem error={signIn.error} />}
            <Button type="submit" loading={signIn.isPending}>
              Sign in
            </Button>
          </Stack>
        </form>
      </Paper>
    </Stack>
  );
};
