import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ThemeNameProposal } from '../../../shared/contracts/themes.ts'
import { api, problemOf } from '../../api.ts'
import { useOutside } from '../../parts/outside.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './themes.module.css'
import { type Theme, useThemeChange, useThemes } from './themes.ts'

type Props = { theme: Theme; days: number; open: (id: string) => void }

/** Naming, merging and hiding, each with a way back. */
export function ThemeActs({ theme, days, open }: Props) {
  const can = useCan()
  if (!can('taxonomy:change')) return null
  return (
    <section className={css.changes}>
      <Name theme={theme} />
      <Merged theme={theme} />
      <Merge theme={theme} days={days} open={open} />
      <Hide theme={theme} />
    </section>
  )
}

function Name({ theme: { id, name } }: Pick<Props, 'theme'>) {
  const { t } = useWords()
  const { send, again } = useThemeChange()
  const { offerUndo, sayProblem } = useSaying()
  const [written, setWritten] = useState(name ?? '')
  const back = () => (name === null ? send('DELETE', `${id}/name`) : send('PUT', `${id}/name`, { name }))
  const rename = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = written.trim()
    if (wanted === '' || wanted === name) return
    try {
      await send('PUT', `${id}/name`, { name: wanted })
      offerUndo({ said: t('themes.named', { name: wanted }), undo: back, undone: again })
    } catch (thrown) {
      sayProblem(thrown)
    }
  }
  const ownName = async () => {
    try {
      await send('DELETE', `${id}/name`)
      setWritten('')
    } catch (thrown) {
      sayProblem(thrown)
    }
  }
  return (
    <form className={css.name} onSubmit={(event) => void rename(event)}>
      <TextInput
        label={t('themes.name')}
        placeholder={t('themes.name-example')}
        maxLength={80}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={written.trim() === '' || written.trim() === name}>
        {t('themes.rename')}
      </Button>
      <Propose id={id} take={setWritten} />
      {name !== null && (
        <Button variant="subtle" color="gray" onClick={() => void ownName()}>
          {t('themes.own-name')}
        </Button>
      )}
    </form>
  )
}

/** A name by the model outside, put into the field for a person to change and save; not there where none may be asked. */
function Propose({ id, take }: { id: string; take: (name: string) => void }) {
  const { t, tell } = useWords()
  const outside = useOutside()
  const queries = useQueryClient()
  const asking = useMutation({
    mutationFn: () => api.send<ThemeNameProposal>('POST', `/api/v1/themes/${id}/name-proposal`),
    onSuccess: ({ name }) => take(name),
    onError: () => queries.invalidateQueries({ queryKey: ['outside-model'] }),
  })
  if (!outside.on) return null
  return (
    <>
      <Button variant="default" loading={asking.isPending} disabled={outside.away} onClick={() => asking.mutate()}>
        {t('themes.propose-name')}
      </Button>
      {asking.isError ? (
        <span role="status">{tell(problemOf(asking.error))}</span>
      ) : (
        outside.away && <span className="hx-quiet hx-small">{t('inbox.draft.away')}</span>
      )}
    </>
  )
}

function Merge({ theme: { id, title }, days, open }: Props) {
  const { t } = useWords()
  const { send, again } = useThemeChange()
  const { offerUndo, sayProblem } = useSaying()
  const themes = useThemes(days, false)
  const others = (themes.data?.items ?? []).filter((each) => each.id !== id)
  if (others.length === 0) return null
  const merge = async (into: string) => {
    const target = others.find((each) => each.id === into)
    try {
      await send('PUT', `${id}/merge`, { into })
      open(into)
      offerUndo({
        said: t('themes.merged-done', { title, into: target?.title ?? '' }),
        undo: () => send('DELETE', `${id}/merge`),
        undone: again,
      })
    } catch (thrown) {
      sayProblem(thrown)
    }
  }
  return (
    <Select
      label={t('themes.merge')}
      placeholder={t('themes.merge-into')}
      data={others.map((each) => ({ value: each.id, label: each.title }))}
      value={null}
      onChange={(into) => into !== null && void merge(into)}
      searchable
    />
  )
}

function Merged({ theme: { merged } }: Pick<Props, 'theme'>) {
  const { t } = useWords()
  const { send } = useThemeChange()
  const { say, sayProblem } = useSaying()
  if (merged.length === 0) return null
  const apart = async ({ id, title }: Theme['merged'][number]) => {
    try {
      await send('DELETE', `${id}/merge`)
      say(t('themes.apart-done', { title }))
    } catch (thrown) {
      sayProblem(thrown)
    }
  }
  return (
    <div>
      <h3>{t('themes.merged')}</h3>
      <ul className={css.merged}>
        {merged.map((each) => (
          <li key={each.id}>
            <span>{each.title}</span>
            <Button size="compact-sm" variant="default" onClick={() => void apart(each)}>
              {t('themes.take-apart')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Hide({ theme: { id, title, hiddenAt } }: Pick<Props, 'theme'>) {
  const { t } = useWords()
  const { send, again } = useThemeChange()
  const { offerUndo, say, sayProblem } = useSaying()
  const set = async (hidden: boolean) => {
    try {
      await send(hidden ? 'PUT' : 'DELETE', `${id}/hidden`)
      if (hidden)
        offerUndo({
          said: t('themes.hidden-done', { title }),
          undo: () => send('DELETE', `${id}/hidden`),
          undone: again,
        })
      else say(t('themes.shown-done', { title }))
    } catch (thrown) {
      sayProblem(thrown)
    }
  }
  return (
    <div>
      <Button variant="default" onClick={() => void set(hiddenAt === null)}>
        {hiddenAt === null ? t('themes.hide') : t('themes.show')}
      </Button>
    </div>
  )
}
