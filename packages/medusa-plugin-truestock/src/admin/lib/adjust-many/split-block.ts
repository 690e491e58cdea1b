/** A field, quoted or not, and what ends it: spreadsheets quote what holds a delimiter, a quote or a line's end. */
const DELIMITERS = ["\t", ";", ","] as const
type Delimiter = (typeof DELIMITERS)[number]

/** A spreadsheet copies with tabs; a CSV file has semicolons where the comma belongs to numbers, else commas. */
export function delimiterOf(text: string): Delimiter {
  const [firstLine = ""] = text.split(/\r?\n|\r/, 1)
  return DELIMITERS.find((delimiter) => firstLine.includes(delimiter)) ?? "\t"
}

/**
 * The cells of a block that was copied from a spreadsheet or is CSV, line by line. Only a field that begins with a quote
 * is a quoted one: a title like 5" nail stays as it is. Lines without any text are kept: they are rows of the block.
 */
export function splitBlock(text: string, delimiter: Delimiter = delimiterOf(text)): string[][] {
  const rows: string[][] = [[]]
  let at = text.startsWith("\uFEFF") ? 1 : 0
  for (;;) {
    const [field, end] = readField(text, at, delimiter)
    rows.at(-1)!.push(field.trim())
    if (end >= text.length) break
    if (text[end] === delimiter) at = end + 1
    else {
      at = end + (text.startsWith("\r\n", end) ? 2 : 1)
      // The line's end that closes the block begins no further row.
      if (at >= text.length) break
      rows.push([])
    }
  }
  return rows
}

/** The field that begins at `at`, and where it ends. */
function readField(text: string, at: number, delimiter: Delimiter): [field: string, end: number] {
  const isEnd = (i: number) => i >= text.length || [delimiter, "\n", "\r"].includes(text[i]!)
  const quoted = text[at] === '"' ? /"((?:[^"]|"")*)"/y : undefined
  if (quoted) {
    quoted.lastIndex = at
    const match = quoted.exec(text)
    // What goes on after its closing quote was never quoted.
    if (match && isEnd(quoted.lastIndex)) return [match[1]!.replaceAll('""', '"'), quoted.lastIndex]
  }
  let end = at
  while (!isEnd(end)) end++
  return [text.slice(at, end), end]
}
