import { money } from "@/lib/money"

type Totalled = {
  currency_code: string
  item_subtotal?: number | null
  shipping_total?: number | null
  shipping_subtotal?: number | null
  tax_total?: number | null
  total?: number | null
  shipping_methods?: unknown[] | null
}

/** What it comes to. Without a way of delivery that is not said yet. */
export function Totals({ of }: { of: Totalled }) {
  const hasDelivery = Boolean(of.shipping_methods?.length)
  const row = (name: string, amount: number | null | undefined, strong = false) => (
    <div className={strong ? "total" : undefined}>
      <dt>{name}</dt>
      <dd>{money(Number(amount ?? 0), of.currency_code)}</dd>
    </div>
  )
  return (
    <dl className="totals">
      {row("Books", of.item_subtotal)}
      {hasDelivery && row("Delivery", of.shipping_subtotal ?? of.shipping_total)}
      {Boolean(of.tax_total) && row("Sales tax", of.tax_total)}
      {row(hasDelivery ? "Total" : "Before delivery", of.total, true)}
    </dl>
  )
}
