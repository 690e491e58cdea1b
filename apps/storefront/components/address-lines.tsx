type Address = Partial<
  Record<"first_name" | "last_name" | "address_1" | "city" | "province" | "postal_code", string | null>
>

export function AddressLines({ address }: { address: Address }) {
  return (
    <address>
      {address.first_name} {address.last_name}
      <br />
      {address.address_1}
      <br />
      {address.city}, {address.province} {address.postal_code}
    </address>
  )
}
