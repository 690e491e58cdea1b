import type { Metadata } from "next"
import { confirm } from "@/actions/notify"
import { TokenForm } from "@/components/token-form"
import type { SearchParams } from "@/lib/listing-params"

export const metadata: Metadata = { title: "Back in stock", robots: { index: false } }

/** Where a back-in-stock message leads to, with `?token=`. */
export default async function Confirm({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { token } = await searchParams
  return (
    <div className="narrow notice">
      <h1>Shall we write to you?</h1>
      <TokenForm
        token={typeof token === "string" ? token : ""}
        action={confirm}
        button="Yes, write to me"
        done="We will write to you once, when it is back."
      />
    </div>
  )
}
