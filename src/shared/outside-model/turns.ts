/** Shorter conversations are read sooner than a summary of them: the button and the server agree on this. */
export const FEWEST_TURNS = 6
