export const locations = {
  title: "Locations",
  subtitle: "What Truestock knows of each stock location. Name and address are changed on its own page.",
  empty: "There are no stock locations",
  emptyHint: "Make one under Settings > Locations & Shipping.",
  column: {
    name: "Location",
    code: "Code",
    kind: "Kind",
    active: "Sells",
    priority: "Priority",
    backupFor: "Backup for",
  },
  kind: { warehouse: "Warehouse", store: "Store", dropship: "Dropship", virtual: "Virtual" },
  active: "Active",
  inactive: "Inactive",
  edit: "Edit {{name}}",
  description: "A short code for scripts and spreadsheets, whether it sells, and whose backup it is.",
  field: {
    code: "Code",
    codeHint: "No other location may have it. Upper and lower case are different.",
    kind: "Kind",
    isActive: "Active",
    isActiveHint:
      "An inactive location sells nothing; its stock stays, and receiving, moving and counting go on.",
    priority: "Priority",
    priorityHint:
      "Of several locations that could take an order the one with the lowest number is tried first.",
    backupFor: "Backup for",
    backupForHint: "Takes the reservations of that location where it cannot.",
    noBackup: "No location",
  },
  saved: "{{name}} was saved",
  refused: {
    duplicate_location_code:
      "Nothing was changed: another location has the code “{{code}}” already. Choose another one.",
    invalid_backup:
      "Nothing was changed: {{backup}} is itself, directly or through others, a backup of {{name}}. Backups cannot go in circles; end that one first.",
    location_not_found: "Nothing was changed: there is no location {{name}} any more.",
    other: "Nothing was changed. The server says: {{message}}",
  },
}
