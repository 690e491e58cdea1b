import { adminHeaders } from "./admin-headers"
import type { Booted } from "./run-with-shop"
import type { Book } from "./shop"

export type Method = "get" | "post" | "delete"

/**
 * The admin's side of one book: in two channels, of which the club sells from one location (30 units there) and the
 * web from another too (4 units), backorder allowed; and another book of the web.
 */
export class AdminAvailability {
  admin!: { headers: Record<string, string>; user_id: string }
  web!: string
  club!: string
  here!: string
  there!: string
  book!: Book
  other!: Book

  constructor(private readonly booted: Booted) {}

  /** For beforeAll: the drain rests while the database is copied for the tests. */
  async open(): Promise<void> {
    const { availability, container, shop } = this.booted
    await availability.__hooks.onApplicationPrepareShutdown()
    this.admin = await adminHeaders(container)
    this.web = await shop.channel("B web")
    this.club = await shop.channel("A club")
    this.here = await shop.location(this.web, this.club)
    this.there = await shop.location(this.web)
    this.book = await shop.book({
      channels: [this.web, this.club],
      stock: { [this.here]: 30, [this.there]: 4 },
      allow_backorder: true,
    })
    this.other = await shop.book({ channels: [this.web], stock: { [this.here]: 5 } })
    await availability.drain()
  }

  pathOf(rest = "", id = this.book.id): string {
    return `/admin/products/${id}/availability${rest}`
  }

  send(method: Method, path: string, body?: unknown, config: { headers: any } = this.admin) {
    const { api } = this.booted
    const all = { ...config, validateStatus: null, ...(method === "delete" && body ? { data: body } : {}) }
    return method === "post" ? api.post(path, body, all) : api[method](path, all)
  }

  async get(rest = "", id?: string) {
    return (await this.send("get", this.pathOf(rest, id))).data
  }

  async details() {
    return (await this.get()).availability
  }

  async post(body: object, rest = "") {
    const { status, data } = await this.send("post", this.pathOf(rest), body)
    expect({ status, message: data.message }).toEqual({ status: 200, message: undefined })
    return data
  }

  async clear(query = "") {
    const { status, data } = await this.send("delete", this.pathOf(query))
    expect({ status, message: data.message }).toEqual({ status: 200, message: undefined })
    return data.availability
  }

  /** Everything that a decision could have changed; whether an event is sent yet is the drain's. */
  async rows(): Promise<unknown[]> {
    const tables = ["override", "policy", "channel", "variant", "location", "history"]
    const all = [...tables.map((table) => `availability_${table}`), "availability"]
    const read = await Promise.all(all.map((table) => this.booted.connection(table).orderBy("id")))
    return read.flat().map(({ sent_at: _, ...row }) => row)
  }

  async unchanged(work: () => Promise<unknown>): Promise<void> {
    const before = await this.rows()
    await work()
    expect(await this.rows()).toEqual(before)
  }

  /** By its code, with the value in the message. */
  async expectRefused(
    method: Method,
    path: string,
    body: unknown,
    code: string,
    value: string,
    status = 400
  ): Promise<void> {
    const headers = { ...this.admin.headers, "content-type": "application/json" }
    const answer = await this.send(method, path, body, { headers })
    const asked = { method, path: path.slice(0, 200), body: String(JSON.stringify(body)).slice(0, 200) }
    const { code: given, message } = answer.data
    expect({ ...asked, status: answer.status, code: given }).toEqual({ ...asked, status, code })
    expect(message).toContain(value.slice(0, 99))
    expect(message.length).toBeLessThan(600)
  }
}
