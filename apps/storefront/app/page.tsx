import { Listing } from "@/components/listing"
import type { SearchParams } from "@/lib/listing-params"

export default function Home({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <Listing
      path="/"
      searchParams={searchParams}
      heading={
        <div className="hero">
          <h1>Books we really have</h1>
          <p>What is on the shelf today, and an honest date for what is not.</p>
        </div>
      }
    />
  )
}
