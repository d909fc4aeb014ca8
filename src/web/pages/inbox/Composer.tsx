import { ActionIcon, Button, Checkbox, Pill, SegmentedControl, Textarea } from '@mantine/core'
import { IconPaperclip, IconSend } from '@tabler/icons-react'
import { type ClipboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import { useFormat } from '../../format.ts'
import { useKeys } from '../../keys.ts'
import { useDraft } from '../../parts/draft.ts'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { AskFirst } from './AskFirst.tsx'
import { type Case, isOpen } from './case-types.ts'
import css from './composer.module.css'
import { Destination } from './Destination.tsx'
import { DraftButton, DraftMark } from './Drafting.tsx'
import { useDrafting } from './drafting.ts'
import { MentionList, useMentions } from './Mentions.tsx'
import { mentionsIn } from './mentions.ts'
import { SendProblem } from './SendProblem.tsx'
import { useSending } from './sending.ts'
import { useColleagues } from './staff.ts'
import { TemplatePicker } from './TemplatePicker.tsx'
import { unfilled } from './unfilled.ts'
import { FILE_LIMIT, MOST_FILES, useUploads } from './uploads.ts'

export type Mode = 'reply' | 'note'
export type ComposerHandle = { focus: () => void }

type Props = { it: Case; mode: Mode; setMode: (mode: Mode) => void; ref: Ref<ComposerHandle> }

/** Where an answer or a note is written. The draft stays in this browser until it is sent. */
export function Composer({ it, mode, setMode, ref }: Props) {
  const { t } = useWords()
  const f = useFormat()
  const can = useCan()
  const people = useColleagues()
  const area = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [text, setText, forget] = useDraft(`case.${it.id}.${mode}`)
  const [wait, setWait] = useState(false)
  const uploads = useUploads((name) => t('file.too-large', { name, size: f.bytes(FILE_LIMIT) }))
  const note = mode === 'note'
  const drafting = useDrafting({ caseId: it.id, text, setText, written: () => area.current?.focus() })
  const sending = useSending(it.id, () => {
    forget()
    if (!note) drafting.forget()
    uploads.clear()
    setWait(false)
  })
  const mentions = useMentions({ area, text, setText, people, enabled: note })
  // The area is there before the mode's own text is, so the focus waits a frame.
  useImperativeHandle(ref, () => ({ focus: () => requestAnimationFrame(() => area.current?.focus()) }), [])

  const hole = note ? null : unfilled(text)
  const ready = text.trim() !== '' && !uploads.busy && !sending.isPending
  const send = () => {
    if (!ready) return
    if (hole) {
      area.current?.focus()
      area.current?.setSelectionRange(hole.from, hole.to)
      return
    }
    sending.mutate({
      text: text.trim(),
      internal: note,
      attachments: uploads.files.map(({ id }) => id),
      mentions: note ? mentionsIn(text, people) : [],
      wait: wait && !note && isOpen(it),
      after: it.messages.findLast(({ direction }) => direction !== 'note')?.id ?? null,
    })
  }
  useKeys({ 'mod+Enter': send }, 'inbox.keys.send')
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length > 0 && can('feedback:add')) uploads.add(event.clipboardData.files)
  }

  return (
    <form
      className={css.composer}
      data-note={note || undefined}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className={css.head}>
        <SegmentedControl
          size="xs"
          value={mode}
          onChange={(value) => setMode(value === 'note' ? 'note' : 'reply')}
          data={[
            { value: 'reply', label: t('inbox.compose.reply') },
            { value: 'note', label: t('inbox.compose.note') },
          ]}
        />
        <Destination it={it} note={note} />
      </div>
      {!note && (
        <AskFirst
          it={it}
          text={text}
          put={(question) => {
            setText(text.trim() === '' ? question : `${text.trimEnd()}\n\n${question}`)
            area.current?.focus()
          }}
        />
      )}
      <div className={css.area}>
        <MentionList mentions={mentions} />
        <Textarea
          ref={area}
          aria-label={note ? t('inbox.compose.note') : t('inbox.compose.reply')}
          placeholder={note ? t('inbox.compose.note-hint') : t('inbox.compose.reply-hint')}
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            mentions.look(event.currentTarget)
          }}
          onKeyDown={mentions.onKeyDown}
          onPaste={paste}
        />
      </div>
      {uploads.files.length > 0 && (
        <div className={css.files}>
          {uploads.files.map(({ id, name }) => (
            <Pill key={id} withRemoveButton onRemove={() => uploads.remove(id)}>
              {name}
            </Pill>
          ))}
        </div>
      )}
      {hole && (
        <p className={css.hint} role="status">
          {t('inbox.compose.unfilled', { place: hole.place })}
        </p>
      )}
      {!note && <DraftMark drafting={drafting} />}
      <SendProblem problem={sending.variables?.internal === note ? sending.error : null} />
      <div className={css.foot}>
        {!note && (
          <>
            <TemplatePicker
              it={it}
              take={(filled) => {
                setText(text.trim() === '' ? filled : `${text.trimEnd()}\n\n${filled}`)
                area.current?.focus()
              }}
            />
            <DraftButton drafting={drafting} />
          </>
        )}
        {can('feedback:add') && (
          <>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('inbox.compose.attach')}
              title={t('inbox.compose.attach')}
              loading={uploads.busy}
              disabled={uploads.files.length >= MOST_FILES}
              onClick={() => picker.current?.click()}
            >
              <IconPaperclip size={18} stroke={1.75} />
            </ActionIcon>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              onChange={(event) => {
                uploads.add(event.currentTarget.files ?? [])
                event.currentTarget.value = ''
              }}
            />
          </>
        )}
        {!note && isOpen(it) && (
          <Checkbox
            size="xs"
            label={t('inbox.compose.wait')}
            checked={wait}
            onChange={(event) => setWait(event.currentTarget.checked)}
          />
        )}
        <Button
          type="submit"
          ms="auto"
          loading={sending.isPending}
          disabled={!ready}
          title={t('inbox.compose.send-key')}
          leftSection={<IconSend size={16} stroke={1.75} aria-hidden="true" />}
        >
          {note ? t('inbox.compose.save-note') : t('inbox.compose.send')}
        </Button>
      </div>
    </form>
  )
}
