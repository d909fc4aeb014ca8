import { Select, TextInput } from '@mantine/core'
import { useWords } from '../../../words.tsx'
import type { Rule } from './RoutingPage.tsx'

type Props = { rule: Rule; teams: readonly { id: string; name: string }[]; put: (part: Partial<Rule>) => void }

/** To which team a rule sends its voices, and what it is called. */
export function RuleSentence({ rule, teams, put }: Props) {
  const { t } = useWords()
  return (
    <>
      <span className="hx-quiet">{t('promises.routing.to')}</span>
      <Select
        aria-label={t('promises.routing.team')}
        w={{ base: '100%', sm: 200 }}
        allowDeselect={false}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={rule.team}
        onChange={(team) => put({ team: team ?? rule.team })}
      />
      <TextInput
        aria-label={t('promises.routing.name')}
        placeholder={t('promises.routing.name')}
        w={{ base: '100%', sm: 220 }}
        maxLength={80}
        value={rule.name ?? ''}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
    </>
  )
}
