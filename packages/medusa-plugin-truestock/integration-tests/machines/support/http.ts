import type { Server } from "./server"

export type Answer = { status: number; body: any }

const LIMIT_MS = 60_000

/** A caller of one server, with the same headers each time. */
export function caller(server: Server, headers: Record<string, string>) {
  const ask = async (method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(server.url + path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(LIMIT_MS),
    })
    return { status: response.status, body: await response.json() }
  }
  /** For what must work, so that the test can go on. */
  const must = async (method: string, path: string, body?: object) => {
    const answer = await ask(method, path, body)
    if (answer.status !== 200)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  return {
    ask: (path: string, body: object) => ask("POST", path, body),
    get: (path: string) => must("GET", path),
    post: (path: string, body: object) => must("POST", path, body),
    delete: (path: string) => ask("DELETE", path),
  }
}

export type Caller = ReturnType<typeof caller>
