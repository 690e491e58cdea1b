/** What XML 1.0 has no place for, written or escaped: control characters, lone halves of a character, U+FFFE and U+FFFF. */
const UNSPEAKABLE =
  // eslint-disable-next-line no-control-regex -- those are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const ESCAPED: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  // Also the end of `]]>`, which must not stand in text.
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
}

/** Any text as the text of an element, or of an attribute: what is markup in it is read as text. */
export function xmlText(text: string): string {
  return text.replace(UNSPEAKABLE, "").replace(/[&<>"']/g, (character) => ESCAPED[character]!)
}

/** At most so many characters, none of them cut in half. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : [...text].slice(0, most).join("").trimEnd()
}
