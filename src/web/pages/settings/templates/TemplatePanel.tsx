import { Button, Group, Select, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { z } from 'zod'
import type { TemplateDraft } from '../../../../shared/contracts/templates.ts'
import { isLocale, LOCALE_NAMES, LOCALES } from '../../../../shared/words/locale.ts'
import { api } from '../../../api.ts'
import { FormProblem, LongField, RestOfProblem, TextField } from '../../../parts/fields.tsx'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useSession } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import { filledIn, unknownIn } from './filled-in.ts'
import { PLACES, placeText } from './places.ts'
import type { Template } from './TemplatesPage.tsx'
import css from './templates.module.css'

type Draft = z.output<typeof TemplateDraft>
type Props = {
  template: Template | null
  /** Position of the last one: a new one goes behind it. */
  last: number
  mayChange: boolean
  close: () => void
}

/** A template, or a new one: its text with places that are filled for each case. */
export function TemplatePanel({ template, last, mayChange, close }: Props) {
  const { t } = useWords()
  const { say, sayProblem, offerUndo } = useSaying()
  const queries = useQueryClient()
  const { locale } = useSession().workspace
  const area = useRef<HTMLTextAreaElement>(null)
  const [draft, setDraft] = useState<Draft>(() => draftOf(template, { locale, last }))
  const refresh = () => queries.invalidateQueries({ queryKey: ['templates'] })
  const put = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const saving = useMutation({
    mutationFn: () =>
      template
        ? api.send('PUT', `/api/v1/templates/${template.id}`, draft)
        : api.send('POST', '/api/v1/templates', draft),
    onSuccess: () => {
      say(t('templates.said.saved'))
      close()
    },
    onSettled: refresh,
  })
  const retire = async () => {
    if (!template) return
    try {
      await api.send('DELETE', `/api/v1/templates/${template.id}`)
      const back = draftOf(template, { locale, last })
      const undo = () => api.send('POST', '/api/v1/templates', back)
      offerUndo({ said: t('templates.said.retired', { name: template.name }), undo, undone: () => void refresh() })
      close()
    } catch (thrown) {
      sayProblem(thrown)
    }
    void refresh()
  }
  const insert = (place: string) => {
    const field = area.current
    const from = field?.selectionStart ?? draft.text.length
    put({ text: draft.text.slice(0, from) + place + draft.text.slice(field?.selectionEnd ?? from) })
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(from + place.length, from + place.length)
    })
  }
  const unknown = unknownIn(draft.text)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (unknown.length === 0) saving.mutate()
  }
  return (
    <SidePanel
      title={template?.name ?? t('templates.new')}
      close={close}
      foot={
        mayChange && (
          <Group gap={8} wrap="nowrap">
            <Button type="submit" form="template" style={{ flex: 1 }} loading={saving.isPending}>
              {t('templates.save')}
            </Button>
            {template && (
              <Button variant="default" onClick={() => void retire()}>
                {t('templates.retire')}
              </Button>
            )}
          </Group>
        )
      }
    >
      <FormProblem problem={saving.error}>
        <form id="template" onSubmit={submit}>
          <Stack>
            <TextField
              path="name"
              label={t('templates.name')}
              required
              maxLength={80}
              value={draft.name}
              onChange={(event) => put({ name: event.currentTarget.value })}
            />
            <TextField
              path="situation"
              label={t('templates.situation-when')}
              maxLength={200}
              value={draft.situation}
              onChange={(event) => put({ situation: event.currentTarget.value })}
            />
            <Select
              label={t('templates.language')}
              allowDeselect={false}
              data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
              value={draft.language}
              onChange={(language) => put({ language: isLocale(language) ? language : draft.language })}
            />
            <LongField
              ref={area}
              path="text"
              label={t('templates.text')}
              required
              minRows={8}
              maxLength={8000}
              error={unknown.length > 0 ? t('templates.unknown', { places: unknown.map(placeText).join(' ') }) : null}
              value={draft.text}
              onChange={(event) => put({ text: event.currentTarget.value })}
            />
            <Places insert={insert} />
            <section className={css.preview}>
              <h3>{t('templates.preview')}</h3>
              <p lang={draft.language}>{filledIn(draft.text, t) || t('templates.preview-empty')}</p>
            </section>
            <RestOfProblem />
          </Stack>
        </form>
      </FormProblem>
    </SidePanel>
  )
}

const draftOf = (template: Template | null, { locale, last }: { locale: Draft['language']; last: number }): Draft => ({
  name: template?.name ?? '',
  situation: template?.situation ?? '',
  text: template?.text ?? '',
  language: template?.language ?? locale,
  position: template?.position ?? Math.min(last + 10, 10_000),
})

/** What may stand in a template, and what each becomes. */
function Places({ insert }: { insert: (place: string) => void }) {
  const { t } = useWords()
  return (
    <section>
      <h3 className={css.title}>{t('templates.places')}</h3>
      <ul className={css.places}>
        {PLACES.map(({ place, word }) => (
          <li key={place}>
            <Button variant="default" onClick={() => insert(placeText(place))}>
              {placeText(place)}
            </Button>
            <span className="hx-quiet">{t(word)}</span>
          </li>
        ))}
      </ul>
      <p className="hx-quiet hx-small">{t('templates.places-hint')}</p>
    </section>
  )
}
