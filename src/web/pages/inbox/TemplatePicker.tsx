import { Button, Popover, ScrollArea, TextInput, UnstyledButton } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { RenderedTemplate, TemplateList } from '../../../shared/contracts/templates.ts'
import { api } from '../../api.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import type { Case } from './case-types.ts'
import css from './composer.module.css'
import { useTheirLanguage } from './their-language.ts'

type Templates = z.input<typeof TemplateList>['items']
type Rendered = z.input<typeof RenderedTemplate>

/** Reply templates, those in the customer's language first, filled for this case; places that nothing is known for stay marked in the text. */
export function TemplatePicker({ it, take }: { it: Case; take: (text: string) => void }) {
  const { t } = useWords()
  const { sayProblem } = useSaying()
  const [opened, setOpened] = useState(false)
  const found = useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => api.get<z.input<typeof TemplateList>>('/api/v1/templates', {}, signal),
    enabled: opened,
  })
  const theirs = useTheirLanguage(it)
  const inTheirLanguage = (items: Templates) => [
    ...items.filter(({ language }) => language === theirs),
    ...items.filter(({ language }) => language !== theirs),
  ]
  const choose = async (id: string) => {
    setOpened(false)
    try {
      take((await api.get<Rendered>(`/api/v1/cases/${it.id}/templates/${id}`)).text)
    } catch (thrown) {
      sayProblem(thrown)
    }
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" width={340} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          px={10}
          leftSection={<IconTemplate size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => setOpened(!opened)}
        >
          {t('inbox.compose.template')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <List
          templates={inTheirLanguage(found.data?.items ?? [])}
          waiting={found.isPending}
          choose={(id) => void choose(id)}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

type ListProps = { templates: Templates; waiting: boolean; choose: (id: string) => void }

function List({ templates, waiting, choose }: ListProps) {
  const { t } = useWords()
  const can = useCan()
  const [sought, setSought] = useState('')
  const fits = templates.filter(({ name, situation, text }) =>
    `${name} ${situation} ${text}`.toLowerCase().includes(sought.trim().toLowerCase()),
  )
  if (!waiting && templates.length === 0) {
    return (
      <p className={css.none}>
        {t('inbox.compose.no-templates')}{' '}
        {can('template:change') && <Link to="/settings/templates">{t('inbox.compose.make-templates')}</Link>}
      </p>
    )
  }
  return (
    <>
      <TextInput
        aria-label={t('inbox.compose.find-template')}
        placeholder={t('inbox.compose.find-template')}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      <ScrollArea.Autosize mah={280} mt={8}>
        <ul className={css.templates}>
          {fits.map((template) => (
            <li key={template.id}>
              <UnstyledButton onClick={() => choose(template.id)}>
                <strong>{template.name}</strong>
                <span>{template.situation || template.text}</span>
              </UnstyledButton>
            </li>
          ))}
          {!waiting && fits.length === 0 && <li className={css.none}>{t('parts.nothing-found')}</li>}
        </ul>
      </ScrollArea.Autosize>
    </>
  )
}
