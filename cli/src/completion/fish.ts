import { type Described, type DescribedOption, steps } from './describe.ts';

/** A script that makes fish complete the program. */
export function fishScript(program: string, described: readonly Described[]): string {
  const at = `__${program}_at`;
  return `# fish completion of ${program}
complete -c ${program} -e
function ${at}
    set -l at ''
    set -l given (commandline -opc)
    for word in $given[2..-1]
        switch "$at $word"
            case ${steps(described).map(quoted).join(' ')}
                set at (string trim "$at $word")
        end
    end
    test "$at" = "$argv"
end
${described.flatMap((one) => linesOf(program, at, one)).join('\n')}
`;
}

function linesOf(program: string, at: string, described: Described): string[] {
  const { path, commands, options, choices } = described;
  const start = `complete -c ${program} -n ${quoted(`${at} ${path}`.trim())}`;
  return [
    // Otherwise fish offers files too.
    ...(commands.length + choices.length > 0 ? [`${start} -f`] : []),
    ...commands.map(({ name, meaning }) => `${start} -a ${quoted(name)} -d ${quoted(meaning)}`),
    ...choices.map((choice) => `${start} -a ${quoted(choice)}`),
    ...options.map((option) => `${start} ${flagsOf(option)} -d ${quoted(option.meaning)}`),
  ];
}

function flagsOf({ long, short, takesValue, choices }: DescribedOption): string {
  return [
    `-l ${long}`,
    ...(short === undefined ? [] : [`-s ${short}`]),
    ...(choices.length > 0 ? [`-x -a ${quoted(choices.join(' '))}`] : takesValue ? ['-r'] : []),
  ].join(' ');
}

/** Unlike other shells, fish has escape sequences in single quotes. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
