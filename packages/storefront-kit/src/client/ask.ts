import type { Client } from "@medusajs/js-sdk"
import { TruestockApiError } from "./api-error.js"

/** The shop's `new Medusa({ baseUrl, publishableKey })`, by what is used of it: its two builds are two types. */
export type MedusaSdk = { client: Pick<Client, "getToken" | "locale"> }

/** What a single request can be given: a signal to abort it, headers of its own, and what frameworks add to fetch. */
export type RequestOptions = Omit<RequestInit, "method" | "body" | "headers"> & {
  /** Beside the sdk's own, such as `x-medusa-locale` on a server. */
  headers?: Record<string, string>
}

/**
 * Asks the sdk's shop with the sdk's key, token, locale and headers, but not through `sdk.client.fetch`: that keeps of
 * a refusal only its message, and drops the code (https://github.com/medusajs/medusa/issues/16770). Its secret
 * `apiKey` is not sent, since no store route wants one.
 *
 * @throws TruestockApiError for whatever is not an answer; the signal's own reason once it is aborted
 */
export async function ask<T>(sdk: MedusaSdk, pathAndQuery: string, options: RequestOptions = {}): Promise<T> {
  const { baseUrl, auth } = configOf(sdk)
  const { status, ok, text } = await send(baseUrl.replace(/\/+$/, "") + pathAndQuery, {
    ...options,
    headers: await headersOf(sdk, options.headers),
    credentials: auth?.type === "session" ? (auth.fetchCredentials ?? "include") : "omit",
  })
  const body = parsed(text)
  if (!ok) throw refusal(status, body)
  if (body === undefined) {
    throw new TruestockApiError({
      code: "unreadable_answer",
      message: `The answer is not JSON: ${text.slice(0, 100)}`,
      status,
    })
  }
  return body as T
}

/** TypeScript holds the name to what the sdk has: should it be renamed, this no longer compiles. */
export const configOf = (sdk: MedusaSdk) => (sdk.client as Client)["config"]

async function headersOf(sdk: MedusaSdk, own: RequestOptions["headers"]): Promise<Headers> {
  const { publishableKey, globalHeaders, auth } = configOf(sdk)
  const token = auth?.type === "session" ? null : await sdk.client.getToken()
  const headers = new Headers({ accept: "application/json" })
  const inOrder = {
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

async function send(url: string, init: RequestInit) {
  try {
    const response = await fetch(url, init)
    return { status: response.status, ok: response.ok, text: await response.text() }
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new TruestockApiError({
      code: "network_error",
      message: `There is no answer from ${url}. Is the shop running, and its STORE_CORS set for this origin?`,
      status: null,
      cause,
    })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(status: number, body: unknown): TruestockApiError {
  if (typeof body !== "object" || body === null) {
    return new TruestockApiError({
      code: "unreadable_answer",
      message: `Refused with status ${status}.`,
      status,
    })
  }
  const { code, type, message } = body as Record<string, unknown>
  return new TruestockApiError({
    code: typeof code === "string" ? code : "unknown_error",
    message: typeof message === "string" ? message : `Refused with status ${status}.`,
    status,
    type: typeof type === "string" ? type : null,
  })
}
