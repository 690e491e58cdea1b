import { createHash } from "node:crypto"
import type { Connection } from "../../../database/connection"
import { quoted, TruestockError } from "../../../errors"
import type { TruestockOptions } from "../../../options"
import { isStorable } from "../../../storable-text"
import { hashOf, makeToken } from "./feed-token"
import type { FeedOffer, Market } from "./offer"
import { findChannelOfToken } from "./sql/find-channel-of-token"
import { findChannels } from "./sql/find-channels"
import { findCurrency, findRegion } from "./sql/find-market"
import { pageOfOffered } from "./sql/page-of-offered"
import { putToken } from "./sql/put-token"
import { readOffers } from "./sql/read-offers"
import { readVersion } from "./sql/read-version"
import type { Storefront } from "./storefront-links"

/** Products read at a time. */
const PAGE_SIZE = 250
/** Raise when the same offers are written in another way. */
const FORMAT = 1

export type FeedState = { tag: string; shop: string | null; now: Date }

/** What feeds for shopping sites are made of, and who may fetch them without a header. */
export class MerchantFeed {
  constructor(
    private readonly connection: Connection,
    private readonly options: Pick<TruestockOptions, "storefront">
  ) {}

  /** Where the offers' pages are. @throws storefront_not_configured */
  get storefront(): Storefront {
    if (this.options.storefront) return this.options.storefront
    throw new TruestockError(
      "storefront_not_configured",
      "A feed leads to the storefront's pages, and nobody has said where those are: set the plugin's option " +
        'storefront, such as { url: "https://shop.example", product_path: "/products/:handle" }.'
    )
  }

  /** Whose prices are told; by default those of the store's default region. @throws unknown_region, unknown_currency */
  async findMarket(asked: { region_id?: string; currency_code?: string }): Promise<Market> {
    const { region_id, currency_code } = asked
    if (currency_code !== undefined) {
      const market = await findCurrency(this.connection, currency_code)
      if (market) return market
      throw new TruestockError(
        "unknown_currency",
        `Parameter currency_code has the value ${quoted(currency_code)}; the store does not sell in it.`
      )
    }
    const market = await findRegion(this.connection, region_id)
    if (market) return market
    throw new TruestockError(
      "unknown_region",
      region_id === undefined
        ? "Prices need a region: name one with region_id, or a currency with currency_code, since the store has no default region."
        : `Parameter region_id has the value ${quoted(region_id)}; no such region exists.`
    )
  }

  /**
   * The state of a feed now. Its tag is another one after every change that the feed could tell of, and each day (UTC),
   * since dates are told. Read before the offers: they are never older than the tag says.
   */
  async readState(sales_channel_ids: string[], market: Market): Promise<FeedState> {
    const { now, shop, ...version } = await readVersion(this.connection)
    const told = [FORMAT, version, shop, market, [...sales_channel_ids].sort(), this.storefront]
    const hash = createHash("sha256").update(JSON.stringify([...told, now.toISOString().slice(0, 10)]))
    return { tag: `W/"${hash.digest("base64url")}"`, shop, now }
  }

  /** All that the channels sell, a page at a time, by product id; no connection is held between pages. */
  async *readOffers(sales_channel_ids: string[]): AsyncGenerator<FeedOffer[], void, undefined> {
    for (let after = ""; ;) {
      const ids = await pageOfOffered(this.connection, sales_channel_ids, after, PAGE_SIZE)
      if (ids.length === 0) return
      yield await readOffers(this.connection, ids, sales_channel_ids)
      after = ids.at(-1)!
    }
  }

  /** The channel whose feed a token opens. @throws feed_not_found */
  async findChannel(token: string): Promise<string> {
    const channel = isStorable(token) ? await findChannelOfToken(this.connection, hashOf(token)) : null
    if (channel !== null) return channel
    throw new TruestockError(
      "feed_not_found",
      "No feed has this token; it may have been rotated. Make one with truestock feed-token <channel>."
    )
  }

  /**
   * Makes the token of a sales channel (its id or name), which is told here and never again. With `rotate` it takes
   * the place of another.
   *
   * @throws sales_channel_not_found, feed_token_exists
   */
  async makeToken(channel: string, rotate: boolean): Promise<{ sales_channel_id: string; token: string }> {
    const [sales_channel_id, another] = isStorable(channel)
      ? await findChannels(this.connection, channel)
      : []
    if (sales_channel_id === undefined || another !== undefined) {
      throw new TruestockError(
        "sales_channel_not_found",
        another === undefined
          ? `No sales channel has the id or name ${quoted(channel)}.`
          : `Several sales channels are called ${quoted(channel)}: name one by its id.`
      )
    }
    const token = makeToken()
    if (await putToken(this.connection, sales_channel_id, hashOf(token), rotate)) {
      return { sales_channel_id, token }
    }
    throw new TruestockError(
      "feed_token_exists",
      `Sales channel ${quoted(sales_channel_id)} has a token, which cannot be told again: rotate it, and the old one opens nothing any more.`
    )
  }
}
