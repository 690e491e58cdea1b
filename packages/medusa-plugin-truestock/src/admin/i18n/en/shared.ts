export const shared = {
  location: "Location",
  allLocations: "All locations",
  tryAgain: "Try again",
  failed: "This could not be loaded.",
  failedWith: "This could not be loaded: {{message}}",
  units: "Units",
}
