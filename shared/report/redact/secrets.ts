/** What stands for a secret, here as in what is filtered while it is read. */
export const removed = '[removed]';

const name = String.raw`pass(?:word|wd|phrase|wort)|pwd?|kennwort|secret|token|api[_-]?key|session[_-]?key|authorization|cookie`;
const named = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?!publicKeyToken)((?:[a-z]{1,12}[_-]?)?(?:${name})\\?["']?(?:[ \t]{0,8}[=:][ \t]{0,8}|>))(?:(\\?")(?:[^"\r\n\\]|\\(?!"))+|(')[^'\r\n]+|(?:Bearer|Basic|Negotiate|NTLM)[ \t]+[^\s"'<>]+|[^\s"'<>;,&]+)`,
  'giu',
);
const inUrl = /(?<=\b[a-z][a-z\d+.-]{1,20}:\/\/)[^\s/@:"'<>]+:[^\s/@"'<>]+(?=@)/giu;

/** A text without what its own names say to be a secret: it gets no placeholder, for no list may hold it. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(named, (_found, key: string, double = '', single = '') => `${key}${double}${single}${removed}`)
    .replace(inUrl, removed);

const whole = new RegExp(String.raw`^(?!publicKeyToken)(?:[a-z]{1,12}[_-]?)?(?:${name})$`, 'iu');
/** Whether the values under a name of a JSON document are secret. */
export const isSecretName = (key: string): boolean => whole.test(key);
