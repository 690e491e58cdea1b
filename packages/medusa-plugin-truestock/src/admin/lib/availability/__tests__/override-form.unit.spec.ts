import { AvailabilityStatus } from "../../../../modules/availability/status"
import type { Override } from "../answers"
import { overrideBody, overrideForm, scopeQuery, WHOLE_PRODUCT } from "../override-form"

const recount: Override = {
  id: "avovr_1",
  variant_id: null,
  sales_channel_id: null,
  status: AvailabilityStatus.OUT_OF_STOCK,
  notes: "Recount on Monday",
  note_visible: true,
  set_by: "user_1",
  expires_at: "2027-03-01T08:00:00.000Z",
  is_expired: false,
  created_at: "2027-02-01T08:00:00.000Z",
  updated_at: "2027-02-01T08:00:00.000Z",
}
const ofVariant = { variant_id: "variant_1", sales_channel_id: null }

describe("The form of a manual status", () => {
  it("opens empty where nothing was set", () => {
    expect(overrideForm([], WHOLE_PRODUCT)).toEqual({
      status: undefined,
      notes: "",
      note_visible: false,
      expires_at: null,
    })
  })

  it("opens with what was set for the same variant and channel, and nothing else", () => {
    expect(overrideForm([recount], WHOLE_PRODUCT)).toEqual({
      status: "out_of_stock",
      notes: "Recount on Monday",
      note_visible: true,
      expires_at: new Date("2027-03-01T08:00:00Z"),
    })
    expect(overrideForm([recount], ofVariant).status).toBeUndefined()
  })

  it("opens empty where what was set has expired", () => {
    expect(overrideForm([{ ...recount, is_expired: true }], WHOLE_PRODUCT).status).toBeUndefined()
  })
})

describe("The body of a manual status", () => {
  const form = overrideForm([recount], WHOLE_PRODUCT)

  it("says what the form says, the time in UTC", () => {
    expect(overrideBody(form, WHOLE_PRODUCT)).toEqual({
      status: "out_of_stock",
      notes: "Recount on Monday",
      note_visible: true,
      expires_at: "2027-03-01T08:00:00.000Z",
    })
  })

  it("names the variant and the channel that it is for", () => {
    const scope = { variant_id: "variant_1", sales_channel_id: "sc_1" }
    expect(overrideBody(form, scope)).toMatchObject(scope)
    expect(scopeQuery(ofVariant)).toEqual({ variant_id: "variant_1" })
    expect(scopeQuery(WHOLE_PRODUCT)).toEqual({})
  })

  it("leaves out a note of blanks, and then shows none to shoppers", () => {
    expect(overrideBody({ ...form, notes: " \n ", expires_at: null }, WHOLE_PRODUCT)).toEqual({
      status: "out_of_stock",
      note_visible: false,
    })
  })

  it("is not there while no status is chosen", () => {
    expect(overrideBody({ ...form, status: undefined }, WHOLE_PRODUCT)).toBeUndefined()
  })
})
