import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What is known of distributors' titles, and how they were synced. A title's facts are wide and change seldom; when it
 * was last seen is narrow and changes with every run, so it has a table of its own.
 */
export class Migration20261126110000Distributor extends Migration {
  override async up(): Promise<void> {
    // One per configured source that has been used. Its lease is what keeps two runs of it apart.
    this.addSql(`create table if not exists distributor_source (
      id text primary key,
      location_id text null,
      lease_run_id text null,
      lease_until timestamptz null,
      full_sequence text null,
      full_rows bigint null,
      delta_sequence text null,
      as_of timestamptz null,
      synced_at timestamptz null)`)
    this.addSql(`create table if not exists distributor_run (
      id text primary key,
      source_id text not null references distributor_source (id),
      kind text not null check (kind in ('discover', 'enrich', 'import', 'sync', 'settle')),
      target jsonb not null default '{}',
      status text not null default 'requested'
        check (status in ('requested', 'running', 'guarded', 'done', 'failed', 'stopped')),
      phase text null,
      is_dry_run boolean not null default false,
      snapshot jsonb null,
      counts jsonb not null default '{}',
      verdicts jsonb not null default '[]',
      override_reason text null,
      overridden_by text null,
      actor_id text null,
      actor_type text null,
      error jsonb null,
      cursor text null,
      created_at timestamptz not null,
      started_at timestamptz null,
      ended_at timestamptz null)`)
    this.addSql(
      `create index if not exists "IDX_distributor_run_source" on distributor_run (source_id, created_at desc, id)`
    )
    this.addSql(`create index if not exists "IDX_distributor_run_open" on distributor_run (created_at)
      where status in ('requested', 'running')`)

    // The catalogue queue. record: the StockRecord without what changes with the hour; terms: what it means for the sale.
    this.addSql(`create table if not exists distributor_title (
      source_id text not null references distributor_source (id),
      ean13 text not null,
      record jsonb not null default '{}',
      locations jsonb not null default '[]',
      on_hand integer null,
      on_order integer null,
      terms jsonb not null default '{}',
      digest text null,
      sync_status text not null default 'discovered'
        check (sync_status in ('discovered', 'enriched', 'imported', 'skipped', 'failed')),
      status_reason text null,
      product_id text null,
      variant_id text null,
      inventory_item_id text null,
      has_set_backorder boolean not null default false,
      stock_changed_at timestamptz null,
      stock_change jsonb null,
      flagged_at timestamptz null,
      flag_sent_at timestamptz null,
      first_seen_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (source_id, ean13)) with (fillfactor = 80)`)
    this.addSql(
      `create index if not exists "IDX_distributor_title_status" on distributor_title (source_id, sync_status, ean13)`
    )
    this.addSql(`create index if not exists "IDX_distributor_title_variant" on distributor_title (variant_id)
      where variant_id is not null`)
    this.addSql(`create index if not exists "IDX_distributor_title_product" on distributor_title (product_id)
      where product_id is not null`)
    this.addSql(`create index if not exists "IDX_distributor_title_flagged" on distributor_title (flagged_at)
      where flag_sent_at is null and flagged_at is not null`)
    this.addSql(`create table if not exists distributor_sighting (
      source_id text not null,
      ean13 text not null,
      seen_at timestamptz not null,
      as_of timestamptz null,
      missing_since timestamptz null,
      missing_fulls integer not null default 0,
      primary key (source_id, ean13),
      foreign key (source_id, ean13) references distributor_title (source_id, ean13) on delete cascade)
      with (fillfactor = 50)`)

    // What a run would change, and then has changed: kept, so that a tripped guard and the history can show it.
    this.addSql(`create table if not exists distributor_staged (
      run_id text not null references distributor_run (id) on delete cascade,
      ean13 text not null,
      change text not null check (change in ('new', 'changed', 'missing', 'removed')),
      record jsonb not null,
      locations jsonb not null,
      on_hand integer null,
      on_order integer null,
      terms jsonb not null,
      digest text not null,
      as_of timestamptz null,
      before jsonb null,
      reasons text[] not null default '{}',
      applied_at timestamptz null,
      primary key (run_id, ean13))`)
    this
      .addSql(`create index if not exists "IDX_distributor_staged_waiting" on distributor_staged (run_id, ean13)
      where applied_at is null`)
    this.addSql(`create table if not exists distributor_reject (
      run_id text not null references distributor_run (id) on delete cascade,
      row bigint not null,
      code text not null,
      reason text not null,
      raw text not null)`)
    this.addSql(`create index if not exists "IDX_distributor_reject_run" on distributor_reject (run_id, row)`)
  }

  override async down(): Promise<void> {
    this
      .addSql(`drop table if exists distributor_reject, distributor_staged, distributor_sighting, distributor_title,
      distributor_run, distributor_source`)
  }
}
