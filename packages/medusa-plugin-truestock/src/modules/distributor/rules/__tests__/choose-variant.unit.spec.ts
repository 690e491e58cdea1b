import { chooseVariant } from "../choose-variant"

const [title, other] = ["9780804429573", "9780439023481"]
const variant = { variant_id: "variant_1" }
const claim = (ean13: string, is_imported = false, variant_id = variant.variant_id) => ({
  ...{ ean13, is_imported, variant_id },
})

describe("A title", () => {
  it("has the one variant with its number, before and after it was imported", () => {
    expect(chooseVariant(title, [variant], [])).toEqual({ variant })
    expect(chooseVariant(title, [variant], [claim(title)])).toEqual({ variant })
    expect(chooseVariant(title, [variant], [claim(title, true)])).toEqual({ variant })
    expect(chooseVariant(title, [], [])).toBeNull()
  })

  it("is not one of two variants that share its number: both are named", () => {
    expect(chooseVariant(title, [variant, { variant_id: "variant_2" }], [claim(title, true)])).toEqual({
      refused: `Several variants have the number ${title}: variant_1, variant_2.`,
    })
  })

  it("is refused a variant that has another title's number, too: both are named", () => {
    const refused = `Variant variant_1 has the numbers of several titles: ${other}, ${title}.`
    expect(chooseVariant(title, [variant], [claim(title), claim(other)])).toEqual({ refused })
    expect(chooseVariant(other, [variant], [claim(title), claim(other)])).toEqual({ refused })
    expect(chooseVariant(title, [variant], [claim(other, true, "variant_2"), claim(other)])).toEqual({
      refused,
    })
  })

  it("is refused a variant that stands for another title already, and that one keeps it", () => {
    const claims = [claim(title), claim(other, true)]
    expect(chooseVariant(title, [variant], claims)).toEqual({
      refused: `Variant variant_1 of ${title} stands for title ${other} already.`,
    })
    expect(chooseVariant(other, [variant], claims)).toEqual({ variant })
  })

  it("does not mind who lays claim to another variant", () => {
    expect(chooseVariant(title, [variant], [claim(other, true, "variant_2")])).toEqual({ variant })
  })
})
