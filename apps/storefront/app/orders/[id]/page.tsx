import type { Metadata } from "next"
import Link from "next/link"
import { notFound } from "next/navigation"
import { AddressLines } from "@/components/address-lines"
import { Titles } from "@/components/titles"
import { Totals } from "@/components/totals"
import type { SearchParams } from "@/lib/listing-params"
import { readOrder } from "@/lib/orders"
import { plain } from "@/lib/plain"

export const metadata: Metadata = { title: "Your order", robots: { index: false } }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function OrderPage({ params, searchParams }: Props) {
  const order = (await readOrder(plain((await params).id))) ?? notFound()
  const { placed } = await searchParams
  return (
    <div className="narrow">
      <h1>{placed ? "Thank you" : `Order ${order.display_id}`}</h1>
      {placed && (
        <p className="good" role="status">
          Order {order.display_id} is placed, and the books are yours. We write to {order.email} when they
          leave.
        </p>
      )}
      <Titles lines={order.items ?? []} currency={order.currency_code} />
      {order.shipping_address && (
        <section className="panel">
          <h2>Delivery</h2>
          <AddressLines address={order.shipping_address} />
        </section>
      )}
      <Totals of={order} />
      <p>
        <Link href="/account">Your orders</Link> · <Link href="/books">Back to the shelves</Link>
      </p>
    </div>
  )
}
