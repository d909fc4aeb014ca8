import { Button, Menu, MultiSelect, Popover, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { api } from '../../api.ts'
import { SentimentMark } from '../../parts/SentimentMark.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { useActing } from './case-acts.ts'
import { CASE_INTENTS, CASE_SENTIMENTS, type CaseVoice } from './case-types.ts'
import { useCategories, useNameOf } from './categories.ts'
import css from './thread.module.css'

type Known = NonNullable<CaseVoice['understanding']>
type Correction = Partial<Pick<Known, 'sentiment' | 'intent'>> & { categories?: string[] }

/** What was understood of a voice; who knows better says so in place, and that wins. */
export function Understood({ voice }: { voice: CaseVoice }) {
  const { t, term } = useWords()
  const may = useCan()('feedback:correct')
  const nameOf = useNameOf()
  const acting = useActing()
  const known = voice.understanding
  if (!known) return <p className={css.understood}>{t('parts.not-understood')}</p>

  const send = (correction: Correction) => api.send('POST', `/api/v1/feedback/${voice.id}/corrections`, correction)
  const correct = (correction: Correction, before: Correction) =>
    acting(() => send(correction), { said: t('inbox.said.corrected'), undo: () => send(before) })
  const ids = known.categories.map(({ id }) => id)
  const names = known.categories.map(({ names, key }) => nameOf(names, key)).join(t('inbox.comma'))
  if (!may) {
    return (
      <p className={css.understood}>
        <SentimentMark sentiment={known.sentiment} /> <span>{term('intent', known.intent)}</span> <span>{names}</span>
      </p>
    )
  }
  return (
    <div className={css.understood}>
      <Choice
        label={t('inbox.correct.sentiment')}
        group="sentiment"
        among={CASE_SENTIMENTS}
        pick={(sentiment) => void correct({ sentiment }, { sentiment: known.sentiment })}
      >
        <SentimentMark sentiment={known.sentiment} />
      </Choice>
      <Choice
        label={t('inbox.correct.intent')}
        group="intent"
        among={CASE_INTENTS}
        pick={(intent) => void correct({ intent }, { intent: known.intent })}
      >
        {term('intent', known.intent)}
      </Choice>
      <CategoryChoice
        ids={ids}
        shown={names || t('inbox.correct.no-category')}
        save={(categories) => correct({ categories }, { categories: ids })}
      />
    </div>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  group: string
  among: readonly T[]
  pick: (value: T) => void
  children: ReactNode
}

function Choice<T extends string>({ label, group, among, pick, children }: ChoiceProps<T>) {
  const { term } = useWords()
  return (
    <Menu position="bottom-start" width={180}>
      <Menu.Target>
        <UnstyledButton className={css.correct} title={label}>
          <span className="hx-heard">{label}</span>
          {children}
          <IconChevronDown size={12} stroke={2} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {among.map((value) => (
          <Menu.Item key={value} onClick={() => pick(value)}>
            {term(group, value)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type CategoryProps = { ids: string[]; shown: string; save: (ids: string[]) => Promise<boolean> }

function CategoryChoice({ ids, shown, save }: CategoryProps) {
  const { t } = useWords()
  const [opened, setOpened] = useState(false)
  const [chosen, setChosen] = useState(ids)
  const choices = useCategories(opened)
  const open = () => {
    setChosen(ids)
    setOpened(!opened)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={320} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={css.correct} title={t('inbox.correct.category')} onClick={open}>
          <span className="hx-heard">{t('inbox.correct.category')}</span>
          {shown}
          <IconChevronDown size={12} stroke={2} aria-hidden="true" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <MultiSelect
          label={t('inbox.correct.category')}
          data={choices.map(({ value, label }) => ({ value, label }))}
          value={chosen}
          onChange={setChosen}
          searchable
          comboboxProps={{ withinPortal: false }}
          maxDropdownHeight={220}
        />
        <Button
          mt="sm"
          fullWidth
          onClick={() =>
            void save(chosen).then((saved) => {
              if (saved) setOpened(false)
            })
          }
        >
          {t('inbox.save')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
