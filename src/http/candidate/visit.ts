/** One visit to a candidate's page: whose case it is, and how the visitor reads times. Nothing of it is kept. */
import type { Request } from "express";
import { openLinkSubject } from "../../cases/candidate-links.ts";
import type { CaseRecord } from "../../cases/records.ts";
import type { Database } from "../../db/port.ts";
import { type Clock, isZone } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import type { Links } from "../../links/links.ts";
import { localeOf } from "./locale.ts";
import type { CandidateTexts } from "./texts/candidate-texts.ts";
import { english } from "./texts/en.ts";

export interface Visit {
  token: string;
  case_: CaseRecord;
  now: Temporal.Instant;
  /** Chosen on the page, or by its script; null: what we assume is shown. */
  chosenZone: string | null;
  locale: string;
  texts: CandidateTexts;
  companyName: string;
  /** An id for each form: what is sent twice from one form is one thing. */
  formId(): string;
  /** An address of this page, with what was chosen. */
  href(path?: string, more?: Record<string, string>): string;
}

export interface VisitDeps {
  database: Database;
  links: Links;
  clock: Clock;
  ids: Ids;
  company: { name: string; zone: string };
}

/** Whose link it is. Errors: `link_expired`, also when it was ended; `link_invalid`, also when the case is gone. */
export const openVisit = async (request: Request, deps: VisitDeps): Promise<Visit> => {
  const token = String(request.params["token"]);
  const { subject } = await deps.links.open("candidate", token);
  const case_ = await openLinkSubject(deps.database, subject);
  const { zone, lang } = request.query;
  const chosenZone = typeof zone === "string" && isZone(zone) ? zone : null;
  const locale = localeOf(lang, request.header("accept-language"));
  const chosen = {
    ...(chosenZone !== null && { zone: chosenZone }),
    ...(locale === lang && { lang: locale }),
  };
  return {
    token,
    case_,
    now: deps.clock.now(),
    chosenZone,
    locale,
    texts: english,
    companyName: deps.company.name,
    formId: () => deps.ids.next("fm"),
    href: (path = "", more = {}) => {
      const query = new URLSearchParams({ ...chosen, ...more }).toString();
      return `/c/${token}${path}${query === "" ? "" : `?${query}`}`;
    },
  };
};
