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

type Props = { it: Case; how: 'merge' | 'link'; go: (id: string) => void; close: () => void }

/**
 * Picks another case: to move this one's voices and messages into it, or to say that the two belong together.
 * The customer's own cases are offered first.
 */
export function OtherCasePanel({ it, how, go, close }: Props) {
  const { t, term } = useWords()
  const { say } = useSaying()
  const queries = useQueryClient()
  const [q, setQ] = useState('')
  const [into, setInto] = useState<CaseItem | null>(null)
  const own = it.customer ? { customer: it.customer.id } : {}
  const query = { view: how === 'merge' ? 'open' : 'all', limit: SHOWN, ...(q === '' ? own : { q }) }
  const found = useQuery({
    queryKey: ['cases', 'merge', query],
    queryFn: ({ signal }) => api.get<Page>('/api/v1/cases', query, signal),
  })
  const joining = useMutation({
    mutationFn: (other: CaseItem) =>
      how === 'merge'
        ? api.send('POST', `/api/v1/cases/${it.id}/merge`, { into: other.id })
        : api.send('PUT', `/api/v1/cases/${it.id}/links/${other.id}`),
    onSuccess: (_, other) => {
      const numbers = { number: String(it.number), into: String(other.number) }
      say(how === 'merge' ? t('inbox.said.merged', numbers) : t('inbox.said.related', numbers))
      close()
      if (how === 'merge') go(other.id)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  })
  const others = (found.data?.items ?? []).filter(({ id }) => id !== it.id && !it.links.some((link) => link.id === id))
  const number = String(into?.number ?? '')
  const verb = how === 'merge' ? t('inbox.merge.into', { number }) : t('inbox.link.with', { number })
  const act = into ? verb : t('inbox.merge.pick')
  return (
    <SidePanel
      title={
        how === 'merge'
          ? t('inbox.merge-this', { number: String(it.number) })
          : t('inbox.link-this', { number: String(it.number) })
      }
      close={close}
      foot={
        <Button
          fullWidth
          disabled={!into}
          loading={joining.isPending}
          onClick={() => {
            if (into) joining.mutate(into)
          }}
        >
          {act}
        </Button>
      }
    >
      <Stack>
        <p className={css.hint}>{how === 'merge' ? t('inbox.merge.hint') : t('inbox.link.hint')}</p>
        <SearchField label={t('inbox.merge.search')} value={q} search={setQ} />
        {found.isPending && <Skeleton height={80} />}
        {found.isError && <ErrorState problem={found.error} retry={() => void found.refetch()} />}
        {found.data && others.length === 0 && <p>{q === '' ? t('inbox.merge.none') : t('parts.nothing-found')}</p>}
        <Radio.Group
          label={<span className="hx-heard">{t('inbox.merge.pick')}</span>}
          value={into?.id ?? null}
          onChange={(id) => setInto(others.find((other) => other.id === id) ?? null)}
        >
          <Stack gap={10}>
            {others.map((other) => (
              <Radio
                key={other.id}
                value={other.id}
                label={`#${other.number} ${other.subject}`}
                description={`${other.customer?.name || t('inbox.nameless')} · ${term('stage', other.stage)}`}
              />
            ))}
          </Stack>
        </Radio.Group>
        <FormProblem problem={joining.error}>
          <RestOfProblem />
        </FormProblem>
      </Stack>
    </SidePanel>
  )
}
