import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const CLAIM = `
  attempts integer not null default 0,
  claimed_until timestamptz null`

const TIMES = `
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz null`

/** Warnings about stock, shoppers who wait for it, and how often somebody has called. */
export class Migration20261123150000Alerts extends Migration {
  override async up(): Promise<void> {
    this.alerts()
    this.subscriptions()
    this.rates()
    // What there is now is where crossings are counted from: without it the first fall of each variant would go unseen.
    this.addSql("insert into availability_change (kind, ref_id) values ('all', null)")
  }

  /** How each variant stands, and the outbox of what it has crossed. */
  private alerts(): void {
    this.addSql(`create table if not exists stock_watch (
      product_id text not null,
      variant_id text not null,
      state text not null check (state in ('enough', 'low', 'none')),
      primary key (product_id, variant_id)) with (fillfactor = 80)`)
    this.addSql(`create table if not exists stock_alert (
      id text primary key,
      kind text not null check (kind in ('low_stock', 'out_of_stock', 'back_in_stock')),
      product_id text not null,
      variant_id text not null,
      title text not null,
      sku text null,
      quantity integer not null check (quantity >= 0),
      threshold integer not null check (threshold >= 0),
      sent_at timestamptz null,
      event_claimed_until timestamptz null,
      message_id text null,
      mailed_at timestamptz null,${CLAIM},${TIMES})`)
    this.addSql(`create index if not exists "IDX_stock_alert_unsent"
      on stock_alert (created_at, id) where sent_at is null`)
    this.addSql(`create index if not exists "IDX_stock_alert_unmailed"
      on stock_alert (created_at, id) where mailed_at is null`)
    this.addSql(`create index if not exists "IDX_stock_alert_message"
      on stock_alert (message_id) where message_id is not null`)
    this.addSql(`create index if not exists "IDX_stock_alert_created" on stock_alert (created_at, id)`)
  }

  /** One active row per address and what it waits for; a spent or ended one makes room for another. */
  private subscriptions(): void {
    this.addSql(`create table if not exists back_in_stock_subscription (
      id text primary key,
      email text not null,
      product_id text not null,
      variant_id text null,
      sales_channel_ids text[] not null check (cardinality(sales_channel_ids) > 0),
      token text not null unique,
      was_away boolean not null,
      confirmations integer not null default 1,
      confirmation_sent_at timestamptz null,
      confirmed_at timestamptz null,
      due_at timestamptz null,
      notified_at timestamptz null,
      unsubscribed_at timestamptz null,${CLAIM},${TIMES})`)
    const active = "notified_at is null and unsubscribed_at is null"
    this.addSql(`create unique index if not exists "IDX_back_in_stock_subscription_active"
      on back_in_stock_subscription (product_id, lower(email), coalesce(variant_id, ''), sales_channel_ids)
      where ${active}`)
    this.addSql(`create index if not exists "IDX_back_in_stock_subscription_due"
      on back_in_stock_subscription (due_at, id) where due_at is not null and ${active}`)
    this.addSql(`create index if not exists "IDX_back_in_stock_subscription_unconfirmed"
      on back_in_stock_subscription (created_at, id)
      where confirmed_at is null and confirmation_sent_at is null and ${active}`)
  }

  /** As rate-limiter-flexible wants it: milliseconds since 1970. What it forgets at a crash is not worth a log. */
  private rates(): void {
    this.addSql(`create unlogged table if not exists request_rate (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint null)`)
    this.addSql(`create index if not exists "IDX_request_rate_expire" on request_rate (expire)`)
  }

  override async down(): Promise<void> {
    this.addSql(
      "drop table if exists stock_watch, stock_alert, back_in_stock_subscription, request_rate cascade"
    )
  }
}
