/** Reads CSV as RFC 4180 writes it: one object per row, by the names in the first. */
export function parseCsv(text: string): Record<string, string>[] {
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y
  const rows: string[][] = [[]]
  while (field.lastIndex < text.length) {
    const [, raw, end] = field.exec(text) ?? fail(text)
    rows.at(-1)!.push(raw!.startsWith('"') ? raw!.slice(1, -1).replaceAll('""', '"') : raw!)
    if (end !== "," && field.lastIndex < text.length) rows.push([])
  }
  const [names, ...records] = rows
  return records.map((record) => Object.fromEntries(names!.map((name, i) => [name, record[i]!])))
}

function fail(text: string): never {
  throw new Error(`This is no CSV: ${text.slice(0, 200)}`)
}
