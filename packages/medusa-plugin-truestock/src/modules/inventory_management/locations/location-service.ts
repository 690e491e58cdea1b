import type { Asking } from "../perform-operation"
import { Stockroom } from "../stockroom/stockroom"
import { exchangeLocation } from "./exchange-location"
import type { Location, LocationProfile } from "./location"

/** What is said of stock locations, beside what can be asked of them (reader.ts). */
export class LocationService extends Stockroom {
  /**
   * Says of a stock location what Medusa does not know: code, kind, whether it sells, and whose backup it is. What is
   * left out stays.
   *
   * @throws location_not_found, duplicate_location_code, invalid_backup, invalid_location
   */
  async setLocation(location_id: string, change: Partial<LocationProfile>): Promise<Location> {
    return (await this.exchangeLocation(location_id, change)).location
  }

  /** The same, for who may have to take it back: `previous` is what the changed fields said before. @throws as setLocation */
  async exchangeLocation(
    location_id: string,
    change: Partial<LocationProfile>,
    asking?: Asking
  ): Promise<{ location: Location; previous: Partial<LocationProfile> }> {
    const { previous } = await exchangeLocation(this.connection, location_id, change, asking)
    return { location: await this.retrieveLocation(location_id), previous }
  }
}
