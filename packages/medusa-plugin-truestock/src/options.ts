import { z } from "@medusajs/framework/zod"
import { TruestockError } from "./errors"
import { sourcesSchema } from "./modules/distributor/sources/source-options"

/** How often something may be asked; null = as often as one likes. */
const limitOf = (requests: number, seconds: number) =>
  z
    .strictObject({ requests: z.number().int().min(1), seconds: z.number().int().min(1).max(86_400) })
    .nullable()
    .default({ requests, seconds })

const webAddress = z
  .url({ protocol: /^https?$/ })
  .nullable()
  .default(null)

const identifier = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be a plain SQL identifier")

/**
 * The plugin's options, as given in medusa-config. All are optional.
 *
 * The first group are the defaults of the policies (the last step of variant + location -> variant ->
 * product -> supplier -> default); the rest is about the shop, what it tells, and the drain.
 */
const optionsSchema = z.strictObject({
  /** Units at or under which a variant is `low_stock`; 0 = never. */
  low_stock_threshold: z.number().int().min(0).default(10),
  /** Units kept back at each location: never listed, never sold. */
  safety_stock: z.number().int().min(0).default(0),
  /** Units that may be promised below zero where backorder is allowed; null = no limit. */
  backorder_limit: z.number().int().min(0).nullable().default(null),
  /** Days until a backordered unit ships, when no date is known. */
  lead_time_days: z
    .strictObject({ min: z.number().int().min(0), max: z.number().int().min(0) })
    .refine((days) => days.min <= days.max, "min must not exceed max")
    .nullable()
    .default(null),
  /** Whether a title before its release date can be ordered (`preorder`) or is only announced (`incoming`). */
  allow_preorder: z.boolean().default(true),

  /** Hours after which a feed's quantity (`metadata.as_of` of a level) is no longer current. */
  source_limit_hours: z.number().positive().default(6),
  /** Hours for which the last state is kept after that; then the quantity is no longer believed. */
  source_grace_hours: z.number().min(0).default(24),

  /**
   * Where the brand of a product stands, and its name. The defaults are what Medusa composes for a module named
   * `brand` whose model has a `name`. Tables that do not exist are left alone.
   */
  brand: z
    .strictObject({
      link_table: identifier.default("product_product_brand_brand"),
      brand_id_column: identifier.default("brand_id"),
      table: identifier.default("brand"),
      name_column: identifier.default("name"),
    })
    .prefault({}),

  /** Whether store routes tell how many there are, or only whether there are any. */
  expose_quantity: z.boolean().default(true),
  /** Whether core's own `GET /store/products` takes `availability` as a filter. */
  store_products_filter: z.boolean().default(false),
  /** Whether there is `GET /store/products-with-metadata` (a route of the shop's own takes its place). */
  products_with_metadata: z.boolean().default(true),

  /** Whether quantities may have fractions (goods by weight or length). */
  allow_fractions: z.boolean().default(false),
  /** What a cart holds from the start of its checkout. */
  hold: z
    .strictObject({
      /** For how long; each sign of life of the cart starts it anew. */
      ttl_seconds: z.number().int().min(1).default(900),
      /** And for how long at most, from its first moment on. */
      most_seconds: z.number().int().min(1).default(3_600),
      /** Whether a payment session starts one by itself; else the storefront asks for it. */
      on_payment_session: z.boolean().default(false),
      /** Lines that one cart may hold. */
      most_lines: z.number().int().min(1).default(100),
      /** Live holds that the carts of one publishable key may have together. */
      most_per_key: z.number().int().min(1).default(10_000),
    })
    .refine((hold) => hold.ttl_seconds <= hold.most_seconds, "ttl_seconds must not exceed most_seconds")
    .prefault({}),

  /** Who is told when a variant runs low or out; null = nobody (the events are sent all the same). */
  alerts: z
    .strictObject({
      /** An e-mail address. */
      to: z.email(),
      /** One message for each, or one for all of an hour or a day (UTC). */
      digest: z.enum(["none", "hourly", "daily"]).default("none"),
    })
    .nullable()
    .default(null),
  /** Shoppers who want to be told when something is back in stock. */
  notify: z
    .strictObject({
      /** Whether an address must be confirmed, from a message to it, before it is told anything. */
      double_opt_in: z.boolean().default(false),
      /** Pages of the storefront that messages lead to, with `?token=` added: they send the token to our routes. */
      confirm_url: webAddress,
      unsubscribe_url: webAddress,
    })
    .prefault({}),
  /** How often the routes that anybody may call, and those that write much, may be called. */
  rate_limits: z
    .strictObject({
      /** Where calls are counted; null = the project's redisUrl, else REDIS_URL, else Postgres. */
      redis_url: z
        .url({ protocol: /^rediss?$/ })
        .nullable()
        .default(null),
      /** `POST /store/products/:id/notify` and its confirmations, per client (IP address and publishable key). */
      notify: limitOf(30, 60),
      /** The same per e-mail address, whoever asks. */
      notify_address: limitOf(10, 3_600),
      /** `POST /store/carts/:id/hold`, per client. Generous: a storefront's server may speak for many shoppers. */
      hold: limitOf(1_200, 60),
      /** The same per cart. */
      hold_cart: limitOf(60, 60),
      /** `POST /admin/inventory/adjust`, per user or API key. */
      adjust: limitOf(1_200, 60),
    })
    .prefault({}),

  /** Where the shop's pages are, for what leads to them from elsewhere (feeds); null = nothing does. */
  storefront: z
    .strictObject({
      /** Its address, such as `https://shop.example`, with a path where it has one. */
      url: z.url({ protocol: /^https?$/ }),
      /** A product's page below it. `:handle`, `:product_id` and `:variant_id` are filled in. */
      product_path: z.string().startsWith("/").default("/products/:handle"),
      /** The picture of a product that has none of its own, likewise; null = there is none. */
      image_path: z.string().startsWith("/").nullable().default(null),
    })
    .nullable()
    .default(null),

  /** The distributors that the shop sells from. */
  distributors: sourcesSchema,

  /** How often a worker looks for changes, in milliseconds. */
  poll_interval_ms: z.number().int().min(10).default(200),
  /** Changes taken in one transaction. */
  batch_size: z.number().int().min(1).max(10_000).default(1000),
})

export type TruestockOptions = z.infer<typeof optionsSchema>

/** Validates the plugin's options; the message names each wrong one, so that a typo stops the boot and not a sale. */
export function parseOptions(options: unknown): TruestockOptions {
  // Medusa hands every module its connection beside the plugin's own options.
  const { database: _, ...own } = { ...(options as Record<string, unknown> | undefined) }
  const parsed = optionsSchema.safeParse(own)
  if (parsed.success) {
    return parsed.data
  }
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".") || "options"}: ${issue.message}`)
  throw new TruestockError(
    "invalid_options",
    `medusa-plugin-truestock options are wrong. ${wrong.join("; ")}`
  )
}
