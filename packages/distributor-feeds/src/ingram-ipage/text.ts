/** Text of a page, with blanks collapsed. */
export function blank(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}
