import { Button, Popover, Stack, TextInput, UnstyledButton } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useFormat } from '../../format.ts'
import { DueChip } from '../../parts/DueChip.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './case.module.css'
import { useActing } from './case-acts.ts'
import type { Case, CasePromise } from './case-types.ts'

/** Everything we owe in this case, and what became of it. */
export function PromiseStrip({ it }: { it: Case }) {
  const { t } = useWords()
  if (it.promises.length === 0) return null
  return (
    <ul className={css.promises} aria-label={t('inbox.promises')}>
      {it.promises.map((promise) => (
        <li key={promise.id}>
          <OnePromise promise={promise} />
        </li>
      ))}
    </ul>
  )
}

const OWED: readonly CasePromise['state'][] = ['running', 'soon', 'paused', 'broken']

function OnePromise({ promise }: { promise: CasePromise }) {
  const { t, term } = useWords()
  const f = useFormat()
  const may = useCan()('case:answer')
  const acting = useActing()
  const [opened, setOpened] = useState(false)
  const name = term('promise', promise.kind)
  const owed = OWED.includes(promise.state)
  const wasBroken = promise.brokenAt !== undefined
  const inside = (
    <>
      <span>{name}</span> <DueChip {...promise} />
      {wasBroken && promise.whyBroken && <span className={css.why}>{promise.whyBroken}</span>}
    </>
  )
  if (!may || !(owed || wasBroken)) return <span className={css.promise}>{inside}</span>
  const keep = async () => {
    const kept = await acting(() => api.send('PUT', `/api/v1/promises/${promise.id}/kept`), {
      said: t('inbox.said.kept', { promise: name }),
    })
    if (kept) setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={css.promise} data-act onClick={() => setOpened(!opened)}>
          {inside}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <span className="hx-quiet hx-small">{t('due.at', { moment: f.moment(promise.dueAt) })}</span>
          {owed && (
            <Button size="compact-md" variant="default" onClick={() => void keep()}>
              {t('inbox.promise.keep')}
            </Button>
          )}
          {wasBroken && <WhyForm promise={promise} done={() => setOpened(false)} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function WhyForm({ promise, done }: { promise: CasePromise; done: () => void }) {
  const { t } = useWords()
  const acting = useActing()
  const [why, setWhy] = useState(promise.whyBroken ?? '')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const kept = await acting(() => api.send('PUT', `/api/v1/promises/${promise.id}/reason`, { why }), {
      said: t('inbox.said.why-kept'),
    })
    if (kept) done()
  }
  return (
    <form onSubmit={(event) => void save(event)} className={css.whyForm}>
      <TextInput
        label={t('inbox.promise.why')}
        value={why}
        maxLength={500}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-md" variant="default" disabled={why.trim() === ''}>
        {t('inbox.save')}
      </Button>
    </form>
  )
}
