import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brandShades, contrast } from './brand-colour.ts'

describe('brandShades', () => {
  for (const colour of ['#ffffff', '#000000', '#ffff00', '#c2410c', '#0000ff', '#7f7f7f', '#0f766e']) {
    it(`makes ${colour} readable as text, and what is written on it`, () => {
      const { light, onLight, dark, onDark } = brandShades(colour)
      assert.ok(contrast(light, '#fbfbf9') >= 4.5, `${light} on paper`)
      assert.ok(contrast(dark, '#14171a') >= 4.5, `${dark} on ink`)
      assert.ok(contrast(light, onLight) >= 4.5, `${onLight} on ${light}`)
      assert.ok(contrast(dark, onDark) >= 4.5, `${onDark} on ${dark}`)
    })
  }
  it('leaves a colour alone that can be read', () => assert.equal(brandShades('#0f766e').light, '#0f766e'))
  it('takes nothing that is no colour', () => {
    for (const text of [null, undefined, '', 'red', '#fff', '#12345g', '#000000;}*{display:none']) {
      assert.deepEqual(brandShades(text), brandShades(null))
    }
  })
})
