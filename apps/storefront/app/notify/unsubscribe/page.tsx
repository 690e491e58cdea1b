import type { Metadata } from "next"
import { unsubscribe } from "@/actions/notify"
import { TokenForm } from "@/components/token-form"
import type { SearchParams } from "@/lib/listing-params"

export const metadata: Metadata = { title: "Back in stock", robots: { index: false } }

/** Where a back-in-stock message leads to, with `?token=`. */
export default async function Unsubscribe({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { token } = await searchParams
  return (
    <div className="narrow notice">
      <h1>Shall we not write to you?</h1>
      <TokenForm
        token={typeof token === "string" ? token : ""}
        action={unsubscribe}
        button="Do not write to me"
        done="You will not hear from us about this book."
      />
    </div>
  )
}
