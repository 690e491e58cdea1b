import { newId } from "../../../database/new-id"
import { quoted, TruestockError, type TruestockErrorCode } from "../../../errors"
import { isStorableJson } from "../../../storable-text"
import type { Backorder } from "../backorders/backorder"
import type { Operation } from "../operations/perform"
import { type Asking, performOperation } from "../perform-operation"
import { InventoryReader } from "../reader"
import { allocateBackorders } from "../sql/allocate-backorders"
import { type BackorderQuestion, listBackorders } from "../sql/list-backorders"
import { type CountLineQuestion, listCountLines } from "../sql/list-count-lines"
import { type CountQuestion, listCounts, type ListedCount } from "../sql/list-counts"
import { type IncomingQuestion, type ListedIncoming, listIncoming } from "../sql/list-incoming"
import { type ListedTransfer, listTransfers, type TransferQuestion } from "../sql/list-transfers"
import type { Count, CountEntry, CountInput, CountLine } from "./count"
import { parseCount, parseEntries } from "./count-input"
import type {
  Incoming,
  IncomingChange,
  IncomingInput,
  ReceiptInput,
  ReceiptOptions,
  Received,
} from "./incoming"
import { parseExpectations, parseIncomingChange, parseReceipt } from "./incoming-input"
import { receiveInventory } from "./receive-inventory"
import {
  parseBackordersQuestion,
  parseCountLines,
  parseCountsQuestion,
  parseIncomingQuestion,
  parseTransfersQuestion,
} from "./stockroom-questions"
import type { Transfer, TransferChange, TransferInput, TransferReceipt } from "./transfer"
import { parseTransfer, parseTransferChange, parseTransferReceipt } from "./transfer-input"

/**
 * What is done in a stockroom: units expected, received, moved and counted. Each is one statement and one transaction,
 * and may be asked for under an idempotency key; each may also fail with invalid_key, key_in_use, key_reused and
 * stock_busy.
 */
export class Stockroom extends InventoryReader {
  /**
   * Stocks units that have come; of an expected delivery so many less are incoming. Up to 10,000 rows, each level once;
   * all or nothing. A level that is missing is made.
   *
   * @throws invalid_receipt, invalid_quantity, invalid_cost, duplicate_row, too_many_rows, unknown_level,
   *   incoming_not_found, incoming_closed, incoming_exceeded, currency_differs
   */
  async receiveInventory(
    rows: ReceiptInput[],
    options: ReceiptOptions = {},
    asking?: Asking
  ): Promise<Received[]> {
    return receiveInventory(
      this.connection,
      parseReceipt(rows, options, this.options.allow_fractions),
      asking
    )
  }

  /**
   * Notes deliveries that are expected: their units are incoming. Several may be of one level.
   *
   * @throws invalid_incoming, invalid_quantity, invalid_date, invalid_cost, too_many_rows, unknown_level
   */
  async expectInventory(rows: IncomingInput[], asking?: Asking): Promise<Incoming[]> {
    const asked = { rows: parseExpectations(rows, this.options.allow_fractions) }
    const input = { rows: asked.rows.map((row) => ({ id: newId("inc"), ...row })) }
    return (await performOperation<Incoming[]>(this.connection, "expect", { input, asked }, asking)).answer
  }

  /** @throws incoming_not_found, incoming_closed, incoming_exceeded (less than has come), invalid_incoming, ... */
  async changeIncoming(id: string, change: IncomingChange, asking?: Asking): Promise<Incoming> {
    return this.do(
      "change_incoming",
      parseIncomingChange({ id, ...change }, this.options.allow_fractions),
      asking
    )
  }

  /** What is left of a delivery is not expected any more. @throws incoming_not_found, incoming_closed */
  async cancelIncoming(id: string, asking?: Asking): Promise<Incoming> {
    return this.do("cancel_incoming", { id: named(id, "incoming_not_found", "incoming delivery") }, asking)
  }

  /** @throws incoming_not_found */
  async retrieveIncoming(id: string): Promise<ListedIncoming> {
    const { incoming } = await this.listIncoming({
      id: named(id, "incoming_not_found", "incoming delivery"),
      limit: 1,
    })
    return incoming[0] ?? missing(id, "incoming_not_found", "incoming delivery")
  }

  /** @throws invalid_status, invalid_limit, invalid_offset, invalid_parameter */
  async listIncoming(
    asked: Partial<IncomingQuestion> = {}
  ): Promise<{ incoming: ListedIncoming[]; count: number }> {
    return listIncoming(this.connection, parseIncomingQuestion(asked))
  }

  /**
   * A draft: it touches no stock until it is shipped.
   *
   * @throws invalid_transfer, invalid_quantity, duplicate_row, unknown_location, item_not_found
   */
  async createTransfer(transfer: TransferInput, asking?: Asking): Promise<Transfer> {
    const asked = parseTransfer(transfer, this.options.allow_fractions)
    const input = { id: newId("strans"), ...asked }
    return (await performOperation<Transfer>(this.connection, "draft_transfer", { input, asked }, asking))
      .answer
  }

  /** @throws transfer_not_found, transfer_state (no draft), and as createTransfer */
  async changeTransfer(id: string, change: TransferChange, asking?: Asking): Promise<Transfer> {
    return this.do(
      "draft_transfer",
      parseTransferChange({ id, ...change }, this.options.allow_fractions),
      asking
    )
  }

  /**
   * The units leave the one location, and are incoming at the other.
   *
   * @throws transfer_not_found, transfer_state, unknown_level, insufficient_inventory, negative_stock
   */
  async shipTransfer(id: string, asking?: Asking): Promise<Transfer> {
    return this.do("ship_transfer", { id: named(id, "transfer_not_found", "transfer") }, asking)
  }

  /**
   * What is on its way has come, or a part of it. With `is_final` nothing more will: the rest is lost.
   *
   * @throws transfer_not_found, transfer_state, transfer_exceeded, invalid_transfer, invalid_quantity, duplicate_row
   */
  async receiveTransfer(id: string, receipt: TransferReceipt = {}, asking?: Asking): Promise<Transfer> {
    return this.do(
      "receive_transfer",
      parseTransferReceipt({ id, ...receipt }, this.options.allow_fractions),
      asking
    )
  }

  /** What is on its way goes back where it came from. @throws transfer_not_found, transfer_state */
  async cancelTransfer(id: string, asking?: Asking): Promise<Transfer> {
    return this.do("cancel_transfer", { id: named(id, "transfer_not_found", "transfer") }, asking)
  }

  /** @throws transfer_not_found */
  async retrieveTransfer(id: string): Promise<ListedTransfer> {
    const { transfers } = await this.listTransfers({
      id: named(id, "transfer_not_found", "transfer"),
      limit: 1,
    })
    return transfers[0] ?? missing(id, "transfer_not_found", "transfer")
  }

  /** @throws invalid_status, invalid_limit, invalid_offset, invalid_parameter */
  async listTransfers(
    asked: Partial<TransferQuestion> = {}
  ): Promise<{ transfers: ListedTransfer[]; count: number }> {
    return listTransfers(this.connection, parseTransfersQuestion(asked))
  }

  /** @throws invalid_count, unknown_location */
  async openCount(count: CountInput, asking?: Asking): Promise<Count> {
    const asked = parseCount(count)
    const input = { id: newId("scount"), ...asked }
    return (await performOperation<Count>(this.connection, "open_count", { input, asked }, asking)).answer
  }

  /**
   * What was counted, each item against the books of this moment. An item may be counted again; null takes it out.
   *
   * @throws count_not_found, count_closed, invalid_count, invalid_quantity, duplicate_row, item_not_found
   */
  async enterCount(
    id: string,
    lines: CountEntry[],
    counted_by?: string | null,
    asking?: Asking
  ): Promise<Count> {
    return this.do(
      "enter_count",
      parseEntries({ id, lines, counted_by }, this.options.allow_fractions),
      asking
    )
  }

  /**
   * Adds the differences to the stock. What was sold or received since an item was counted stays as it is.
   *
   * @throws count_not_found, count_closed, negative_stock, unknown_level
   */
  async postCount(id: string, asking?: Asking): Promise<Count> {
    return this.do("post_count", { id: named(id, "count_not_found", "stock count") }, asking)
  }

  /** Nothing comes of it. @throws count_not_found, count_closed */
  async cancelCount(id: string, asking?: Asking): Promise<Count> {
    return this.do("cancel_count", { id: named(id, "count_not_found", "stock count") }, asking)
  }

  /** @throws count_not_found */
  async retrieveCount(id: string): Promise<ListedCount> {
    const { counts } = await this.listCounts({ id: named(id, "count_not_found", "stock count"), limit: 1 })
    return counts[0] ?? missing(id, "count_not_found", "stock count")
  }

  /** @throws invalid_status, invalid_limit, invalid_offset, invalid_parameter */
  async listCounts(asked: Partial<CountQuestion> = {}): Promise<{ counts: ListedCount[]; count: number }> {
    return listCounts(this.connection, parseCountsQuestion(asked))
  }

  /** What was counted, what differs, or what of the location was not counted. @throws invalid_parameter, ... */
  async listCountLines(
    asked: Partial<CountLineQuestion> & { count_id: string }
  ): Promise<{ lines: CountLine[]; count: number }> {
    return listCountLines(this.connection, parseCountLines(asked))
  }

  /**
   * Promises that the stock does not cover, the oldest first, with the exact count. Default: those that are owed.
   *
   * @throws invalid_status, invalid_limit, invalid_offset, invalid_parameter
   */
  async listBackorders(
    asked: Partial<BackorderQuestion> = {}
  ): Promise<{ backorders: Backorder[]; count: number }> {
    return listBackorders(this.connection, parseBackordersQuestion(asked))
  }

  /** Looks which promises the stock covers now. The module does so by itself, within a second of a change. */
  async allocateBackorders(): Promise<number> {
    return allocateBackorders(this.connection)
  }

  private async do<Answer>(operation: Operation, input: object, asking?: Asking): Promise<Answer> {
    return (await performOperation<Answer>(this.connection, operation, { input }, asking)).answer
  }
}

/** An id that the database can be asked for; any other is of nothing that there is. */
function named(id: unknown, code: TruestockErrorCode, what: string): string {
  if (typeof id === "string" && isStorableJson(id)) return id
  return missing(id, code, what)
}

function missing(id: unknown, code: TruestockErrorCode, what: string): never {
  throw new TruestockError(code, `There is no ${what} ${quoted(id)}.`)
}
