import type { Metadata } from "next"
import { signOut } from "@/actions/account"
import { OrderHistory } from "@/components/order-history"
import { RegisterForm, SignInForm } from "@/components/sign-in-forms"
import { readCustomer, readOrders } from "@/lib/orders"

export const metadata: Metadata = { title: "Account", robots: { index: false } }

export default async function Account() {
  const customer = await readCustomer()
  if (!customer) {
    return (
      <div className="two">
        <SignInForm />
        <RegisterForm />
      </div>
    )
  }
  return (
    <div className="narrow">
      <h1>Your orders</h1>
      <form action={signOut} className="who">
        <span>
          {customer.first_name} {customer.last_name} · {customer.email}
        </span>
        <button className="button quiet" type="submit">
          Sign out
        </button>
      </form>
      <OrderHistory orders={await readOrders()} />
    </div>
  )
}
