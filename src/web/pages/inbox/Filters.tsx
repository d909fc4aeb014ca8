import { Button, Popover, Select, Stack } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useWords } from '../../words.tsx'
import { CASE_CHANNELS, CASE_INTENTS, CASE_STAGES, CASE_URGENCIES } from './case-types.ts'
import type { FilterName, Inbox } from './inbox-state.ts'

const CHOICES: Readonly<Record<FilterName, readonly string[]>> = {
  stage: CASE_STAGES,
  channel: CASE_CHANNELS,
  intent: CASE_INTENTS,
  urgency: CASE_URGENCIES,
}

/** Stage, channel, intent and urgency, each "any" until chosen. */
export function FilterFields({ inbox }: { inbox: Inbox }) {
  const { t, term } = useWords()
  const labels: Record<FilterName, string> = {
    stage: t('inbox.column.stage'),
    channel: t('inbox.column.channel'),
    intent: t('inbox.column.intent'),
    urgency: t('inbox.column.urgency'),
  }
  return (Object.keys(CHOICES) as FilterName[]).map((name) => (
    <Select
      key={name}
      aria-label={labels[name]}
      placeholder={labels[name]}
      data={CHOICES[name].map((value) => ({ value, label: term(name, value) }))}
      value={inbox.filters[name] ?? null}
      onChange={(value) => inbox.filter(name, value)}
      clearable
      w={{ base: '100%', sm: 130 }}
    />
  ))
}

/** The same behind a button, where there is little room. */
export function FilterButton({ inbox }: { inbox: Inbox }) {
  const { t } = useWords()
  const n = inbox.filtered
  return (
    <Popover position="bottom-end" width={240} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant={n > 0 ? 'light' : 'default'}
          px={10}
          leftSection={<IconFilter size={16} stroke={1.75} aria-hidden="true" />}
        >
          {n > 0 ? t('inbox.filter.some', { n }) : t('inbox.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <FilterFields inbox={inbox} />
          {n > 0 && (
            <Button variant="subtle" onClick={inbox.clear}>
              {t('inbox.filter.clear')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
