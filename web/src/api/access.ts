/** Sessions, tokens and people's access: what is read and changed of them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  AccessToSet,
  AccountList,
  SignInList,
  TokenToMake,
} from "../../../src/http/api/access-schemas.ts";
import type { MadeToken } from "../../../src/http/api/assistant-routes.ts";
import { api } from "./client.ts";

/** Sessions and tokens that are good now: one's own, or everybody's for who oversees. */
export const useSignIns = () =>
  useQuery({
    queryKey: ["sign-ins"],
    queryFn: async () => await api<SignInList>("GET", "/api/sign-ins"),
  });

/** People of the identity provider. */
export const useAccounts = () =>
  useQuery({
    queryKey: ["accounts"],
    queryFn: async () => await api<AccountList>("GET", "/api/accounts"),
  });

const useAccessChange = <Input, Answer>(change: (input: Input) => Promise<Answer>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await Promise.all(
        ["sign-ins", "accounts", "assistant-tokens"].map(
          async (key) => await client.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
};

/** Ends one session or token. */
export const useEndSignIn = () =>
  useAccessChange<string, unknown>(
    async (id) => await api("DELETE", `/api/sign-ins/${encodeURIComponent(id)}`),
  );

/** Signs out everywhere else. Shape: how many. */
export const useEndOthers = () =>
  useAccessChange<null, { ended: number }>(
    async () => await api("POST", "/api/sign-ins/end-others"),
  );

/** Ends all sessions and tokens of whomever one of them is, by its id. */
export const useEndAll = () =>
  useAccessChange<string, { ended: number }>(
    async (id) => await api("POST", "/api/sign-ins/end-all", { id }),
  );

/** Makes a token. Shape: the secret, this once. */
export const useMakeToken = () =>
  useAccessChange<TokenToMake, MadeToken>(async (token) => await api("POST", "/api/tokens", token));

/** Sets by hand what somebody may. */
export const useSetAccess = () =>
  useAccessChange<AccessToSet, unknown>(async (set) => await api("PUT", "/api/accounts", set));

/** Forgets somebody. */
export const useRemoveAccount = () =>
  useAccessChange<string, unknown>(
    async (id) => await api("DELETE", `/api/accounts/${encodeURIComponent(id)}`),
  );
