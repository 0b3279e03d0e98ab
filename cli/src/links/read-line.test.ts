import { describe, expect, test } from 'vitest';
import { readLine } from './read-line.ts';
import { LINK_CASES } from './testing/link-cases.ts';

const LINK = 'https://youtu.be/aB3dE5fG7hI';
const SAME = 'https://www.youtube.com/watch?v=aB3dE5fG7hI&t=90';
const OTHER = 'https://youtu.be/-_9xYz01AbA';
const VIDEO = { provider: 'youtube', kind: 'video', id: 'aB3dE5fG7hI' };
const EPISODE = { provider: 'spotify', kind: 'episode', id: '512ojhOuo1ktJprKbVcKyQ' };

test.each(LINK_CASES)('$url alone in a line is read as documented', ({ url, of }) => {
  expect(readLine(url)).toEqual(of);
});

describe('the link of a line is the one', () => {
  test.each([
    ['with a zero-width space at its end', `${LINK}\u200B`],
    ['with the end of a bidirectional override', `${LINK}\u202C`],
    ['with a no-break space', `${LINK}\u00A0# note`],
    ['in a bullet', `- ${LINK}`],
    ['in a bullet without a space', `-${LINK}`],
    ['after an asterisk', `* ${LINK}`],
    ['after a plus', `+ ${LINK}`],
    ['after a round bullet', `• ${LINK}`],
    ['after a Japanese bullet', `・youtu.be/aB3dE5fG7hI`],
    ['after a number', `1. ${LINK}`],
    ['after a number in parentheses', `12) ${LINK}`],
    ['before a comma', `${LINK},`],
    ['before a full stop', `${LINK}.`],
    ['before an ellipsis', `${LINK}...`],
    ['before a Japanese full stop', `${LINK}。`],
    ['before Japanese without a space', `${LINK}を見た`],
    ['after Japanese without a space', `見た${LINK}`],
    ['before a note', `${LINK} # note`],
    ['after a title', `My title #3: ${LINK}`],
    ['after a title with dots and slashes', `Fate/Zero vol. 2/3, S01.E02 ${LINK}`],
    ['after the name of a site', `youtube.com: ${LINK}`],
    [
      'after the word spotify',
      'On Spotify: https://open.spotify.com/episode/512ojhOuo1ktJprKbVcKyQ',
    ],
    ['after a date', `2026-11-20 ${LINK}`],
    ['in a quoted e-mail', `> ${LINK}`],
    ['in angle brackets', `<${LINK}>`],
    ['in parentheses', `Title (${LINK})`],
    ['in quotes', `"${LINK}"`],
    ['in typographic quotes', `“${LINK}”`],
    ['in Japanese brackets', `「${LINK}」`],
    ['in backticks', `\`${LINK}\``],
    ['in bold', `**${LINK}**`],
    ['of Markdown', `[title](${LINK})`],
    ['of Markdown with a title attribute', `[title](${LINK} "hint")`],
    ['of Markdown without a title', `[](${LINK})`],
    ['of Markdown whose title is an x', `[x](${LINK})`],
    ['of Markdown whose title is itself', `[${LINK}](${LINK})`],
    ['of Markdown whose title is a shorter form', `[youtu.be/aB3dE5fG7hI](${SAME})`],
    ['of Markdown by reference', `[1]: ${LINK}`],
    ['before a hard line break of Markdown', `${LINK}\\`],
    ['of HTML', `<a href="${LINK}">title</a>`],
    ['of HTML without quotes', `<a href=${LINK}>title</a>`],
    [
      'of HTML with an entity',
      '<a href="https://www.youtube.com/watch?app=desktop&amp;v=aB3dE5fG7hI">',
    ],
    ['of Org mode', `[[${LINK}][title]]`],
    ['of a wiki', `[${LINK} title]`],
    ['of Slack', `<${LINK}|title>`],
    ['of JSON', `{"url":"https:\\/\\/youtu.be\\/aB3dE5fG7hI","seen":true},`],
    ['of a table', `2026-11-20,${LINK},"title, the second"`],
    ['of a shell', String.raw`https://www.youtube.com/watch\?v\=aB3dE5fG7hI`],
    ['of a shortcut', `URL=${LINK}`],
    ['after a ticked box', `- [x] ${LINK}`],
    ['after a box ticked with a capital X', `* [X] ${LINK}`],
    ['after a ticked box character', `☑ ${LINK}`],
    ['that occurs twice', `${LINK} ${SAME}`],
    ['that occurs twice without a space', `${LINK}${SAME}`],
    ['in a line in another encoding', `M\uFFFDnchen ${LINK}\uFFFD`],
    [
      'after raw text in a parameter',
      "https://www.youtube.com/watch?ab_channel=That's日本語&v=aB3dE5fG7hI",
    ],
  ])('%s', (_, line) => {
    expect(readLine(line)).toEqual(line.includes('potify') ? EPISODE : VIDEO);
  });

  test('whose id is escaped by Markdown', () => {
    expect(readLine(String.raw`https://youtu.be/-\_9xYz01AbA`)).toEqual({
      ...VIDEO,
      id: '-_9xYz01AbA',
    });
  });

  test('of the Spotify app', () => {
    expect(readLine('- spotify:episode:512ojhOuo1ktJprKbVcKyQ, part 2')).toEqual(EPISODE);
  });

  test('that cannot be recorded, whatever surrounds it', () => {
    expect(readLine('- [a channel](https://www.youtube.com/@example)')).toEqual({
      provider: 'youtube',
      reject: 'channel',
    });
  });
});

describe('a line with two links is refused', () => {
  test.each([
    ['with a space between them', `${LINK} ${OTHER}`],
    ['with a comma between them', `${LINK},${OTHER}`],
    ['with nothing between them', `${LINK}${OTHER}`],
    ['joined after a parameter', `${LINK}?si=x${OTHER}`],
    ['joined without a scheme', `${LINK}?si=xyoutu.be/-_9xYz01AbA`],
    ['joined after a fragment', `youtu.be/aB3dE5fG7hI#youtu.be/-_9xYz01AbA`],
    ['of two providers', `${LINK}?t=1spotify:episode:512ojhOuo1ktJprKbVcKyQ`],
    ['after one of Spotify', 'spotify:episode:512ojhOuo1ktJprKbVcKyQ?x=youtu.be/aB3dE5fG7hI'],
    [
      'after one of Spotify, without anything between them',
      'spotify:episode:512ojhOuo1ktJprKbVcKyQ:youtu.be/aB3dE5fG7hI',
    ],
    ['one is the title of the other', `[${LINK}](${OTHER})`],
    ['one leads elsewhere', `${LINK} https://example.org/notes`],
    ['one leads elsewhere, without a scheme', `nicovideo.jp/watch/sm9 ${LINK}`],
    ['one is in the query of another site', `https://example.org/?u=${LINK}`],
    ['one is archived by another site', `https://web.archive.org/web/2020/${LINK}`],
    ['one is a channel', `${LINK} by https://www.youtube.com/@example`],
    ['one is broken', `${LINK} https://youtu.be/-_9xYz01A`],
    ['one is cut short', `[youtu.be/aB3dE…](${LINK})`],
    ['one cannot be read', `${LINK} https://youtu.be:99999/-_9xYz01AbA`],
  ])('%s', (_, line) => {
    expect(readLine(line)).toEqual({ provider: null, reject: 'several_links' });
  });
});

describe('a line that may not mean "watched" is refused', () => {
  test.each([
    `- [ ] ${LINK}`,
    `* [ ] [title](${LINK})`,
    `[ ] ${LINK}`,
    `1. [] ${LINK}`,
    `> - [\u00A0] ${LINK}`,
    `- [-] ${LINK}`,
    `- [/] ${LINK}`,
    `☐ ${LINK}`,
    `** TODO ${LINK}`,
    `- TODO ${LINK}`,
    `TODO ${LINK}`,
    `TODO: ${LINK}`,
    `- TODO: ${LINK}`,
    `todo: ${LINK}`,
    `To watch: ${LINK}`,
    `watch later: title ${LINK}`,
  ])('%s, as still to do', (line) => {
    expect(readLine(line)).toEqual({ provider: null, reject: 'to_do' });
  });

  test.each([
    `TODOS LOS SANTOS ${LINK}`,
    `Todo sobre mi madre ${LINK}`,
    `watched: ${LINK}`,
    `Watch it again ${LINK}`,
  ])('%s, but not because of a word in its title', (line) => {
    expect(readLine(line)).toMatchObject({ provider: 'youtube' });
  });

  test.each([
    `// ${LINK}`,
    `//${LINK}`,
    `; ${LINK}`,
    `<!-- ${LINK} -->`,
    `- ~~${LINK}~~`,
    `<del>${LINK}</del>`,
  ])('%s, as crossed out', (line) => {
    expect(readLine(line)).toEqual({ provider: null, reject: 'crossed_out' });
  });
});

describe('a line without a link to a provider is refused as', () => {
  test.each([
    ['not_a_link', 'hello'],
    ['not_a_link', '- [ ] buy milk'],
    ['not_a_link', 'How https:// works'],
    ['not_a_link', 'aB3dE5fG7hI'],
    ['not_a_link', 'ftp://youtu.be/aB3dE5fG7hI'],
    ['not_a_link', 'https://youtu.be:99999/aB3dE5fG7hI'],
    ['foreign_host', 'me@youtube.com/watch?v=aB3dE5fG7hI'],
    ['foreign_host', 'title notyoutube.com/watch?v=aB3dE5fG7hI'],
    ['foreign_host', 'title https://www.yоutube.com/watch?v=aB3dE5fG7hI'],
    ['foreign_host', 'https://example.org\\@youtube.com/watch?v=aB3dE5fG7hI'],
    ['foreign_host', 'https://a.example.org and https://b.example.org'],
  ])('%s: %s', (reject, line) => {
    expect(readLine(line)).toEqual({ provider: null, reject });
  });
});

test('a line of a million characters is read at once', () => {
  const lines = ['a', '.', 'a.', ' ', '1.', 'https://', '~', '[', '日', 'a.bc/', '=http://a'].map(
    (unit) => unit.repeat(1_000_000 / unit.length),
  );

  for (const line of lines) expect(readLine(`x${line}x`)).toHaveProperty('reject');
}, 10_000);
