/** Every error that stops a source, once. Codes are stable; a row that is wrong is a Reject, not an error. */
export const FEED_ERRORS = {
  invalid_options: "The options of a source are wrong.",
  not_found: "The source has no such file or title.",
  unreachable: "The source did not answer.",
  refused: "The source did not let us in.",
  timed_out: "The source took too long.",
  truncated: "The file ends early, or differs from what its container says.",
  not_a_feed: "The file is something else, such as an error page.",
  empty: "The file is empty.",
  wrong_entries: "The archive holds something other than the one file expected.",
  disk_full: "There is no room for the file.",
  invalid_identifier: "Not an ISBN, EAN, UPC or GTIN.",
  login_required: "The source asks for a login.",
  challenged: "The source asks whether a person is there.",
  layout_changed: "The page is not built as it was.",
  circuit_open: "The source was left alone after it had refused.",
  aborted: "Stopped on request.",
} as const

export type FeedErrorCode = keyof typeof FEED_ERRORS

/** Why a source was not read to its end. Compare `code`; the message names the value and what to do. */
export class FeedError extends Error {
  override readonly name = "FeedError"

  constructor(
    readonly code: FeedErrorCode,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options)
  }
}
