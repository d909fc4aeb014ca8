import { Button } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { TemplateList, Template as TemplateShape } from '../../../../shared/contracts/templates.ts'
import { LOCALE_NAMES } from '../../../../shared/words/locale.ts'
import { api } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { wholeList } from '../../../parts/cursor-list.ts'
import { DataList } from '../../../parts/DataList.tsx'
import { EmptyState } from '../../../parts/EmptyState.tsx'
import { SearchField } from '../../../parts/SearchField.tsx'
import { useCan } from '../../../session.tsx'
import { useSearchState } from '../../../where.ts'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { TemplatePanel } from './TemplatePanel.tsx'

export type Template = z.input<typeof TemplateShape>

/** Reply templates: what is said often, written well once. */
export function TemplatesPage() {
  const { t } = useWords()
  const mayChange = useCan()('template:change')
  const [search, setSearch] = useSearchState()
  const q = search.q ?? ''
  const found = useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => api.get<z.input<typeof TemplateList>>('/api/v1/templates', {}, signal),
  })
  const close = () => setSearch({ template: null })
  const open = found.data?.items.find(({ id }) => id === search.template)
  const isNew = search.template === 'new' && mayChange
  return (
    <SettingsFrame
      title={t('settings.templates')}
      about={t('templates.about')}
      acts={mayChange && <Button onClick={() => setSearch({ template: 'new' })}>{t('templates.new')}</Button>}
      tools={<SearchField label={t('templates.search')} value={q} search={(words) => setSearch({ q: words })} />}
    >
      <Loaded found={found}>
        {({ items }) => (
          <List items={items} q={q} open={(id) => setSearch({ template: id })} current={open?.id ?? null} />
        )}
      </Loaded>
      {(open || isNew) && (
        <TemplatePanel
          key={open?.id ?? 'new'}
          template={open ?? null}
          last={Math.max(0, ...(found.data?.items.map(({ position }) => position) ?? []))}
          mayChange={mayChange}
          close={close}
        />
      )}
    </SettingsFrame>
  )
}

type ListProps = { items: readonly Template[]; q: string; open: (id: string) => void; current: string | null }

function List({ items, q, open, current }: ListProps) {
  const { t } = useWords()
  const f = useFormat()
  const wanted = q.trim().toLowerCase()
  const fits = items.filter(({ name, situation, text }) =>
    `${name} ${situation} ${text}`.toLowerCase().includes(wanted),
  )
  return (
    <DataList
      label={t('settings.templates')}
      list={wholeList(fits)}
      idOf={({ id }) => id}
      columns="minmax(0, 1fr) minmax(0, 1.3fr) 90px 90px"
      head={[
        <span key="name">{t('templates.name')}</span>,
        <span key="situation">{t('templates.situation')}</span>,
        <span key="language">{t('templates.language')}</span>,
        <span key="changed">{t('templates.changed')}</span>,
      ]}
      row={({ name, situation, text, language, changedAt }) => (
        <>
          <span>{name}</span>
          <span className="hx-quiet" data-desk>
            {situation || text}
          </span>
          <span className="hx-quiet hx-small">{LOCALE_NAMES[language]}</span>
          <span className="hx-quiet hx-small" data-desk>
            {f.day(changedAt)}
          </span>
        </>
      )}
      open={({ id }) => open(id)}
      current={current}
      empty={
        wanted === '' ? (
          <EmptyState
            icon={<IconTemplate size={28} stroke={1.5} />}
            said={t('templates.none')}
            next={t('templates.none-next')}
          />
        ) : (
          <EmptyState said={t('parts.nothing-found')} />
        )
      }
    />
  )
}
