import type { Connection } from "../../src/database/connection"

/** Lets time pass for everything that asks truestock_now(), which is the test's own under NODE_ENV=test. */
export async function moveClock(connection: Connection, seconds: number): Promise<void> {
  await connection.raw(
    `with before as (delete from truestock_clock)
     insert into truestock_clock (offset_by) values (make_interval(secs => ?))`,
    [seconds]
  )
}
