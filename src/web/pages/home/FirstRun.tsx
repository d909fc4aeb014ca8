import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useAutosave } from '../../parts/autosave.ts'
import { FormProblem, TextField } from '../../parts/fields.tsx'
import { SaveState } from '../../parts/SaveState.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useSession } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { DemoWay } from './DemoWay.tsx'
import css from './home.module.css'
import { Way } from './Way.tsx'

/** The way in for a new workspace: its name, then where the first voices come from. */
export function FirstRun() {
  const { t } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { sayProblem } = useSaying()
  const done = useMutation({
    mutationFn: (_next: string) => api.send('PUT', '/api/v1/workspace', { firstRunDone: true }),
    async onSuccess(_reply, next) {
      if (next !== '/') await navigate({ to: next })
      await queries.invalidateQueries({ queryKey: ['session'] })
      await queries.invalidateQueries({ queryKey: ['home'] })
    },
    onError: sayProblem,
  })
  const go = (next: string) => () => done.mutate(next)

  return (
    <div className={css.first}>
      <p className={css.quiet}>{t('home.first-about')}</p>
      <NameStep />
      <section>
        <h2>{t('home.first-voices')}</h2>
        <div className={css.ways}>
          <DemoWay before={() => api.send('PUT', '/api/v1/workspace', { firstRunDone: true })} />
          <Way title={t('home.first-import')} about={t('home.first-import-about')}>
            <Button variant="default" onClick={go('/settings/imports')}>
              {t('home.first-import-do')}
            </Button>
          </Way>
          <Way title={t('home.first-survey')} about={t('home.first-survey-about')}>
            <Button variant="default" onClick={go('/surveys/new')}>
              {t('home.first-survey-do')}
            </Button>
          </Way>
        </div>
      </section>
      <div>
        <Button variant="subtle" color="gray" loading={done.isPending} onClick={go('/')}>
          {t('home.first-skip')}
        </Button>
      </div>
    </div>
  )
}

function NameStep() {
  const { t } = useWords()
  const { workspace } = useSession()
  const queries = useQueryClient()
  const [name, setName] = useState(workspace.name)
  const saving = useAutosave(name, async (text) => {
    // An empty name is on its way to another one.
    if (text.trim() === '') return
    await api.send('PUT', '/api/v1/workspace', { name: text.trim() })
    await queries.invalidateQueries({ queryKey: ['session'] })
  })
  return (
    <section>
      <h2>{t('home.first-name')}</h2>
      <FormProblem problem={saving.problem}>
        <TextField
          path="name"
          aria-label={t('home.first-name')}
          description={t('home.first-name-about')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </FormProblem>
      <SaveState saving={saving} />
    </section>
  )
}
