import { Button, CopyButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import type { FactorOffer, MeView, RecoveryCodes } from '../../../../shared/contracts/session.ts'
import { api } from '../../../api.ts'
import { FormProblem, RestOfProblem, SecretField, TextField } from '../../../parts/fields.tsx'
import { sessionQuery } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import css from '../settings.module.css'

type Offer = z.input<typeof FactorOffer>
type Codes = z.input<typeof RecoveryCodes>
type Wish = 'begin' | 'renew' | 'remove'

/** Turning two-step sign-in on and off, and its recovery codes. Each begins with the password. */
export function TwoFactorPart({ me }: { me: z.input<typeof MeView> }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [wish, setWish] = useState<Wish | null>(null)
  const [offer, setOffer] = useState<Offer | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const look = async () => {
    await queries.invalidateQueries({ queryKey: ['me'] })
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  const done = async (given: Codes | null) => {
    setWish(null)
    setOffer(null)
    setCodes(given?.codes ?? null)
    await look()
  }

  return (
    <section className={css.part}>
      <h2>{t('settings.factor')}</h2>
      {codes ? (
        <div className={css.form}>
          <p className={css.quiet}>{t('settings.factor-codes')}</p>
          <ul className={css.codes}>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <div className={css.row}>
            <Button onClick={() => setCodes(null)}>{t('settings.factor-kept')}</Button>
            <CopyButton value={codes.join('\n')}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? t('settings.copied') : t('settings.copy')}
                </Button>
              )}
            </CopyButton>
            <Button
              variant="default"
              component="a"
              href={`data:text/plain;charset=utf-8,${encodeURIComponent(codes.join('\n'))}`}
              download="recovery-codes.txt"
            >
              {t('settings.factor-file')}
            </Button>
          </div>
        </div>
      ) : offer ? (
        <Confirm offer={offer} done={done} cancel={() => setOffer(null)} />
      ) : wish ? (
        <Prove wish={wish} offered={setOffer} done={done} cancel={() => setWish(null)} />
      ) : (
        <>
          <p>{me.twoFactor ? t('settings.factor-on', { n: me.recoveryCodesLeft }) : t('settings.factor-off')}</p>
          <div className={css.row}>
            {me.twoFactor ? (
              <>
                <Button variant="default" onClick={() => setWish('renew')}>
                  {t('settings.factor-renew')}
                </Button>
                <Button variant="default" color="red" onClick={() => setWish('remove')}>
                  {t('settings.factor-remove')}
                </Button>
              </>
            ) : (
              <Button variant="default" onClick={() => setWish('begin')}>
                {t('settings.factor-begin')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

type ProveProps = {
  wish: Wish
  offered: (offer: Offer) => void
  done: (codes: Codes | null) => Promise<void>
  cancel: () => void
}

function Prove({ wish, offered, done, cancel }: ProveProps) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const prove = useMutation({
    mutationFn: async () => {
      if (wish === 'begin') return offered(await api.send<Offer>('POST', '/api/v1/me/two-factor', { password }))
      if (wish === 'renew') return await done(await api.send<Codes>('POST', '/api/v1/me/recovery-codes', { password }))
      await api.send('DELETE', '/api/v1/me/two-factor', { password })
      await done(null)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    prove.mutate()
  }
  return (
    <FormProblem problem={prove.error}>
      <form className={css.form} onSubmit={submit}>
        <SecretField
          path="password"
          label={t('settings.prove')}
          autoComplete="current-password"
          autoFocus
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <RestOfProblem />
        <div className={css.row}>
          <Button type="submit" loading={prove.isPending} {...(wish === 'remove' && { color: 'red' })}>
            {wish === 'remove' ? t('settings.factor-remove') : t('settings.go-on')}
          </Button>
          <Button variant="subtle" color="gray" onClick={cancel}>
            {t('settings.cancel')}
          </Button>
        </div>
      </form>
    </FormProblem>
  )
}

type ConfirmProps = { offer: Offer; done: (codes: Codes) => Promise<void>; cancel: () => void }

function Confirm({ offer, done, cancel }: ConfirmProps) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: async () => await done(await api.send<Codes>('PUT', '/api/v1/me/two-factor', { code })),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate()
  }
  return (
    <FormProblem problem={confirm.error}>
      <form className={css.form} onSubmit={submit}>
        <p>{t('settings.factor-scan')}</p>
        <code>{offer.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        <img
          className={css.picture}
          alt={t('settings.factor-picture')}
          src={`data:image/svg+xml;utf8,${encodeURIComponent(offer.picture)}`}
        />
        <TextField
          path="code"
          label={t('settings.factor-code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <RestOfProblem />
        <div className={css.row}>
          <Button type="submit" loading={confirm.isPending}>
            {t('settings.factor-confirm')}
          </Button>
          <Button variant="subtle" color="gray" onClick={cancel}>
            {t('settings.cancel')}
          </Button>
        </div>
      </form>
    </FormProblem>
  )
}
