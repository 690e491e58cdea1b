import type { Client } from "@medusajs/js-sdk"
import { TruestockApiError } from "./api-error.js"
import { refusal, unreadable } from "./refusal.js"
import { withTimeout } from "./with-timeout.js"

/** The shop's `new Medusa({ baseUrl, publishableKey })`, by what is used of it: its two builds are two types. */
export type MedusaSdk = { client: Pick<Client, "getToken" | "locale"> }

/** What a single request can be given: a signal to abort it, headers of its own, and what frameworks add to fetch. */
export type RequestOptions = Omit<RequestInit, "method" | "body" | "headers"> & {
  /** Beside the sdk's own, such as `x-medusa-locale` on a server. */
  headers?: Record<string, string>
  /** In place of the client's; null = wait for as long as it takes. */
  timeout_ms?: number | null
}

/** What is asked, where it is more than an address; the body is sent as JSON. */
export type Question = { method?: "GET" | "POST" | "DELETE"; body?: object }

/**
 * Asks the sdk's shop with the sdk's key, token, locale and headers, but not through `sdk.client.fetch`: that keeps of
 * a refusal only its message, and drops the code (https://github.com/medusajs/medusa/issues/16770). Its secret
 * `apiKey` is not sent, since no store route wants one.
 *
 * @throws TruestockApiError for whatever is not an answer; the signal's own reason once it is aborted
 */
export async function ask<T>(
  sdk: MedusaSdk,
  pathAndQuery: string,
  { timeout_ms, ...options }: RequestOptions = {},
  { method, body }: Question = {}
): Promise<T> {
  const { baseUrl, auth } = configOf(sdk)
  const headers = await headersOf(sdk, options.headers, body !== undefined)
  const answer = await send(baseUrl.replace(/\/+$/, "") + pathAndQuery, timeout_ms ?? null, {
    ...options,
    ...(method && { method }),
    ...(body && { body: JSON.stringify(body) }),
    headers,
    credentials: auth?.type === "session" ? (auth.fetchCredentials ?? "include") : "omit",
  })
  const parsed = parse(answer.text)
  if (!answer.ok) throw refusal(answer.status, parsed, answer.retryAfter)
  if (parsed === undefined) throw unreadable(answer.status, answer.text)
  return parsed as T
}

/** TypeScript holds the name to what the sdk has: should it be renamed, this no longer compiles. */
export const configOf = (sdk: MedusaSdk) => (sdk.client as Client)["config"]

async function headersOf(sdk: MedusaSdk, own: RequestOptions["headers"], hasBody: boolean): Promise<Headers> {
  const { publishableKey, globalHeaders, auth } = configOf(sdk)
  const token = auth?.type === "session" ? null : await sdk.client.getToken()
  const headers = new Headers({ accept: "application/json" })
  const inOrder = {
    ...(hasBody && { "content-type": "application/json" }),
    ...(publishableKey && { "x-publishable-api-key": publishableKey }),
    ...(sdk.client.locale && { "x-medusa-locale": sdk.client.locale }),
    ...globalHeaders,
    ...(token && { authorization: `Bearer ${token}` }),
    ...own,
  }
  for (const [name, value] of Object.entries(inOrder)) {
    if (value === null) headers.delete(name)
    else headers.set(name, String(value))
  }
  return headers
}

async function send(url: string, timeout_ms: number | null, init: RequestInit) {
  const time = withTimeout(timeout_ms, init.signal)
  try {
    const response = await fetch(url, { ...init, ...(time.signal && { signal: time.signal }) })
    const retryAfter = response.headers.get("retry-after")
    return { status: response.status, ok: response.ok, text: await response.text(), retryAfter }
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new TruestockApiError({
      ...(time.isOver()
        ? { code: "timeout", message: `There is no answer from ${url} in ${timeout_ms} ms.` }
        : {
            code: "network_error",
            message: `There is no answer from ${url}. Is the shop running, and its STORE_CORS set for this origin?`,
          }),
      status: null,
      cause,
    })
  } finally {
    time.end()
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
