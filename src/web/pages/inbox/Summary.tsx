import { Button, CloseButton } from '@mantine/core'
import { IconAlignLeft } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { OutsideText } from '../../../shared/contracts/outside-model.ts'
import { FEWEST_TURNS } from '../../../shared/outside-model/turns.ts'
import { api, problemOf } from '../../api.ts'
import { useOutside } from '../../parts/outside.ts'
import { useWords } from '../../words.tsx'
import type { Case } from './case-types.ts'
import css from './thread.module.css'

/** What a long conversation is about, asked of the model outside; not there where none may be asked. */
export function Summary({ it }: { it: Case }) {
  const { t, tell } = useWords()
  const outside = useOutside()
  const queries = useQueryClient()
  const asking = useMutation({
    mutationFn: () => api.send<z.input<typeof OutsideText>>('POST', `/api/v1/cases/${it.id}/summary`),
    onError: () => queries.invalidateQueries({ queryKey: ['outside-model'] }),
  })
  if (!outside.on || turnsIn(it) < FEWEST_TURNS) return null
  if (asking.data) {
    return (
      <section className={css.summary} aria-label={t('inbox.summary.write')}>
        <CloseButton size="sm" aria-label={t('inbox.summary.close')} onClick={() => asking.reset()} />
        <p className={css.text}>{asking.data.text}</p>
        <p className="hx-quiet hx-small">{t('inbox.summary.by-machine')}</p>
      </section>
    )
  }
  return (
    <div className={css.summing}>
      <Button
        size="compact-sm"
        variant="default"
        loading={asking.isPending}
        disabled={outside.away}
        leftSection={<IconAlignLeft size={14} stroke={1.75} aria-hidden="true" />}
        onClick={() => asking.mutate()}
      >
        {t('inbox.summary.write')}
      </Button>
      {asking.isError && <span role="status">{tell(problemOf(asking.error))}</span>}
    </div>
  )
}

/** Words of the customer and ours; not what goes out by itself, nor notes. */
const turnsIn = ({ voices, messages }: Case): number =>
  voices.filter(({ text }) => text !== '').length +
  messages.filter(
    ({ direction, kind }) =>
      direction === 'in' || (direction === 'out' && (kind === 'message' || kind === 'resolution')),
  ).length
