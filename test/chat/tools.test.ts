import { describe, expect, it } from 'vitest';
import { beginRetry, runTurn } from '../../src/main/chat/turn';
import type { Tool } from '../../src/main/memory/ports/tool';
import { AppError } from '../../src/shared/errors';
import type { ToolCall } from '../../src/shared/model/message-metadata';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { newTurnId } from '../fakes/whole-turn';
import { openToolRig, ruled, toCall } from './tool-rig';

const broken = (run: Tool['run']): Tool => ({
  offer: { name: 'broken', description: '', parameters: {} },
  hasEffect: false,
  repeatsMemory: false,
  run,
});

describe('a turn that calls tools', () => {
  it('runs them, tells the model, and keeps call, result and answer as messages', async () => {
    const call = toCall('calculate', { expression: '6 * 7' });
    const { run, messages, requests, ports } = await openToolRig([
      { calls: [call], said: 'Let me see.' },
      'It is 42.',
    ]);
    await run('Six times seven?');
    const [question, calling, result, reply] = await messages();
    expect(question).toMatchObject({ role: 'user', position: 1 });
    expect(calling).toMatchObject({ content: 'Let me see.', metadata: { toolCalls: [call] }, state: 'done' });
    expect(result).toMatchObject({
      role: 'tool',
      provenance: 'tool',
      content: '6 * 7 = 42',
      metadata: { tool: { name: 'calculate', callId: call.id, status: 'done' } },
    });
    expect(reply).toMatchObject({ content: 'It is 42.', state: 'done', parentId: result!.id });
    expect(requests).toHaveLength(2);
    expect(requests[0]!.tools?.map(({ name }) => name)).toContain('calculate');
    expect(requests[1]!.messages.slice(-2)).toEqual([
      { role: 'assistant', content: 'Let me see.', toolCalls: [call] },
      { role: 'tool', content: '6 * 7 = 42', toolCallId: call.id },
    ]);
    const done = ports.turnEvents().at(-1);
    if (done?.kind !== 'done') throw new Error('not done');
    const kinds = done.snapshot!.blocks.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'tools')).toHaveLength(3);
    const ofTools = done.snapshot!.blocks.filter(({ kind }) => kind === 'tools');
    expect(ofTools.every(({ text, tokens }) => text !== null && tokens > 0)).toBe(true);
  });

  it('runs several calls of one answer, and sends them whole again in the next turn', async () => {
    const both = [toCall('calculate', { expression: '1 + 1' }), toCall('current_time', {})];
    const { run, messages, requests } = await openToolRig([
      { calls: both },
      'Two, at noon.',
      'You are welcome.',
    ]);
    await run('What and when?');
    await run('Thanks.');
    expect((await messages()).map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'tool',
      'tool',
      'assistant',
      'user',
      'assistant',
    ]);
    const sent = requests.at(-1)!.messages.filter(({ role }) => role !== 'system');
    expect(sent.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'tool', 'assistant', 'user']);
  });

  it.each<[string, ToolCall, string]>([
    ['arguments that are no JSON', toCall('calculate', '{"expression":'), 'not valid JSON'],
    ['arguments that do not fit', toCall('calculate', { sum: 1 }), 'do not fit'],
    ['a tool that does not exist', toCall('rm_rf', {}), 'no tool called'],
    ['a division by zero', toCall('calculate', { expression: '1/0' }), 'not a finite number'],
  ])('tells the model of %s and goes on', async (_what, call, told) => {
    const { run, messages, requests } = await openToolRig([{ calls: [call] }, 'I see.']);
    await run();
    const result = (await messages())[2]!;
    expect(result).toMatchObject({ state: 'failed', metadata: { tool: { status: 'failed' } } });
    expect(requests[1]!.messages.at(-1)!.content).toContain(told);
    expect((await messages()).at(-1)).toMatchObject({ content: 'I see.', state: 'done' });
  });

  it('tells the model of a tool that breaks, and logs it once', async () => {
    const tool = broken(() => Promise.reject(new TypeError('x is undefined')));
    const { run, messages, disk } = await openToolRig([{ calls: [toCall('broken', {})] }, 'Well.'], {
      tools: ruled([tool]),
    });
    await run();
    expect((await messages())[2]!.content).toContain('broke unexpectedly');
    expect(disk.logger.lines.filter(({ message }) => message === 'tool failed')).toHaveLength(1);
  });

  it('stops a tool that takes too long, and tells the model', async () => {
    const disk = await openEngineOnDisk();
    const tool = broken(() => {
      disk.clock.advance(60_000);
      return new Promise(() => undefined);
    });
    const { run, messages } = await openToolRig(
      [{ calls: [toCall('broken', {})] }, 'Well.'],
      { tools: ruled([tool]) },
      disk,
    );
    const running = run();
    disk.clock.advance(60_000);
    await running;
    expect((await messages())[2]).toMatchObject({ metadata: { tool: { status: 'timed-out' } } });
  });

  it('cuts a result that is too long, and fences nothing else with it', async () => {
    const tool = broken(() => Promise.resolve('lie '.repeat(50_000)));
    const { run, messages } = await openToolRig([{ calls: [toCall('broken', {})] }, 'Well.'], {
      tools: ruled([tool]),
    });
    await run();
    const { content } = (await messages())[2]!;
    expect(content.length).toBeLessThan(4_200);
    expect(content).toContain('cut off');
  });

  it('has to answer without tools after a number of steps', async () => {
    const { run, messages, requests } = await openToolRig([
      () => ({ calls: [toCall('calculate', { expression: '1' })] }),
    ]);
    await run();
    expect(requests).toHaveLength(7);
    expect(requests.map(({ mayCallTools }) => mayCallTools)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect((await messages()).at(-1)).toMatchObject({ state: 'failed', error: { kind: 'bad-response' } });
  });

  it('runs at most eight calls of one answer', async () => {
    const many = Array.from({ length: 10 }, () => toCall('calculate', { expression: '1' }));
    const { run, messages } = await openToolRig([{ calls: many }, 'Enough.']);
    await run();
    const results = (await messages()).filter(({ role }) => role === 'tool');
    expect(results.filter(({ metadata }) => metadata?.tool?.status === 'done')).toHaveLength(8);
    expect(results.at(-1)!.content).toContain('at most 8');
  });

  it('answers again from the question when it is tried again, and goes on below its results otherwise', async () => {
    const error = new AppError('server', 'Down.', { retryable: true });
    const calling = { calls: [toCall('calculate', { expression: '1' })] };
    const { run, messages, ports, where, requests } = await openToolRig([calling, error, 'Again.']);
    await run('Try.');
    const failed = (await messages()).at(-1)!;
    expect(failed).toMatchObject({ state: 'failed', position: 4 });
    const retry = { ...where, replyId: failed.id, turnId: newTurnId() };
    const goOn = await beginRetry(ports, { ...retry, keepText: true });
    expect(goOn.message.content).toBe('Try.');
    await runTurn(ports, goOn, AbortSignal.abort());
    const stopped = (await messages()).at(-1)!;
    expect((await messages()).map(({ role }) => role)).toEqual(['user', 'assistant', 'tool', 'assistant']);
    const again = await beginRetry(ports, {
      ...retry,
      turnId: newTurnId(),
      replyId: stopped.id,
      keepText: false,
    });
    await runTurn(ports, again, new AbortController().signal);
    expect((await messages()).map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(requests.at(-1)!.messages.at(-1)).toMatchObject({ role: 'user', content: 'Try.' });
  });

  it('leaves a result that says so where the program is killed while a tool runs', async () => {
    const disk = await openEngineOnDisk();
    const hanging = broken(() => new Promise(() => undefined));
    const rig = await openToolRig([{ calls: [toCall('broken', {})] }], { tools: ruled([hanging]) }, disk);
    const running = rig.run();
    const isRunning = async (): Promise<boolean> => (await rig.messages()).length === 4;
    while (!(await isRunning())) await new Promise((resolve) => setImmediate(resolve));
    await disk.kill();
    const [, , result, reply] = await rig.messages();
    expect(result).toMatchObject({ role: 'tool', state: 'failed' });
    expect(result!.content).toContain('closed before this tool had finished');
    expect(reply).toMatchObject({ state: 'stopped' });
    rig.abort.abort();
    await running;
  });
});
