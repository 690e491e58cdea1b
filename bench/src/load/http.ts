import { Agent, request } from "node:http"

const LIMIT_MS = 30_000

export type Http = {
  get: (path: string) => Promise<string>
  post: (path: string, body: object) => Promise<string>
  close: () => void
}

/** A client with kept-alive connections to one server. Anything but a 200 is an error. */
export function httpClient(server: string, headers: Record<string, string>, connections: number): Http {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const send = (method: "GET" | "POST", path: string, body?: object) =>
    new Promise<string>((resolve, reject) => {
      const sent = body && { ...headers, "content-type": "application/json" }
      const options = { agent, method, headers: sent ?? headers, timeout: LIMIT_MS }
      const asking = request(server + path, options, (response) => {
        const chunks: Buffer[] = []
        response.on("data", (chunk: Buffer) => chunks.push(chunk))
        response.once("error", reject)
        response.once("end", () => {
          const text = Buffer.concat(chunks).toString()
          if (response.statusCode === 200) resolve(text)
          else reject(new Error(`${method} ${path} answered ${response.statusCode}: ${text.slice(0, 300)}`))
        })
      })
      asking.once("timeout", () =>
        asking.destroy(new Error(`${method} ${path} took over ${LIMIT_MS / 1000} s`))
      )
      asking.once("error", reject)
      asking.end(body && JSON.stringify(body))
    })
  return {
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, body),
    close: () => agent.destroy(),
  }
}
