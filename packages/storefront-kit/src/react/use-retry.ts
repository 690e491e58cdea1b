"use client"

import { isServer, useQueryClient, type UseQueryOptions } from "@tanstack/react-query"
import type { TruestockApiError } from "../client/api-error.js"

const MOST_RETRIES = 3
/** Each costs a shopper all of the time that the client waits. */
const MOST_RETRIES_AFTER_TIMEOUT = 1
const PASSING = [408, 429]

/** Whether the same request may succeed a moment later. */
const isPassing = ({ status }: TruestockApiError) =>
  status === null || status >= 500 || PASSING.includes(status)

function retryPassingErrors(failures: number, error: TruestockApiError): boolean {
  const most = error.code === "timeout" ? MOST_RETRIES_AFTER_TIMEOUT : MOST_RETRIES
  return !isServer && failures < most && isPassing(error)
}

/** What the shop has set for all of its queries, else as react-query does, but a refusal is shown at once. */
export function useRetry(): UseQueryOptions<unknown, TruestockApiError>["retry"] {
  return useQueryClient().getDefaultOptions().queries?.retry ?? retryPassingErrors
}
