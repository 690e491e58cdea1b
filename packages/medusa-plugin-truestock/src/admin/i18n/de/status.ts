export const status = {
  incoming: "Im Zulauf",
  in_stock: "Auf Lager",
  low_stock: "Wenig auf Lager",
  preorder: "Vorbestellbar",
  backorder: "Nachlieferbar",
  out_of_stock: "Nicht auf Lager",
  discontinued: "Eingestellt",
  unknown: "Unbekannt",
}
