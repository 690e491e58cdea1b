import { type Connection, query } from "../../../../database/connection"

const NO_SUCH_TABLE = "42P01"

/** Whether Medusa's Notification Module has a provider for the channel. Asked of its table: modules do not see each other. */
export async function hasProvider(connection: Connection, channel: string): Promise<boolean> {
  try {
    const providers = await query(
      connection,
      `select 1 from notification_provider
       where :channel = any(channels) and is_enabled and deleted_at is null limit 1`,
      { channel }
    )
    return providers.length > 0
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_TABLE) return false
    throw error
  }
}
