import { Select, TextInput } from '@mantine/core'
import { useWords } from '../../../words.tsx'
import { RuleActs } from '../promises/RuleActs.tsx'
import css from '../promises/rules.module.css'
import { WhenButton } from '../promises/WhenButton.tsx'
import type { Rule } from './RoutingPage.tsx'

type Props = {
  place: number
  rule: Rule
  teams: readonly { id: string; name: string }[]
  put: (part: Partial<Rule>) => void
  openWhen: () => void
  acts: Parameters<typeof RuleActs>[0]
}

/** One rule: which voices go to which team. */
export function RoutingRow({ place, rule, teams, put, openWhen, acts }: Props) {
  const { t } = useWords()
  return (
    <li>
      <span className={css.place}>{place}</span>
      <div className={css.rule}>
        <WhenButton when={rule.when ?? {}} open={openWhen} />
        <div className={css.sentence}>
          <span className="hx-quiet">{t('promises.routing.to')}</span>
          <Select
            aria-label={t('promises.routing.team')}
            w={200}
            allowDeselect={false}
            data={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={rule.team}
            onChange={(team) => put({ team: team ?? rule.team })}
          />
          <TextInput
            aria-label={t('promises.routing.name')}
            placeholder={t('promises.routing.name')}
            w={220}
            maxLength={80}
            value={rule.name ?? ''}
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
        </div>
      </div>
      <RuleActs {...acts} />
    </li>
  )
}
