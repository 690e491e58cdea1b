import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Listing } from "@/components/listing"
import { readPublishers } from "@/lib/catalogue"
import type { SearchParams } from "@/lib/listing-params"
import { plain } from "@/lib/plain"

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<SearchParams> }

/** Names that read the same in an address are one page. */
async function publishersOf({ params }: Props) {
  const handle = plain((await params).handle)
  const [first, ...others] = (await readPublishers()).filter((each) => each.handle === handle)
  return first ? ([first, ...others] as const) : notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ name, handle }] = await publishersOf(props)
  return { title: name, alternates: { canonical: `/publishers/${encodeURIComponent(handle)}` } }
}

export default async function PublisherPage(props: Props) {
  const publishers = await publishersOf(props)
  const [{ name, handle }] = publishers
  return (
    <Listing
      path={`/publishers/${encodeURIComponent(handle)}`}
      searchParams={props.searchParams}
      within={{ brand_id: publishers.map(({ id }) => id) }}
      heading={<h1>{name}</h1>}
    />
  )
}
