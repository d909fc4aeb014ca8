import { Button, Radio, Skeleton, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { FormProblem, RestOfProblem } from '../../parts/fields.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import type { Case, CaseItem } from './case-types.ts'
import css from './panel.module.css'

type Page = { items: CaseItem[] }
const SHOWN = 20

/** Moves this case's voices and messages into another open one; the customer's own cases are offered first. */
export function MergePanel({ it, go, close }: { it: Case; go: (id: string) => void; close: () => void }) {
  const { t } = useWords()
  const { say } = useSaying()
  const queries = useQueryClient()
  const [q, setQ] = useState('')
  const [into, setInto] = useState<CaseItem | null>(null)
  const own = it.customer ? { customer: it.customer.id } : {}
  const query = { view: 'open', limit: SHOWN, ...(q === '' ? own : { q }) }
  const found = useQuery({
    queryKey: ['cases', 'merge', query],
    queryFn: ({ signal }) => api.get<Page>('/api/v1/cases', query, signal),
  })
  const merging = useMutation({
    mutationFn: (other: CaseItem) => api.send('POST', `/api/v1/cases/${it.id}/merge`, { into: other.id }),
    onSuccess: (_, other) => {
      say(t('inbox.said.merged', { number: String(it.number), into: String(other.number) }))
      close()
      go(other.id)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  })
  const others = (found.data?.items ?? []).filter(({ id }) => id !== it.id)
  return (
    <SidePanel
      title={t('inbox.merge-this', { number: String(it.number) })}
      close={close}
      foot={
        <Button
          fullWidth
          disabled={!into}
          loading={merging.isPending}
          onClick={() => {
            if (into) merging.mutate(into)
          }}
        >
          {into ? t('inbox.merge.into', { number: String(into.number) }) : t('inbox.merge.pick')}
        </Button>
      }
    >
      <Stack>
        <p className={css.hint}>{t('inbox.merge.hint')}</p>
        <SearchField label={t('inbox.merge.search')} value={q} search={setQ} />
        {found.isPending && <Skeleton height={80} />}
        {found.isError && <ErrorState problem={found.error} retry={() => void found.refetch()} />}
        {found.data && others.length === 0 && <p>{q === '' ? t('inbox.merge.none') : t('parts.nothing-found')}</p>}
        <Radio.Group
          aria-label={t('inbox.merge.pick')}
          value={into?.id ?? null}
          onChange={(id) => setInto(others.find((other) => other.id === id) ?? null)}
        >
          <Stack gap={10}>
            {others.map((other) => (
              <Radio
                key={other.id}
                value={other.id}
                label={`#${other.number} ${other.subject}`}
                description={other.customer?.name || t('inbox.nameless')}
              />
            ))}
          </Stack>
        </Radio.Group>
        <FormProblem problem={merging.error}>
          <RestOfProblem />
        </FormProblem>
      </Stack>
    </SidePanel>
  )
}
