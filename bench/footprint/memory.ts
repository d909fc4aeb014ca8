import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Memory = {
  nodeMB: number
  postgresMB: number
  npmMB: number
  allMB: number
  rssMB: number
  processes: number
}

type Seen = { pid: number; parent: number; name: string }

/**
 * Memory at rest of `npm start` and of the database on its folder, in MB. Shared pages are counted once among those
 * who share them (PSS); the plain sum of resident memory, which counts them each time, stands beside it. Linux only.
 */
export function memoryOf(root: number, cluster: string): Memory {
  const postmaster = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  const all = processes()
  const database = below(all, postmaster)
  const app = below(all, root).filter((pid) => !database.includes(pid))
  const npm = app.filter((pid) => /^npm|^sh$/.test(all.find((each) => each.pid === pid)?.name ?? ''))
  const node = app.filter((pid) => !npm.includes(pid))
  const sum = (pids: readonly number[], field: 'Pss' | 'Rss') =>
    Math.round(pids.reduce((total, pid) => total + fieldOf(pid, field), 0) / 1024)
  const everyone = [...app, ...database]
  return {
    nodeMB: sum(node, 'Pss'),
    postgresMB: sum(database, 'Pss'),
    npmMB: sum(npm, 'Pss'),
    allMB: sum(everyone, 'Pss'),
    rssMB: sum(everyone, 'Rss'),
    processes: everyone.length,
  }
}

function processes(): Seen[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [, command = '', parent = ''] = /\((.*)\) \S (\d+)/.exec(stat) ?? []
        return [{ pid: Number(name), parent: Number(parent), name: command }]
      } catch (error) {
        // It ended between the listing and the look.
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return []
        throw error
      }
    })
}

function below(all: readonly Seen[], root: number): number[] {
  const found = [root]
  for (const pid of found) found.push(...all.filter(({ parent }) => parent === pid).map((each) => each.pid))
  return found
}

/** In kB. */
function fieldOf(pid: number, field: 'Pss' | 'Rss'): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)
}
