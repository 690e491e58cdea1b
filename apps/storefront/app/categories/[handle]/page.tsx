import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Listing } from "@/components/listing"
import { readCategories } from "@/lib/catalogue"
import { plain } from "@/lib/plain"
import type { SearchParams } from "@/lib/listing-params"

type Props = { params: Promise<{ handle: string }>; searchParams: Promise<SearchParams> }

async function categoryOf({ params }: Props) {
  const handle = plain((await params).handle)
  const category = (await readCategories()).find((each) => each.handle === handle)
  return category ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name, handle } = await categoryOf(props)
  return { title: name, alternates: { canonical: `/categories/${encodeURIComponent(handle)}` } }
}

export default async function CategoryPage(props: Props) {
  const category = await categoryOf(props)
  return (
    <Listing
      path={`/categories/${encodeURIComponent(category.handle)}`}
      searchParams={props.searchParams}
      within={{ category_id: category.id }}
      category={category}
      heading={<h1>{category.name}</h1>}
    />
  )
}
