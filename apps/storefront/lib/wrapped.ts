/**
 * Text in lines of about `width` characters, at most `most` of them; SVG does not break lines by itself. What does not fit
 * ends in an ellipsis.
 */
export function wrapped(text: string, width: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > width + 4 ? `${word.slice(0, width + 3)}…` : word)
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`]
}
