/** Words that fit every voice of the kind, or only those in which something was said. */
export type Reply = string | { fits: RegExp; text: string }

/** How one kind of trouble is answered in the demo: what a good colleague writes first, asks, and says at the end. */
export type ReplyTopic = {
  /** First answers: listen, empathise, solve, follow up. `{name}`, `{agent}`, `{order}` are filled in. */
  first: readonly Reply[]
  /** When something is missing to go on; the case then waits for the customer. */
  ask: readonly string[]
  /** What the customer reads when the case is resolved. */
  resolved: readonly { outcome: 'resolved' | 'explained' | 'no-action'; note: string }[]
  /** What colleagues tell each other. */
  notes: readonly string[]
}
