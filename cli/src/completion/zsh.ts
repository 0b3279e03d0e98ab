import { type Described, optionsWithChoices, quoted, steps } from './describe.ts';

/** A script that makes zsh complete the program, whether it is sourced or in a folder of `fpath`. */
export function zshScript(program: string, described: readonly Described[]): string {
  const values = optionsWithChoices(described).map(
    ({ path, long, choices }) =>
      `    ${quoted(`${path} --${long}`)}) compadd -- ${choices.map(quoted).join(' ')}; return ;;`,
  );
  return `#compdef ${program}
_${program}() {
  local at= word
  local -a commands options choices
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$at $word" in
      ${steps(described).map(quoted).join(' | ')}) at="\${at:+$at }$word" ;;
    esac
  done
  case "$at \${words[CURRENT-1]}" in
${values.join('\n')}
  esac
  case "$at" in
${described.map(commandCase).join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then
    _describe option options
  elif (( \${#commands} )); then
    _describe command commands
  elif (( \${#choices} )); then
    compadd -a choices
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" == _${program} ]]; then
  _${program} "$@"
else
  compdef _${program} ${program}
fi
`;
}

function commandCase({ path, commands, options, choices }: Described): string {
  const lines = [
    `commands=(${commands.map(({ name, meaning }) => entry(name, meaning)).join(' ')})`,
    `options=(${options.map(({ long, meaning }) => entry(`--${long}`, meaning)).join(' ')})`,
    `choices=(${choices.map(quoted).join(' ')})`,
  ];
  return `    ${quoted(path)})\n${lines.map((line) => `      ${line}`).join('\n')}\n      ;;`;
}

/** For `_describe`, which splits at the first colon. */
const entry = (name: string, meaning: string) => quoted(`${name}:${meaning}`);
