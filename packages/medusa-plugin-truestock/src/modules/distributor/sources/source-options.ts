import { z } from "@medusajs/framework/zod"
import { UPDATE_FIELDS } from "../titles/update-fields"

const seconds = z.number().int().min(1)
const ratio = z.number().min(0).max(1)

/** Where the files of a source are. Credentials belong into the environment; they are never stored. */
const transport = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("file"), directory: z.string().min(1) }),
  z.strictObject({
    kind: z.enum(["ftp", "ftps", "sftp"]),
    host: z.string().min(1),
    port: z.number().int().min(1).max(65_535).optional(),
    user: z.string().min(1),
    password: z.string().min(1),
    /** SFTP: `SHA256:...` of the server's key; another one is refused. */
    host_key: z.string().min(1).optional(),
    directory: z.string().min(1).default("/"),
  }),
])

const feed = z.discriminatedUnion("kind", [
  /** Ingram's full and delta files. */
  z.strictObject({
    kind: z.literal("ingram_stockv2"),
    transport,
    /** What each of the eight positions of a row is, and whether it counts; default: the four wholesale sites. */
    slots: z
      .array(z.strictObject({ code: z.string().min(1), enabled: z.boolean() }))
      .length(8)
      .optional(),
    /** Names of the files that make up a full, where it comes in parts. */
    full_parts: z.array(z.string().min(1)).optional(),
  }),
  /** Title pages, one by one, with a session of a person who is logged in. */
  z.strictObject({
    kind: z.literal("ingram_ipage"),
    base_url: z.url({ protocol: /^https?$/ }).default("https://ipage.ingramcontent.com"),
    /** The environment variable that holds the session's Cookie header. */
    session_env: z.string().min(1).default("INGRAM_IPAGE_SESSION"),
    concurrency: z.number().int().min(1).max(8).default(2),
    page_timeout_seconds: seconds.default(20),
    /** Shortest time between two requests. */
    delay_ms: z.number().int().min(0).max(600_000).default(250),
    /** Saved searches by name: a file, or an address with {search} in it, that holds their ISBNs. */
    searches: z
      .record(z.string(), z.strictObject({ from: z.string().min(1), column: z.string().default("ISBN") }))
      .default({}),
  }),
  /** ONIX 3.0 messages with supply details. */
  z.strictObject({
    kind: z.literal("onix"),
    transport,
    files: z.string().min(1).default("*.xml"),
    /** Those of them that hold only what has changed since the last; without it each holds everything. */
    delta_files: z.string().min(1).optional(),
    /** Whose stock is meant, where products have several suppliers. */
    supplier: z.string().min(1).optional(),
    market: z.string().length(2).optional(),
    currency: z.string().length(3).optional(),
  }),
  /** Any table with a heading. */
  z.strictObject({
    kind: z.literal("csv"),
    transport,
    files: z.string().min(1).default("*.csv"),
    /** Those of them that hold only what has changed since the last; without it each holds everything. */
    delta_files: z.string().min(1).optional(),
    delimiter: z.string().length(1).default(","),
    /** Heading of each field: identifier, title, publisher, price, publication_date, ... */
    columns: z.looseObject({ identifier: z.string().min(1) }),
    /** The places, and the headings of their figures. */
    locations: z
      .array(
        z.strictObject({
          code: z.string().min(1),
          on_hand: z.string().min(1).optional(),
          on_order: z.string().min(1).optional(),
        })
      )
      .default([{ code: "main", on_hand: "on_hand" }]),
    /** Instead, where a title has a row per place: headings of the place's code and its figures. */
    place_rows: z
      .strictObject({
        code: z.string().min(1),
        on_hand: z.string().min(1).optional(),
        on_order: z.string().min(1).optional(),
      })
      .optional(),
    decimal_comma: z.boolean().default(false),
    currency: z.string().length(3).default("USD"),
  }),
])

const guards = z
  .strictObject({
    /** So much of the tracked titles with stock may fall to none in one run... */
    max_zero_ratio: ratio.default(0.2),
    /** ...where so many are tracked at least: twenty of a search of a hundred is an ordinary day. */
    zero_sample: z.number().int().min(1).default(500),
    /** So much of the tracked titles may be missing from a full. */
    max_missing_ratio: ratio.default(0.05),
    missing_sample: z.number().int().min(1).default(100),
    /** So much of the rows may be rejected. */
    max_reject_ratio: ratio.default(0.01),
    /** A full has at least, and at most, so many times the rows of the last one. */
    min_rows_ratio: ratio.default(0.9),
    max_rows_ratio: z.number().min(1).default(5),
    /** Days without a delta after which a full is needed. */
    max_gap_days: z.number().int().min(1).default(1),
  })
  .prefault({})

/** A live look at the source before an order is made: one look-up per title. */
const checkAtOrder = z.strictObject({
  /** So long the order waits for all look-ups together; what is not known by then is unknown. */
  time_limit_ms: z.number().int().min(1).max(30_000).default(3_000),
  /** What becomes of an order when the source does not say, in time or at all. */
  when_unknown: z.enum(["accept", "refuse"]).default("accept"),
  /** Figures that are younger are believed: the title is not asked for again. */
  max_age_seconds: z.number().int().min(0).max(86_400).default(60),
  /** Titles of one order that are asked for, those first that would run out first; the others are sold as they are known. */
  most_titles: z.number().int().min(1).max(100).default(10),
})

/**
 * A distributor the shop sells from. It is one stock location, whatever number of places it ships from: a level is what
 * is on hand at the enabled ones.
 */
const source = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,31}$/, "must be lower case, such as ingram")
    .refine((id) => id !== "runs", "is taken by a route"),
  name: z.string().min(1).optional(),
  feed,
  /** Codes of the places that count; null = all that the feed names (StockV2: its first four slots). */
  enabled_locations: z.array(z.string().min(1)).nullable().default(null),
  location: z
    .strictObject({
      name: z.string().min(1),
      address: z.record(z.string(), z.string()),
    })
    .default({
      name: "Ingram (Drop-Ship)",
      address: {
        address_1: "One Ingram Blvd",
        city: "La Vergne",
        province: "TN",
        postal_code: "37086",
        country_code: "us",
      },
    }),
  /** Name or id of the sales channel that sells from there; else the store's default one. */
  sales_channel: z.string().min(1).default("Online Store"),
  /** Whether what is on order there may be sold. */
  allow_backorder: z.boolean().default(true),
  lead_time_days: z
    .strictObject({ min: z.number().int().min(0), max: z.number().int().min(0) })
    .refine(({ min, max }) => min <= max, "min must not exceed max")
    .default({ min: 7, max: 14 }),
  allow_preorder: z.boolean().default(true),
  /** Units kept back of what is on hand. */
  buffer_units: z.number().int().min(0).default(0),
  /** Product types of the feed that are books to this shop; null = all. */
  product_types: z.array(z.string()).nullable().default(null),
  /** After so long the figures are no longer current, and after the grace time no longer believed. */
  limit_seconds: seconds.default(6 * 3_600),
  grace_seconds: z
    .number()
    .int()
    .min(0)
    .default(24 * 3_600),
  guards,
  /** Titles that a sync applies in one transaction: while it lasts, checkouts of these wait. */
  titles_per_transaction: z.number().int().min(1).max(10_000).default(2_000),
  /** A change of so many units is flagged, beside those to and from none and across the low-stock threshold. */
  flag_units: z.number().int().min(1).default(50),
  /** What an import changes of products that the shop has already, where it is not told otherwise. */
  update_existing: z.array(z.enum(UPDATE_FIELDS)).default([]),
  new_product_status: z.enum(["published", "draft"]).default("published"),
  /** What `sync-stock` takes when nothing is named: `all`, or a saved search. */
  default_target: z.string().min(1).default("all"),
  /** How often it is synced by itself; null = never. */
  sync_every_seconds: seconds.nullable().default(3_600),
  /** Asks the source before an order is made; null = never. Only where titles are looked up one by one. */
  check_at_order: checkAtOrder.nullable().default(null),
})

/** Refuses a check at the order of a source that has no single title to look at. */
export const sourceSchema = source.superRefine(({ feed, check_at_order }, context) => {
  if (check_at_order === null || feed.kind === "ingram_ipage") return
  context.addIssue({
    code: "custom",
    path: ["check_at_order"],
    message: `${feed.kind} cannot be asked for one title; leave it out, or use a feed of kind ingram_ipage`,
  })
})

export const sourcesSchema = z
  .array(sourceSchema)
  .refine((sources) => new Set(sources.map(({ id }) => id)).size === sources.length, "ids must differ")
  .default([])

export type SourceOptions = z.infer<typeof sourceSchema>

/** How a source is asked before an order is made. */
export type CheckAtOrder = z.infer<typeof checkAtOrder>
