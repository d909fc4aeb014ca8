import { Pill, Select } from '@mantine/core'
import { api } from '../../api.ts'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { useActing } from './case-acts.ts'
import type { Case } from './case-types.ts'
import css from './customer.module.css'
import { useColleagues } from './staff.ts'

/** Who is told when something happens here, and who else should be. */
export function Watchers({ it }: { it: Case }) {
  const { t } = useWords()
  const may = useCan()('case:answer')
  const acting = useActing()
  const people = useColleagues()
  if (!may && it.watchers.length === 0) return null

  const path = (person: string) => `/api/v1/cases/${it.id}/watchers/${person}`
  const add = (person: string) => api.send('PUT', path(person))
  const remove = (person: string) => api.send('DELETE', path(person))
  const others = people.filter(({ id }) => !it.watchers.some((watcher) => watcher.id === id))
  return (
    <section>
      <h4>{t('inbox.watchers')}</h4>
      <div className={css.people}>
        {it.watchers.map(({ id, name }) => (
          <Pill
            key={id}
            withRemoveButton={may}
            onRemove={() =>
              void acting(() => remove(id), { said: t('inbox.said.watcher-gone', { name }), undo: () => add(id) })
            }
          >
            {name}
          </Pill>
        ))}
      </div>
      {may && others.length > 0 && (
        <Select
          aria-label={t('inbox.watchers.add')}
          placeholder={t('inbox.watchers.add')}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          searchable
          onChange={(id) => {
            const name = others.find((each) => each.id === id)?.name ?? ''
            if (id) void acting(() => add(id), { said: t('inbox.said.watcher', { name }), undo: () => remove(id) })
          }}
        />
      )}
    </section>
  )
}
