import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { answerOf, type Behaviour } from "./behaviour"
import type { Generation, TitleOnPage } from "./title-on-page"

export type IpageDoubleOptions = {
  titles?: TitleOnPage[]
  /** Default `new`. */
  generation?: Generation
  /** Every page takes this long. Default 0. */
  latency_ms?: number
  /** The only session that is let in, as a cookie header. Default: anybody. */
  session?: string
}

type Request = { number: number; ean13: string | null; cookie: string | undefined }

/**
 * A site that looks as iPage is known to, on loopback: what is in `titles` is on its pages from then on. `behave`
 * decides per request, `hold_first` keeps the first requests waiting until so many are there at the same time.
 * `/lists/<name>.csv` is a saved search: the EANs in `lists`, or of all titles.
 */
export class IpageDouble {
  readonly titles: Map<string, TitleOnPage>
  readonly lists = new Map<string, string[]>()
  readonly requests: Request[] = []
  behave: (request: Request) => Behaviour = () => "title"
  generation: Generation
  latency_ms: number
  hold_first = 0
  in_flight = 0
  most_in_flight = 0
  private session: string | undefined
  private held: (() => void)[] = []
  private readonly server = createServer((request, response) => void this.serve(request, response))

  private constructor(options: IpageDoubleOptions) {
    this.titles = new Map((options.titles ?? []).map((title) => [title.ean13, title]))
    this.generation = options.generation ?? "new"
    this.latency_ms = options.latency_ms ?? 0
    this.session = options.session
  }

  static async start(options: IpageDoubleOptions = {}): Promise<IpageDouble> {
    const double = new IpageDouble(options)
    await new Promise<void>((resolve) => double.server.listen(0, "127.0.0.1", resolve))
    return double
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** From now on every session is told that it has ended. */
  expireSession() {
    this.session = "nobody has this one"
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async serve(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url!, this.url)
    const asked = {
      number: this.requests.length + 1,
      ean13: url.searchParams.get("ean_id"),
      cookie: request.headers.cookie,
    }
    this.requests.push(asked)
    this.in_flight++
    this.most_in_flight = Math.max(this.most_in_flight, this.in_flight)
    response.once("close", () => this.in_flight--)
    await this.heldBack(asked.number)
    if (this.latency_ms > 0) await pause(this.latency_ms)

    const list = /^\/lists\/(.+)\.csv$/.exec(url.pathname)?.[1]
    const behaviour =
      this.session !== undefined && asked.cookie !== this.session ? "session_expired" : this.behave(asked)
    if (behaviour === "hang") return
    if (behaviour === "reset") return request.socket.destroy()
    if (list && behaviour === "title") {
      return response.writeHead(200, { "content-type": "text/csv" }).end(this.list(decodeURIComponent(list)))
    }
    const answer = answerOf(behaviour, this.titles.get(asked.ean13 ?? ""), this.generation)
    if (!answer) return request.socket.destroy()
    response
      .writeHead(answer.status, { "content-type": "text/html; charset=utf-8", ...answer.headers })
      .end(answer.body)
  }

  private async heldBack(number: number) {
    if (number > this.hold_first) return
    if (number < this.hold_first) return new Promise<void>((resolve) => this.held.push(resolve))
    for (const release of this.held.splice(0)) release()
  }

  private list(name: string): string {
    const eans = this.lists.get(name) ?? [...this.titles.keys()]
    const rows = eans.map(
      (ean13) => `${ean13},"${(this.titles.get(ean13)?.title ?? "").replaceAll('"', '""')}"`
    )
    return ["EAN,Title", ...rows, ""].join("\r\n")
  }
}
