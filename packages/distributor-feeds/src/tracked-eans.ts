import { FeedError } from "./errors"
import type { Tracked } from "./feed"

const EMPTY = -1
const DIGIT_0 = 48

/** What `slotAt` says where there is no slot. */
export const NOT_TRACKED = -1
export const NOT_DIGITS = -2

/**
 * The titles a reader wants, kept so that thirteen bytes of a buffer can be looked up without making a string of them:
 * an open-addressing table of two integers per title (six and seven digits). About 21 bytes a title.
 */
export class TrackedEans implements Tracked {
  #table = new Int32Array(2 * 1024).fill(EMPTY)
  #mask = 1023
  #size = 0

  /** Throws FeedError `invalid_identifier` for anything but thirteen digits. */
  constructor(ean13s: Iterable<string>) {
    for (const ean13 of ean13s) this.#add(ean13)
  }

  get size(): number {
    return this.#size
  }

  /** Slots are smaller than this. */
  get capacity(): number {
    return this.#mask + 1
  }

  has(ean13: string): boolean {
    return /^\d{13}$/.test(ean13) && this.#find(Number(ean13.slice(0, 6)), Number(ean13.slice(6))) >= 0
  }

  /** The slot of the title whose thirteen digits stand at `offset`, else NOT_TRACKED or NOT_DIGITS. */
  slotAt(buffer: Uint8Array, offset: number): number {
    let outside = 0
    let high = 0
    let low = 0
    for (let index = offset; index < offset + 6; index++) {
      const digit = buffer[index]! - DIGIT_0
      outside |= digit | (9 - digit)
      high = high * 10 + digit
    }
    for (let index = offset + 6; index < offset + 13; index++) {
      const digit = buffer[index]! - DIGIT_0
      outside |= digit | (9 - digit)
      low = low * 10 + digit
    }
    return outside < 0 ? NOT_DIGITS : this.#find(high, low)
  }

  #find(high: number, low: number): number {
    const slot = this.#probe(high, low)
    return this.#table[2 * slot] === EMPTY ? NOT_TRACKED : slot
  }

  /** The slot that holds the title, or the free one where it would go. */
  #probe(high: number, low: number): number {
    const table = this.#table
    let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
    hash ^= hash >>> 15
    let slot = hash & this.#mask
    while (table[2 * slot] !== EMPTY && (table[2 * slot] !== high || table[2 * slot + 1] !== low)) {
      slot = (slot + 1) & this.#mask
    }
    return slot
  }

  #add(ean13: string): void {
    if (!/^\d{13}$/.test(ean13)) {
      throw new FeedError(
        "invalid_identifier",
        `${JSON.stringify(ean13)} is not thirteen digits: normalise it first.`
      )
    }
    if (2 * (this.#size + 1) > this.capacity) this.#grow()
    this.#put(Number(ean13.slice(0, 6)), Number(ean13.slice(6)))
  }

  #put(high: number, low: number): void {
    const slot = this.#probe(high, low)
    if (this.#table[2 * slot] !== EMPTY) return
    this.#table[2 * slot] = high
    this.#table[2 * slot + 1] = low
    this.#size++
  }

  #grow(): void {
    const before = this.#table
    this.#mask = 2 * this.capacity - 1
    this.#table = new Int32Array(2 * (this.#mask + 1)).fill(EMPTY)
    this.#size = 0
    for (let index = 0; index < before.length; index += 2) {
      if (before[index] !== EMPTY) this.#put(before[index]!, before[index + 1]!)
    }
  }
}
