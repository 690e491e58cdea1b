/** A variant that has a title's number. */
type Candidate = { variant_id: string }

/** A title that lays claim to a variant. `is_imported`: the variant stands for it already. */
type Claim = { variant_id: string; ean13: string; is_imported: boolean }

/**
 * Which of the shop's variants stands for a title: the one that has its number, if no other title's figures belong to it.
 * Two figures for one variant, or one for two of them, would make stock of whichever was written last.
 */
export function chooseVariant<Variant extends Candidate>(
  ean13: string,
  variants: readonly Variant[],
  claims: readonly Claim[]
): { variant: Variant } | { refused: string } | null {
  const [variant, second] = variants
  if (!variant) return null
  const { variant_id } = variant
  if (second) {
    const ids = variants.map((each) => each.variant_id).join(", ")
    return { refused: `Several variants have the number ${ean13}: ${ids}.` }
  }
  const claimants = claims.filter((each) => each.variant_id === variant_id)
  const others = claimants.filter((each) => each.ean13 !== ean13)
  const first = others.find(({ is_imported }) => is_imported)
  if (first) return { refused: `Variant ${variant_id} of ${ean13} stands for title ${first.ean13} already.` }
  const isItsOwn = claimants.some(({ is_imported }) => is_imported)
  if (others.length === 0 || isItsOwn) return { variant }
  const titles = [...new Set([ean13, ...others.map((each) => each.ean13)])].sort().join(", ")
  return { refused: `Variant ${variant_id} has the numbers of several titles: ${titles}.` }
}
