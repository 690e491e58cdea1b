import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who may fetch a channel's feed without a header, and how often what the feeds tell has changed. */
export class Migration20261128100000MerchantFeed extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists merchant_feed_token (
      sales_channel_id text primary key,
      token_hash text not null unique,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    // A few rows that every refresh writes one of: room beside each for its next versions.
    this.addSql(`create table if not exists read_model_version (
      slot smallint primary key,
      changes bigint not null) with (fillfactor = 10)`)
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists merchant_feed_token, read_model_version cascade")
  }
}
