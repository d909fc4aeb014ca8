import { MultiSelect, Select, Stack, TagsInput } from '@mantine/core'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useWords } from '../../../words.tsx'
import { CASE_CHANNELS, CASE_INTENTS, CASE_SENTIMENTS, CASE_URGENCIES } from '../../inbox/case-types.ts'
import { useCategories } from '../../inbox/categories.ts'
import { type Conditions, tidied } from './conditions.ts'
import css from './rules.module.css'

type Props = { title: string; when: Conditions; change: (when: Conditions) => void; close: () => void }

const LANGUAGES = ['zh', 'zh-TW', 'en', 'ja', 'ko']

/** Which voices a rule holds for. All conditions together; within one, any of its members. Saved as it is changed. */
export function ConditionsPanel({ title, when, change, close }: Props) {
  const { t, term } = useWords()
  const categories = useCategories()
  const put = (part: Conditions) => change(tidied({ ...when, ...part }))
  const members = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: term(group, value) }))
  const chosen = <T extends string>(among: readonly T[], values: readonly string[]) =>
    among.filter((each) => values.includes(each))
  return (
    <SidePanel title={title} close={close}>
      <Stack>
        <p className={css.hint}>{t('promises.when.hint')}</p>
        <Truth
          label={t('promises.when.mood')}
          words={[t('promises.when.negative'), t('promises.when.not-negative')]}
          value={when.negative}
          change={(negative) => put({ negative })}
        />
        <MultiSelect
          label={t('promises.when.intents')}
          data={members('intent', CASE_INTENTS)}
          value={when.intents ?? []}
          onChange={(values) => put({ intents: chosen(CASE_INTENTS, values) })}
        />
        <MultiSelect
          label={t('promises.when.sentiments')}
          data={members('sentiment', CASE_SENTIMENTS)}
          value={when.sentiments ?? []}
          onChange={(values) => put({ sentiments: chosen(CASE_SENTIMENTS, values) })}
        />
        <MultiSelect
          label={t('promises.when.urgencies')}
          data={members('urgency', CASE_URGENCIES)}
          value={when.urgencies ?? []}
          onChange={(values) => put({ urgencies: chosen(CASE_URGENCIES, values) })}
        />
        <MultiSelect
          label={t('promises.when.channel')}
          data={members('channel', CASE_CHANNELS)}
          value={when.channels ?? []}
          onChange={(values) => put({ channels: chosen(CASE_CHANNELS, values) })}
          searchable
        />
        <MultiSelect
          label={t('promises.when.categories')}
          description={t('promises.when.categories-hint')}
          data={categories.map(({ key, label }) => ({ value: key, label }))}
          value={when.categories ?? []}
          onChange={(values) => put({ categories: values })}
          searchable
        />
        <TagsInput
          label={t('promises.when.tier')}
          description={t('promises.when.tier-hint')}
          value={when.tiers ?? []}
          onChange={(tiers) => put({ tiers })}
        />
        <TagsInput
          label={t('promises.when.languages')}
          description={t('promises.when.languages-hint')}
          data={LANGUAGES}
          value={when.languages ?? []}
          onChange={(languages) => put({ languages })}
        />
        <Truth
          label={t('promises.when.wants-call')}
          words={[t('promises.when.call'), t('promises.when.no-call')]}
          value={when.wantsCall}
          change={(wantsCall) => put({ wantsCall })}
        />
      </Stack>
    </SidePanel>
  )
}

type TruthProps = {
  label: string
  words: [yes: string, no: string]
  value: boolean | undefined
  change: (value: boolean | undefined) => void
}

function Truth({ label, words: [yes, no], value, change }: TruthProps) {
  const { t } = useWords()
  return (
    <Select
      label={label}
      placeholder={t('promises.when.any')}
      clearable
      data={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]}
      value={value === undefined ? null : value ? 'yes' : 'no'}
      onChange={(chosen) => change(chosen === null ? undefined : chosen === 'yes')}
    />
  )
}
