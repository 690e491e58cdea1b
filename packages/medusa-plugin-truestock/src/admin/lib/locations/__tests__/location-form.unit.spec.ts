import { Refusal } from "../../refusal"
import type { StockLocation } from "../answers"
import { locationBody, locationForm, locationRefusalKey } from "../location-form"

const location: StockLocation = {
  ...{ location_id: "sloc_1", name: "Main", address: null, code: "MAIN" },
  ...{ kind: "warehouse", is_active: true, priority: 0, backup_for: null },
}
const body = (change: Partial<ReturnType<typeof locationForm>>) =>
  locationBody(location, { ...locationForm(location), ...change })

describe("The form of a location", () => {
  it("sends what it changes, and that alone", () => {
    expect(body({ code: " M1 ", priority: "-2" })).toEqual({ code: "M1", priority: -2 })
    expect(body({ isActive: false, backupFor: "sloc_2", kind: "store" })).toEqual({
      ...{ is_active: false, backup_for: "sloc_2", kind: "store" },
    })
  })

  it("clears a code that is taken away, and a backup", () => {
    expect(body({ code: "  " })).toEqual({ code: null })
    const backup = { ...location, backup_for: "sloc_2" }
    expect(locationBody(backup, { ...locationForm(backup), backupFor: undefined })).toEqual({
      backup_for: null,
    })
  })

  it("cannot be sent as it opened, nor with half a priority", () => {
    for (const change of [{}, { priority: "" }, { priority: "1.5" }, { priority: "x" }]) {
      expect(body(change)).toBeUndefined()
    }
  })
})

it("A refusal of a profile is told by its code, anything else in the server's words", () => {
  const refusal = (code: string) => locationRefusalKey(new Refusal("no", 409, code, {}))
  expect(["duplicate_location_code", "invalid_backup", "key_in_use"].map(refusal)).toEqual([
    ...["duplicate_location_code", "invalid_backup", "other"],
  ])
  expect(locationRefusalKey(new TypeError("Failed to fetch"))).toBe("other")
})
