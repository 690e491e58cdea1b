import { PUBLISHABLE_KEY, TWO_CHANNELS_KEY } from "../catalogue/shop.js"
import { httpClient } from "../load/http.js"
import type { Key, Request } from "./requests.js"

const TOKENS: Record<Key, string> = { one: PUBLISHABLE_KEY, two: TWO_CHANNELS_KEY }

export type Get = (request: Request) => Promise<unknown>

/** Asks one shop with either key, over connections that stay open. */
export function storefront(shopUrl: string, connections: number) {
  const client = (key: Key) => httpClient(shopUrl, { "x-publishable-api-key": TOKENS[key] }, connections)
  const clients = { one: client("one"), two: client("two") }
  const send = ({ path, key }: Request) => clients[key].get(path)
  return {
    send,
    get: (async (request) => JSON.parse(await send(request))) as Get,
    close: () => {
      clients.one.close()
      clients.two.close()
    },
  }
}
