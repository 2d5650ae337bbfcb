// The schema of the file in the validator that most other programs have, at its strictest. No browser, and no release.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fileOf, someRecords } from '../steps.mjs';

const read = async (path) => JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'));

let check;
before(async () => {
  // Strict: an unknown keyword, format or type, or a keyword without its type, is an error and not a warning.
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  check = ajv.compile(await read('public/schema/kube-1.schema.json'));
});

const errors = (file) => (check(file) ? [] : check.errors.filter((error) => error.keyword !== 'if').map((error) => `${error.instancePath} ${error.keyword}`));

test('the files of version 1 are valid', async () => {
  for (const name of ['full', 'group']) assert.deepEqual(errors(await read(`tests/fixtures/v1/${name}.json`)), [], name);
});

test('a day that is in no calendar, and an id that is none, are told', () => {
  assert.deepEqual(errors(fileOf(someRecords())), []);
  const born = errors(fileOf(someRecords({ member: { birth_date: '2014-02-30' } })));
  assert.deepEqual(born, ['/records/1/changes/0/set/birth_date format']);
  assert.deepEqual(errors(fileOf(someRecords(), { id: 'x' })), ['/id format']);
});

test('a recap with a person in it is told', () => {
  const told = errors(fileOf(someRecords(), { kind: 'recap' }));
  assert.ok(told.includes('/records/1/kind not'), told.join('\n'));
  assert.ok(told.includes('/records/0/changes/0 required'), told.join('\n'));
});
