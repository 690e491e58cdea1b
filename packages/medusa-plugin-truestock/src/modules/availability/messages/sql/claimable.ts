/** What nobody is sending, and has not failed too often. */
export const CLAIMABLE = `attempts < 10 and (claimed_until is null or claimed_until < truestock_now())`

/** Long enough for a slow provider: whoever takes it over sends again what the first may be about to send. */
export const CLAIMED = `claimed_until = truestock_now() + interval '5 minutes', attempts = attempts + 1`
