/** One way to say that information is missing. */
interface Phrasing {
  readonly language: 'en' | 'de' | 'fr' | 'es' | 'zh' | 'ja';
  readonly pattern: RegExp;
}

const adverbs = '(?:(?:currently|actually|really|still|yet|unfortunately|also) )?';
const not =
  "(?:do not|don't|did not|didn't|have not|haven't|could not|couldn't|cannot|can't|can not|am not|'m not|am unable to|'m unable to|was not|wasn't|was unable to)";
const heard =
  '(?:mentioned|specified|stated|said|told|shared|provided|given|described|discussed|included|recorded|noted|named)';
const source =
  '(?:conversation|chat|context|messages?|history|summary|notes?|discussion|thread|memory|anything i|what (?:you|i)|part of)';

/**
 * How replies say that they lack something, by language. English first and most; the others hold the usual ways to
 * say it. A pattern speaks of the writer ("I don't have"), of the reader ("you haven't told me") or of the
 * conversation ("was not mentioned"), never of third persons, who may well lack something in a good answer.
 */
export const missingPhrasings: readonly Phrasing[] = [
  {
    // I don't have (any information about) …
    language: 'en',
    pattern: new RegExp(
      `\\bi ${adverbs}(?:do not|don't|did not|didn't) ${adverbs}(?:have|see|find|know|recall|remember|possess)\\b`,
      'u',
    ),
  },
  {
    // I can't say, find, recall, tell, determine …
    language: 'en',
    pattern: new RegExp(
      `\\bi(?: (?:am|was))? ?${adverbs}(?:could not|couldn't|cannot|can't|can not|unable to|'m unable to|not able to|'m not able to|wasn't able to) ${adverbs}(?:find|see|locate|recall|remember|tell|say|determine|identify|answer|know|retrieve)\\b`,
      'u',
    ),
  },
  { language: 'en', pattern: /\bi(?: am|'m) (?:not (?:sure|certain|aware)|unsure|unaware)\b/u },
  {
    language: 'en',
    pattern:
      /\bi have no (?:information|record|memory|knowledge|details?|idea|data|access|way of knowing)\b/u,
  },
  // You haven't told me.
  {
    language: 'en',
    pattern: new RegExp(
      `\\byou (?:have not|haven't|did not|didn't|have never|never) (?:\\w+ )?(?:${heard}|tell|mention|share|say|specify|provide|give)\\b`,
      'u',
    ),
  },
  // It was not mentioned; it is not in the conversation.
  {
    language: 'en',
    pattern:
      /\b(?:is not|isn't|was not|wasn't|are not|aren't|were not|weren't|has not been|hasn't been|have not been|haven't been|never) (?:been )?(?:mentioned|specified|stated|discussed|brought up)\b/u,
  },
  {
    language: 'en',
    pattern: new RegExp(
      `\\b(?:not|n't|never) (?:\\w+ ){0,3}(?:appear|come up|contain|mention|include|say|in|part of|available|provided|given)\\b[^.]*\\b(?:(?:my|our|the|this|your) (?:\\w+ ){0,2}${source}|${source}|to me)\\b`,
      'u',
    ),
  },
  {
    language: 'en',
    pattern:
      /\b(?:no|not any|isn't any|not enough|isn't enough|insufficient) (?:\w+ ){0,3}(?:information|details?|record|mention|context|data)\b[^.]*\b(?:here|available|provided|conversation|chat|context|messages|memory|i can|i have|to (?:know|say|tell|answer|determine))\b/u,
  },
  {
    language: 'en',
    pattern:
      /\bno (?:\w+ ){1,4}(?:has|have|had) been (?:mentioned|specified|provided|given|shared|discussed)\b/u,
  },
  { language: 'en', pattern: /\bwithout (?:more|further|additional) (?:context|information|details?)\b/u },
  { language: 'en', pattern: new RegExp(`\\bi ${not} (?:\\w+ )?(?:been )?(?:given|told|provided)\\b`, 'u') },
  {
    language: 'en',
    pattern:
      /\b(?:messages?|conversation|chat|context|summary|history|notes?|log)\b[^.]{0,40}\b(?:do not|does not|don't|doesn't|did not|didn't) (?:\w+ )?(?:contain|mention|include|say|specify|cover|tell|show|give)\b/u,
  },
  // German
  {
    language: 'de',
    pattern:
      /\b(?:ich )?(?:habe|finde|liegen mir|sehe) (?:(?:ich|leider|dazu|darüber|hier|bisher|mir) )*(?:keine?n?|nichts)\b/u,
  },
  {
    language: 'de',
    pattern: /\bin (?:unserem|diesem|unserer|dieser) [^.]{0,40}(?:finde|sehe) ich (?:keine?n?|nichts)\b/u,
  },
  { language: 'de', pattern: /\b(?:ich weiß|weiß ich) (?:leider |das )*nicht\b/u },
  {
    language: 'de',
    pattern:
      /\b(?:hast du|haben sie|du hast|sie haben|wurde|wurden) [^.]{0,60}(?:nicht|nie|noch nicht) (?:erwähnt|genannt|gesagt|angegeben|mitgeteilt|erzählt)\b/u,
  },
  {
    language: 'de',
    pattern: /\b(?:nicht|nie) (?:erwähnt|genannt|angegeben|mitgeteilt) (?:hast|haben|worden)\b/u,
  },
  {
    language: 'de',
    pattern:
      /\bich (?:kann|konnte) [^.]{0,60}(?:nicht finden|nicht sagen|keine?n? [^.]{0,40}finden)\b|\bich (?:erinnere mich|kann mich) [^.]{0,40}nicht\b/u,
  },
  // French
  {
    language: 'fr',
    pattern:
      /\bje (?:n'ai|ne dispose|ne trouve|ne vois|ne sais|ne connais|ne me souviens|ne peux)\b[^.]{0,20}\b(?:pas|aucune?|rien)\b/u,
  },
  {
    language: 'fr',
    pattern:
      /\b(?:vous|tu) ne? ?(?:m')?(?:avez|as|l'avez|l'as|m'avez|m'as) (?:pas|jamais)\b[^.]{0,20}\b(?:indiqué|dit|mentionné|précisé|donné|parlé)/u,
  },
  {
    language: 'fr',
    pattern:
      /\bn'(?:a|est|ont|y a) (?:pas|jamais|aucune?) [^.]{0,20}(?:mentionné|précisé|indiqué|information|trace)/u,
  },
  // Spanish
  {
    language: 'es',
    pattern:
      /(?:^|[^\p{L}])no (?:tengo|encuentro|dispongo|veo|sé|recuerdo|conozco|puedo (?:saber|decir|encontrar))(?:[^\p{L}]|$)/u,
  },
  {
    language: 'es',
    pattern:
      /(?:^|[^\p{L}])no (?:me )?(?:has|ha|se ha|lo has) (?:mencionado|dicho|indicado|contado|especificado)/u,
  },
  // Chinese, Japanese
  {
    language: 'zh',
    pattern:
      /(?:我|目前|这里|對話中|对话中)[^。！？]{0,12}(?:没有|沒有|找不到|不知道|不记得|不記得|无法(?:确定|得知|找到)|無法(?:確定|得知|找到))/u,
  },
  {
    language: 'zh',
    pattern:
      /(?:您|你)[^。！？]{0,8}(?:没有|沒有|还没|還沒|未)[^。！？]{0,4}(?:提到|提过|提過|告诉|告訴|说明|說明)/u,
  },
  {
    language: 'ja',
    pattern:
      /(?:情報|記録|記憶|データ)[^。]{0,6}(?:ありません|ございません|見つかりません|ない(?:です)?)|(?:わかりません|分かりません|存じません|覚えていません|見つかりませんでした|伺っていません|聞いていません)/u,
  },
];

/** A lack that is no lack of information: what the reader would like, or a promise. */
export const noLack: readonly RegExp[] = [
  /\b(?:sure|know|certain|aware|say|tell) (?:if|whether) you(?:'d| would)? (?:prefer|want|like|need|care|mind|have a preference)\b/u,
  /\b(?:which|what|how) (?:\w+ ){0,2}you(?:'d| would)? prefer\b/u,
  /\bob (?:du|sie) [^.]{0,60}(?:möchtest|möchten|willst|wollen|bevorzugst|bevorzugen|magst|mögen)\b/u,
  /(?:^|[^\p{L}])no sé si (?:prefieres|quieres|te gusta|prefiere|quiere)/u,
  /\bje ne sais pas si (?:vous préférez|vous voulez|tu préfères|tu veux)/u,
];
