/** Emoji, kaomoji and forum codes by strength, −3…3. 🙂 and 🌝 are read as sarcasm in Chinese, so they are left out. */
export const SIGNS: Readonly<Record<string, string>> = {
  '2': '😍 🥰 😘 ❤ ♥ 💕 💖 💗 👍 💯 👏 🎉 🌹 🌟 ⭐ 🤩 😻 🙌 💪 ✌ 😋 [赞] [good] [爱心] [强] [鲜花] [玫瑰] [鼓掌] [色] :) :-) :d ^_^ (^_^) ^^ <3',
  '1': '😊 😄 😁 😀 😃 😆 ☺ 😎 🤗 🙏 👌 😂 🤣 😝 😜 [呲牙] [愉快] [ok] [握手] [抱拳] [微笑] [可爱] [嘿哈]',
  '-1': '😓 😢 😞 😔 😟 😕 🙁 ☹ 😥 😰 😪 😫 😩 🥲 😒 🙄 😑 😐 🤔 [流汗] [冷汗] [捂脸] [晕] [尴尬] [难过] [撇嘴] [白眼] :( :-( :/ t_t -_- =_=',
  '-2': '😡 😠 🤬 👎 💩 🤮 🤢 😤 😭 💔 🖕 👿 [弱] [怒] [发怒] [抓狂] [吐] [衰] [鄙视] [差劲] [便便] [心碎] [大哭]',
}
