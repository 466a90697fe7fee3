import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFor } from '../tests/e2e/driver/create-driver.ts';
import { run, tailOf } from './run-command.ts';

/** What web-ext says about one place in the extension. */
interface Finding {
  _type: 'error' | 'warning' | 'notice';
  code: string;
  message: string;
  description: string;
  file?: string;
  /** Counted from 1. */
  line?: number;
  /** Counted from 0. */
  column?: number;
}

/** A warning we live with, told apart by the code it stands on. */
interface Allowance {
  code: string;
  /** What the code holds around the place; absent for what concerns the manifest. */
  near?: RegExp;
  /** How often it is expected. */
  times: number;
  reason: string;
}

const ALLOWED: readonly Allowance[] = [
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    times: 1,
    reason: 'Waymark is not offered for Android; to name a version for it would offer it there.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    near: /\.__html==\w+\.innerHTML\)?\|\|\(\w+\.innerHTML=\w+\.__html/,
    times: 1,
    reason: 'Preact’s own code for dangerouslySetInnerHTML, never used here.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    near: /=`&`\+\w+\+`;`;\w+\.innerHTML=/,
    times: 1,
    reason:
      'micromark decodes a character reference (&name;, letters and digits) in a loose element.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    near: /\.document\(\)\.write\(/,
    times: 2,
    reason:
      'micromark’s tokenizer has a method of that name (notes, HTML export); it is no page’s.',
  },
];

/** Characters looked at on each side of a finding: a statement or two of minified code. */
const SURROUNDINGS = 120;

const build = buildFor('firefox');

function surroundingsOf({ file, line, column = 0 }: Finding): string {
  if (!file || !line) return '';
  const text = readFileSync(join(build, file), 'utf8').split('\n')[line - 1] ?? '';
  return text.slice(Math.max(0, column - SURROUNDINGS), column + SURROUNDINGS);
}

function fits(finding: Finding, { code, near }: Allowance): boolean {
  if (finding._type !== 'warning' || finding.code !== code) return false;
  return near === undefined || near.test(surroundingsOf(finding));
}

async function lint(): Promise<Finding[]> {
  const options = ['--source-dir', build, '--output', 'json', '--no-config-discovery'];
  // It would ask the network whether there is a newer web-ext.
  const env = { NO_UPDATE_NOTIFIER: '1' };
  const { output } = await run(['web-ext', 'lint', ...options], { env });
  const start = output.indexOf('{');
  if (start < 0) throw new Error(`web-ext lint did not work:\n${tailOf(output)}`);
  const { errors, warnings, notices } = JSON.parse(
    output.slice(start, output.lastIndexOf('}') + 1),
  );
  return [...errors, ...warnings, ...notices];
}

const findings = await lint();
const complaints: string[] = findings
  .filter((finding) => !ALLOWED.some((allowance) => fits(finding, allowance)))
  .map(({ _type, code, message, description, file = '', line = '', column = '' }) => {
    return `${_type} ${code} in ${file}:${line}:${column}\n  ${message}\n  ${description}`;
  });
for (const allowance of ALLOWED) {
  const times = findings.filter((finding) => fits(finding, allowance)).length;
  const { code, near, reason } = allowance;
  if (times === allowance.times) console.log(`allowed ${times} × ${code}: ${reason}`);
  else complaints.push(`${code} ${near ?? ''} is seen ${times} times, not ${allowance.times}.`);
}

for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
else console.log('web-ext lint: nothing else to say about the Firefox build.');
