import { Button, CopyButton, TextInput } from '@mantine/core'
import { IconForms } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { FormProblem, RestOfProblem, TextField } from '../../parts/fields.tsx'
import { PageBody } from '../../parts/PageBody.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { OneTap } from './OneTap.tsx'
import css from './surveys.module.css'
import { type Survey, surveyQuery } from './surveys.ts'

/** The ways to the survey: its link, the code to scan, a poster, a link for one tap in a mail. */
export function SharePane({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const mayChange = useCan()('survey:change')
  if (survey.version === 0) {
    return (
      <EmptyState
        icon={<IconForms size={28} stroke={1.5} />}
        said={t('survey.share-none')}
        next={t('survey.share-none-next')}
      />
    )
  }
  return <Ways survey={survey} mayChange={mayChange} />
}

const FACTS = ['product', 'order', 'branch'] as const
type Facts = Record<(typeof FACTS)[number], string>

/** The link, and everything that carries it; what it is about goes into all of them. */
function Ways({ survey, mayChange }: { survey: Survey; mayChange: boolean }) {
  const { t } = useWords()
  const [facts, setFacts] = useState<Facts>({ product: '', order: '', branch: '' })
  const filled = FACTS.flatMap((name): [string, string][] =>
    facts[name].trim() === '' ? [] : [[name, facts[name].trim()]],
  )
  const about = new URLSearchParams(filled).toString()
  const withAbout = (path: string) => (about === '' ? path : `${path}?${about}`)
  const base = `/api/v1/surveys/${survey.id}`
  const names = { product: t('survey.fact-product'), order: t('survey.fact-order'), branch: t('survey.fact-branch') }
  return (
    <PageBody>
      <div className={css.share}>
        <div className={css.ways}>
          <Way
            label={t('survey.link')}
            about={survey.state === 'open' ? t('survey.link-about') : t('survey.link-closed')}
            url={withAbout(survey.url)}
          />
          <fieldset className={css.facts}>
            <legend>{t('survey.with-facts')}</legend>
            <p>{t('survey.with-facts-about')}</p>
            <div className={css.three}>
              {FACTS.map((name) => (
                <TextInput
                  key={name}
                  label={names[name]}
                  value={facts[name]}
                  maxLength={120}
                  onChange={(event) => setFacts({ ...facts, [name]: event.currentTarget.value })}
                />
              ))}
            </div>
          </fieldset>
          <OneTap survey={survey} about={about} />
          {mayChange && <Address key={survey.slug} survey={survey} />}
        </div>
        <figure className={css.qr}>
          <img
            src={`${base}/qr.svg?at=${survey.slug}${about && `&${about}`}`}
            alt={t('survey.qr-of', { url: withAbout(survey.url) })}
            width={220}
            height={220}
          />
          <figcaption>
            <Button component="a" variant="light" href={withAbout(`${base}/poster`)} target="_blank" rel="noopener">
              {t('survey.poster')}
            </Button>
            <Button
              component="a"
              variant="default"
              href={withAbout(`${base}/qr.svg`)}
              download={`${[survey.slug, ...filled.map(([, value]) => value)].join('-')}.svg`}
            >
              {t('survey.qr-download')}
            </Button>
          </figcaption>
        </figure>
      </div>
    </PageBody>
  )
}

function Way({ label, about, url }: { label: string; about: string; url: string }) {
  const { t } = useWords()
  return (
    <div className={css.way}>
      <TextInput
        label={label}
        description={about}
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy} aria-live="polite">
            {copied ? t('survey.copied') : t('survey.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}

/** Another word in the link; what was printed with the old one leads nowhere then, and that is said before. */
function Address({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { say } = useSaying()
  const [slug, setSlug] = useState(survey.slug)
  const moving = useMutation({
    mutationFn: () => api.send<Survey>('PUT', `/api/v1/surveys/${survey.id}/address`, { slug }),
    onSuccess: (moved) => {
      queries.setQueryData(surveyQuery(survey.id).queryKey, moved)
      say(t('survey.moved-said'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    moving.mutate()
  }
  return (
    <FormProblem problem={moving.error}>
      <form onSubmit={submit}>
        <div className={css.way}>
          <TextField
            path="slug"
            label={t('survey.address')}
            description={t('survey.address-about')}
            value={slug}
            onChange={(event) => setSlug(event.currentTarget.value.trim().toLowerCase())}
          />
          <Button type="submit" variant="default" disabled={slug === survey.slug} loading={moving.isPending}>
            {t('survey.address-change')}
          </Button>
        </div>
        <RestOfProblem />
      </form>
    </FormProblem>
  )
}
