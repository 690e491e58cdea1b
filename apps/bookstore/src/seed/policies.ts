import {
  AVAILABILITY_MODULE,
  type AvailabilityModuleService,
  type AvailabilityStatus,
} from "medusa-plugin-truestock/modules/availability"
import { Book } from "./catalogue/book"
import { daysFrom, slug } from "./catalogue"
import { backordered } from "./catalogue/editions"
import { forthcoming } from "./catalogue/forthcoming"
import { discontinued, notForSale, overrides } from "./catalogue/sold-where"
import { lookup, Seeding } from "./seeding"

/** Release dates, lead times, out-of-print titles and what the staff has set by hand. */
export async function seedPolicies(
  { container, query, progress }: Seeding,
  books: Book[],
  today: Date
): Promise<void> {
  const availability = container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE)
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "handle"],
    filters: { handle: books.map((book) => book.handle) },
  })
  const idOf = lookup(
    "the book",
    data.map(({ handle, id }) => [handle, id])
  )
  const product = (title: string) => ({ product_id: idOf(slug(title)) })

  for (const { book, inDays, preorder } of forthcoming) {
    const [, title] = book
    const release_date = daysFrom(today, inDays)
    await availability.setPolicy({ ...product(title), release_date, allow_preorder: preorder })
  }
  for (const title of discontinued) {
    await availability.setPolicy({ ...product(title), discontinued: true })
  }
  for (const [title, lead_time_days] of Object.entries(backordered)) {
    await availability.setPolicy({ ...product(title), lead_time_days })
  }
  for (const [title, not_for_sale] of Object.entries(notForSale)) {
    await availability.setPolicy({ ...product(title), not_for_sale })
  }
  for (const [title, { status, notes }] of Object.entries(overrides)) {
    await availability.updateProductAvailability(
      product(title).product_id,
      status as AvailabilityStatus,
      notes
    )
  }
  progress("release dates, lead times and out-of-print titles")
}

/** Waits until the listing knows every change that the seed has made. */
export async function refreshListing({ container, progress }: Seeding): Promise<void> {
  await container.resolve<AvailabilityModuleService>(AVAILABILITY_MODULE).drain()
  progress("the listing is up to date")
}
