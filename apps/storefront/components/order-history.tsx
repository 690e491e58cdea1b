import Link from "next/link"
import { money } from "@/lib/money"
import type { Order } from "@/lib/orders"
import { Titles } from "./titles"

const DATE = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" })

/** What was bought, by the order's own record: a title that is sold out or gone from the shop is still in it. */
export function OrderHistory({ orders }: { orders: Order[] }) {
  if (orders.length === 0) return <p className="empty">No orders yet.</p>
  return (
    <ol className="orders">
      {orders.map((order) => (
        <li key={order.id} className="panel">
          <h2>
            <Link href={`/orders/${order.id}`} prefetch={false}>
              Order {order.display_id}
            </Link>
          </h2>
          <p className="fine">
            {DATE.format(new Date(order.created_at))} · {money(Number(order.total), order.currency_code)}
            {order.status === "canceled" && " · canceled"}
          </p>
          <Titles lines={order.items ?? []} currency={order.currency_code} />
        </li>
      ))}
    </ol>
  )
}
