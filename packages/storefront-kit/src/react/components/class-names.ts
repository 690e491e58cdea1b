/** Ours, by which a shop finds the element, and its own. */
export const classNames = (ours: string, own: string | undefined) => (own ? `${ours} ${own}` : ours)
