/**
 * Ending with npm. `npm start` puts npm and a shell between the terminal and us, and neither passes a SIGTERM on: the one who
 * killed npm would leave a server behind that nobody knows of.
 */
import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 300

/** Calls `end` once when npm or its shell is gone. Does nothing when we were not started by npm. */
export function whenOrphaned(end) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parents = lineage()
  const timer = setInterval(() => {
    if (lineage() === parents) return
    clearInterval(timer)
    end()
  }, LOOK_EVERY_MS)
  timer.unref()
}

/** Our parent and, where the system tells, the parent of that: the shell and npm. */
function lineage() {
  return `${process.ppid} ${parentOf(process.ppid)}`
}

function parentOf(pid) {
  try {
    return /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    return 'unknown' // no /proc, or gone since
  }
}
