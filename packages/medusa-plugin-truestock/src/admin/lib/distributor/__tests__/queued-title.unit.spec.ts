import type { Title } from "../../../../modules/distributor/titles/title"
import { queuedTitle } from "../queued-title"

const products = new Map([["prod_1", "Emma"]])
const title = (name: string | null, product_id: string | null) =>
  ({ ean13: "9780141439587", product_id, record: { title: name && { title: name } } }) as Title

describe("A title of the queue", () => {
  it("is called as its source calls it, else as its product is called, else by no name", () => {
    const names = [
      title("Emma: A Novel", "prod_1"),
      title(null, "prod_1"),
      title(null, "prod_2"),
      title(null, null),
    ].map((each) => queuedTitle(each, products).name)
    expect(names).toEqual(["Emma: A Novel", "Emma", undefined, undefined])
  })

  it("is told apart from others by its EAN", () => {
    expect(queuedTitle(title(null, null), products).id).toBe("9780141439587")
  })
})
