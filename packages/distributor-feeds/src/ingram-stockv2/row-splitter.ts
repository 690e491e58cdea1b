import { FeedError } from "../errors"
import { ROW_LENGTH } from "./layout"

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
/** What is looked at to tell whether rows have terminators. */
const DETECTION_BYTES = 4096
/** A line that is longer is passed over without being kept. */
const LONGEST_LINE = 4096

export type RowVisitor = {
  /** A row of the right length; the buffer is used again, so nothing may point into it afterwards. */
  row(buffer: Buffer, offset: number): void
  /** A line of another length; `raw` is its beginning. */
  damaged(length: number, raw: string): void
}

/**
 * Cuts a stream into rows that end in LF or CRLF, or in nothing at all, with constant memory. A line of the wrong length
 * is reported and the next begins after its terminator; without terminators there is nothing to go by, so that only the
 * sum of lengths is checked.
 */
export class RowSplitter {
  #window: Buffer = Buffer.allocUnsafe(64 * 1024)
  #length = 0
  #terminated: boolean | null = null
  #passedOver = 0
  #passedOverRaw = ""

  constructor(private readonly visitor: RowVisitor) {}

  push(chunk: Buffer): void {
    this.#append(chunk)
    if (this.#terminated === null && this.#length >= DETECTION_BYTES) this.#detect()
    if (this.#terminated !== null) this.#scan()
  }

  /** Throws FeedError `truncated` where the last row is not whole. */
  end(): void {
    if (this.#terminated === null) {
      this.#detect()
      this.#scan()
    }
    const rest = this.#terminated ? this.#shortLines() : this.#length
    if (rest === ROW_LENGTH && this.#passedOver === 0) {
      return this.visitor.row(this.#window, this.#length - rest)
    }
    const unfinished = rest + this.#passedOver
    if (unfinished > 0) {
      throw new FeedError(
        "truncated",
        `The last row has ${unfinished} of ${ROW_LENGTH} characters: fetch the file again.`
      )
    }
  }

  /** What is left behind the last terminator, when everything before it was short of a row. */
  #shortLines(): number {
    let start = 0
    while (this.#nextFeed(start) >= 0) start = this.#damagedLine(start)
    if (this.#length - start === ROW_LENGTH + 1 && this.#window[this.#length - 1] === CARRIAGE_RETURN)
      this.#length--
    return this.#length - start
  }

  #append(chunk: Buffer): void {
    const needed = this.#length + chunk.length
    if (needed > this.#window.length) {
      const wider = Buffer.allocUnsafe(needed + LONGEST_LINE)
      this.#window.copy(wider, 0, 0, this.#length)
      this.#window = wider
    }
    chunk.copy(this.#window, this.#length)
    this.#length = needed
  }

  #detect(): void {
    const first = this.#window.indexOf(LINE_FEED)
    this.#terminated = first >= 0 && first < Math.min(this.#length, DETECTION_BYTES)
  }

  #scan(): void {
    const end = this.#terminated ? this.#scanLines() : this.#scanSlices()
    this.#window.copy(this.#window, 0, end, this.#length)
    this.#length -= end
  }

  #scanSlices(): number {
    let start = 0
    for (; start + ROW_LENGTH <= this.#length; start += ROW_LENGTH) this.visitor.row(this.#window, start)
    return start
  }

  #scanLines(): number {
    const window = this.#window
    const length = this.#length
    const visitor = this.visitor
    let start = this.#passedOver > 0 ? this.#passOver(0) : 0
    // Both terminators must be in sight, so that a CR is never taken for the end of a line that goes on.
    while (start + ROW_LENGTH < length) {
      const end = start + ROW_LENGTH
      if (window[end] === LINE_FEED && window[end - 1] !== CARRIAGE_RETURN) {
        visitor.row(window, start)
        start = end + 1
      } else if (window[end] === CARRIAGE_RETURN && end + 1 === length) {
        break
      } else if (window[end] === CARRIAGE_RETURN && window[end + 1] === LINE_FEED) {
        visitor.row(window, start)
        start = end + 2
      } else {
        const next = this.#damagedLine(start)
        if (next < 0) break
        start = next
      }
    }
    return start
  }

  /** Where the line after the damaged one begins; -1 while its end is not in sight. */
  #damagedLine(start: number): number {
    const feed = this.#nextFeed(start)
    if (feed >= 0) {
      const end = feed > start && this.#window[feed - 1] === CARRIAGE_RETURN ? feed - 1 : feed
      this.visitor.damaged(end - start, this.#text(start, Math.min(end, start + ROW_LENGTH)))
      return feed + 1
    }
    if (this.#length - start <= LONGEST_LINE) return -1
    this.#passedOverRaw = this.#text(start, start + ROW_LENGTH)
    this.#passedOver = this.#length - start
    return this.#length
  }

  #passOver(start: number): number {
    const feed = this.#nextFeed(start)
    this.#passedOver += (feed < 0 ? this.#length : feed) - start
    if (feed < 0) return this.#length
    this.visitor.damaged(this.#passedOver, this.#passedOverRaw)
    this.#passedOver = 0
    return feed + 1
  }

  #text(start: number, end: number): string {
    return this.#window.toString("latin1", start, end)
  }

  #nextFeed(start: number): number {
    const feed = this.#window.indexOf(LINE_FEED, start)
    return feed >= this.#length ? -1 : feed
  }
}
