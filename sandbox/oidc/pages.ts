/** The provider's pages: choosing who one is, and what goes wrong. */
import { escapeHtml, htmlPage } from "../html.ts";
import type { Asked } from "./codes.ts";
import type { DirectoryEntry } from "./directory.ts";

/** Everybody of the directory, each with a button. */
export const choicePage = ({
  people,
  asked,
}: {
  people: readonly DirectoryEntry[];
  asked: Asked;
}): string => {
  const hidden = Object.entries(asked)
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${name}" value="${escapeHtml(String(value))}">`,
    )
    .join("");
  const rows = people
    .filter(({ isDeactivated }) => !isDeactivated)
    .map(rowOf)
    .join("");
  return htmlPage({
    title: "Who are you?",
    body: `<p>This is the company’s identity provider, as far as a sandbox has one: nobody has a password. Choose as whom you sign in to
Convene. What you may there follows from the groups.</p>
<form method="post" action="authorize">${hidden}
<ul>${rows}</ul>
<p><button name="person" value="">Do not sign in</button></p></form>`,
  });
};

const rowOf = ({ subject, name, email, jobTitle, groups }: DirectoryEntry): string =>
  `<li class="split"><span><strong>${escapeHtml(name)}</strong>, ${escapeHtml(jobTitle)}<br>
<span class="quiet">${escapeHtml(email)} · ${escapeHtml(groups.join(", "))}</span></span>
<button name="person" value="${escapeHtml(subject)}" aria-label="Sign in as ${escapeHtml(name)}">Sign in</button></li>`;

export const refusalPage = (fault: string): string =>
  htmlPage({ title: "The provider refuses this", body: `<p>${escapeHtml(fault)}</p>` });

export const signedOutPage = (): string =>
  htmlPage({ title: "Signed out", body: "<p>You are signed out here too.</p>" });
