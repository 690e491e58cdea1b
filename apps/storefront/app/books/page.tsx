import type { Metadata } from "next"
import { Listing } from "@/components/listing"
import { readParams, type SearchParams } from "@/lib/listing-params"

type Props = { searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: "Books" }

export default async function Books({ searchParams }: Props) {
  const { q } = readParams(await searchParams)
  return (
    <Listing
      path="/books"
      searchParams={searchParams}
      heading={<h1>{q ? `Search: ${q}` : "All books"}</h1>}
    />
  )
}
