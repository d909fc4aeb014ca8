import { useState } from 'react'
import { api, problemOf } from '../../api.ts'
import { useSaying } from '../../parts/undo.tsx'
import type { Attachment } from './case-types.ts'

/** As the server: larger files are refused before they travel. */
export const FILE_LIMIT = 10 * 1024 * 1024
export const MOST_FILES = 10

/** Files that are sent up at once and named when the message goes. */
export function useUploads(tooLarge: (name: string) => string) {
  const { say, sayProblem } = useSaying()
  const [files, setFiles] = useState<readonly Attachment[]>([])
  const [under, setUnder] = useState(0)
  const one = async (file: File) => {
    if (file.size > FILE_LIMIT) return say(tooLarge(file.name))
    setUnder((n) => n + 1)
    try {
      const path = `/api/v1/files?name=${encodeURIComponent(file.name)}`
      const kept = await api.send<Attachment>('POST', path, file)
      setFiles((old) => [...old, kept])
    } catch (thrown) {
      sayProblem(problemOf(thrown))
    } finally {
      setUnder((n) => n - 1)
    }
  }
  return {
    files,
    busy: under > 0,
    add: (list: Iterable<File>) => {
      for (const file of [...list].slice(0, MOST_FILES - files.length)) void one(file)
    },
    remove: (id: string) => setFiles((old) => old.filter((file) => file.id !== id)),
    clear: () => setFiles([]),
  }
}
