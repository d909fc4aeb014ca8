import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useFormat } from '../format.ts'
import { useWords } from '../words.tsx'
import css from './file-drop.module.css'

type Props = {
  /** What is wanted: "CSV、XLSX 或 JSONL 文件". */
  label: string
  /** As in `<input accept>`: ".csv,.jsonl". */
  accept?: string
  /** Bytes; larger files are refused with a sentence. */
  max: number
  several?: boolean
  take: (files: File[]) => void
}

/** Takes files by click, keyboard, drop or paste. */
export function FileDrop({ label, accept, max, several = false, take }: Props) {
  const { t } = useWords()
  const f = useFormat()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [tooLarge, setTooLarge] = useState<string | null>(null)

  const offer = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, several ? undefined : 1)
    const large = files.find((file) => file.size > max)
    setTooLarge(large ? large.name : null)
    const fit = files.filter((file) => file.size <= max)
    if (fit.length > 0) take(fit)
    // The same file may be chosen again after it was mended.
    if (input.current) input.current.value = ''
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    offer(event.dataTransfer.files)
  }

  return (
    <div>
      <label
        htmlFor={id}
        className={css.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onPaste={(event) => offer(event.clipboardData.files)}
      >
        <IconUpload size={20} stroke={1.5} aria-hidden="true" />
        <span>{label}</span>
        <span className={css.hint}>{t('file.hint', { size: f.bytes(max) })}</span>
        <input
          ref={input}
          id={id}
          className="hx-heard"
          type="file"
          accept={accept}
          multiple={several}
          onChange={(event) => offer(event.currentTarget.files)}
        />
      </label>
      {tooLarge !== null && (
        <p className={css.refused} role="alert">
          {t('file.too-large', { name: tooLarge, size: f.bytes(max) })}
        </p>
      )}
    </div>
  )
}
