import { FeedError } from "../errors"

export type FetchedPage = {
  status: number
  body: string
  bytes: number
  /** The site led to its login or to "session expired" instead. */
  to_login: boolean
}

export type PageRequest = {
  url: URL
  /** Cookie header; none is sent where there is none. */
  session?: string
  most_bytes: number
}

/** The site did not answer, or not to the end. The only thing that is tried again. */
export class NetworkFailure extends Error {}

/** The answer is larger than any such page. */
export class OversizedPage extends Error {}

const MOST_REDIRECTS = 5
const LOGIN = /\/(li001\.jsp|error\.jsp|login\.action)$/i

/**
 * One page, following redirects within its own origin alone: the session goes nowhere else. Reads no more than
 * `most_bytes`, counted after decompression.
 */
export async function fetchPage(request: PageRequest, signal: AbortSignal): Promise<FetchedPage> {
  let url = request.url
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const response = await ask(url, request.session, signal)
    const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null
    if (location === null) {
      const { body, bytes } = await readBody(response, request.most_bytes)
      return { status: response.status, body, bytes, to_login: LOGIN.test(url.pathname) }
    }
    await response.body?.cancel().catch(() => undefined)
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined
    if (next?.origin !== request.url.origin) {
      const where = next ? `${next.protocol}//${next.host}` : "no address"
      throw new FeedError("refused", `${request.url.host} redirects to ${where}, which is not followed.`)
    }
    if (LOGIN.test(next.pathname)) return { status: response.status, body: "", bytes: 0, to_login: true }
    url = next
  }
  throw new FeedError("refused", `${request.url.host} redirects more than ${MOST_REDIRECTS} times.`)
}

async function ask(url: URL, session: string | undefined, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { accept: "text/html, text/csv", "user-agent": "truestock" }
  if (session) headers.cookie = session
  try {
    return await fetch(url, { redirect: "manual", headers, signal })
  } catch (error) {
    throw failure(url, error, signal)
  }
}

async function readBody(response: Response, mostBytes: number): Promise<{ body: string; bytes: number }> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    // Leaving the loop cancels the stream: what a small compressed answer expands to is never held.
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength
      if (bytes > mostBytes) throw new OversizedPage(`More than ${mostBytes} bytes.`)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof OversizedPage) throw error
    throw failure(new URL(response.url), error)
  }
  return { body: decode(Buffer.concat(chunks), response.headers.get("content-type")), bytes }
}

function decode(bytes: Buffer, contentType: string | null): string {
  const charset = /charset=["']?([\w.:-]{1,40})/i.exec(contentType ?? "")?.[1] ?? "utf-8"
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** Names host and cause alone: what was sent must not be told to a log. */
function failure(url: URL, error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return error
  const cause = (error as { cause?: NodeJS.ErrnoException }).cause?.code ?? (error as Error).name
  return new NetworkFailure(`${url.host} did not answer (${cause}).`)
}
