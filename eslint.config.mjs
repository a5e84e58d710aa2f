import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name the export: a default export gets another name in every file that imports it.',
};
const NAMED_AS_DEFAULT = {
  selector: 'ExportSpecifier[exported.name="default"]',
  message: DEFAULT_EXPORT.message,
};
const BARREL = {
  selector: 'ExportAllDeclaration',
  message: 'No barrels: import from the file that holds the idea.',
};

/**
 * Rules of every file.
 * @type {import('eslint').Linter.RulesRecord}
 */
const everywhere = {
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
  ],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
  '@typescript-eslint/prefer-readonly': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  eqeqeq: ['error', 'always'],
  'no-restricted-syntax': ['error', DEFAULT_EXPORT, NAMED_AS_DEFAULT, BARREL],
  'prefer-const': 'error',
  'no-param-reassign': 'error',
  'object-shorthand': 'error',
  'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
};

export default defineConfig(
  {
    ignores: ['node_modules/', 'out/', 'dist/', 'test-results/', 'playwright-report/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: everywhere,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
    },
  },
  {
    // A table is one function: it prepares its statements once and returns closures over them.
    files: ['src/main/storage/tables/*.ts', 'src/main/engine/operations/*-operations.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 160 }] },
  },
  {
    // One statement of SQL: data in the form of a module.
    files: ['src/main/storage/migrations/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['src/main/**/*.ts', 'src/shared/**/*.ts', 'src/preload/**/*.ts'],
    rules: {
      // The one tsconfig gives every file the DOM's types; outside the page these names do not exist.
      'no-restricted-globals': ['error', 'window', 'document', 'localStorage', 'sessionStorage', 'navigator'],
    },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}', 'test/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // A test may say `!`: where the value is missing it fails at that line, which is its business.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A fake implements an asynchronous port without waiting for anything.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['*.config.{ts,mjs}', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['scripts/**/*.mjs', '*.mjs'],
    // The rule does not see casts written in JSDoc; the compiler does (checkJs).
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  {
    files: ['**/*.cjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      parserOptions: { project: false, projectService: false, program: null },
      sourceType: 'commonjs',
      globals: { module: 'writable' },
    },
  },
);
