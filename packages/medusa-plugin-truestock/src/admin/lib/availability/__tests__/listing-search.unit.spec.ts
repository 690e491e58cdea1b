import {
  availabilityCsvAddress,
  availabilityQuery,
  hasFilter,
  readSearch,
  writeSearch,
} from "../listing-search"

const read = (search: string) => readSearch(new URLSearchParams(search))
const everything = read("")

describe("The address of the page", () => {
  it("without anything asks for all products, the last changed first, page 1", () => {
    expect(everything).toEqual({
      statuses: [],
      source: undefined,
      purchasable: undefined,
      salesChannelId: undefined,
      categoryId: undefined,
      collectionId: undefined,
      q: "",
      sort: { by: "updated_at", descending: true },
      page: 0,
    })
    expect(hasFilter(everything)).toBe(false)
  })

  it.each([
    "",
    "status=in_stock",
    "status=in_stock,out_of_stock&source=manual&purchasable=false&sales_channel_id=sc_1&category_id=pcat_1&collection_id=pcol_1&q=dune&order=title&page=3",
    "order=-status",
    "order=updated_at&page=2",
  ])("%j is read and written the same", (search) => {
    expect(writeSearch(read(search)).toString()).toBe(new URLSearchParams(search).toString())
  })

  it("that says nonsense is read as if it said nothing", () => {
    expect(read("status=gone,,&source=magic&purchasable=maybe&order=price&page=-1")).toEqual(everything)
    expect(read("page=1e99").page).toBe(0)
  })

  it("keeps the statuses that it knows among others, each once", () => {
    expect(read("status=out_of_stock,gone,in_stock,in_stock").statuses).toEqual(["in_stock", "out_of_stock"])
  })
})

describe("What the API is asked for", () => {
  it("is the filter and an order, without what is not chosen", () => {
    expect(availabilityQuery(everything)).toEqual({ order: "-updated_at" })
    expect(availabilityQuery({ ...read("status=preorder&purchasable=true"), q: "  dune " })).toEqual({
      status: "preorder",
      purchasable: "true",
      q: "dune",
      order: "-updated_at",
    })
  })

  it("as CSV is every row of the filter, whatever the page and the order", () => {
    const filter = read("status=in_stock,preorder&q=a%26b&order=title&page=4")
    expect(availabilityCsvAddress(filter, "https://shop.example/")).toBe(
      "https://shop.example/admin/availability?status=in_stock%2Cpreorder&q=a%26b&format=csv"
    )
  })

  it("counts as filtered by anything but the order and the page", () => {
    expect(hasFilter(read("order=title&page=2"))).toBe(false)
    expect(hasFilter(read("q=%20"))).toBe(false)
    expect(
      ["status=incoming", "source=manual", "purchasable=true", "category_id=pcat_1", "q=x"].map((s) =>
        hasFilter(read(s))
      )
    ).toEqual([true, true, true, true, true])
  })
})
