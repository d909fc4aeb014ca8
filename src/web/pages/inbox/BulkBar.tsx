import { Button } from '@mantine/core'
import { useCan, useSession } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { useBulk } from './bulk.ts'
import type { BulkAct, CaseItem } from './case-types.ts'
import type { Open } from './panels.ts'

type Props = { ids: readonly string[]; items: readonly CaseItem[]; clear: () => void; openPanel: Open }

/** What can be done with everything selected. */
export function BulkBar({ ids, items, clear, openPanel }: Props) {
  const { t } = useWords()
  const can = useCan()
  const me = useSession().person.id
  const bulk = useBulk(items)
  const chosen = items.filter(({ id }) => ids.includes(id))
  const act = async (asked: BulkAct) => {
    if (await bulk(ids, asked)) clear()
  }
  const button = { size: 'compact-sm', variant: 'default' } as const
  return (
    <>
      {can('case:assign') && (
        <>
          <Button {...button} onClick={() => void act({ action: 'assign', person: me })}>
            {t('inbox.take-them')}
          </Button>
          <Button {...button} onClick={() => openPanel({ kind: 'hand-over-many', items: chosen, done: clear })}>
            {t('inbox.hand-over')}
          </Button>
        </>
      )}
      {can('case:close') && (
        <Button {...button} onClick={() => openPanel({ kind: 'resolve-many', items: chosen, done: clear })}>
          {t('inbox.resolve')}
        </Button>
      )}
      <Button {...button} onClick={() => void act({ action: 'watch' })}>
        {t('inbox.watch')}
      </Button>
    </>
  )
}
