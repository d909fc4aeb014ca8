import { IconPaperclip } from '@tabler/icons-react'
import { useFormat } from '../../format.ts'
import type { Attachment } from './case-types.ts'
import css from './thread.module.css'

/** Files that came with something; each is downloaded, never shown in place. */
export function AttachmentLinks({ files }: { files: readonly Attachment[] }) {
  const f = useFormat()
  if (files.length === 0) return null
  return (
    <ul className={css.files}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api/v1/files/${file.id}`} download={file.name}>
            <IconPaperclip size={14} stroke={1.75} aria-hidden="true" />
            {file.name}
          </a>
          <span className="hx-quiet hx-small"> {f.bytes(file.size)}</span>
        </li>
      ))}
    </ul>
  )
}
