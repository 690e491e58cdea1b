"use client"

/** Even the frame could not be made. Stands alone, without styles of ours. */
export default function NothingWorks() {
  return (
    <html lang="en">
      <body
        style={{ fontFamily: "Georgia, serif", padding: "3rem", background: "#f7f2e9", color: "#241d18" }}
      >
        <h1>The shop does not answer</h1>
        <p>Please try again in a moment.</p>
        <p>
          {/* A whole new page: what runs here has failed. */}
          <a href="">Try again</a>
        </p>
      </body>
    </html>
  )
}
