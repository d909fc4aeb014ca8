import { useState } from 'react'

/** Which of `ids` are chosen. What has left the list is no longer chosen, so no act reaches what is out of sight. */
export function useSelection(ids: readonly string[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const chosen = ids.filter((id) => picked.has(id))
  const all = chosen.length > 0 && chosen.length === ids.length
  return {
    chosen,
    all,
    has: (id: string) => picked.has(id),
    clear: () => setPicked(new Set()),
    toggleAll: () => setPicked(all ? new Set() : new Set(ids)),
    toggle(id: string) {
      const next = new Set(picked)
      if (!next.delete(id)) next.add(id)
      setPicked(next)
    },
  }
}
