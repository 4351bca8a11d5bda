/** Microsoft's token endpoint for one registered application (client credentials), and what its tokens open. */
import { createHash, randomBytes } from "node:crypto";
import { type Request, type RequestHandler, urlencoded } from "express";
import { z } from "zod";
import type { CompanyClock } from "../clock.ts";

/** What an administrator would copy from the registration of the application. */
export interface MicrosoftApplication {
  tenantId: string;
  clientId: string;
  clientSecret: string;
}

export interface TokenEndpoint {
  application: MicrosoftApplication;
  handlers: RequestHandler[];
  /** Whether a token is known and has not ended. */
  isValid(token: string): boolean;
  /** Every token given out so far has ended. */
  expireAll(): void;
}

const LIFETIME_SECONDS = 3599;

const Form = z.object({
  client_id: z.string().default(""),
  client_secret: z.string().default(""),
  grant_type: z.string().default(""),
  scope: z.string().default(""),
});

/** Why no token is given: the status, OAuth's word, and Microsoft's number with its message. */
interface Refused {
  status: number;
  error: string;
  number: number;
  says: string;
}

/** An application whose ids and secret follow from the seed, and the endpoint that knows it. */
export const createTokenEndpoint = ({
  seed,
  clock,
}: {
  seed: number;
  clock: CompanyClock;
}): TokenEndpoint => {
  const application = applicationOf(seed);
  const tokens = new Map<string, Temporal.Instant>();
  const exchange: RequestHandler = (request, response) => {
    const refused = refusalOf(request, application);
    if (refused) {
      const { status, error, number, says } = refused;
      response.status(status).json({
        error,
        error_description: `AADSTS${number}: ${says}`,
        error_codes: [number],
        timestamp: clock.now().toString(),
      });
      return;
    }
    const token = `eyJ0eXAi.${randomBytes(24).toString("base64url")}`;
    tokens.set(token, clock.now().add({ seconds: LIFETIME_SECONDS }));
    response.json({
      token_type: "Bearer",
      expires_in: LIFETIME_SECONDS,
      ext_expires_in: LIFETIME_SECONDS,
      access_token: token,
    });
  };
  return {
    application,
    handlers: [urlencoded({ extended: false, limit: "16kb" }), exchange],
    isValid: (token) => {
      const endsAt = tokens.get(token);
      return endsAt !== undefined && Temporal.Instant.compare(endsAt, clock.now()) > 0;
    },
    expireAll: () => tokens.clear(),
  };
};

const applicationOf = (seed: number): MicrosoftApplication => ({
  tenantId: uuidOf(`microsoft tenant ${seed}`),
  clientId: uuidOf(`microsoft client ${seed}`),
  clientSecret: createHash("sha256").update(`microsoft secret ${seed}`).digest("base64url"),
});

/** The shape of a version 4 UUID, made of a text. */
export const uuidOf = (text: string): string => {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const refusalOf = (request: Request, application: MicrosoftApplication): Refused | undefined => {
  const form = Form.parse(request.body ?? {});
  if (request.params["tenant"] !== application.tenantId) {
    return { status: 400, error: "invalid_request", number: 90002, says: "Tenant not found." };
  }
  if (form.grant_type !== "client_credentials") {
    const says = "The app requested an unsupported grant type.";
    return { status: 400, error: "unsupported_grant_type", number: 70003, says };
  }
  if (form.client_id !== application.clientId) {
    const says = "Application was not found in the directory.";
    return { status: 400, error: "unauthorized_client", number: 700016, says };
  }
  if (form.client_secret !== application.clientSecret) {
    const says = "Invalid client secret provided.";
    return { status: 401, error: "invalid_client", number: 7000215, says };
  }
  if (!/^https?:\/\/[^\s]+\/\.default$/.test(form.scope)) {
    const says = "The provided value for scope is not valid. It must end with /.default.";
    return { status: 400, error: "invalid_scope", number: 1002012, says };
  }
  return undefined;
};
