import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { saysMissing } from '../../src/main/memory/second-look/says-missing';

const caseSchema = z.object({
  id: z.int(),
  language: z.string(),
  kind: z.string(),
  question: z.string(),
  reply: z.string(),
  /** Whether the reply says that information is missing. */
  missing: z.boolean(),
});

/** One written case: a reply and whether it says that information is missing. */
export type LookCase = Readonly<z.infer<typeof caseSchema>>;

/** The written cases of the project. */
export function readCases(): readonly LookCase[] {
  const path = join(import.meta.dirname, '../../test/fixtures/second-look/cases.json');
  return z.array(caseSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** How often the detection agrees with the cases, and where it does not. */
export interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
  readonly wrong: readonly LookCase[];
}

/** Puts the detection to the cases. */
export function confusionOf(cases: readonly LookCase[]): Confusion {
  const judged = cases.map((each) => ({ each, said: saysMissing(each.reply) !== null }));
  const count = (missing: boolean, said: boolean): number =>
    judged.filter((one) => one.each.missing === missing && one.said === said).length;
  return {
    truePositives: count(true, true),
    falsePositives: count(false, true),
    trueNegatives: count(false, false),
    falseNegatives: count(true, false),
    wrong: judged.filter(({ each, said }) => each.missing !== said).map(({ each }) => each),
  };
}

/** The table that the command prints. */
export function confusionTable(cases: readonly LookCase[]): string {
  const { truePositives, falsePositives, trueNegatives, falseNegatives, wrong } = confusionOf(cases);
  const cell = (value: number | string): string => String(value).padStart(10);
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
  const languages = [...new Set(cases.map(({ language }) => language))];
  const byLanguage = languages.map((language) => {
    const own = cases.filter((each) => each.language === language);
    return `  ${language}: ${String(own.length - confusionOf(own).wrong.length)} of ${String(own.length)} right`;
  });
  return [
    `${String(cases.length)} written cases`,
    '',
    `${''.padEnd(26)}${cell('looks')}${cell('does not')}`,
    `${'says it is missing'.padEnd(26)}${cell(truePositives)}${cell(falseNegatives)}`,
    `${'only looks like it'.padEnd(26)}${cell(falsePositives)}${cell(trueNegatives)}`,
    '',
    `precision ${share(truePositives, truePositives + falsePositives)}, recall ${share(truePositives, truePositives + falseNegatives)}`,
    ...byLanguage,
    ...wrong.map(({ id, missing, reply }) => `  case ${String(id)}, missing ${String(missing)}: ${reply}`),
  ].join('\n');
}
