/** `/.well-known/security.txt` (RFC 9116): where somebody who has found a hole says so. */
import type { RequestHandler } from "express";
import type { Clock } from "../domain/time.ts";

/** It has to say until when it holds; it is made anew for each who asks. */
const GOOD_FOR_DAYS = 180;

/** The file, with the contact of this installation; 404 where it has none. */
export const securityTxt =
  ({
    clock,
    publicUrl,
    contact,
  }: {
    clock: Clock;
    publicUrl: string;
    contact: string | null;
  }): RequestHandler =>
  (_, response, next) => {
    if (contact === null) {
      next();
      return;
    }
    const expires = clock
      .now()
      .add({ hours: GOOD_FOR_DAYS * 24 })
      .round("second")
      .toString();
    response
      .type("text/plain; charset=utf-8")
      .send(
        [
          `Contact: ${contact}`,
          `Expires: ${expires}`,
          "Preferred-Languages: en",
          `Canonical: ${publicUrl}/.well-known/security.txt`,
          "",
        ].join("\n"),
      );
  };
