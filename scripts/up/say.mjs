/** One line to the person at the terminal. Always stderr: stdout belongs to the command that runs. */
export const say = (line) => process.stderr.write(`${line}\n`)

/** One line, and the end. */
export function fail(line) {
  say(line)
  process.exit(1)
}
