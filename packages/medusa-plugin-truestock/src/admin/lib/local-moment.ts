/** A moment as an input of type datetime-local holds it: to the minute, in the time zone of whoever looks at it. */
export function toLocalInput(moment: Date | null): string {
  if (!moment) return ""
  const [year, month, day, hour, minute] = [
    moment.getFullYear(),
    moment.getMonth() + 1,
    moment.getDate(),
    moment.getHours(),
    moment.getMinutes(),
  ].map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0"))
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/** The moment that such an input holds; null for none. */
export function fromLocalInput(value: string): Date | null {
  const moment = new Date(value)
  return Number.isNaN(moment.getTime()) ? null : moment
}
