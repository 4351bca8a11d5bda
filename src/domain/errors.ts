/** The one error type of the house. Its message is for people and holds no candidate text, token or URL query;
 * `data` holds safe facts (ids, names of variables, counts) for programs. */

/** Whose fault: the caller's input, a service outside, the model's answer, or a bug of ours. */
export type Fault = "caller" | "upstream" | "model" | "bug";

export type ErrorCode =
  | "config_invalid"
  | "input_invalid"
  | "not_found"
  | "unauthorized"
  | "forbidden"
  | "conflict"
  | "payload_too_large"
  | "rate_limited"
  | "oidc_unavailable"
  | "database_unavailable"
  | "database_busy"
  | "data_dir_locked"
  | "signature_missing"
  | "signature_invalid"
  | "signature_stale"
  | "signature_reused"
  | "event_mismatch"
  | "link_invalid"
  | "link_expired"
  | "lever_unavailable"
  | "lever_rate_limited"
  | "lever_denied"
  | "lever_not_found"
  | "lever_rejected"
  | "lever_bad_answer"
  | "calendar_unavailable"
  | "calendar_rate_limited"
  | "calendar_denied"
  | "calendar_not_found"
  | "calendar_conflict"
  | "calendar_rejected"
  | "calendar_bad_answer"
  | "video_unavailable"
  | "video_rate_limited"
  | "video_denied"
  | "video_not_found"
  | "video_rejected"
  | "video_bad_answer"
  | "mail_unavailable"
  | "mail_rejected"
  | "message_unavailable"
  | "message_rejected"
  | "outcome_unknown"
  | "plan_invalid"
  | "plan_missing"
  | "guide_invalid"
  | "policy_invalid"
  | "stale_proposal"
  | "booking_in_doubt"
  | "address_changed"
  | "booking_unreadable"
  | "already_decided"
  | "stale_fence"
  | "lease_taken"
  | "slot_lost"
  | "opportunity_archived"
  | "contact_not_allowed"
  | "contact_without_address"
  | "no_slot"
  | "paused"
  | "model_failed"
  | "model_timeout"
  | "ledger_broken"
  | "crypto_failed"
  | "internal";

export interface AppErrorOptions {
  code: ErrorCode;
  fault: Fault;
  message: string;
  /** Whether the same call may succeed later without a change. */
  retryable?: boolean;
  /** Safe facts only: never candidate text, tokens or keys. */
  data?: Record<string, unknown>;
  cause?: unknown;
}

/** An error with a code from a closed list. Shape: `message` for people, `data` for programs. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fault: Fault;
  readonly retryable: boolean;
  readonly data: Record<string, unknown>;

  constructor(options: AppErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = options.code;
    this.fault = options.fault;
    this.retryable = options.retryable ?? false;
    this.data = options.data ?? {};
  }
}

/** That a field of what was sent cannot be taken. `path`: the field, as the caller named it; the message says what to do. */
export const unfitField = (path: string, message: string): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message,
    data: { faults: [{ path, message }] },
  });

/** Any thrown thing as an `AppError`; what is not ours is a bug, and is tried again in case it was passing. */
export const asAppError = (thrown: unknown): AppError =>
  thrown instanceof AppError
    ? thrown
    : new AppError({
        code: "internal",
        fault: "bug",
        message: "Something failed that should not have; the log has the details.",
        retryable: true,
        cause: thrown,
      });

/** Whether Lever says that the credential is good, but not for this. */
export const isForbidden = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.code === "lever_denied" && thrown.data["status"] === 403;
