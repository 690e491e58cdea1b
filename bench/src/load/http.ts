import { Agent, get } from "node:http"

const LIMIT_MS = 30_000

export type Http = { get: (path: string) => Promise<string>; close: () => void }

/** A client with kept-alive connections to one server. Anything but a 200 is an error. */
export function httpClient(server: string, headers: Record<string, string>, connections: number): Http {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return {
    get: (path) =>
      new Promise((resolve, reject) => {
        const request = get(server + path, { agent, headers, timeout: LIMIT_MS }, (response) => {
          const chunks: Buffer[] = []
          response.on("data", (chunk: Buffer) => chunks.push(chunk))
          response.once("error", reject)
          response.once("end", () => {
            const body = Buffer.concat(chunks).toString()
            if (response.statusCode === 200) resolve(body)
            else reject(new Error(`GET ${path} answered ${response.statusCode}: ${body.slice(0, 300)}`))
          })
        })
        request.once("timeout", () =>
          request.destroy(new Error(`GET ${path} took over ${LIMIT_MS / 1000} s`))
        )
        request.once("error", reject)
      }),
    close: () => agent.destroy(),
  }
}
