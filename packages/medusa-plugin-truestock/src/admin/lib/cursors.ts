/**
 * Keyset pages only lead onwards, so the way back is the list of the cursors that led here.
 * An empty list is the first page.
 */
export type Cursors = readonly string[]

export const firstPage: Cursors = []

export const onwards = (cursors: Cursors, next: string): Cursors => [...cursors, next]

export const back = (cursors: Cursors): Cursors => cursors.slice(0, -1)

export const cursorOf = (cursors: Cursors): string | undefined => cursors.at(-1)

export const pageNumber = (cursors: Cursors): number => cursors.length + 1
