const ESCAPED: Record<string, string> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
}

/**
 * The content of a `<script type="application/ld+json">`: JSON in which no title or note can end the script
 * (`</script>`), open a comment (`<!--`) or break a line. Parsed, it is what was given.
 */
export function jsonLdScript(jsonLd: object): string {
  return JSON.stringify(jsonLd).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPED[character]!)
}
