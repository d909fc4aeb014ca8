/** The commonest words by language: enough to tell languages in latin letters apart. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the and is are was were be been to of in it that this for with on as at by not have has had but they you i my we your from or an will would can could so very just what when there their which do does did me his her him if no all out about get got please',
  fr: 'le la les des et est une un du pour que qui dans ce cette pas je vous nous avec sur mais très plus ne il elle sont été au aux mon ma mes',
  de: 'der die das und ist nicht ein eine ich zu mit von auf für den dem sich es wir sie auch aber sehr war bei wie nach noch mein meine wurde',
  es: 'el la los las de que y es en un una por con para no se lo su muy pero como más este esta mi yo fue está son del al me ha',
  pt: 'o a os as de que e é em um uma por com para não se muito mas como mais este esta meu minha foi está são do da no na eu',
  it: 'il lo la gli le di che e è un una per con non si molto ma come più questo questa mio mia sono del della nel ho ha stato',
  nl: 'de het een en van ik is niet dat op te zijn met voor er maar heel mijn ook bij naar wat was hebben aan',
  id: 'yang dan di ini itu dengan untuk tidak dari saya ada sudah bisa akan juga sangat kami barang pengiriman tapi',
  vi: 'và là của có không tôi được cho này với rất các một người đã hàng',
  tr: 've bir bu için çok ama ile değil da de ben ürün var yok kadar daha gibi güzel',
}

const byWord = new Map<string, string[]>()
for (const [tag, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), tag])
}

/** Word → languages in which it is among the commonest. */
export const STOP_WORDS: ReadonlyMap<string, readonly string[]> = byWord
