/** A browser's side of signing in, as far as cookies and headers go. */
import { expect } from "vitest";

/** One with its cookies; redirects are for whoever holds it to follow. */
export interface Jar {
  cookies: Map<string, string>;
  fetch(asked: string, init?: RequestInit): Promise<Response>;
}

/** How many there are: each at an address of its own, as a proxy would tell it (TRUSTED_PROXIES). */
let opened = 0;

/** One without any cookie yet. */
export const openJar = (): Jar => {
  const cookies = new Map<string, string>();
  opened += 1;
  const address = `192.0.2.${opened % 250}`;
  return {
    cookies,
    fetch: async (asked, init = {}) => {
      const headers = new Headers(init.headers);
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      headers.set("x-forwarded-for", address);
      if (cookie !== "") headers.set("cookie", cookie);
      const response = await fetch(asked, { ...init, headers, redirect: "manual" });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ""] = line.split(";");
        const at = pair.indexOf("=");
        if (pair.slice(at + 1) === "") cookies.delete(pair.slice(0, at));
        else cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      return response;
    },
  };
};

/** What a page of ours sends with each change of its session. */
export const changeHeaders = async (jar: Jar, url: string): Promise<Record<string, string>> => {
  const answer = await jar.fetch(`${url}/api/session`);
  const { csrf } = (await answer.json()) as { csrf: string };
  return { origin: url, "x-convene-csrf": csrf };
};

/** Signs in with a token. */
export const signInWith = async (jar: Jar, url: string, token: string): Promise<void> => {
  const response = await jar.fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-convene-csrf": "1", origin: url },
    body: JSON.stringify({ token }),
  });
  expect(response.status).toBe(200);
};

/** Goes to the provider as far as its page, and chooses who one is. Shape: where the browser is sent back to. */
export const chooseAt = async (
  jar: Jar,
  { url, person, to }: { url: string; person: string; to?: string },
): Promise<string> => {
  const query = to === undefined ? "" : `?to=${encodeURIComponent(to)}`;
  const begun = await jar.fetch(`${url}/auth/sign-in${query}`);
  expect(begun.status).toBe(303);
  const address = new URL(begun.headers.get("location") ?? "");
  const chosen = await fetch(`${address.origin}${address.pathname}`, {
    method: "POST",
    body: new URLSearchParams([...address.searchParams, ["person", person]]),
    redirect: "manual",
  });
  expect(chosen.status).toBe(303);
  return chosen.headers.get("location") ?? "";
};

/** The whole way. Shape: the answer to the browser that came back. */
export const signInAs = async (
  jar: Jar,
  asked: { url: string; person: string; to?: string },
): Promise<Response> => await jar.fetch(await chooseAt(jar, asked));
