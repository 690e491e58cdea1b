import {
  GUARD_MODES,
  MOVEMENT_KINDS,
  MOVEMENT_REASONS,
  REFERENCE_TYPES,
} from "../../../modules/inventory_management/movement"
import i18n from "../index"

const { truestock } = i18n.en.translation

describe("The dashboard has a text", () => {
  it("for every kind, reason and reference of a movement", () => {
    expect(Object.keys(truestock.movements.kind)).toEqual([...MOVEMENT_KINDS])
    expect(Object.keys(truestock.movements.reason)).toEqual([...MOVEMENT_REASONS])
    expect(Object.keys(truestock.movements.reference)).toEqual([...REFERENCE_TYPES])
  })

  it("for every reason that an adjustment can have", () => {
    expect(Object.keys(truestock.adjust.reasons)).toEqual([...MOVEMENT_REASONS])
  })

  it("for every mode of the guard, and a question before each that is weaker than enforce", () => {
    expect(Object.keys(truestock.health.guard.mode)).toEqual([...GUARD_MODES])
    expect(Object.keys(truestock.health.guard.weaken)).toEqual(
      GUARD_MODES.filter((mode) => mode !== "enforce")
    )
  })
})
