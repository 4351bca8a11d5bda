/** Who is signed in. In a sandbox on the same machine nobody is asked; elsewhere a token is. */
import { mayAccess } from "../../../src/domain/access.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Session, SignedOut, WaysIn } from "../../../src/http/api/session-schemas.ts";
import { ApiError, api, rememberCsrf } from "./client.ts";

const SIGNED_OUT = "convene-signed-out";

const isUnauthorized = (thrown: unknown): boolean =>
  thrown instanceof ApiError && thrown.problem.status === 401;

const orNull = async (asked: Promise<Session>): Promise<Session | null> => {
  try {
    const session = await asked;
    rememberCsrf(session.csrf);
    sessionStorage.removeItem(SIGNED_OUT);
    return session;
  } catch (thrown) {
    if (isUnauthorized(thrown)) return null;
    throw thrown;
  }
};

/** Who signed out on purpose is not signed in again by a reload. */
export const hasSignedOut = (): boolean => sessionStorage.getItem(SIGNED_OUT) !== null;

const readSession = async (): Promise<Session | null> => {
  const present = await orNull(api<Session>("GET", "/api/session"));
  if (present !== null || hasSignedOut()) return present;
  return await orNull(api<Session>("POST", "/api/session", {}));
};

/** The person at the keyboard; null: not signed in. */
export const useSession = () =>
  useQuery({ queryKey: ["session"], queryFn: readSession, staleTime: Infinity, retry: 1 });

/** Whether the person may decide on proposals. */
export const useMayDecide = (): boolean => {
  const role = useSession().data?.role;
  return role === "admin" || role === "recruiter";
};

/** Whether the person is an admin. */
export const useIsAdmin = (): boolean => useSession().data?.role === "admin";

/** Whether somebody may read candidates and their cases. */
export const useMayRead = (): boolean => {
  const { data } = useSession();
  return !!data && mayAccess(data, "read");
};

/** How one can sign in here. */
export const useWaysIn = () =>
  useQuery({
    queryKey: ["ways-in"],
    queryFn: async () => await api<WaysIn>("GET", "/api/session/ways"),
    staleTime: Infinity,
  });

/** Signs in with a token; without one in a sandbox. */
export const useSignIn = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (token: string | null) =>
      await api<Session>("POST", "/api/session", token === null ? {} : { token }),
    onSuccess: (session) => {
      rememberCsrf(session.csrf);
      sessionStorage.removeItem(SIGNED_OUT);
      client.setQueryData(["session"], session);
    },
  });
};

/** Signs out, and forgets all that was read. */
export const useSignOut = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => await api<SignedOut>("DELETE", "/api/session"),
    onSuccess: ({ goOnAt }) => {
      sessionStorage.setItem(SIGNED_OUT, "yes");
      // The identity provider forgets them too, and sends them back here.
      if (goOnAt !== null) window.location.assign(goOnAt);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
      client.setQueryData(["session"], null);
    },
  });
};
