import Form from "next/form"
import type { Facets } from "truestock-storefront-kit"
import { AvailabilityFilter } from "truestock-storefront-kit/components"
import { ORDERS, type ListingParams } from "@/lib/listing-params"
import { ApplyButton } from "./apply-button"

/** Filter and order as a plain form: it works before, and without, any script. */
export function ListingForm(props: { path: string; params: ListingParams; counts: Facets["status"] }) {
  const { path, params, counts } = props
  return (
    <Form action={path} className="filters" prefetch={false}>
      {params.q && <input type="hidden" name="q" value={params.q} />}
      <AvailabilityFilter value={params.status} counts={counts} />
      <label className="field">
        <span>Sort by</span>
        <select name="order" defaultValue={params.order}>
          {ORDERS.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ApplyButton />
    </Form>
  )
}
