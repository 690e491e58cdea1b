/** The elements that are read, each with its short tag. Both forms are taken; whatever is not here is passed over. */
const SHORT_TAGS = {
  ONIXMessage: "ONIXmessage",
  Header: "header",
  SentDateTime: "x307",
  DefaultCurrencyCode: "m186",
  DefaultPriceType: "x310",

  Product: "product",
  RecordReference: "a001",
  NotificationType: "a002",
  ProductIdentifier: "productidentifier",
  ProductIDType: "b221",
  IDTypeName: "b233",
  IDValue: "b244",

  DescriptiveDetail: "descriptivedetail",
  ProductForm: "b012",
  Measure: "measure",
  MeasureType: "x315",
  Measurement: "c094",
  MeasureUnitCode: "c095",
  Collection: "collection",
  TitleDetail: "titledetail",
  TitleType: "b202",
  TitleElement: "titleelement",
  TitleElementLevel: "x409",
  PartNumber: "x410",
  TitleText: "b203",
  TitlePrefix: "b030",
  TitleWithoutPrefix: "b031",
  Subtitle: "b029",
  Contributor: "contributor",
  SequenceNumber: "b034",
  PersonName: "b036",
  PersonNameInverted: "b037",
  NamesBeforeKey: "b039",
  PrefixToKey: "b247",
  KeyNames: "b040",
  NamesAfterKey: "b041",
  CorporateName: "b047",

  CollateralDetail: "collateraldetail",
  TextContent: "textcontent",
  TextType: "x426",
  Text: "d104",

  PublishingDetail: "publishingdetail",
  Imprint: "imprint",
  ImprintName: "b079",
  Publisher: "publisher",
  PublishingRole: "b291",
  PublisherName: "b081",
  PublishingStatus: "b394",
  PublishingDate: "publishingdate",
  PublishingDateRole: "x448",
  DateFormat: "j260",
  Date: "b306",
  SalesRights: "salesrights",
  SalesRightsType: "b089",
  SalesRestriction: "salesrestriction",
  SalesRestrictionType: "b381",
  Territory: "territory",
  CountriesIncluded: "x449",
  RegionsIncluded: "x450",
  CountriesExcluded: "x451",
  RegionsExcluded: "x452",

  ProductSupply: "productsupply",
  Market: "market",
  MarketPublishingDetail: "marketpublishingdetail",
  MarketDate: "marketdate",
  MarketDateRole: "j408",
  SupplyDetail: "supplydetail",
  Supplier: "supplier",
  SupplierIdentifier: "supplieridentifier",
  SupplierName: "j137",
  ReturnsConditions: "returnsconditions",
  ReturnsCodeType: "j268",
  ReturnsCode: "j269",
  ProductAvailability: "j396",
  SupplyDate: "supplydate",
  SupplyDateRole: "x461",
  Stock: "stock",
  LocationIdentifier: "locationidentifier",
  LocationName: "j349",
  StockQuantityCoded: "stockquantitycoded",
  StockQuantityCode: "j297",
  OnHand: "j350",
  Proximity: "x502",
  Reserved: "x536",
  OnOrder: "j351",
  CBO: "j375",
  OnOrderDetail: "onorderdetail",
  ExpectedDate: "j302",
  Price: "price",
  PriceType: "x462",
  PriceQualifier: "j261",
  PriceAmount: "j151",
  CurrencyCode: "j152",
  PriceDate: "pricedate",
  PriceDateRole: "x476",
  Discount: "discount",
  DiscountPercent: "j267",
  DiscountCoded: "discountcoded",
  DiscountCode: "j364",
} as const

export type ReferenceName = keyof typeof SHORT_TAGS

const REFERENCE_NAMES = new Map<string, ReferenceName>(
  (Object.entries(SHORT_TAGS) as [ReferenceName, string][]).flatMap(([name, short]) => [
    [name, name],
    [short, name],
  ])
)

/** The reference name of a tag of either form, with or without a prefix; undefined for what is not read. */
export function referenceName(tag: string): ReferenceName | undefined {
  return REFERENCE_NAMES.get(tag.includes(":") ? tag.slice(tag.indexOf(":") + 1) : tag)
}

/** The short tag of an element that is read. */
export function shortTag(name: ReferenceName): string {
  return SHORT_TAGS[name]
}
