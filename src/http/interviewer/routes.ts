/** The interviewer's page, `/me/<token>`: whoever holds the link sees and sets what is theirs. Looking changes nothing:
 * scanners of mail open links too. */
import type { Request, Response, Router } from "express";
import { AppError } from "../../domain/errors.ts";
import { withoutPastStays } from "../../domain/preferences.ts";
import type { Ids } from "../../identifiers.ts";
import type { LeverUser } from "../../lever/port.ts";
import type { Links } from "../../links/links.ts";
import { refuseEnded } from "../../people/personal-links.ts";
import { changePreferences } from "../../people/preferences-store.ts";
import { type Html, type HtmlValue, html } from "../../domain/html.ts";
import { sendPage } from "../pages/layout.ts";
import { formOf as sentForm } from "../pages/form-body.ts";
import { type VisitorDoor, visitorRouter } from "../pages/visitor-door.ts";
import { type FormFaults, type PreferencesForm, formOf, preferencesOf, readForm } from "./form.ts";
import { formView } from "./form-view.ts";
import { loadView } from "./load-view.ts";
import { type FactDeps, type OwnFacts, readOwnFacts, readOwner } from "./own-facts.ts";
import { SCRIPT } from "./script.ts";

export interface InterviewerPageDeps extends FactDeps, VisitorDoor {
  links: Links;
  ids: Ids;
}

interface Visit {
  user: LeverUser;
  until: Temporal.Instant;
}

type TokenRequest = Request<{ token: string }>;

/** The routes, to be mounted at `/me`. */
export const interviewerPages = (deps: InterviewerPageDeps): Router => {
  const visit = async (request: TokenRequest): Promise<Visit> => {
    const link = await deps.links.open("interviewer", request.params.token);
    await refuseEnded(deps.database, link);
    return { user: await readOwner(link.subject, deps.lever), until: link.until };
  };
  return visitorRouter(deps, (router) => {
    router.get("/", (_, response) => {
      sendPage(response, { title: TITLE, companyName: deps.companyName, body: WITHOUT_LINK });
    });
    router.get("/:token", async (request: TokenRequest, response: Response) => {
      const { user, until } = await visit(request);
      const facts = await readOwnFacts(user, deps);
      const isSaved = request.query["saved"] === String(facts.kept.version);
      const view = { facts, until, form: formOf(presentOf(facts, deps), facts.usual), faults: {} };
      sendPage(response, pageOf({ ...view, said: isSaved && SAVED }, deps.companyName));
    });
    router.post("/:token", async (request: TokenRequest, response: Response) => {
      const { user, until } = await visit(request);
      await save(request, response, { user, until, deps });
    });
  });
};

/** A journey that is over is not shown any more, and goes when the form is saved. */
const presentOf = (
  { kept: { version, preferences }, load }: OwnFacts,
  { clock }: InterviewerPageDeps,
): OwnFacts["kept"] => {
  const today = clock.now().toZonedDateTimeISO(load.zone).toPlainDate().toString();
  return { version, preferences: withoutPastStays(preferences, today) };
};

const save = async (
  request: Request,
  response: Response,
  { user, until, deps }: Visit & { deps: InterviewerPageDeps },
): Promise<void> => {
  const facts = await readOwnFacts(user, deps);
  const form = readForm(sentForm(request));
  const offered = new Set(facts.sessions.map(({ key }) => key));
  const read = preferencesOf(form, facts.kept.preferences, offered);
  const again = (faults: FormFaults, said: HtmlValue, status: number): void => {
    const fresh = { ...form, version: String(facts.kept.version) };
    sendPage(
      response,
      pageOf({ facts, until, form: fresh, faults, said }, deps.companyName),
      status,
    );
  };
  if ("faults" in read) return again(read.faults, false, 400);
  if (form.version !== String(facts.kept.version)) return again({}, CHANGED_MEANWHILE, 409);
  try {
    const { version } = await changePreferences(deps.database, deps.clock, {
      userId: user.id,
      preferences: read.preferences,
      basedOn: facts.kept.version,
      by: `${user.name}, by personal link`,
      correlationId: deps.ids.next("co"),
    });
    response.redirect(303, `?saved=${version}`);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "conflict") throw thrown;
    const { kept } = await readOwnFacts(user, deps);
    facts.kept = kept;
    again({}, CHANGED_MEANWHILE, 409);
  }
};

const TITLE = "Your hours and limits";

const WITHOUT_LINK = html`<h1>${TITLE}</h1>
  <p>This page opens by a personal link, without a password. Ask a recruiter for yours.</p>`;

const SAVED = html`<p class="note" data-tone="done" role="status">
  Saved. It counts from the next interview that is planned.
</p>`;

const CHANGED_MEANWHILE = html`<p class="note" data-tone="failed" role="alert">
  Nothing was saved yet: somebody has changed these settings since you opened this page. Below is
  what you typed. Save once more if it is to count, or <a href="?">look at the present settings</a>.
</p>`;

interface PageView {
  facts: OwnFacts;
  until: Temporal.Instant;
  form: PreferencesForm;
  faults: FormFaults;
  said: HtmlValue;
}

const pageOf = ({ facts, until, form, faults, said }: PageView, companyName: string) => {
  const { user, calendar, sessions, load } = facts;
  return {
    title: TITLE,
    companyName,
    script: SCRIPT,
    body: html`<div>
        <h1>Your hours and limits</h1>
        <p>
          Hello ${user.name}. What you set here counts from the next interview that is planned. What
          is booked already stays as it is: for that, answer its invitation or write to the
          recruiter.
        </p>
      </div>
      ${said} ${loadView(load)} ${formView({ form, faults, calendar, sessions })}`,
    footer: footerOf(until, load.zone),
  };
};

const footerOf = (until: Temporal.Instant, zone: string): Html => {
  const day = until.toZonedDateTimeISO(zone).toPlainDate();
  return html`<p>
    This link is yours alone: whoever has it can change these settings. It is good until
    <time datetime="${day.toString()}">${day.toLocaleString("en-GB", { dateStyle: "long" })}</time>.
    A recruiter can see what you set, can change it for you, and can give you a new link.
  </p>`;
};
