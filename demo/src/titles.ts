// Together they are titles such as 島の朝市.
const PLACES = [
  '島',
  '冬',
  '駅前',
  '雨の日',
  '春',
  '商店街',
  '夜',
  '海辺',
  '秋',
  '休みの日',
  '隣町',
  '夏',
  '山',
] as const;
const TOPICS = [
  '朝市',
  'したく',
  '弁当',
  '手紙',
  '散歩道',
  '匂い',
  '台所',
  '道具',
  '音',
  '写真',
  '献立',
] as const;

/**
 * The title of a video or podcast episode. If the name of its channel or podcast is Latin, titles are numbered.
 * Otherwise, 143 titles in a row differ, because the numbers of places and topics are coprime.
 */
export function titleOf(name: string, number: number): string {
  if (/^[ -~]+$/.test(name)) return `${name} #${number}`;
  const index = (name.codePointAt(0) ?? 0) + number;
  return `${PLACES[index % PLACES.length]}の${TOPICS[index % TOPICS.length]}`;
}
