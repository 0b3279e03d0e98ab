import { type Described, optionsWithChoices, quoted, steps } from './describe.ts';

/** A script that makes bash complete the program. Where it offers nothing, bash offers files. */
export function bashScript(program: string, described: readonly Described[]): string {
  const values = optionsWithChoices(described).map(
    ({ path, long, choices }) =>
      `    ${quoted(`${path} --${long}`)}) words=${quoted(choices.join(' '))} ;;`,
  );
  return `# bash completion of ${program}
_${program}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} at= words= options= word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case "$at $word" in
      ${steps(described).map(quoted).join(' | ')}) at="\${at:+$at }$word" ;;
    esac
  done
  case "$at" in
${described.map(commandCase).join('\n')}
  esac
  if [[ $cur == -* ]]; then words=$options; fi
  case "$at \${COMP_WORDS[COMP_CWORD - 1]}" in
${values.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _${program} ${program}
`;
}

function commandCase({ path, commands, options, choices }: Described): string {
  const words = [...commands.map(({ name }) => name), ...choices];
  const flags = options.map(({ long }) => `--${long}`);
  return `    ${quoted(path)}) words=${quoted(words.join(' '))} options=${quoted(flags.join(' '))} ;;`;
}
