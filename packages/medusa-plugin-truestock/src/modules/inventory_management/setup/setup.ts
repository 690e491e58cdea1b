/** What a rule can ask of a variant; all fields that a rule names must match, any value of a field does. */
export const MATCH_FIELDS = ["category", "collection", "tag", "type", "title_contains", "sku_prefix"] as const
export type MatchField = (typeof MATCH_FIELDS)[number]

/** The fields that name something of the shop, by its name, handle or id. */
export const NAMING_FIELDS = ["category", "collection", "tag", "type"] as const
export type NamingField = (typeof NAMING_FIELDS)[number]

export const LOCATION_KINDS = ["warehouse", "store", "dropship", "virtual"] as const
export type LocationKind = (typeof LOCATION_KINDS)[number]

/** What is to become of a variant: opening stock in units by location code, or nothing at all. */
export type Target = { manage_inventory: boolean; stock: Record<string, number> }

export type SetupRule = Target & { match: Partial<Record<MatchField, string[]>> }

export type SetupLocation = {
  name: string
  code: string
  /** null = as it is, for a new one a warehouse */
  kind: LocationKind | null
  address: Record<string, string> | null
  /** Ids or names of the channels that sell from here. */
  sales_channels: "all" | string[]
}

/** A setup file as it was read. The first rule that matches decides; otherwise `otherwise`. */
export type Setup = {
  locations: SetupLocation[]
  default_location: string | null
  rules: SetupRule[]
  otherwise: Target
}

/** A stock location of the shop, with its profile if it has one. */
export type KnownLocation = {
  location_id: string
  name: string
  code: string | null
  kind: LocationKind | null
  sales_channel_ids: string[]
}

/** What the setup is laid against. */
export type KnownShop = {
  locations: KnownLocation[]
  sales_channels: { id: string; name: string }[]
  store: { id: string; default_location_id: string | null; default_sales_channel_id: string | null } | null
}

/** What planning must know of a variant. */
export type VariantFacts = {
  variant_id: string
  sku: string | null
  variant_title: string
  product_title: string
  manage_inventory: boolean
  /** Ids, names and handles; of categories, the ancestors' too. */
  names: Record<NamingField, string[]>
  /** A link without a living item is one, too. */
  has_link: boolean
  items: {
    inventory_item_id: string
    required_quantity: number
    is_shared: boolean
    location_ids: string[]
  }[]
  /** The item that has the variant's SKU, where it is none of the above. */
  item_of_sku: { inventory_item_id: string; is_free: boolean; location_ids: string[] } | null
}
