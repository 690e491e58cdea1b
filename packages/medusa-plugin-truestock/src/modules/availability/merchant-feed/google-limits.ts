/** Characters that Google Merchant Center reads of a title and of a description. */
export const LONGEST_TITLE = 150
export const LONGEST_DESCRIPTION = 5_000
