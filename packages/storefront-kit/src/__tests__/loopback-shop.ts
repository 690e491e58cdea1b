import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"

export type Asked = {
  method: string
  path: string
  query: Record<string, string>
  headers: IncomingHttpHeaders
  /** As sent. */
  body: string
  /** The client went away before it had its answer. */
  aborted: boolean
}

/** A string is sent as it stands, such as a proxy's page. */
export type Answer = { status?: number; headers?: Record<string, string>; body: object | string }

/** A real HTTP server that answers what a test wants, and remembers what it was asked. */
export async function openShop(answer: (asked: Asked) => Answer | Promise<Answer>) {
  const asked: Asked[] = []
  const server = createServer(async (req, res) => {
    const url = new URL(req.url!, "http://shop")
    const query = Object.fromEntries(url.searchParams)
    const { method, headers } = req
    const question: Asked = { method: method!, path: url.pathname, query, headers, body: "", aborted: false }
    asked.push(question)
    for await (const chunk of req.setEncoding("utf8")) question.body += chunk
    res.on("close", () => (question.aborted = !res.writableFinished))
    const { status = 200, headers: own, body } = await answer(question)
    const isText = typeof body === "string"
    res.writeHead(status, { "content-type": isText ? "text/html" : "application/json", ...own })
    res.end(isText ? body : JSON.stringify(body))
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const close = async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close }
}

export type LoopbackShop = Awaited<ReturnType<typeof openShop>>

/** An answer that comes when the test says so. */
export function held<T>() {
  let release!: (value: T) => void
  const promise = new Promise<T>((resolve) => (release = resolve))
  return { promise, release }
}
