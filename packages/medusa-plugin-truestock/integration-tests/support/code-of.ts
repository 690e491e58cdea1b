/** The code with which it is refused, or "done". */
export const codeOf = (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(
    () => "done",
    (error: { code?: string }) => error.code
  )
